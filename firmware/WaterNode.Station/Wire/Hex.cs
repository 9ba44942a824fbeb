namespace WaterNode.Station.Wire
{
    /// <summary>Generations as they stand on the wire.</summary>
    public static class Hex
    {
        private const string Digits = "0123456789abcdef";

        /// <returns>8 hex digits in lower case.</returns>
        public static string Of(uint value)
        {
            char[] text = new char[8];
            for (int i = 7; i >= 0; i--)
            {
                text[i] = Digits[(int)(value & 0x0F)];
                value >>= 4;
            }

            return new string(text);
        }

        /// <returns>0 to 15; -1 for what is no hex digit.</returns>
        public static int ValueOf(char digit)
        {
            return digit >= 'A' && digit <= 'F' ? digit - 'A' + 10 : Digits.IndexOf(digit);
        }
    }
}
