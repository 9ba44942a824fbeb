namespace WaterNode.Station.Wire
{
    /// <summary>Reads little-endian numbers and short texts from a part of a buffer.</summary>
    /// <remarks>Reading past the end sets <see cref="Failed"/> and gives zeros, so that a caller checks once, after a whole structure.</remarks>
    public sealed class ByteReader
    {
        private readonly byte[] _buffer;
        private readonly int _end;

        public ByteReader(byte[] buffer, int offset, int count)
        {
            _buffer = buffer;
            Position = offset;
            _end = offset + count;
        }

        /// <summary>Index of the next byte in the buffer.</summary>
        public int Position { get; private set; }

        public int Remaining
        {
            get { return _end - Position; }
        }

        public bool Failed { get; private set; }

        public byte Byte()
        {
            if (Position >= _end)
            {
                Failed = true;
                return 0;
            }

            byte value = _buffer[Position];
            Position++;
            return value;
        }

        public int UInt16()
        {
            int low = Byte();
            return low | (Byte() << 8);
        }

        public long UInt32()
        {
            long low = UInt16();
            return low | ((long)UInt16() << 16);
        }

        public int Int32()
        {
            return (int)UInt32();
        }

        /// <param name="count">Number of ASCII characters.</param>
        public string Text(int count)
        {
            if (count > Remaining)
            {
                Failed = true;
                return "";
            }

            char[] characters = new char[count];
            for (int i = 0; i < count; i++)
            {
                characters[i] = (char)Byte();
            }

            return new string(characters);
        }
    }
}
