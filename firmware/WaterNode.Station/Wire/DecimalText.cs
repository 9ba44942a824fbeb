namespace WaterNode.Station.Wire
{
    /// <summary>Decimal numbers as text, from scaled whole numbers: the same on device and PC, which <c>double.ToString</c> is not.</summary>
    public static class DecimalText
    {
        /// <summary>Most characters that <see cref="Write"/> gives: sign, leading zero, point and 19 digits.</summary>
        public const int MaxLength = 24;

        private const int DecimalsMax = 18;

        /// <summary>Writes <c>scaled * 10^-decimals</c> exactly, without trailing zeros: 27400 with 3 decimals is <c>27.4</c>.</summary>
        /// <param name="decimals">0 to 18.</param>
        /// <param name="buffer">Has at least <see cref="MaxLength"/> bytes from the offset on.</param>
        /// <returns>Number of ASCII bytes written.</returns>
        public static int Write(long scaled, int decimals, byte[] buffer, int offset)
        {
            while (decimals > 0 && scaled % 10 == 0)
            {
                scaled /= 10;
                decimals--;
            }

            return WriteFixed(scaled, decimals, buffer, offset);
        }

        /// <summary>Text for people with a fixed number of decimals, halves rounded away from zero: 1115000 with 6 decimals, two shown, is <c>1.12</c>.</summary>
        /// <param name="decimals">0 to 18.</param>
        /// <param name="shownDecimals">0 to <paramref name="decimals"/>.</param>
        public static string Rounded(long scaled, int decimals, int shownDecimals)
        {
            long divisor = Power10(decimals - shownDecimals);
            long half = divisor / 2;
            long rounded = scaled >= 0 ? (scaled + half) / divisor : (scaled - half) / divisor;

            byte[] buffer = new byte[MaxLength];
            int length = WriteFixed(rounded, shownDecimals, buffer, 0);
            char[] characters = new char[length];
            for (int i = 0; i < length; i++)
            {
                characters[i] = (char)buffer[i];
            }

            return new string(characters);
        }

        /// <param name="exponent">0 to 18; less is taken as 0.</param>
        public static long Power10(int exponent)
        {
            long power = 1;
            for (int i = 0; i < exponent && i < DecimalsMax; i++)
            {
                power *= 10;
            }

            return power;
        }

        private static int WriteFixed(long scaled, int decimals, byte[] buffer, int offset)
        {
            int start = offset;
            bool negative = scaled < 0;
            ulong rest = negative ? (ulong)(-scaled) : (ulong)scaled;

            // Digits come out last first; then the text is turned around.
            for (int digit = 0; rest > 0 || digit <= decimals; digit++)
            {
                if (digit == decimals && decimals > 0)
                {
                    buffer[offset++] = (byte)'.';
                }

                buffer[offset++] = (byte)('0' + (int)(rest % 10));
                rest /= 10;
            }

            if (negative)
            {
                buffer[offset++] = (byte)'-';
            }

            for (int left = start, right = offset - 1; left < right; left++, right--)
            {
                byte swapped = buffer[left];
                buffer[left] = buffer[right];
                buffer[right] = swapped;
            }

            return offset - start;
        }
    }
}
