namespace WaterNode.Station.Wire
{
    /// <summary>Writes ASCII text and little-endian numbers into one buffer that is allocated once.</summary>
    /// <remarks>Writing past the end sets <see cref="Overflowed"/> and changes nothing else, so that a caller checks once, after a whole message.</remarks>
    public sealed class ByteWriter
    {
        public readonly byte[] Buffer;

        private int _limit;

        /// <param name="capacityBytes">Size of the buffer.</param>
        public ByteWriter(int capacityBytes)
        {
            Buffer = new byte[capacityBytes];
            _limit = capacityBytes;
        }

        /// <summary>Bytes written so far.</summary>
        public int Length { get; private set; }

        /// <summary>True when something did not fit since the last <see cref="Clear"/> or <see cref="CutBackTo"/>.</summary>
        public bool Overflowed { get; private set; }

        /// <summary>Empties the writer.</summary>
        /// <param name="reserveBytes">Bytes at the end of the buffer that stay free until <see cref="ReleaseReserve"/>.</param>
        public void Clear(int reserveBytes)
        {
            Length = 0;
            Overflowed = false;
            _limit = Buffer.Length - reserveBytes;
        }

        public void ReleaseReserve()
        {
            _limit = Buffer.Length;
        }

        /// <summary>Takes back everything after the first <paramref name="length"/> bytes, an overflow too.</summary>
        public void CutBackTo(int length)
        {
            Length = length;
            Overflowed = false;
        }

        /// <param name="text">ASCII; anything else is written as a question mark.</param>
        public void Text(string text)
        {
            for (int i = 0; i < text.Length; i++)
            {
                char c = text[i];
                Byte(c < 128 ? (byte)c : (byte)'?');
            }
        }

        /// <summary>A whole number in decimal digits.</summary>
        public void Number(long value)
        {
            Decimal(value, 0);
        }

        /// <summary>The number <c>scaled * 10^-decimals</c> without trailing zeros.</summary>
        public void Decimal(long scaled, int decimals)
        {
            if (Length + DecimalText.MaxLength > _limit)
            {
                // The longest number is short, so the last few bytes of a buffer are given up rather than measured.
                Overflowed = true;
                return;
            }

            Length += DecimalText.Write(scaled, decimals, Buffer, Length);
        }

        public void Byte(byte value)
        {
            if (Length >= _limit)
            {
                Overflowed = true;
                return;
            }

            Buffer[Length] = value;
            Length++;
        }

        public void UInt16(int value)
        {
            Byte((byte)value);
            Byte((byte)(value >> 8));
        }

        public void UInt32(long value)
        {
            UInt16((int)(value & 0xFFFF));
            UInt16((int)((value >> 16) & 0xFFFF));
        }

        /// <summary>A copy of what was written.</summary>
        public byte[] ToArray()
        {
            byte[] copy = new byte[Length];
            System.Array.Copy(Buffer, 0, copy, 0, Length);
            return copy;
        }
    }
}
