using System.Text;

namespace WaterNode.Station.Wire
{
    /// <summary>One text of JSON (RFC 8259, section 7) with its escapes resolved.</summary>
    public static class JsonText
    {
        public const int BytesMax = 128;

        private const int HexDigits = 4;

        /// <param name="at">Behind the opening quote; behind the closing one afterwards.</param>
        /// <returns>False for a text without end, for more than 128 bytes of UTF-8, and for control characters, which no text of the contract has.</returns>
        public static bool TryRead(byte[] text, ref int at, out string value)
        {
            value = "";
            var bytes = new ByteWriter(BytesMax);
            while (at < text.Length && text[at] != '"')
            {
                if (text[at] != '\\')
                {
                    bytes.Byte(text[at]);
                    at++;
                }
                else if (!TryEscape(text, ref at, bytes))
                {
                    return false;
                }
            }

            if (bytes.Overflowed || at >= text.Length)
            {
                return false;
            }

            at++;
            value = bytes.Length == 0 ? "" : Encoding.UTF8.GetString(bytes.Buffer, 0, bytes.Length);
            return true;
        }

        private static bool TryEscape(byte[] text, ref int at, ByteWriter bytes)
        {
            char c = at + 1 < text.Length ? (char)text[at + 1] : ' ';
            if (c == '"' || c == '\\' || c == '/')
            {
                bytes.Byte((byte)c);
                at += 2;
                return true;
            }

            return c == 'u' && TryCodePoint(text, ref at, bytes);
        }

        /// <summary>Four hex digits, of the plane where all living scripts are; anything beyond comes as UTF-8.</summary>
        private static bool TryCodePoint(byte[] text, ref int at, ByteWriter bytes)
        {
            int code = 0;
            for (int i = at + 2; i < at + 2 + HexDigits; i++)
            {
                int digit = i < text.Length ? Hex.ValueOf((char)text[i]) : -1;
                if (digit < 0)
                {
                    return false;
                }

                code = (code << 4) | digit;
            }

            if (code < ' ' || (code >= 0xD800 && code <= 0xDFFF))
            {
                return false;
            }

            at += 2 + HexDigits;
            WriteUtf8(code, bytes);
            return true;
        }

        private static void WriteUtf8(int code, ByteWriter bytes)
        {
            if (code < 0x80)
            {
                bytes.Byte((byte)code);
                return;
            }

            if (code < 0x800)
            {
                bytes.Byte((byte)(0xC0 | (code >> 6)));
            }
            else
            {
                bytes.Byte((byte)(0xE0 | (code >> 12)));
                bytes.Byte((byte)(0x80 | ((code >> 6) & 0x3F)));
            }

            bytes.Byte((byte)(0x80 | (code & 0x3F)));
        }
    }
}
