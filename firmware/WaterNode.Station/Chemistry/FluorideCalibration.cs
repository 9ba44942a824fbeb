namespace WaterNode.Station.Chemistry
{
    /// <summary>The line of a fluoride electrode, E = E0 - eta k(t) log10(c + c_b), and how well it is known.</summary>
    /// <remarks>A new one holds an electrode of a data sheet, which knows little more than the order of magnitude.</remarks>
    public sealed class FluorideCalibration : Calibration
    {
        /// <summary>From here the calibration is old, days.</summary>
        public const int OldDays = 14;

        /// <summary>As for pH: beyond this nobody tried what the allowance for temperature is worth, degrees C.</summary>
        public const double CelsiusFromSampleMax = 10;

        /// <summary>Fresh standards and electrode: within 5 % without a level of confidence, which is an even distribution (JCGM 100, 4.3.7).</summary>
        private const double FreshShare = 0.05 / 1.732;

        /// <summary>The electrode then drifts by a standard uncertainty of 10 % in a week and 20 % in two (measurement.md, section 4: starting values).</summary>
        private const double DriftPerDay = 0.10 / 7;

        private const double UncalibratedShare = 1.0;

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

        /// <summary>u of standards and calibration as a share of the concentration.</summary>
        /// <param name="ageDays">0 or more, days.</param>
        public double RelativeUncertainty(double ageDays)
        {
            return IsMade ? RootSumSquare.Of(FreshShare, DriftPerDay * ageDays) : UncalibratedShare;
        }
    }
}
