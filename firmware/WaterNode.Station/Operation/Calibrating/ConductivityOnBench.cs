using WaterNode.Station.Chemistry;
using WaterNode.Station.Ports;
using WaterNode.Station.Wire;

namespace WaterNode.Station.Operation.Calibrating
{
    /// <summary>The conductivity cell in one standard. A bench sheet tells <c>standard</c> (its name), <c>microsiemens</c> (the conductance measured, without cell constant) and <c>celsius</c>.</summary>
    public sealed class ConductivityOnBench : SensorOnBench
    {
        private const int MicroSiemensMax = 100000;

        /// <summary>No two cells of one kind differ by twice; the standards do by nine times and more.</summary>
        private const double ElsewhereFactor = 3;

        private static readonly ConductivityStandard[] Standards = { ConductivityStandard.Chloride1413, ConductivityStandard.Chloride84, ConductivityStandard.Chloride12880 };

        private ConductivityStandard _standard;
        private double _conductanceMicroSiemens;
        private double _relativeUncertainty;
        private double _celsius;
        private ConductivityCalibration _made;

        public ConductivityOnBench(StationPorts ports, StationConfig config)
            : base(ports, config)
        {
        }

        public override int ChannelIndex
        {
            get { return Channel.Ec; }
        }

        public override int SolutionCount
        {
            get { return Standards.Length; }
        }

        public override int PointsUsual
        {
            get { return 1; }
        }

        public override int PointsMax
        {
            get { return 1; }
        }

        public override Calibration Made
        {
            get { return _made; }
        }

        public override Calibration InForce
        {
            get { return Config.EcCalibration; }
        }

        public override int OldDays
        {
            get { return ConductivityCalibration.OldDays; }
        }

        public override int FitThousandths
        {
            get { return Thousandths(_made.CellConstantPerCentimetre); }
        }

        public override string SolutionName(int solution)
        {
            switch (Standards[solution])
            {
                case ConductivityStandard.Chloride84: return "84";
                case ConductivityStandard.Chloride1413: return "1413";
                default: return "12880";
            }
        }

        public override CalibrationProblem Fit()
        {
            if (PointCount == 0)
            {
                return CalibrationProblem.PointCount;
            }

            ConductivityCalibration.TryFit(
                _standard,
                _conductanceMicroSiemens,
                _relativeUncertainty,
                _celsius,
                Config.TemperatureUncertaintyCelsius,
                Config.EcNominalCellConstantPerCentimetre,
                out _made,
                out CalibrationProblem problem);
            return problem;
        }

        public override Calibration Exchange(Calibration calibration)
        {
            Calibration before = Config.EcCalibration;
            Config.EcCalibration = (ConductivityCalibration)calibration;
            return before;
        }

        /// <summary>Points want the conductance.</summary>
        public override void WritePoint(JsonWriter answer)
        {
            base.WritePoint(answer);
            answer.Decimal("microsiemens", Thousandths(_conductanceMicroSiemens), Decimals);
        }

        public override void WriteFit(JsonWriter members)
        {
            members.Decimal("cellConstant", FitThousandths, Decimals);
        }

        protected override CalibrationProblem Measure(int solution)
        {
            CalibrationProblem problem = Sampler.Take(AdcInput.Conductivity, Config.EcSampling);
            if (problem != CalibrationProblem.None)
            {
                return problem;
            }

            _standard = Standards[solution];
            _conductanceMicroSiemens = Config.EcMicroVoltsPerMicroSiemens > 0 ? Sampler.MicroVolts / Config.EcMicroVoltsPerMicroSiemens : 0;
            _relativeUncertainty = Sampler.MicroVolts > 0 ? Sampler.UncertaintyMicroVolts / Sampler.MicroVolts : 0;
            _celsius = Sampler.Celsius;
            return IsElsewhere(out double at25) ? NotIn(solution, DecimalText.Rounded(Thousandths(at25), Decimals, 0)) : CalibrationProblem.None;
        }

        /// <summary>Where the standard's table ends nothing is said: the fit refuses it.</summary>
        /// <param name="at25">What the cell reads, as a label would say it, microsiemens per cm at 25 degrees C.</param>
        private bool IsElsewhere(out double at25)
        {
            const double labelCelsius = 25;
            ConductivityStandards.TryAt(_standard, labelCelsius, out double label);
            bool isKnown = ConductivityStandards.TryAt(_standard, _celsius, out double expected);
            at25 = isKnown ? _conductanceMicroSiemens * Config.EcCalibration.CellConstantPerCentimetre * label / expected : 0;
            return isKnown && (at25 > ElsewhereFactor * label || at25 * ElsewhereFactor < label);
        }

        protected override string ReadPoint(JsonFields point)
        {
            string fault = ReadSolution(point, "standard", out int solution)
                + ReadNumber(point, "microsiemens", 0, MicroSiemensMax, out _conductanceMicroSiemens)
                + ReadNumber(point, "celsius", 0, CelsiusMax, out _celsius);
            _standard = solution >= 0 ? Standards[solution] : ConductivityStandard.Chloride1413;
            _relativeUncertainty = 0;
            return fault;
        }
    }
}
