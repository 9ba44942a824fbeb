namespace WaterNode.Station.Chemistry
{
    /// <summary>The cell constant of a conductivity cell, and how well it is known.</summary>
    /// <remarks>A new one holds the nominal cell with a tolerance of 15 %.</remarks>
    public sealed class ConductivityCalibration : Calibration
    {
        /// <summary>Cell constants of a cell of this kind, as a share of the nominal one. Air bubbles, dirt and the wrong standard lie outside.</summary>
        public const double PlausibleShareMin = 0.7, PlausibleShareMax = 1.3;

        /// <summary>From here the calibration is old, days: the cell is cleaned and checked when the pH electrode is.</summary>
        public const int OldDays = 30;

        /// <summary>Standards are sold as +-1 %.</summary>
        private const double StandardRelativeUncertainty = 0.005;

        /// <summary>What a degree changes the standard by, as a share.</summary>
        private const double StandardPerDegree = 0.0194;

        /// <summary>After a month a fouled cell may be off by the 3 % that call for a correction (USGS TM1-D3), evenly: share per day.</summary>
        private const double DriftPerDay = 0.03 / 1.732 / 30;

        /// <summary>Cell constant, 1/cm; the tolerance of the front end's gain is in it.</summary>
        public double CellConstantPerCentimetre { get; set; } = 1;

        /// <summary>u of the cell constant when it was measured, as a share.</summary>
        public double FreshRelativeUncertainty { get; set; } = 0.15;

        /// <summary>Cell constant from one standard: K = kappa(t) / G.</summary>
        /// <param name="conductanceMicroSiemens">Measured conductance, microsiemens.</param>
        /// <param name="conductanceUncertainty">Its u as a share.</param>
        /// <param name="celsius">Temperature of the standard, 15 to 30 degrees C.</param>
        /// <param name="celsiusUncertainty">u(t), degrees C.</param>
        /// <param name="nominalPerCentimetre">What the cell was sold as, 1/cm.</param>
        /// <param name="calibration">Without id and time, which the caller knows; null when false is returned.</param>
        public static bool TryFit(
            ConductivityStandard standard,
            double conductanceMicroSiemens,
            double conductanceUncertainty,
            double celsius,
            double celsiusUncertainty,
            double nominalPerCentimetre,
            out ConductivityCalibration calibration,
            out CalibrationProblem problem)
        {
            calibration = null;
            if (!ConductivityStandards.TryAt(standard, celsius, out double expected))
            {
                problem = CalibrationProblem.TemperatureOutsideTable;
                return false;
            }

            if (!Conductivity.TryCellConstant(expected, conductanceMicroSiemens, out double perCentimetre))
            {
                problem = CalibrationProblem.NoSolution;
                return false;
            }

            if (perCentimetre < nominalPerCentimetre * PlausibleShareMin || perCentimetre > nominalPerCentimetre * PlausibleShareMax)
            {
                problem = CalibrationProblem.CellConstant;
                return false;
            }

            problem = CalibrationProblem.None;
            calibration = new ConductivityCalibration
            {
                Celsius = celsius,
                CellConstantPerCentimetre = perCentimetre,
                FreshRelativeUncertainty = RootSumSquare.Of(StandardRelativeUncertainty, StandardPerDegree * celsiusUncertainty, conductanceUncertainty),
                Grade = CalibrationGrade.Good,
            };
            return true;
        }

        /// <summary>u of the cell constant as a share.</summary>
        /// <param name="ageDays">0 or more, days.</param>
        public double RelativeUncertainty(double ageDays)
        {
            return RootSumSquare.Of(FreshRelativeUncertainty, ageDays * DriftPerDay);
        }
    }
}
