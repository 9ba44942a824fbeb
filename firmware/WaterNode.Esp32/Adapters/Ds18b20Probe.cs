using System;
using System.Threading;
using nanoFramework.Device.OneWire;
using WaterNode.Station.Ports;

namespace WaterNode.Esp32.Adapters
{
    /// <summary>The water temperature probe, the only device on its 1-Wire line (Maxim DS18B20 data sheet).</summary>
    /// <remarks>The ready-made binding does not check the scratchpad's checksum; a broken cable would read as some temperature.</remarks>
    public sealed class Ds18b20Probe : ITemperatureProbe
    {
        private const byte SkipRom = 0xCC;
        private const byte ConvertTemperature = 0x44;
        private const byte ReadScratchpad = 0xBE;

        /// <summary>A conversion of 12 bits takes at most 750 ms.</summary>
        private const int ConversionMilliseconds = 800;

        private const int ScratchpadLength = 9;

        /// <summary>The low five bits of the configuration register always read as ones: a line shorted to ground, all zeros, has a good checksum but not these.</summary>
        private const int ConfigurationOnes = 0x1F;

        /// <summary>85 degrees C, what the probe holds after power-on and before its first conversion.</summary>
        private const int PowerOnCounts = 0x0550;

        private readonly OneWireHost _line;
        private readonly byte[] _scratchpad = new byte[ScratchpadLength];

        public Ds18b20Probe(OneWireHost line)
        {
            _line = line;
        }

        public bool TryRead(out int milliCelsius)
        {
            milliCelsius = 0;
            try
            {
                if (!TryReadScratchpad())
                {
                    return false;
                }
            }
            catch (Exception)
            {
                return false;
            }

            int counts = (short)((_scratchpad[1] << 8) | _scratchpad[0]);
            if (counts == PowerOnCounts)
            {
                return false;
            }

            // One count is 1/16 degree C.
            milliCelsius = counts * 125 / 2;
            return true;
        }

        private bool TryReadScratchpad()
        {
            if (!_line.TouchReset())
            {
                return false;
            }

            _line.WriteByte(SkipRom);
            _line.WriteByte(ConvertTemperature);
            Thread.Sleep(ConversionMilliseconds);

            if (!_line.TouchReset())
            {
                return false;
            }

            _line.WriteByte(SkipRom);
            _line.WriteByte(ReadScratchpad);
            for (int i = 0; i < ScratchpadLength; i++)
            {
                _scratchpad[i] = _line.ReadByte();
            }

            return (_scratchpad[4] & ConfigurationOnes) == ConfigurationOnes
                && Crc8(_scratchpad, ScratchpadLength - 1) == _scratchpad[ScratchpadLength - 1];
        }

        /// <summary>The 1-Wire checksum, x^8 + x^5 + x^4 + 1, least significant bit first (Maxim application note 27).</summary>
        private static byte Crc8(byte[] bytes, int count)
        {
            int crc = 0;
            for (int i = 0; i < count; i++)
            {
                crc ^= bytes[i];
                for (int bit = 0; bit < 8; bit++)
                {
                    crc = (crc & 1) != 0 ? (crc >> 1) ^ 0x8C : crc >> 1;
                }
            }

            return (byte)crc;
        }
    }
}
