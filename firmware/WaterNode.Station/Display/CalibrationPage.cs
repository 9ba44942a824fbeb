using WaterNode.Station.Chemistry;
using WaterNode.Station.Operation;
using WaterNode.Station.Ports;

namespace WaterNode.Station.Display
{
    /// <summary>Which sensor is due for calibration, and when. A long press leads to the calibration itself.</summary>
    public sealed class CalibrationPage : NamedPage
    {
        private const int FirstTop = 18, LineRows = 9, DaysLeft = 24, MarkLeft = 113;
        private const long SecondsPerDay = 86400;

        private readonly CalibrationDialog _dialog;

        public CalibrationPage(CalibrationDialog dialog)
            : base(PageName.Calibration, Symbol.Wrench)
        {
            _dialog = dialog;
        }

        public override bool TryPress(ButtonPress press, StationSnapshot station)
        {
            if (press == ButtonPress.Short)
            {
                return false;
            }

            _dialog.Open();
            return true;
        }

        protected override void Body(Canvas canvas, StationSnapshot station)
        {
            Sensor(canvas, station, 0, "pH", station.Config.PhCalibration, PhCalibration.OldDays);
            Sensor(canvas, station, 1, "EC", station.Config.EcCalibration, ConductivityCalibration.OldDays);
            Sensor(canvas, station, 2, "F", station.Config.FluorideCalibration, FluorideCalibration.OldDays);

            // Arsenic is measured by adding standard: its calibration is the bottle.
            Line(canvas, 3, "As", BottleOf(station), station.Config.ArsenicCalibration == 0);
            Hint(canvas, station, TextId.PressLongToCalibrate);
        }

        private static void Sensor(Canvas canvas, StationSnapshot station, int line, string sensor, Calibration calibration, int oldDays)
        {
            IClock clock = station.Clock;
            bool isKnown = calibration.IsMade && calibration.TakenUtcSeconds > 0 && clock.IsSet;
            long daysLeft = isKnown ? oldDays - ((clock.UtcSeconds - calibration.TakenUtcSeconds) / SecondsPerDay) : 0;
            Line(canvas, line, sensor, WordsOf(station, calibration, isKnown, daysLeft), !isKnown || daysLeft <= 0);
        }

        private static void Line(Canvas canvas, int line, string sensor, string words, bool isDue)
        {
            int top = FirstTop + (line * LineRows);
            canvas.Text(0, top, sensor);
            canvas.Text(DaysLeft, top, words);
            if (isDue)
            {
                canvas.Text(MarkLeft, top, "!", 2, 1);
                canvas.Invert(MarkLeft - 2, top - 1, 14, LineRows - 1);
            }
        }

        private static string BottleOf(StationSnapshot station)
        {
            StationConfig config = station.Config;
            if (config.ArsenicCalibration == 0)
            {
                return station.Words(TextId.NeverDone);
            }

            bool isKnown = config.ArsenicStandardTakenUtcSeconds > 0 && station.Clock.IsSet;
            return isKnown
                ? station.Words(TextId.BottleDays, (station.Clock.UtcSeconds - config.ArsenicStandardTakenUtcSeconds) / SecondsPerDay)
                : station.Words(TextId.AgeUnknown);
        }

        private static string WordsOf(StationSnapshot station, Calibration calibration, bool isKnown, long daysLeft)
        {
            if (!calibration.IsMade)
            {
                return station.Words(TextId.NeverDone);
            }

            if (!isKnown)
            {
                return station.Words(TextId.AgeUnknown);
            }

            return daysLeft > 0 ? station.Words(TextId.InDays, daysLeft) : station.Words(TextId.DaysLate, -daysLeft);
        }
    }
}
