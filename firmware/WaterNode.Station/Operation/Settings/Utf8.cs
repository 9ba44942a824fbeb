namespace WaterNode.Station.Operation.Settings
{
    /// <summary>Looks whether bytes are UTF-8 (RFC 3629, section 4) before anybody decodes them: a file saved in a Windows code page is not.</summary>
    public static class Utf8
    {
        /// <returns>Index of the first byte of what is no character; the length when all is well.</returns>
        public static int FindBad(byte[] text)
        {
            int at = 0;
            while (at < text.Length)
            {
                int length = LengthOf(text[at]);
                if (length == 0 || at + length > text.Length || !IsCharacter(text, at, length))
                {
                    return at;
                }

                at += length;
            }

            return at;
        }

        private static int LengthOf(byte first)
        {
            if (first < 0x80)
            {
                return 1;
            }

            // C0, C1 and F5 upwards begin nothing.
            return first < 0xC2 ? 0 : first < 0xE0 ? 2 : first < 0xF0 ? 3 : first < 0xF5 ? 4 : 0;
        }

        private static bool IsCharacter(byte[] text, int at, int length)
        {
            for (int i = 1; i < length; i++)
            {
                if ((text[at + i] & 0xC0) != 0x80)
                {
                    return false;
                }
            }

            // Longer than need be, halves of surrogate pairs, and beyond the last plane.
            int first = text[at];
            int second = length > 1 ? text[at + 1] : 0;
            bool isBad = (first == 0xE0 && second < 0xA0) || (first == 0xED && second >= 0xA0) || (first == 0xF0 && second < 0x90) || (first == 0xF4 && second >= 0x90);
            return !isBad;
        }
    }
}
