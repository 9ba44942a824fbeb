using System;
using WaterNode.Station.Ports;

namespace WaterNode.Station.Tests.Device
{
    /// <summary>A file of <see cref="MemoryFlash"/>.</summary>
    internal sealed class MemoryFile : IAppendFile
    {
        private const int FirstBytes = 256;

        private readonly MemoryFlash _flash;
        private byte[] _bytes = new byte[FirstBytes];

        public MemoryFile(MemoryFlash flash, string name)
        {
            _flash = flash;
            Name = name;
        }

        public string Name { get; }

        public int Length { get; private set; }

        public bool Append(byte[] buffer, int offset, int count)
        {
            for (int i = 0; i < count; i++)
            {
                if (_flash.RefusesAppends || _flash.FreeBytes == 0)
                {
                    return false;
                }

                _flash.Spend();
                Write(buffer[offset + i]);
            }

            return true;
        }

        public int Read(int position, byte[] buffer, int offset, int count)
        {
            int left = Length - position;
            int read = left < count ? left : count;
            if (read <= 0)
            {
                return 0;
            }

            Array.Copy(_bytes, position, buffer, offset, read);
            return read;
        }

        private void Write(byte value)
        {
            if (Length == 0)
            {
                _flash.Add(this);
            }

            if (Length == _bytes.Length)
            {
                byte[] longer = new byte[2 * Length];
                Array.Copy(_bytes, 0, longer, 0, Length);
                _bytes = longer;
            }

            _bytes[Length] = value;
            Length++;
        }
    }
}
