namespace WaterNode.Station.Chemistry
{
    /// <summary>The line of a fluoride electrode, E = E0 - eta k(t) log10(c + c_b), and how well it is known.</summary>
    /// <remarks>A new one holds an electrode of a data sheet, which knows little more than the order of magnitude.</remarks>
    public sealed class FluorideCalibration : Calibration
    {
        /// <summary>From here the calibration is old, days.</summary>
        public const int OldDays = 14;

        // Shares of the result by which standards and drift may put it off, by age (measurement.md, section 4: starting values).
        private const double FreshShare = 0.05, WeekShare = 0.10, OldShare = 0.20, UncalibratedShare = 1.0;
        /// <summary>Bounds without a level of confidence are those of an even distribution (JCGM 100, 4.3.7): u is the bound over the root of three.</summary>
        private const double Even = 0.5774;

        private const double WeekDays = 7, StaleDays = 8;

        /// <summary>Potential at 1 mg/L at the temperature of calibration, mV.</summary>
        public double E0MilliVolts { get; set; } = 60;

        /// <summary>eta, the slope as a share of the ideal one.</summary>
        public double Efficiency { get; set; } = 0.98;

        /// <summary>c_b, what the electrode sees in water without fluoride, mg/L; 0 unless enough standards showed it.</summary>
        public double BackgroundMilligramsPerLitre { get; set; }

        /// <summary>True when the standards were mixed with the buffer exactly as samples are: then the line speaks of the sample, not of the cell.</summary>
        public bool StandardsWereDiluted { get; set; }

        /// <summary>Standards it was made with; 0 for none.</summary>
        public int Points { get; set; }

        /// <summary>u of standards and calibration as a share of the concentration, from bounds of 5 % fresh, growing to 10 % at 7 days, 20 % from day 8.</summary>
        /// <param name="ageDays">0 or more, days.</param>
        public double RelativeUncertainty(double ageDays)
        {
            return IsMade ? Bound(ageDays) * Even : UncalibratedShare;
        }

        private static double Bound(double ageDays)
        {
            if (ageDays >= StaleDays)
            {
                return OldShare;
            }

            return ageDays <= WeekDays
                ? FreshShare + ((WeekShare - FreshShare) * ageDays / WeekDays)
                : WeekShare + ((OldShare - WeekShare) * (ageDays - WeekDays) / (StaleDays - WeekDays));
        }
    }
}
