using System;
using WaterNode.Station.Wire;

namespace WaterNode.Station.Display
{
    /// <summary>One page of 128 x 64 pixels in the order of the display, allocated once.</summary>
    public sealed class Canvas
    {
        public const int Columns = 128;
        public const int Rows = 64;

        private const int BandRows = 8;
        private const int SymbolSide = 16;

        /// <summary>1,024 bytes: eight bands of 128 columns, least significant bit on top.</summary>
        public readonly byte[] Page = new byte[Columns * Rows / BandRows];

        public void Clear()
        {
            Array.Clear(Page, 0, Page.Length);
        }

        /// <summary>Writes one of the eight lines of 21 letters; what is longer is cut off.</summary>
        public void Line(int line, string text)
        {
            Text(0, line * BandRows, text, 1);
        }

        /// <param name="scale">1 for letters of 5 x 7 pixels, 2 for twice as large.</param>
        public void Text(int left, int top, string text, int scale)
        {
            for (int i = 0; i < text.Length; i++)
            {
                int letterLeft = left + (i * (Font.Columns + 1) * scale);
                for (int column = 0; column < Font.Columns; column++)
                {
                    int bits = Font.ColumnOf(text[i], column);
                    for (int row = 0; row < BandRows; row++)
                    {
                        if ((bits & (1 << row)) != 0)
                        {
                            Square(letterLeft + (column * scale), top + (row * scale), scale);
                        }
                    }
                }
            }
        }

        /// <summary>A sign that needs no reading: a tick, a cross, or a question mark.</summary>
        public void Symbol(int left, int top, Verdict verdict)
        {
            switch (verdict)
            {
                case Verdict.Safe:
                    Stroke(left + 1, top + 8, left + 5, top + 12);
                    Stroke(left + 5, top + 12, left + 13, top + 2);
                    break;
                case Verdict.Unsafe:
                    Stroke(left + 1, top + 1, left + 13, top + 13);
                    Stroke(left + 1, top + 13, left + 13, top + 1);
                    break;
                default:
                    Text(left + 3, top, "?", SymbolSide / BandRows);
                    break;
            }
        }

        /// <summary>A line three pixels wide.</summary>
        private void Stroke(int fromColumn, int fromRow, int toColumn, int toRow)
        {
            int columns = toColumn - fromColumn;
            int rows = toRow - fromRow;
            int steps = Math.Max(Math.Abs(columns), Math.Abs(rows));
            for (int step = 0; step <= steps; step++)
            {
                int column = fromColumn + (columns * step / steps);
                int row = fromRow + (rows * step / steps);
                Square(column - 1, row - 1, 3);
            }
        }

        private void Square(int left, int top, int side)
        {
            for (int column = left; column < left + side; column++)
            {
                for (int row = top; row < top + side; row++)
                {
                    Set(column, row);
                }
            }
        }

        private void Set(int column, int row)
        {
            if (column >= 0 && column < Columns && row >= 0 && row < Rows)
            {
                Page[((row / BandRows) * Columns) + column] |= (byte)(1 << (row % BandRows));
            }
        }
    }
}
