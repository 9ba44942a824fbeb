using WaterNode.Station.Wire;

namespace WaterNode.Station.Display
{
    /// <summary>The first page: may this water be drunk, as far as its chemicals were measured?</summary>
    public sealed class VerdictPage : Page
    {
        private const int SymbolRows = 64;
        private const int Left = 54;
        private const int WordTop = 1, ScopeTop = 19, AgeTop = 38, StoredTop = 51;
        private const string MaintenancePoint = "maintenance";

        public override void Draw(Canvas canvas, StationSnapshot station)
        {
            VerdictSymbol.Draw(canvas, 0, 0, SymbolRows, station.Verdict);
            string word = WordOf(station.Verdict);
            bool isWide = word.Length * Canvas.LetterColumns * 2 <= Canvas.Columns - Left;
            canvas.Text(Left, WordTop, word, isWide ? 2 : 1, 2);

            // Microbes are not measured, so the page never says that the water is safe.
            canvas.Text(Left, ScopeTop, "chemicals");
            canvas.Text(Left, ScopeTop + 8, "measured");
            Age(canvas, station);
            Stored(canvas, station.IsStored);
            if (station.IsMeasuring)
            {
                canvas.Sign(Canvas.Columns - Symbols.Columns, ScopeTop + 1, Symbol.Hourglass);
            }
        }

        private static void Age(Canvas canvas, StationSnapshot station)
        {
            if (station.Record.SamplePoint == MaintenancePoint)
            {
                canvas.Sign(Left, AgeTop - 3, Symbol.Wrench);
                canvas.Text(Left + Symbols.Columns + 2, AgeTop, "servicing");
                return;
            }

            canvas.Sign(Left, AgeTop - 3, Symbol.Clock);
            string age = station.AgeOf(Channel.As);
            int space = (Canvas.Columns - Left - Symbols.Columns - 2) / Canvas.LetterColumns;
            if (age.Length <= space)
            {
                canvas.Text(Left + Symbols.Columns + 2, AgeTop, age);
                return;
            }

            // Two words or more: the line is broken at the first space.
            int blank = age.IndexOf(' ');
            canvas.Text(Left + Symbols.Columns + 2, AgeTop - 4, age.Substring(0, blank));
            canvas.Text(Left + Symbols.Columns + 2, AgeTop + 4, age.Substring(blank + 1));
        }

        private static void Stored(Canvas canvas, bool isStored)
        {
            canvas.Sign(Left, StoredTop, isStored ? Symbol.Stored : Symbol.NotStored);
            int left = Left + Symbols.Columns + 2;
            if (isStored)
            {
                canvas.Text(left, StoredTop + 4, "stored");
                return;
            }

            canvas.Text(left, StoredTop + 4, "NOT STORED");
            canvas.Invert(left - 1, StoredTop + 3, Canvas.Columns - left + 1, 9);
        }

        private static string WordOf(Verdict verdict)
        {
            switch (verdict)
            {
                case Verdict.Safe: return "SAFE";
                case Verdict.Unsafe: return "UNSAFE";
                default: return "UNCERTAIN";
            }
        }
    }
}
