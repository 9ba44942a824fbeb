using WaterNode.Station.Chemistry;
using WaterNode.Station.Ports;
using WaterNode.Station.Sensing;
using WaterNode.Station.Wire;

namespace WaterNode.Station.Operation.Calibrating
{
    /// <summary>The fluoride electrode in two to six standards, each pumped into the cell, buffered and waited for as a sample is.</summary>
    /// <remarks>A bench sheet tells of each point <c>mgPerLitre</c>, <c>mv</c> and <c>celsius</c>, and once <c>diluted</c>: true when the standards
    /// were mixed with the buffer as the station mixes samples.</remarks>
    public sealed class FluorideOnBench : SensorOnBench
    {
        private const int MilligramsPerLitreMax = 1000;

        /// <summary>The three that every calibration needs, upwards, because what a strong standard leaves in the cell shows in a weak one; then those that
        /// somebody may have besides.</summary>
        private static readonly double[] MilligramsPerLitre = { 0.4, 1, 4, 2, 10, 0.1 };

        private static readonly string[] Labels = { "0.4", "1", "4", "2", "10", "0.1" };

        private readonly FluorideCell _cell;
        private readonly FluoridePoint[] _points = new FluoridePoint[FluorideFit.PointsMax];
        private bool _areDiluted = true;
        private FluorideCalibration _made;

        public FluorideOnBench(StationPorts ports, StationConfig config)
            : base(ports, config)
        {
            _cell = new FluorideCell(ports.Fluidics, config);
        }

        public override int ChannelIndex
        {
            get { return Channel.F; }
        }

        public override int SolutionCount
        {
            get { return Labels.Length; }
        }

        public override int PointsUsual
        {
            get { return 3; }
        }

        public override int PointsMax
        {
            get { return FluorideFit.PointsMax; }
        }

        public override Calibration Made
        {
            get { return _made; }
        }

        public override Calibration InForce
        {
            get { return Config.FluorideCalibration; }
        }

        public override int OldDays
        {
            get { return FluorideCalibration.OldDays; }
        }

        public override int FitThousandths
        {
            get { return Thousandths(_made.Efficiency); }
        }

        public override int FitOffsetMicroVolts
        {
            get { return Thousandths(_made.E0MilliVolts); }
        }

        public override string SolutionName(int solution)
        {
            return Labels[solution];
        }

        /// <summary>Takes the two standards that the station may carry.</summary>
        /// <returns>None when both points were taken.</returns>
        public CalibrationProblem TakeOnBoard()
        {
            CalibrationProblem problem = Measure(FluidLine.FluorideStandardLow, Config.FluorideStandardLowMilligramsPerLitre);
            if (problem != CalibrationProblem.None)
            {
                return problem;
            }

            CountPoint();
            problem = Measure(FluidLine.FluorideStandardHigh, Config.FluorideStandardHighMilligramsPerLitre);
            if (problem == CalibrationProblem.None)
            {
                CountPoint();
            }

            return problem;
        }

        public override CalibrationProblem Fit()
        {
            new FluorideFit().TryFit(_points, PointCount, _areDiluted, out _made, out CalibrationProblem problem);
            return problem;
        }

        public override Calibration Exchange(Calibration calibration)
        {
            Calibration before = Config.FluorideCalibration;
            Config.FluorideCalibration = (FluorideCalibration)calibration;
            return before;
        }

        public override void WriteFit(JsonWriter members)
        {
            members.Decimal("slope", FitThousandths, Decimals)
                .Decimal("offset", FitOffsetMicroVolts, Decimals)
                .Decimal("residual", Thousandths(_made.ResidualMilliVolts), Decimals)
                .Decimal("background", Thousandths(_made.BackgroundMilligramsPerLitre), Decimals)
                .Flag("diluted", _made.StandardsWereDiluted);
        }

        public override string AddGiven(JsonFields given)
        {
            return given.TryGetFlag("diluted", out _areDiluted)
                ? base.AddGiven(given)
                : " diluted must be true when the standards were mixed with buffer as samples are, otherwise false.";
        }

        protected override CalibrationProblem Measure(int solution)
        {
            return Measure(FluidLine.FluorideSample, MilligramsPerLitre[solution]);
        }

        protected override string ReadPoint(JsonFields point)
        {
            string fault = ReadNumber(point, "mgPerLitre", 0, MilligramsPerLitreMax, out double milligramsPerLitre)
                + ReadNumber(point, "mv", -MilliVoltsMax, MilliVoltsMax, out double milliVolts)
                + ReadNumber(point, "celsius", 0, CelsiusMax, out double celsius);
            _points[PointCount] = new FluoridePoint(milligramsPerLitre, milliVolts, celsius);
            return fault;
        }

        private CalibrationProblem Measure(FluidLine line, double milligramsPerLitre)
        {
            if (!_cell.TryFill(line) || !_cell.TryBuffer())
            {
                return CalibrationProblem.PumpNoAnswer;
            }

            CalibrationProblem problem = Sampler.Take(AdcInput.Fluoride, Config.FluorideSampling);
            if (problem == CalibrationProblem.None)
            {
                _points[PointCount] = new FluoridePoint(milligramsPerLitre, Sampler.MicroVolts / 1000, Sampler.Celsius);
            }

            return problem;
        }
    }
}
