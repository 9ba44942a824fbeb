using System;
using WaterNode.Station.Chemistry;
using WaterNode.Station.Ports;
using WaterNode.Station.Wire;

namespace WaterNode.Station.Operation.Calibrating
{
    /// <summary>The glass electrode in one to three buffers. A bench sheet tells of each <c>buffer</c> (its name), <c>mv</c> and <c>celsius</c>.</summary>
    public sealed class GlassOnBench : SensorOnBench
    {
        private static readonly PhBuffer[] Buffers = { PhBuffer.Phosphate686, PhBuffer.Phthalate401, PhBuffer.Borax918, PhBuffer.Technical700, PhBuffer.Carbonate1001 };

        /// <summary>By the data sheet a usable electrode is off by 1 pH at most: half of it for its offset, half for its slope. Sour, neutral and
        /// alkaline buffers lie 2.2 pH apart and more.</summary>
        private const double ElsewherePh = 1.5;

        private readonly PhPoint[] _points = new PhPoint[3];
        private PhCalibration _made;

        public GlassOnBench(StationPorts ports, StationConfig config)
            : base(ports, config)
        {
        }

        public override int ChannelIndex
        {
            get { return Channel.Ph; }
        }

        public override int SolutionCount
        {
            get { return Buffers.Length; }
        }

        public override int PointsUsual
        {
            get { return 2; }
        }

        public override int PointsMax
        {
            get { return _points.Length; }
        }

        public override Calibration Made
        {
            get { return _made; }
        }

        public override Calibration InForce
        {
            get { return Config.PhCalibration; }
        }

        public override int OldDays
        {
            get { return PhCalibration.OldDays; }
        }

        public override int ExpiredDays
        {
            get { return PhCalibration.ExpiredDays; }
        }

        public override int FitThousandths
        {
            get { return Thousandths(_made.Efficiency); }
        }

        public override int FitOffsetMicroVolts
        {
            get { return Thousandths(_made.OffsetMilliVolts); }
        }

        public override string SolutionName(int solution)
        {
            switch (Buffers[solution])
            {
                case PhBuffer.Phthalate401: return "4.01";
                case PhBuffer.Phosphate686: return "6.86";
                case PhBuffer.Borax918: return "9.18";
                case PhBuffer.Technical700: return "7.00";
                default: return "10.01";
            }
        }

        public override CalibrationProblem Fit()
        {
            PhCalibration.TryFit(_points, PointCount, Config.PhCalibration, out _made, out CalibrationProblem problem);
            return problem;
        }

        public override Calibration Exchange(Calibration calibration)
        {
            Calibration before = Config.PhCalibration;
            Config.PhCalibration = (PhCalibration)calibration;
            return before;
        }

        public override void WriteFit(JsonWriter members)
        {
            members.Decimal("slope", FitThousandths, Decimals)
                .Decimal("offset", FitOffsetMicroVolts, Decimals)
                .Decimal("residual", Thousandths(_made.ResidualMilliVolts), Decimals);
        }

        public override bool TryCheck(out int difference, out bool isGood)
        {
            difference = 0;
            isGood = false;
            if (PointCount == 0 || !Config.PhCalibration.IsMade)
            {
                return false;
            }

            isGood = Config.PhCalibration.TryCheck(_points[PointCount - 1], out double differencePh, out CalibrationProblem problem);
            difference = Thousandths(differencePh);
            return isGood || problem == CalibrationProblem.Drifted;
        }

        protected override CalibrationProblem Measure(int solution)
        {
            CalibrationProblem problem = Sampler.Take(AdcInput.Ph, Config.PhSampling);
            if (problem != CalibrationProblem.None)
            {
                return problem;
            }

            var point = new PhPoint(Buffers[solution], Sampler.MicroVolts / 1000, Sampler.Celsius);
            if (IsElsewhere(point, Config.PhCalibration) && IsElsewhere(point, new PhCalibration()))
            {
                return NotIn(solution, "pH " + ReadingOf(point));
            }

            _points[PointCount] = point;
            return CalibrationProblem.None;
        }

        /// <summary>Where the buffer's table ends nothing is said: the fit refuses it.</summary>
        private static bool IsElsewhere(PhPoint point, PhCalibration calibration)
        {
            calibration.TryCheck(point, out double differencePh, out _);
            return Math.Abs(differencePh) > ElsewherePh;
        }

        private string ReadingOf(PhPoint point)
        {
            const int shownDecimals = 1;
            PhCalibration inForce = Config.PhCalibration;
            GlassElectrode.TryPh(point.MilliVolts, inForce.OffsetMilliVolts, inForce.Efficiency, point.Celsius, out double ph);
            return DecimalText.Rounded(Thousandths(ph), Decimals, shownDecimals);
        }

        protected override string ReadPoint(JsonFields point)
        {
            string fault = ReadSolution(point, "buffer", out int solution)
                + ReadNumber(point, "mv", -MilliVoltsMax, MilliVoltsMax, out double milliVolts)
                + ReadNumber(point, "celsius", 0, CelsiusMax, out double celsius);
            if (fault.Length == 0)
            {
                _points[PointCount] = new PhPoint(Buffers[solution], milliVolts, celsius);
            }

            return fault;
        }
    }
}
