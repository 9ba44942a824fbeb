namespace WaterNode.Station.Display
{
    /// <summary>Is the gateway there, how much it does not hold yet, and how long the station can keep it.</summary>
    public sealed class ConnectionPage : NamedPage
    {
        private const int NumberTop = 20, WordTop = 32, JournalTop = 46, NoteTop = 56;
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
            int end = canvas.Large(0, NumberTop, station.UnsentCount.ToString());
            canvas.Text(end + 2, WordTop, "unsent");
            if (station.IsConnected)
            {
                ShowBars(canvas, station.SignalDbm);
            }

            canvas.Text(0, JournalTop, "room for " + station.JournalDays.ToString() + " days");
            canvas.Text(0, NoteTop, NoteOf(station));
        }

        private static string NoteOf(StationSnapshot station)
        {
            if (station.LostCount > 0)
            {
                return "LOST " + station.LostCount.ToString();
            }

            return station.IsConnected ? "connected" : "not connected";
        }

        /// <summary>Four bars as on a telephone: -55 dBm and more is full, below -85 one bar; all of them for a wire.</summary>
        private static void ShowBars(Canvas canvas, int signalDbm)
        {
            int lit = signalDbm == 0 ? Bars : 1 + ((signalDbm + 95) / 10);
            for (int bar = 0; bar < Bars; bar++)
            {
                int rows = (bar + 1) * BarRows;
                int left = BarsLeft + (bar * (BarColumns + 2));
                int top = NumberTop + (Bars * BarRows) - rows;
                bool isLit = bar < lit || bar == 0;
                canvas.Fill(left, isLit ? top : NumberTop + (Bars * BarRows) - 1, BarColumns, isLit ? rows : 1, true);
            }
        }
    }
}
