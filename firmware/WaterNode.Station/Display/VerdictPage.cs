using WaterNode.Station.Wire;

namespace WaterNode.Station.Display
{
    /// <summary>The first page: may this water be drunk, as far as its chemicals were measured?</summary>
    public sealed class VerdictPage : Page
    {
        private const int SymbolRows = 64;
        private const int Left = 54, NoteLeft = Left + Symbols.Columns + 2;
        private const int WordTop = 1, ScopeTop = 18, AgeTop = 38, StoredTop = 51;
        private const int ScopeLettersMax = 10, NoteLettersMax = (Canvas.Columns - NoteLeft) / Canvas.LetterColumns;

        public override void Draw(Canvas canvas, StationSnapshot station)
        {
            bool isSafeMode = station.SafeModeWhy.Length > 0;
            VerdictSymbol.Draw(canvas, 0, 0, SymbolRows, station.Verdict);
            string word = station.Words(WordOf(station.Verdict));
            bool isWide = word.Length * Canvas.LetterColumns * 2 <= Canvas.Columns - Left;
            canvas.Text(Left, WordTop, word, isWide ? 2 : 1, 2);

            // Microbes are not measured, so the page never says that the water is safe.
            canvas.Paragraph(Left, ScopeTop, station.Words(isSafeMode ? TextId.OnlyBasicsMeasured : TextId.ChemicalsMeasured), ScopeLettersMax, 2);

            // The words "safe mode" stand on a technician's page: whoever wants to drink would read the first of them.
            if (isSafeMode || station.IsServiced)
            {
                canvas.Sign(Left, AgeTop - 3, Symbol.Wrench);
                canvas.Text(NoteLeft, AgeTop, station.Words(isSafeMode ? TextId.Limited : TextId.Servicing));
            }
            else
            {
                Age(canvas, station);
                Waiting(canvas, station);
            }

            Stored(canvas, station);
        }

        /// <summary>A letter for whoever answers it, or else work for a technician.</summary>
        private static void Waiting(Canvas canvas, StationSnapshot station)
        {
            if (station.HasChange)
            {
                canvas.Sign(Canvas.Columns - Symbols.Columns, ScopeTop + 2, Symbol.Letter);
            }
            else if (station.NeedsTechnician)
            {
                canvas.Sign(Canvas.Columns - Symbols.Columns, ScopeTop + 2, Symbol.Wrench);
            }
        }

        private static void Age(Canvas canvas, StationSnapshot station)
        {
            canvas.Sign(Left, AgeTop - 3, Symbol.Clock);
            string age = station.AgeOf(Channel.As);
            bool isOneLine = age.Length <= NoteLettersMax;
            canvas.Paragraph(NoteLeft, isOneLine ? AgeTop : AgeTop - 3, age, NoteLettersMax, 2);
        }

        /// <summary>What is not stored comes before what is going on: it would not survive a power cut.</summary>
        private static void Stored(Canvas canvas, StationSnapshot station)
        {
            if (!station.IsStored)
            {
                canvas.Sign(Left, StoredTop, Symbol.NotStored);
                canvas.Text(NoteLeft, StoredTop + 4, station.Words(TextId.NotStored));
                canvas.Invert(NoteLeft - 1, StoredTop + 3, Canvas.Columns - NoteLeft + 1, 9);
                return;
            }

            canvas.Sign(Left, StoredTop, station.IsMeasuring ? Symbol.Hourglass : Symbol.Stored);
            canvas.Text(NoteLeft, StoredTop + 4, station.Words(station.IsMeasuring ? TextId.Measuring : TextId.Stored));
        }

        private static TextId WordOf(Verdict verdict)
        {
            switch (verdict)
            {
                case Verdict.Safe: return TextId.Safe;
                case Verdict.Unsafe: return TextId.Unsafe;
                default: return TextId.Uncertain;
            }
        }
    }
}
