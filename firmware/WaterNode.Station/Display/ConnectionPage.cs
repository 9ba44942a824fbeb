namespace WaterNode.Station.Display
{
    /// <summary>Is the gateway there, how much it does not hold yet, and how long the station can keep it. In safe mode, why the station is in it.</summary>
    public sealed class ConnectionPage : NamedPage
    {
        private const int NumberTop = 20, WordTop = 32, JournalTop = 46, NoteTop = 56;
        private const int SafeModeTop = 37, WhyTop = 46, WhyLinesMax = 2, WhyRows = 9;
        private const int BarsLeft = 108, BarRows = 4, BarColumns = 3, Bars = 4;

        public ConnectionPage()
            : base(PageName.Connection, Symbol.Waves)
        {
        }

        protected override Symbol SignFor(StationSnapshot station)
        {
            return station.IsConnected ? Symbol.Waves : Symbol.NoWaves;
        }

        protected override void Body(Canvas canvas, StationSnapshot station)
        {
            bool isSafeMode = station.SafeModeWhy.Length > 0;
            int top = isSafeMode ? HeaderRows : NumberTop;
            int end = canvas.Large(0, top, station.UnsentCount.ToString());
            canvas.Text(end + 2, top + WordTop - NumberTop, station.Words(TextId.Unsent));
            if (station.IsConnected)
            {
                ShowBars(canvas, top, station.SignalDbm);
            }

            if (isSafeMode)
            {
                canvas.Text(0, SafeModeTop, station.Words(TextId.SafeMode));
                canvas.Invert(0, SafeModeTop - 1, Canvas.Columns, WhyRows);
                canvas.Paragraph(0, WhyTop, station.SafeModeWhy, Canvas.LineLetters, WhyLinesMax);
                return;
            }

            canvas.Text(0, JournalTop, station.Words(TextId.RoomForDays, station.JournalDays));
            canvas.Text(0, NoteTop, NoteOf(station));
        }

        private static string NoteOf(StationSnapshot station)
        {
            if (station.LostCount > 0)
            {
                return station.Words(TextId.Lost, station.LostCount);
            }

            return station.Words(station.IsConnected ? TextId.Connected : TextId.NotConnected);
        }

        /// <summary>Four bars as on a telephone: -55 dBm and more is full, below -85 one bar; all of them for a wire.</summary>
        private static void ShowBars(Canvas canvas, int top, int signalDbm)
        {
            int lit = signalDbm == 0 ? Bars : 1 + ((signalDbm + 95) / 10);
            for (int bar = 0; bar < Bars; bar++)
            {
                int rows = (bar + 1) * BarRows;
                int left = BarsLeft + (bar * (BarColumns + 2));
                bool isLit = bar < lit || bar == 0;
                int litRows = isLit ? rows : 1;
                canvas.Fill(left, top + (Bars * BarRows) - litRows, BarColumns, litRows, true);
            }
        }
    }
}
