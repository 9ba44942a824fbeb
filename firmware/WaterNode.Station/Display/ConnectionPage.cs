using WaterNode.Station.Ports;

namespace WaterNode.Station.Display
{
    /// <summary>Is the gateway there, how much it does not hold yet, and how long the station can keep it. In safe mode, why the station is in it.</summary>
    public sealed class ConnectionPage : NamedPage
    {
        private const int NumberTop = 20, WordTop = 32, JournalTop = 46, NoteTop = 56;
        private const int SafeUnsentTop = 17, SafeModeTop = 27, SafeModeRows = 9, WhyTop = 36, WhyLinesMax = 2;
        private const int BarsLeft = 108, BarRows = 4, BarColumns = 3, Bars = 4;

        public ConnectionPage()
            : base(PageName.Connection, Symbol.Waves)
        {
        }

        public override bool TryPress(ButtonPress press, StationSnapshot station)
        {
            bool isMeant = press == ButtonPress.Hold && station.SafeModeWhy.Length > 0 && station.SafeModeExit != null;
            if (isMeant)
            {
                station.SafeModeExit.TryNormally();
            }

            return isMeant;
        }

        protected override Symbol SignFor(StationSnapshot station)
        {
            return station.IsConnected ? Symbol.Waves : Symbol.NoWaves;
        }

        protected override void Body(Canvas canvas, StationSnapshot station)
        {
            if (station.SafeModeWhy.Length > 0)
            {
                ShowSafeMode(canvas, station);
                return;
            }

            int end = canvas.Large(0, NumberTop, station.UnsentCount.ToString());
            canvas.Text(end + 2, WordTop, station.Words(TextId.Unsent));
            if (station.IsConnected)
            {
                ShowBars(canvas, station.SignalDbm);
            }

            if (station.JournalDays != StationSnapshot.Unknown)
            {
                canvas.Text(0, JournalTop, station.Words(TextId.RoomForDays, station.JournalDays));
            }

            canvas.Text(0, NoteTop, NoteOf(station));
        }

        private static void ShowSafeMode(Canvas canvas, StationSnapshot station)
        {
            canvas.Text(0, SafeUnsentTop, station.UnsentCount.ToString() + " " + station.Words(TextId.Unsent));
            canvas.Text(0, SafeModeTop, station.Words(TextId.SafeMode));
            canvas.Invert(0, SafeModeTop - 1, Canvas.Columns, SafeModeRows);
            canvas.Paragraph(0, WhyTop, station.SafeModeWhy, Canvas.LineLetters, WhyLinesMax);
            if (station.SafeModeExit != null)
            {
                canvas.Hint(station.Words(TextId.HoldTryNormally));
            }
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
        private static void ShowBars(Canvas canvas, int signalDbm)
        {
            int lit = signalDbm == 0 ? Bars : 1 + ((signalDbm + 95) / 10);
            for (int bar = 0; bar < Bars; bar++)
            {
                int rows = (bar + 1) * BarRows;
                int left = BarsLeft + (bar * (BarColumns + 2));
                bool isLit = bar < lit || bar == 0;
                int litRows = isLit ? rows : 1;
                canvas.Fill(left, NumberTop + (Bars * BarRows) - litRows, BarColumns, litRows, true);
            }
        }
    }
}
