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
    }
}
