using WaterNode.Station.Ports;

namespace WaterNode.Station.Display
{
    /// <summary>How full the bottles are, and for how many measurements that is enough. Holding says that all were refilled, holding again confirms it.</summary>
    public sealed class ReagentsPage : NamedPage
    {
        /// <summary>Fewer measurements than this want somebody to come soon.</summary>
        private const int RunsLow = 10;

        private const int FirstTop = 18, LineRows = 9;
        private const int BarLeft = 38, BarColumns = 20, BarRows = 7;
        private const int RunsColumns = 5 * Canvas.LetterColumns, QuestionTop = 22, QuestionLinesMax = 3;

        private bool _isAsking;
        private bool _isRefused;

        public ReagentsPage()
            : base(PageName.Reagents, Symbol.Flask)
        {
        }

        /// <param name="runs">Measurements left; less than 0 when unknown, which is not low.</param>
        public static bool IsLow(int runs)
        {
            return runs >= 0 && runs < RunsLow;
        }

        public override bool TryPress(ButtonPress press, StationSnapshot station)
        {
            bool wasAsking = _isAsking;
            _isRefused = false;
            _isAsking = press == ButtonPress.Hold && !wasAsking;
            if (wasAsking && press == ButtonPress.Hold)
            {
                _isRefused = !station.Bottles.TryRefillAll();
            }

            // What is not "yes" to the question is "no", and the levels are shown again.
            return wasAsking || press == ButtonPress.Hold;
        }

        protected override void Body(Canvas canvas, StationSnapshot station)
        {
            if (_isAsking)
            {
                canvas.Paragraph(0, QuestionTop, station.Words(TextId.AllBottlesFull), Canvas.LineLetters, QuestionLinesMax);
                Hint(canvas, station, TextId.YesOrNo);
                return;
            }

            for (int bottle = 0; bottle < station.Bottles.BottleCount; bottle++)
            {
                Bottle(canvas, station, bottle);
            }

            Hint(canvas, station, _isRefused ? TextId.NotSaved : TextId.HoldRefilled);
        }

        private static void Bottle(Canvas canvas, StationSnapshot station, int bottle)
        {
            int top = FirstTop + (bottle * LineRows);
            int left = station.Bottles.LeftMilliLitresOf(bottle);
            canvas.Text(0, top, station.Words(station.Bottles.NameOf(bottle)));
            canvas.Fill(BarLeft, top, BarColumns, BarRows, true);
            canvas.Fill(BarLeft + 1, top + 1, BarColumns - 2, BarRows - 2, false);
            if (left < 0)
            {
                canvas.TextRight(Canvas.Columns, top, station.Words(TextId.Unknown));
                return;
            }

            int full = station.Bottles.FullMilliLitresOf(bottle);
            int lit = left < full ? left * BarColumns / full : BarColumns;
            canvas.Fill(BarLeft, top, lit, BarRows, true);
            canvas.TextRight(Canvas.Columns - RunsColumns, top, left.ToString() + "ml");
            int runs = station.Bottles.RunsOf(bottle);
            if (runs >= 0)
            {
                canvas.TextRight(Canvas.Columns, top, station.Words(TextId.Runs, runs));
            }

            if (IsLow(runs))
            {
                canvas.Invert(Canvas.Columns - RunsColumns, top - 1, RunsColumns, LineRows);
            }
        }
    }
}
