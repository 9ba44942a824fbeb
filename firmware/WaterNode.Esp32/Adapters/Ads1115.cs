using System.Threading;
using WaterNode.Station.Ports;

namespace WaterNode.Esp32.Adapters
{
    /// <summary>The 16-bit converter behind the electrode buffers, in single shots (TI SBAS444).</summary>
    public sealed class Ads1115 : IAdc
    {
        private const byte ConversionRegister = 0;
        private const byte ConfigRegister = 1;

        private const int StartOrReady = 0x8000;
        private const int SingleShot = 0x0100;
        private const int SixteenPerSecond = 0x0020;
        private const int ComparatorOff = 0x0003;

        /// <summary>One conversion takes 62.5 ms, within 10 % (SBAS444, data rate variation).</summary>
        private const int ConversionMilliseconds = 70;
        private const int ReadyPollMilliseconds = 5;
        private const int ReadyPollsMax = 10;

        private readonly I2cChip _chip;
        private readonly Ads1115Input[] _inputs;
        private readonly byte[] _write = new byte[3];
        private readonly byte[] _read = new byte[2];

        /// <param name="inputs">Wiring, by <see cref="AdcInput"/>.</param>
        public Ads1115(I2cChip chip, Ads1115Input[] inputs)
        {
            _chip = chip;
            _inputs = inputs;
        }

        public AdcStatus Read(AdcInput input, out int microVolts)
        {
            microVolts = 0;
            Ads1115Input wiring = _inputs[(int)input];
            if (!TryConvert(wiring.ConfigBits, out int counts))
            {
                return AdcStatus.NoAnswer;
            }

            microVolts = (int)((long)counts * wiring.NanoVoltsPerCount / 1000);
            return counts == short.MaxValue || counts == short.MinValue ? AdcStatus.Rail : AdcStatus.Ok;
        }

        private bool TryConvert(int configBits, out int counts)
        {
            counts = 0;
            int config = configBits | SingleShot | SixteenPerSecond | ComparatorOff;
            int command = config | StartOrReady;
            _write[0] = ConfigRegister;
            _write[1] = (byte)(command >> 8);
            _write[2] = (byte)command;
            if (!_chip.TryWrite(_write))
            {
                return false;
            }

            Thread.Sleep(ConversionMilliseconds);
            for (int poll = 0; poll < ReadyPollsMax; poll++)
            {
                if (!_chip.TryRead(ConfigRegister, _read))
                {
                    return false;
                }

                int seen = (_read[0] << 8) | _read[1];
                if ((seen & ~StartOrReady) != config)
                {
                    // The converter lost its supply in between and came back with its reset value: its result would be of another input.
                    return false;
                }

                if ((seen & StartOrReady) != 0)
                {
                    return TryReadCounts(out counts);
                }

                Thread.Sleep(ReadyPollMilliseconds);
            }

            return false;
        }

        private bool TryReadCounts(out int counts)
        {
            counts = 0;
            if (!_chip.TryRead(ConversionRegister, _read))
            {
                return false;
            }

            counts = (short)((_read[0] << 8) | _read[1]);
            return true;
        }
    }
}
