using WaterNode.Station.Chemistry;
using WaterNode.Station.Ports;
using WaterNode.Station.Wire;

namespace WaterNode.Station.Sensing
{
    /// <summary>How old a calibration is, and what that does to a reading.</summary>
    public static class CalibrationAge
    {
        private const double SecondsPerDay = 86400;

        /// <summary>A calibration may be this far ahead of a clock that was corrected since, days.</summary>
        private const double AheadDaysMax = 1;

        /// <summary>Flags an old calibration.</summary>
        /// <param name="oldDays">From here it is suspect.</param>
        /// <param name="expiredDays">From here it fails; 0 when it never does.</param>
        /// <returns>Age for the uncertainty, days. One that nobody knows (the clock is not set, or was not then) is suspect, since it may be any, and is
        /// reckoned as the oldest that would not be.</returns>
        public static double Apply(Reading reading, Calibration calibration, IClock clock, int oldDays, int expiredDays)
        {
            if (!calibration.IsMade)
            {
                return 0;
            }

            if (calibration.TakenUtcSeconds <= 0 || !clock.IsSet)
            {
                return Unknown(reading, oldDays);
            }

            double days = (clock.UtcSeconds - calibration.TakenUtcSeconds) / SecondsPerDay;
            if (days < -AheadDaysMax)
            {
                return Unknown(reading, oldDays);
            }

            if (expiredDays > 0 && days > expiredDays)
            {
                reading.Flag(QualityFlag.Fail, Reasons.CalibrationExpired);
            }
            else if (days > oldDays)
            {
                reading.Flag(QualityFlag.Suspect, Reasons.CalibrationOld);
            }

            return days > 0 ? days : 0;
        }

        private static double Unknown(Reading reading, int oldDays)
        {
            reading.Flag(QualityFlag.Suspect, Reasons.CalibrationOld);
            return oldDays;
        }
    }
}
