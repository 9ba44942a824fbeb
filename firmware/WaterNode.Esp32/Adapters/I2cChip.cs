using System;
using System.Device.I2c;

namespace WaterNode.Esp32.Adapters
{
    /// <summary>One chip on an I2C bus, whose every transfer says whether it really happened.</summary>
    /// <remarks>
    /// On the ESP32 a chip that does not acknowledge is not an exception: the transfer returns a status, and the buffer holds zeros that look
    /// like a reading. The ready-made bindings (Iot.Device.Ads1115, Iot.Device.Ssd13xx, Iot.Device.Rtc) do not look at that status, which is
    /// why this project talks to the registers itself.
    /// </remarks>
    public sealed class I2cChip
    {
        private readonly I2cDevice _device;
        private readonly byte[] _register = new byte[1];

        public I2cChip(int bus, int address)
        {
            _device = I2cDevice.Create(new I2cConnectionSettings(bus, address, I2cBusSpeed.FastMode));
        }

        /// <returns>False when not every byte was acknowledged.</returns>
        public bool TryWrite(byte[] bytes)
        {
            try
            {
                return _device.Write(bytes).Status == I2cTransferStatus.FullTransfer;
            }
            catch (Exception)
            {
                // The driver throws for what it does not expect (a bus held low): for the caller that is no answer as well.
                return false;
            }
        }

        /// <summary>Reads registers from the given one on.</summary>
        /// <returns>False when the chip did not answer in full; the buffer is meaningless then.</returns>
        public bool TryRead(byte register, byte[] into)
        {
            try
            {
                _register[0] = register;
                return _device.WriteRead(_register, into).Status == I2cTransferStatus.FullTransfer;
            }
            catch (Exception)
            {
                return false;
            }
        }
    }
}
