using System;

namespace WaterNode.Station.Chemistry
{
    /// <summary>Fits the line of a fluoride electrode to 2 to 6 standards: least squares of E on log10(c + c_b).</summary>
    public sealed class FluorideFit
    {
        public const int PointsMax = 6;

        /// <summary>Slope of a sound electrode as a share of the ideal one: 54 to 60 mV a decade at 25 degrees C.</summary>
        public const double EfficiencyMin = 0.91, EfficiencyMax = 1.02;

        /// <summary>Largest distance of a standard from the line, mV.</summary>
        public const double ResidualMilliVoltsMax = 1.5;

        /// <summary>Largest difference of two readings of one standard, mV.</summary>
        public const double DuplicateMilliVoltsMax = 2;

        /// <summary>Standards within 1 degree C of their mean (Eutech manual, page 14).</summary>
        public const double CelsiusFromMeanMax = 1;

        /// <summary>The background is fitted only with so many standards, one of them so low, mg/L.</summary>
        public const int BackgroundPointsMin = 4;

        public const double BackgroundStandardMax = 0.1;

        /// <summary>Between the lowest and the highest standard.</summary>
        private const double RatioMin = 2.5;

        /// <summary>Two labels this near are one standard measured twice.</summary>
        private const double SameRatioMax = 1.005;

        private const double BackgroundMax = 0.1;
        private const int SearchStepsMax = 40;
        private const double GoldenShare = 0.6180339887498949;

        private readonly double[] _log = new double[PointsMax];
        private readonly double[] _milliVolts = new double[PointsMax];
        private readonly StraightLine _line = new StraightLine();

        /// <param name="points">In any order; one measured twice shows the drift.</param>
        /// <param name="count">2 to 6.</param>
        /// <param name="standardsWereDiluted">See <see cref="FluorideCalibration.StandardsWereDiluted"/>.</param>
        /// <param name="calibration">Without id and time, which the caller knows; null when false is returned.</param>
        /// <param name="problem">Why it was refused.</param>
        public bool TryFit(FluoridePoint[] points, int count, bool standardsWereDiluted, out FluorideCalibration calibration, out CalibrationProblem problem)
        {
            calibration = null;
            problem = ProblemOf(points, count, out double celsius);
            if (problem != CalibrationProblem.None)
            {
                return false;
            }

            double background = HasBackground(points, count) ? FindBackground(points, count) : 0;
            Fit(points, count, background);
            double efficiency = -_line.Slope / Nernst.SlopeMilliVolts(celsius);
            problem = ProblemOfLine(efficiency);
            if (problem != CalibrationProblem.None)
            {
                return false;
            }

            calibration = new FluorideCalibration
            {
                Celsius = celsius,
                E0MilliVolts = _line.Intercept,
                Efficiency = efficiency,
                BackgroundMilligramsPerLitre = background,
                StandardsWereDiluted = standardsWereDiluted,
                Points = count,
                ResidualMilliVolts = _line.LargestResidual,
                Grade = CalibrationGrade.Good,
            };
            return true;
        }

        private static CalibrationProblem ProblemOf(FluoridePoint[] points, int count, out double meanCelsius)
        {
            meanCelsius = 0;
            if (count < 2 || count > PointsMax)
            {
                return CalibrationProblem.PointCount;
            }

            double low = points[0].MilligramsPerLitre;
            double high = low;
            for (int i = 0; i < count; i++)
            {
                double concentration = points[i].MilligramsPerLitre;
                low = concentration < low ? concentration : low;
                high = concentration > high ? concentration : high;
                meanCelsius += points[i].Celsius / count;
            }

            if (low <= 0)
            {
                return CalibrationProblem.NoSolution;
            }

            if (high < low * RatioMin)
            {
                return CalibrationProblem.SolutionsTooNear;
            }

            // No water is at absolute zero, but then there would be no ideal slope to divide by.
            if (Nernst.SlopeMilliVolts(meanCelsius) <= 0)
            {
                return CalibrationProblem.NoTemperature;
            }

            return ProblemOfPoints(points, count, meanCelsius);
        }

        private static CalibrationProblem ProblemOfPoints(FluoridePoint[] points, int count, double meanCelsius)
        {
            for (int i = 0; i < count; i++)
            {
                if (Math.Abs(points[i].Celsius - meanCelsius) > CelsiusFromMeanMax)
                {
                    return CalibrationProblem.TemperaturesDiffer;
                }

                for (int j = 0; j < i; j++)
                {
                    CalibrationProblem problem = ProblemOfPair(points[j], points[i]);
                    if (problem != CalibrationProblem.None)
                    {
                        return problem;
                    }
                }
            }

            return CalibrationProblem.None;
        }

        private static CalibrationProblem ProblemOfPair(FluoridePoint first, FluoridePoint second)
        {
            double ratio = second.MilligramsPerLitre / first.MilligramsPerLitre;
            double step = second.MilliVolts - first.MilliVolts;
            if (ratio <= SameRatioMax && ratio >= 1 / SameRatioMax)
            {
                return Math.Abs(step) > DuplicateMilliVoltsMax ? CalibrationProblem.Drifted : CalibrationProblem.None;
            }

            return (step >= 0) == (ratio > 1) ? CalibrationProblem.Exchanged : CalibrationProblem.None;
        }

        /// <summary>A background fitted to fewer standards, or to none that shows it, would only follow their errors.</summary>
        private static bool HasBackground(FluoridePoint[] points, int count)
        {
            int different = 0;
            bool hasLow = false;
            for (int i = 0; i < count; i++)
            {
                bool isNew = true;
                for (int j = 0; j < i; j++)
                {
                    double ratio = points[i].MilligramsPerLitre / points[j].MilligramsPerLitre;
                    isNew &= ratio > SameRatioMax || ratio < 1 / SameRatioMax;
                }

                different += isNew ? 1 : 0;
                hasLow |= points[i].MilligramsPerLitre <= BackgroundStandardMax;
            }

            return different >= BackgroundPointsMin && hasLow;
        }

        /// <summary>Golden section search for the background with the smallest squared residuals.</summary>
        private double FindBackground(FluoridePoint[] points, int count)
        {
            double low = 0;
            double high = BackgroundMax;
            for (int i = 0; i < SearchStepsMax; i++)
            {
                double step = (high - low) * GoldenShare;
                if (Fit(points, count, high - step) <= Fit(points, count, low + step))
                {
                    high = low + step;
                }
                else
                {
                    low = high - step;
                }
            }

            return (low + high) / 2;
        }

        /// <returns>Squared residuals, mV^2.</returns>
        private double Fit(FluoridePoint[] points, int count, double background)
        {
            for (int i = 0; i < count; i++)
            {
                _log[i] = Math.Log10(points[i].MilligramsPerLitre + background);
                _milliVolts[i] = points[i].MilliVolts;
            }

            // Lowest and highest standard differ, so that the fit succeeds.
            _line.TryFit(_log, _milliVolts, count);
            return _line.SquaredResiduals;
        }

        private CalibrationProblem ProblemOfLine(double efficiency)
        {
            if (efficiency < EfficiencyMin)
            {
                return CalibrationProblem.SlopeLow;
            }

            if (efficiency > EfficiencyMax)
            {
                return CalibrationProblem.SlopeHigh;
            }

            return _line.LargestResidual > ResidualMilliVoltsMax ? CalibrationProblem.NotOnALine : CalibrationProblem.None;
        }
    }
}
