using WaterNode.Station.Display;

namespace WaterNode.Station.Tests.Device
{
    /// <summary>Looks for texts on a page of the display.</summary>
    internal static class DrawnText
    {
        private const int LetterRows = 7, BandRows = 8;

        /// <summary>The name of a page, double height, beside its sign.</summary>
        public static bool IsTitle(byte[] page, string title)
        {
            return IsAt(page, 17, 1, title, 1, 2);
        }

        /// <summary>Draws the text by itself and compares its lit and its dark pixels.</summary>
        public static bool IsAt(byte[] page, int left, int top, string text, int wide, int tall)
        {
            var canvas = new Canvas();
            canvas.Text(left, top, text, wide, tall);
            return IsSame(page, canvas.Page, left, top, text.Length * Canvas.LetterColumns * wide, LetterRows * tall);
        }

        public static bool IsNumber(byte[] page, string number)
        {
            var canvas = new Canvas();
            int end = canvas.Large(0, 18, number);
            return IsSame(page, canvas.Page, 0, 18, end, LargeDigits.Rows);
        }

        public static int LitPixels(byte[] page)
        {
            int lit = 0;
            for (int i = 0; i < page.Length; i++)
            {
                for (int column = page[i]; column != 0; column >>= 1)
                {
                    lit += column & 1;
                }
            }

            return lit;
        }

        private static bool IsSame(byte[] page, byte[] drawn, int left, int top, int columns, int rows)
        {
            for (int row = top; row < top + rows; row++)
            {
                for (int column = left; column < left + columns && column < Canvas.Columns; column++)
                {
                    int place = (row / BandRows * Canvas.Columns) + column;
                    if ((((page[place] ^ drawn[place]) >> (row % BandRows)) & 1) != 0)
                    {
                        return false;
                    }
                }
            }

            return true;
        }
    }
}
