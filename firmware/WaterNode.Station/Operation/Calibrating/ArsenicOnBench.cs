using WaterNode.Station.Chemistry;
using WaterNode.Station.Ports;
using WaterNode.Station.Wire;

namespace WaterNode.Station.Operation.Calibrating
{
    /// <summary>A new bottle of arsenic standard: nothing is measured, its label is the point. A bench sheet tells <c>standardMicrogramsPerLitre</c>.</summary>
    public sealed class ArsenicOnBench : SensorOnBench
    {
        /// <summary>A weaker standard would thin the electrolyte, of a stronger one the pump could not measure so little.</summary>
        private const int MicrogramsPerLitreMin = 100, MicrogramsPerLitreMax = 10000;

        private static readonly int[] MicrogramsPerLitre = { 1000, 500, 2000, 200 };

        private ArsenicBottle _made;
        private double _label;

        public ArsenicOnBench(StationPorts ports, StationConfig config)
            : base(ports, config)
        {
        }

        public override int ChannelIndex
        {
            get { return Channel.As; }
        }

        public override int SolutionCount
        {
            get { return MicrogramsPerLitre.Length; }
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
            get
            {
                return new ArsenicBottle
                {
                    Id = Config.ArsenicCalibration,
                    TakenUtcSeconds = Config.ArsenicStandardTakenUtcSeconds,
                    MicrogramsPerLitre = Config.ArsenicStandardMicrogramsPerLitre,
                };
            }
        }

        public override int FitThousandths
        {
            get { return Thousandths(_made.MicrogramsPerLitre); }
        }

        public override string SolutionName(int solution)
        {
            return MicrogramsPerLitre[solution].ToString();
        }

        public override CalibrationProblem Fit()
        {
            if (PointCount == 0)
            {
                return CalibrationProblem.PointCount;
            }

            _made = new ArsenicBottle { MicrogramsPerLitre = _label, Grade = CalibrationGrade.Good };
            return CalibrationProblem.None;
        }

        public override Calibration Exchange(Calibration calibration)
        {
            Calibration before = InForce;
            Config.ArsenicCalibration = calibration.Id;
            Config.ArsenicStandardTakenUtcSeconds = calibration.TakenUtcSeconds;
            Config.ArsenicStandardMicrogramsPerLitre = ((ArsenicBottle)calibration).MicrogramsPerLitre;
            return before;
        }

        public override void WriteFit(JsonWriter members)
        {
            members.Decimal("standardMicrogramsPerLitre", FitThousandths, Decimals);
        }

        /// <summary>Nothing was measured.</summary>
        public override void WritePoint(JsonWriter answer)
        {
            answer.Decimal("standardMicrogramsPerLitre", Thousandths(_label), Decimals);
        }

        public override string AddGiven(JsonFields given)
        {
            string fault = ReadPoint(given);
            if (fault.Length == 0)
            {
                CountPoint();
            }

            return fault;
        }

        protected override CalibrationProblem Measure(int solution)
        {
            _label = MicrogramsPerLitre[solution];
            return CalibrationProblem.None;
        }

        protected override string ReadPoint(JsonFields point)
        {
            return ReadNumber(point, "standardMicrogramsPerLitre", MicrogramsPerLitreMin, MicrogramsPerLitreMax, out _label);
        }
    }
}
