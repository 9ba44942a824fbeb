using WaterNode.Station.Wire;

namespace WaterNode.Station.Display
{
    /// <summary>The verdict for those who do not read: a full drop with a tick, a drop crossed out, an empty drop with a question mark.</summary>
    public static class VerdictSymbol
    {
        /// <summary>Width of a drop per height, in hundredths.</summary>
        private const int WidthPercent = 76;

        /// <summary>Columns that a symbol of this height takes.</summary>
        public static int ColumnsOf(int rows)
        {
            return rows * WidthPercent / 100;
        }

        /// <param name="rows">Height, 16 or more.</param>
        public static void Draw(Canvas canvas, int left, int top, int rows, Verdict verdict)
        {
            int columns = ColumnsOf(rows);
            int edge = rows >= 32 ? 3 : 2;
            Drop(canvas, left, top, columns, rows, true);
            if (verdict != Verdict.Safe)
            {
                // The tip of the hollow lies lower, so that the slanting edge is as thick as the round one.
                Drop(canvas, left + edge, top + (edge * 2), columns - (edge * 2), rows - (edge * 3), false);
            }

            switch (verdict)
            {
                case Verdict.Safe:
                    Tick(canvas, left, top, columns, rows);
                    break;
                case Verdict.Unsafe:
                    Cross(canvas, left, top, columns, rows);
                    break;
                default:
                    Question(canvas, left, top, columns, rows);
                    break;
            }
        }

        private static void Tick(Canvas canvas, int left, int top, int columns, int rows)
        {
            int brush = (rows / 10) + 1;
            int middle = left + (columns * 45 / 100);
            int low = top + (rows * 82 / 100);
            canvas.Stroke(left + (columns * 24 / 100), top + (rows * 65 / 100), middle, low, brush, false);
            canvas.Stroke(middle, low, left + (columns * 77 / 100), top + (rows * 47 / 100), brush, false);
        }

        /// <summary>Over the whole drop, with a dark border so that it stands apart from the drop's edge.</summary>
        private static void Cross(Canvas canvas, int left, int top, int columns, int rows)
        {
            int brush = (rows / 10) + 1;
            int right = left + columns - 1;
            int high = top + (rows * 18 / 100);
            int low = top + rows - 1 - (brush / 2);
            for (int pass = 0; pass < 2; pass++)
            {
                bool isLit = pass == 1;
                int width = isLit ? brush : brush + 3;
                canvas.Stroke(left + (brush / 2), high, right - (brush / 2), low, width, isLit);
                canvas.Stroke(left + (brush / 2), low, right - (brush / 2), high, width, isLit);
            }
        }

        private static void Question(Canvas canvas, int left, int top, int columns, int rows)
        {
            int scale = rows >= 32 ? rows / 16 : 1;
            int width = Font.Columns * scale;
            canvas.Text(left + ((columns - width + 1) / 2), top + (rows * 41 / 100), "?", scale, scale);
        }

        /// <summary>A disc with a tip: its half width grows evenly down to where the disc takes over.</summary>
        private static void Drop(Canvas canvas, int left, int top, int columns, int rows, bool isLit)
        {
            int radius = columns / 2;
            int centre = rows - 1 - radius;
            int joint = centre - (radius / 3);
            int jointHalf = HalfWidth(radius, joint - centre);
            for (int row = 0; row < rows; row++)
            {
                int half = row < joint ? jointHalf * row / joint : HalfWidth(radius, row - centre);
                canvas.Fill(left + radius - half, top + row, (2 * half) + (columns % 2), 1, isLit);
            }
        }

        /// <summary>Half width of a disc at a distance from its centre: the largest whole number within the circle.</summary>
        private static int HalfWidth(int radius, int distance)
        {
            int rest = (radius * radius) + radius - (distance * distance);
            int half = 0;
            while (half < radius && (half + 1) * (half + 1) <= rest)
            {
                half++;
            }

            return half;
        }
    }
}
