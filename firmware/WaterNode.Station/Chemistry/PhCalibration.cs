using System;

namespace WaterNode.Station.Chemistry
{
    /// <summary>Offset and slope of a glass electrode, and how well they are known: E = E_os - eta k(t) (pH - 7).</summary>
    /// <remarks>What a new one holds is an electrode of a data sheet: an offset within 30 mV, a slope of 90 to 105 % (measurement.md, section 2).</remarks>
    public sealed class PhCalibration : Calibration
    {
        /// <summary>Bounds of the slope as a share of the ideal one (Corning 440 manual, page 18).</summary>
        public const double EfficiencyMin = 0.85, EfficiencyFair = 0.90, EfficiencyGood = 0.95, EfficiencyMax = 1.05;

        /// <summary>Largest offset of a usable electrode, mV.</summary>
        public const double OffsetMilliVoltsMax = 30;

        /// <summary>A buffer measured as a sample must come out within this, or the electrode has drifted.</summary>
        public const double CheckPhMax = 0.1;

        /// <summary>From here the calibration is old, and from here nobody can say what it is worth, days.</summary>
        public const int OldDays = 30, ExpiredDays = 90;

        /// <summary>Buffers were not made for a sample that is further from them than this, degrees C.</summary>
        public const double CelsiusFromSampleMax = 10;

        private const int PointsMax = 3;
        private const double BufferDistancePhMin = 1.5;

        /// <summary>0.05 pH. The wrong one of 6.86 and 7.00 among three buffers stands further off.</summary>
        private const double ResidualMilliVoltsMax = 3;

        /// <summary>Of buffers sold as +-0.02, and of the reading in them.</summary>
        private const double BufferUncertaintyPh = 0.01, PointUncertaintyMilliVolts = 0.3;

        /// <summary>An electrode whose slope nobody measured has 95 to 105 %, evenly.</summary>
        private const double UnmeasuredEfficiencyUncertainty = 0.029;

        /// <summary>At the age where a calibration counts as old, nineteen sound electrodes in twenty still pass the drift check: pH per day.</summary>
        private const double DriftPhPerDay = CheckPhMax / 2 / OldDays;

        /// <summary>In a year an electrode may lose a tenth of its slope, evenly: share per day.</summary>
        private const double SlopeLossPerDay = 0.1 / 1.732 / 365;

        private const double SecondsPerDay = 86400;

        /// <summary>Standard deviation of the isopotential point of commercial electrodes, pH, and how far a slope strays from k(t) over temperature, as a share.</summary>
        private const double IsopotentialUncertaintyPh = 0.25, TemperatureCoefficientUncertainty = 0.2;

        /// <summary>E_os, the potential at pH 7, mV.</summary>
        public double OffsetMilliVolts { get; set; }

        /// <summary>eta, the slope as a share of the ideal one.</summary>
        public double Efficiency { get; set; } = 1;

        /// <summary>u(eta) when the slope was measured.</summary>
        public double EfficiencyUncertainty { get; set; } = 0.05;

        /// <summary>Where the line is surest: the middle of the buffers, pH.</summary>
        public double CentrePh { get; set; } = GlassElectrode.IsopotentialPh;

        /// <summary>Uncertainty there, pH.</summary>
        public double CentreUncertaintyPh { get; set; } = 0.3;

        /// <summary>Buffers it was made with; 0 for none.</summary>
        public int Points { get; set; }

        /// <summary>When the slope was measured that a single buffer left as it was, Unix seconds, UTC; 0 when nobody knows. It says nothing when there are more buffers.</summary>
        public long KeptSlopeTakenUtcSeconds { get; set; }

        /// <summary>Fits offset and slope to two or three buffers; one buffer moves the offset and keeps the slope of the calibration before.</summary>
        /// <param name="points">In any order; each carries its buffer's name.</param>
        /// <param name="count">1 to 3.</param>
        /// <param name="previous">The calibration in force; used for one buffer only.</param>
        /// <param name="calibration">Without id and time, which the caller knows; null when false is returned.</param>
        /// <param name="problem">Why it was refused.</param>
        public static bool TryFit(PhPoint[] points, int count, PhCalibration previous, out PhCalibration calibration, out CalibrationProblem problem)
        {
            calibration = null;
            double[] ph = new double[PointsMax];
            problem = ProblemOf(points, count, ph);
            if (problem != CalibrationProblem.None)
            {
                return false;
            }

            var made = new PhCalibration { Points = count, Celsius = MeanCelsius(points, count) };
            if (count == 1)
            {
                made.MoveOffset(points[0], ph[0], previous);
            }
            else
            {
                made.FitLine(points, ph, count);
            }

            problem = made.ProblemOfElectrode();
            made.Grade = GradeOf(made.Efficiency);
            calibration = problem == CalibrationProblem.None ? made : null;
            return calibration != null;
        }

        /// <summary>The drift check: a buffer measured as a sample.</summary>
        /// <param name="differencePh">Measured minus true, pH.</param>
        /// <returns>False when the electrode has drifted by more than 0.1 pH or the check is impossible.</returns>
        public bool TryCheck(PhPoint point, out double differencePh, out CalibrationProblem problem)
        {
            differencePh = 0;
            problem = CalibrationProblem.TemperatureOutsideTable;
            if (!PhBuffers.TryPh(point.Buffer, point.Celsius, out double expected)
                || !GlassElectrode.TryPh(point.MilliVolts, OffsetMilliVolts, Efficiency, point.Celsius, out double measured))
            {
                return false;
            }

            differencePh = measured - expected;
            problem = Math.Abs(differencePh) <= CheckPhMax ? CalibrationProblem.None : CalibrationProblem.Drifted;
            return problem == CalibrationProblem.None;
        }

        /// <summary>Standard uncertainty of a pH measured with this calibration.</summary>
        /// <param name="potentialUncertainty">u(E) of the sample, mV.</param>
        /// <param name="celsiusUncertainty">u(t), degrees C.</param>
        /// <param name="ageDays">Of the buffers, 0 or more, days.</param>
        /// <remarks>It grows with the distance to the buffers, with the age, and with |pH - 7| |t - t_cal|, since the isopotential point is only assumed to lie at 7.</remarks>
        public double Uncertainty(double ph, double celsius, double potentialUncertainty, double celsiusUncertainty, double ageDays)
        {
            double kelvin = celsius + Nernst.ZeroCelsiusKelvin;
            double distance = Math.Abs(ph - GlassElectrode.IsopotentialPh);
            double byPotential = potentialUncertainty / (Efficiency * Nernst.SlopeMilliVolts(celsius));
            double byEfficiency = (ph - CentrePh) * SlopeUncertainty(ageDays) / Efficiency;
            double byThermometer = distance * celsiusUncertainty / kelvin;
            double byTemperature = Math.Abs(celsius - Celsius) / kelvin * RootSumSquare.Of(IsopotentialUncertaintyPh, distance * TemperatureCoefficientUncertainty);
            double calibration = RootSumSquare.Of(CentreUncertaintyPh, byEfficiency, ageDays * DriftPhPerDay);
            return RootSumSquare.Of(calibration, byPotential, byThermometer, byTemperature);
        }

        private bool KeepsSlope
        {
            get { return Points == 1; }
        }

        private long SlopeTakenUtcSeconds
        {
            get { return KeepsSlope ? KeptSlopeTakenUtcSeconds : TakenUtcSeconds; }
        }

        /// <summary>u(eta) at that age of the buffers. A slope that a single buffer kept is older than they are, and one of unknown age worth no more than an unmeasured one.</summary>
        private double SlopeUncertainty(double ageDays)
        {
            if (KeepsSlope && KeptSlopeTakenUtcSeconds == 0)
            {
                return Math.Max(EfficiencyUncertainty, UnmeasuredEfficiencyUncertainty);
            }

            double olderDays = (TakenUtcSeconds - SlopeTakenUtcSeconds) / SecondsPerDay;
            return RootSumSquare.Of(EfficiencyUncertainty, (ageDays + Math.Max(olderDays, 0)) * SlopeLossPerDay);
        }

        private static CalibrationProblem ProblemOf(PhPoint[] points, int count, double[] ph)
        {
            if (count < 1 || count > PointsMax)
            {
                return CalibrationProblem.PointCount;
            }

            for (int i = 0; i < count; i++)
            {
                if (!PhBuffers.TryPh(points[i].Buffer, points[i].Celsius, out ph[i]))
                {
                    return CalibrationProblem.TemperatureOutsideTable;
                }

                for (int j = 0; j < i; j++)
                {
                    CalibrationProblem problem = ProblemOfPair(points[j], ph[j], points[i], ph[i]);
                    if (problem != CalibrationProblem.None)
                    {
                        return problem;
                    }
                }
            }

            return CalibrationProblem.None;
        }

        private static CalibrationProblem ProblemOfPair(PhPoint first, double firstPh, PhPoint second, double secondPh)
        {
            if (first.Buffer == second.Buffer)
            {
                return CalibrationProblem.SameSolutionTwice;
            }

            double distance = secondPh - firstPh;
            if (Math.Abs(distance) < BufferDistancePhMin)
            {
                return CalibrationProblem.SolutionsTooNear;
            }

            bool rises = (second.MilliVolts > first.MilliVolts) == (distance > 0);
            return rises ? CalibrationProblem.Exchanged : CalibrationProblem.None;
        }

        private void MoveOffset(PhPoint point, double ph, PhCalibration previous)
        {
            bool isMeasured = previous != null && previous.IsMade;
            Efficiency = isMeasured ? previous.Efficiency : 1;
            EfficiencyUncertainty = isMeasured ? previous.EfficiencyUncertainty : UnmeasuredEfficiencyUncertainty;
            KeptSlopeTakenUtcSeconds = isMeasured ? previous.SlopeTakenUtcSeconds : 0;
            double slope = Efficiency * Nernst.SlopeMilliVolts(point.Celsius);
            OffsetMilliVolts = point.MilliVolts + (slope * (ph - GlassElectrode.IsopotentialPh));
            CentrePh = ph;
            CentreUncertaintyPh = PointUncertainty(slope) / slope;
        }

        /// <summary>E over k(t) (pH - 7), so that every buffer may have its own temperature.</summary>
        private void FitLine(PhPoint[] points, double[] ph, int count)
        {
            double[] x = new double[PointsMax];
            double[] y = new double[PointsMax];
            for (int i = 0; i < count; i++)
            {
                x[i] = Nernst.SlopeMilliVolts(points[i].Celsius) * (ph[i] - GlassElectrode.IsopotentialPh);
                y[i] = points[i].MilliVolts;
            }

            // Different buffers have different x, so that the fit succeeds.
            var line = new StraightLine();
            line.TryFit(x, y, count);
            OffsetMilliVolts = line.Intercept;
            Efficiency = -line.Slope;
            ResidualMilliVolts = count > 2 ? line.LargestResidual : 0;

            double ideal = Nernst.SlopeMilliVolts(Celsius);
            double known = PointUncertainty(ideal);
            double seen = count > 2 ? Math.Sqrt(line.SquaredResiduals / (count - 2)) : 0;
            double point = seen > known ? seen : known;
            EfficiencyUncertainty = point / Math.Sqrt(line.SpreadX);
            CentrePh = GlassElectrode.IsopotentialPh + (line.MeanX / ideal);
            CentreUncertaintyPh = point / Math.Sqrt(count) / ideal;
        }

        private CalibrationProblem ProblemOfElectrode()
        {
            if (Efficiency < EfficiencyMin)
            {
                return CalibrationProblem.SlopeLow;
            }

            if (Efficiency > EfficiencyMax)
            {
                return CalibrationProblem.SlopeHigh;
            }

            if (ResidualMilliVolts > ResidualMilliVoltsMax)
            {
                return CalibrationProblem.NotOnALine;
            }

            return Math.Abs(OffsetMilliVolts) > OffsetMilliVoltsMax ? CalibrationProblem.OffsetLarge : CalibrationProblem.None;
        }

        private static CalibrationGrade GradeOf(double efficiency)
        {
            if (efficiency >= EfficiencyGood)
            {
                return CalibrationGrade.Good;
            }

            return efficiency >= EfficiencyFair ? CalibrationGrade.Clean : CalibrationGrade.Service;
        }

        private static double PointUncertainty(double milliVoltsPerPh)
        {
            return RootSumSquare.Of(BufferUncertaintyPh * milliVoltsPerPh, PointUncertaintyMilliVolts);
        }

        private static double MeanCelsius(PhPoint[] points, int count)
        {
            double sum = 0;
            for (int i = 0; i < count; i++)
            {
                sum += points[i].Celsius;
            }

            return sum / count;
        }
    }
}
