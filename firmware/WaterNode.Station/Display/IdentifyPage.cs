namespace WaterNode.Station.Display
{
    /// <summary>The station's id as large as the display allows, lit and dark in turn every second: seen from some metres.</summary>
    public sealed class IdentifyPage : Page
    {
        private const int LetterRows = 8;

        /// <summary>Smaller letters are not seen from afar; an id of 32 fits in four lines of these.</summary>
        private const int WideMin = 2;

        private const int LineLettersMax = Canvas.Columns / (WideMin * Canvas.LetterColumns);

        /// <summary>Larger letters look coarse, and higher ones touch the line below.</summary>
        private const int WideMax = 3, TallMax = 3;

        public override void Draw(Canvas canvas, StationSnapshot station)
        {
            string id = station.Config.Id;
            int lines = (id.Length + LineLettersMax - 1) / LineLettersMax;
            int letters = (id.Length + lines - 1) / lines;
            int lineRows = Canvas.Rows / lines;
            int wide = AtMost(WideMax, Canvas.Columns / (letters * Canvas.LetterColumns));
            int tall = AtMost(TallMax, lineRows / LetterRows);
            for (int line = 0; line < lines; line++)
            {
                int start = line * letters;
                string part = id.Substring(start, AtMost(letters, id.Length - start));
                int left = (Canvas.Columns - (part.Length * Canvas.LetterColumns * wide) + wide) / 2;
                canvas.Text(left, (line * lineRows) + ((lineRows - (tall * LetterRows)) / 2), part, wide, tall);
            }

            if (station.Clock.UpSeconds % 2 == 1)
            {
                canvas.Invert(0, 0, Canvas.Columns, Canvas.Rows);
            }
        }

        private static int AtMost(int most, int value)
        {
            return value < most ? value : most;
        }
    }
}
