namespace WaterNode.Station.Display
{
    /// <summary>The station's id over the whole display, lit and dark in turn every second: seen from some metres.</summary>
    public sealed class IdentifyPage : Page
    {
        private const int LetterRows = 8;
        private const int Wide = 2;

        /// <summary>Letters of double width in a line; an id has up to 32.</summary>
        private const int LineLettersMax = (Canvas.Columns + Wide) / (Wide * Canvas.LetterColumns);

        /// <summary>Letters more than four times as high as usual are hard to read.</summary>
        private const int TallMax = 4;

        public override void Draw(Canvas canvas, StationSnapshot station)
        {
            string id = station.Config.Id;
            int lines = (id.Length + LineLettersMax - 1) / LineLettersMax;
            int letters = (id.Length + lines - 1) / lines;
            int lineRows = Canvas.Rows / lines;
            int tall = lineRows / LetterRows < TallMax ? lineRows / LetterRows : TallMax;
            for (int line = 0; line < lines; line++)
            {
                int start = line * letters;
                string part = id.Substring(start, id.Length - start < letters ? id.Length - start : letters);
                int left = (Canvas.Columns - (part.Length * Canvas.LetterColumns * Wide) + Wide) / 2;
                canvas.Text(left, (line * lineRows) + ((lineRows - (tall * LetterRows)) / 2), part, Wide, tall);
            }

            if (station.Clock.UpSeconds % 2 == 1)
            {
                canvas.Invert(0, 0, Canvas.Columns, Canvas.Rows);
            }
        }
    }
}
