using WaterNode.Station.Chemistry;
using WaterNode.Station.Ports;

namespace WaterNode.Station.Display
{
    /// <summary>Which sensor is due for calibration, and when. A long press leads to the calibration itself.</summary>
    public sealed class CalibrationPage : NamedPage
    {
        private const int FirstTop = 19, LineRows = 12, DaysLeft = 24, MarkLeft = 113;
        private const int HintTop = 56;
        private const long SecondsPerDay = 86400;

        public CalibrationPage()
            : base(PageName.Calibration, Symbol.Wrench)
        {
        }

        protected override void Body(Canvas canvas, StationSnapshot station)
        {
            Line(canvas, 0, "pH", station.Config.PhCalibration, PhCalibration.OldDays, station.Clock);
            Line(canvas, 1, "EC", station.Config.EcCalibration, ConductivityCalibration.OldDays, station.Clock);
            Line(canvas, 2, "F", station.Config.FluorideCalibration, FluorideCalibration.OldDays, station.Clock);
            canvas.Text(0, HintTop, "press long: calibrate");
        }

        private static void Line(Canvas canvas, int line, string sensor, Calibration calibration, int oldDays, IClock clock)
        {
            int top = FirstTop + (line * LineRows);
            canvas.Text(0, top, sensor);
            bool isKnown = calibration.IsMade && calibration.TakenUtcSeconds > 0 && clock.IsSet;
            long daysLeft = isKnown ? oldDays - ((clock.UtcSeconds - calibration.TakenUtcSeconds) / SecondsPerDay) : 0;
            canvas.Text(DaysLeft, top, WordsOf(calibration, isKnown, daysLeft));
            if (!isKnown || daysLeft <= 0)
            {
                canvas.Text(MarkLeft, top, "!", 2, 1);
                canvas.Invert(MarkLeft - 2, top - 1, 14, 9);
            }
        }

        private static string WordsOf(Calibration calibration, bool isKnown, long daysLeft)
        {
            if (!calibration.IsMade)
            {
                return "never done";
            }

            if (!isKnown)
            {
                return "age unknown";
            }

            return daysLeft > 0 ? "in " + daysLeft.ToString() + " days" : (-daysLeft).ToString() + " days late";
        }
    }
}
