using System;

namespace WaterNode.Station.Display
{
    /// <summary>One page of 128 x 64 pixels in the order of the display, allocated once.</summary>
    public sealed class Canvas
    {
        public const int Columns = 128;
        public const int Rows = 64;

        /// <summary>Columns from one letter to the next.</summary>
        public const int LetterColumns = Font.Columns + 1;

        /// <summary>Letters of a line.</summary>
        public const int LineLetters = Columns / LetterColumns;

        private const int BandRows = 8;

        /// <summary>From one line of a paragraph to the next, and where the last line of a page begins.</summary>
        private const int LineRows = 9, HintTop = Rows - BandRows;

        /// <summary>Columns between large digits.</summary>
        private const int LargeGap = 1;

        /// <summary>1,024 bytes: eight bands of 128 columns, least significant bit on top.</summary>
        public readonly byte[] Page = new byte[Columns * Rows / BandRows];

        public void Clear()
        {
            Array.Clear(Page, 0, Page.Length);
        }

        /// <summary>Writes one of the eight lines of 21 letters; what is longer is cut off.</summary>
        public void Line(int line, string text)
        {
            Text(0, line * BandRows, text, 1, 1);
        }

        /// <param name="left">Column of the first letter.</param>
        /// <param name="top">Row of the letters' upper edge.</param>
        public void Text(int left, int top, string text)
        {
            Text(left, top, text, 1, 1);
        }

        /// <summary>Text that ends at a column.</summary>
        /// <param name="right">The first column after it.</param>
        public void TextRight(int right, int top, string text)
        {
            Text(right - (text.Length * LetterColumns) + 1, top, text, 1, 1);
        }

        /// <param name="wide">1 for letters 5 pixels wide, 2 for twice as wide.</param>
        /// <param name="tall">1 for letters 7 pixels high, 2 for twice as high.</param>
        public void Text(int left, int top, string text, int wide, int tall)
        {
            for (int i = 0; i < text.Length; i++)
            {
                int letterLeft = left + (i * LetterColumns * wide);
                for (int column = 0; column < Font.Columns; column++)
                {
                    int bits = Font.ColumnOf(text[i], column);
                    for (int row = 0; row < BandRows; row++)
                    {
                        if ((bits & (1 << row)) != 0)
                        {
                            Fill(letterLeft + (column * wide), top + (row * tall), wide, tall, true);
                        }
                    }
                }
            }
        }

        /// <summary>Breaks a text into lines, at its spaces, or after a full stop within a word that is longer than a line, or else where the line ends. What has no
        /// room is left out.</summary>
        /// <param name="lettersMax">Letters of a line, 1 or more.</param>
        public void Paragraph(int left, int top, string text, int lettersMax, int linesMax)
        {
            int start = 0;
            for (int line = 0; line < linesMax && start < text.Length; line++)
            {
                int length = text.Length - start > lettersMax ? BrokenLength(text, start, lettersMax) : text.Length - start;
                Text(left, top + (line * LineRows), text.Substring(start, length));
                start += length;
                start += start < text.Length && text[start] == ' ' ? 1 : 0;
            }
        }

        /// <summary>What the button does, on the last line, dark on lit.</summary>
        public void Hint(string text)
        {
            Text(0, HintTop, text);
            Invert(0, HintTop - 1, Columns, LineRows);
        }

        /// <summary>Writes a number in large digits.</summary>
        /// <returns>The first column after it.</returns>
        public int Large(int left, int top, string number)
        {
            int column = left;
            for (int i = 0; i < number.Length; i++)
            {
                int width = LargeDigits.WidthOf(number[i]);
                for (int c = 0; c < width; c++)
                {
                    for (int band = 0; band < LargeDigits.Bands; band++)
                    {
                        Column(column + c, top + (band * BandRows), LargeDigits.ColumnOf(number[i], band, c));
                    }
                }

                column += width + LargeGap;
            }

            return column;
        }

        /// <summary>Draws a picture of 16 rows: one byte a column, the upper eight rows first.</summary>
        /// <param name="offset">Where the picture begins in the data.</param>
        /// <param name="columns">Its width.</param>
        public void Picture(int left, int top, byte[] data, int offset, int columns)
        {
            for (int column = 0; column < columns; column++)
            {
                Column(left + column, top, data[offset + column]);
                Column(left + column, top + BandRows, data[offset + columns + column]);
            }
        }

        public void Sign(int left, int top, Symbol symbol)
        {
            Picture(left, top, Symbols.Of(symbol), 0, Symbols.Columns);
        }

        /// <summary>A straight line drawn with a square brush.</summary>
        /// <param name="brush">Side of the brush, pixels; its middle runs along the line.</param>
        /// <param name="isLit">False draws dark on lit.</param>
        public void Stroke(int fromColumn, int fromRow, int toColumn, int toRow, int brush, bool isLit)
        {
            int columns = toColumn - fromColumn;
            int rows = toRow - fromRow;
            int steps = Math.Max(Math.Abs(columns), Math.Abs(rows));
            for (int step = 0; step <= steps; step++)
            {
                int column = steps == 0 ? fromColumn : fromColumn + (columns * step / steps);
                int row = steps == 0 ? fromRow : fromRow + (rows * step / steps);
                Fill(column - (brush / 2), row - (brush / 2), brush, brush, isLit);
            }
        }

        public void Fill(int left, int top, int columns, int rows, bool isLit)
        {
            for (int column = left; column < left + columns; column++)
            {
                for (int row = top; row < top + rows; row++)
                {
                    Set(column, row, isLit);
                }
            }
        }

        /// <summary>Exchanges lit and dark, which makes a word stand out.</summary>
        public void Invert(int left, int top, int columns, int rows)
        {
            for (int column = left; column < left + columns; column++)
            {
                for (int row = top; row < top + rows; row++)
                {
                    if (IsOnPage(column, row))
                    {
                        Page[IndexOf(column, row)] ^= (byte)(1 << (row % BandRows));
                    }
                }
            }
        }

        private static int BrokenLength(string text, int start, int lettersMax)
        {
            int blank = text.LastIndexOf(' ', start + lettersMax, lettersMax + 1);
            if (blank > start)
            {
                return blank - start;
            }

            int stop = text.LastIndexOf('.', start + lettersMax - 1, lettersMax);
            return stop > start ? stop + 1 - start : lettersMax;
        }

        private void Column(int column, int top, int bits)
        {
            for (int row = 0; row < BandRows; row++)
            {
                if ((bits & (1 << row)) != 0)
                {
                    Set(column, top + row, true);
                }
            }
        }

        private void Set(int column, int row, bool isLit)
        {
            if (!IsOnPage(column, row))
            {
                return;
            }

            byte bit = (byte)(1 << (row % BandRows));
            int index = IndexOf(column, row);
            Page[index] = isLit ? (byte)(Page[index] | bit) : (byte)(Page[index] & ~bit);
        }

        private static bool IsOnPage(int column, int row)
        {
            return column >= 0 && column < Columns && row >= 0 && row < Rows;
        }

        private static int IndexOf(int column, int row)
        {
            return ((row / BandRows) * Columns) + column;
        }
    }
}
