using System;
using WaterNode.Station.Chemistry;
using WaterNode.Station.Display;
using WaterNode.Station.Ports;
using WaterNode.Station.Sensing;
using WaterNode.Station.Wire;

namespace WaterNode.Station.Operation
{
    /// <summary>Calibrates pH and conductivity with the station's own sensors, sampled as water is.</summary>
    public sealed class CalibrationBench : ICalibrationBench
    {
        private const int PhPointsMax = 3, ConductivityPointsMax = 1;
        private const int IdMax = 65535;
        private const int EventDecimals = 3;

        private static readonly PhBuffer[] Buffers = { PhBuffer.Phosphate686, PhBuffer.Phthalate401, PhBuffer.Borax918, PhBuffer.Technical700, PhBuffer.Carbonate1001 };
        private static readonly ConductivityStandard[] Standards = { ConductivityStandard.Chloride1413, ConductivityStandard.Chloride84, ConductivityStandard.Chloride12880 };

        private readonly IClock _clock;
        private readonly StationConfig _config;
        private readonly StationEvents _events;
        private readonly CalibrationStore _store;
        private readonly StableSampler _sampler;
        private readonly ISampleSource _glass;
        private readonly ISampleSource _cell;
        private readonly ISampleSource _probe;
        private readonly PhPoint[] _points = new PhPoint[PhPointsMax];

        private CalibratedSensor _sensor;
        private ConductivityStandard _standard;
        private double _standardUncertainty;
        private PhCalibration _ph;
        private ConductivityCalibration _conductivity;

        public CalibrationBench(StationPorts ports, StationConfig config, StationEvents events, CalibrationStore store)
        {
            _clock = ports.Clock;
            _config = config;
            _events = events;
            _store = store;
            _sampler = new StableSampler(ports.Clock);
            _glass = new AnalogueSource(ports.Adc, AdcInput.Ph);
            _cell = new AnalogueSource(ports.Adc, AdcInput.Conductivity);
            _probe = new ProbeSource(ports.TemperatureProbe);
        }

        public int PointCount { get; private set; }

        public int PointMicroVolts { get; private set; }

        public int PointMilliCelsius { get; private set; }

        public int SolutionCount
        {
            get { return _sensor == CalibratedSensor.Ph ? Buffers.Length : Standards.Length; }
        }

        public int PointsMax
        {
            get { return _sensor == CalibratedSensor.Ph ? PhPointsMax : ConductivityPointsMax; }
        }

        public int FitThousandths
        {
            get { return Thousandths(_sensor == CalibratedSensor.Ph ? _ph.Efficiency : _conductivity.CellConstantPerCentimetre); }
        }

        public int FitOffsetMicroVolts
        {
            get { return _sensor == CalibratedSensor.Ph ? Thousandths(_ph.OffsetMilliVolts) : 0; }
        }

        public CalibrationGrade FitGrade
        {
            get { return _sensor == CalibratedSensor.Ph ? _ph.Grade : _conductivity.Grade; }
        }

        public void Begin(CalibratedSensor sensor)
        {
            _sensor = sensor;
            PointCount = 0;
            _ph = null;
            _conductivity = null;
        }

        public string SolutionName(int solution)
        {
            return _sensor == CalibratedSensor.Ph ? NameOf(Buffers[solution]) : NameOf(Standards[solution]);
        }

        public CalibrationProblem Take(int solution)
        {
            bool isPh = _sensor == CalibratedSensor.Ph;
            CalibrationProblem problem = StableSampler.ProblemOf(_sampler.Take(isPh ? _glass : _cell, isPh ? _config.PhSampling : _config.EcSampling));
            if (problem != CalibrationProblem.None)
            {
                return problem;
            }

            double microVolts = _sampler.Value;
            double uncertainty = _sampler.Uncertainty;
            if (_sampler.Take(_probe, _config.TemperatureSampling) != SamplingOutcome.Stable)
            {
                return CalibrationProblem.NoTemperature;
            }

            PointMicroVolts = (int)microVolts;
            PointMilliCelsius = (int)_sampler.Value;
            if (isPh)
            {
                _points[PointCount] = new PhPoint(Buffers[solution], microVolts / 1000, _sampler.Value / 1000);
            }
            else
            {
                _standard = Standards[solution];
                _standardUncertainty = microVolts > 0 ? uncertainty / microVolts : 0;
            }

            PointCount++;
            return CalibrationProblem.None;
        }

        public CalibrationProblem Fit()
        {
            CalibrationProblem problem;
            if (_sensor == CalibratedSensor.Ph)
            {
                PhCalibration.TryFit(_points, PointCount, _config.PhCalibration, out _ph, out problem);
                return problem;
            }

            double conductance = _config.EcMicroVoltsPerMicroSiemens > 0 ? PointMicroVolts / _config.EcMicroVoltsPerMicroSiemens : 0;
            ConductivityCalibration.TryFit(
                _standard,
                conductance,
                _standardUncertainty,
                PointMilliCelsius / 1000.0,
                _config.TemperatureUncertaintyCelsius,
                _config.EcNominalCellConstantPerCentimetre,
                out _conductivity,
                out problem);
            return problem;
        }

        public bool TrySave()
        {
            Calibration made = _sensor == CalibratedSensor.Ph ? _ph : (Calibration)_conductivity;
            made.Id = NextId();
            made.TakenUtcSeconds = _clock.IsSet ? _clock.UtcSeconds : 0;

            // The gateway hears of a calibration before any reading rests on it.
            if (!_events.TryStore(MembersOf(made.Id)))
            {
                return false;
            }

            PhCalibration phBefore = _config.PhCalibration;
            ConductivityCalibration conductivityBefore = _config.EcCalibration;
            _config.PhCalibration = _sensor == CalibratedSensor.Ph ? _ph : phBefore;
            _config.EcCalibration = _sensor == CalibratedSensor.Ph ? conductivityBefore : _conductivity;
            if (_store.TrySave())
            {
                return true;
            }

            _config.PhCalibration = phBefore;
            _config.EcCalibration = conductivityBefore;
            return false;
        }

        private JsonWriter MembersOf(int id)
        {
            bool isPh = _sensor == CalibratedSensor.Ph;
            JsonWriter members = _events.Begin("calibration")
                .Number("id", id)
                .Text("channel", Channel.All[isPh ? Channel.Ph : Channel.Ec].Name)
                .Number("points", PointCount)
                .Decimal(isPh ? "slope" : "cellConstant", FitThousandths, EventDecimals);
            if (isPh)
            {
                members.Decimal("offset", FitOffsetMicroVolts, EventDecimals);
            }

            return members.Text("who", "button");
        }

        /// <summary>One more than any calibration in force has.</summary>
        private int NextId()
        {
            int newest = Math.Max(_config.PhCalibration.Id, _config.EcCalibration.Id);
            newest = Math.Max(newest, Math.Max(_config.FluorideCalibration.Id, _config.ArsenicCalibration));
            return newest < IdMax ? newest + 1 : 1;
        }

        private static int Thousandths(double value)
        {
            return (int)Math.Floor((value * 1000) + 0.5);
        }

        private static string NameOf(PhBuffer buffer)
        {
            switch (buffer)
            {
                case PhBuffer.Phthalate401: return "4.01";
                case PhBuffer.Phosphate686: return "6.86";
                case PhBuffer.Borax918: return "9.18";
                case PhBuffer.Technical700: return "7.00";
                default: return "10.01";
            }
        }

        private static string NameOf(ConductivityStandard standard)
        {
            switch (standard)
            {
                case ConductivityStandard.Chloride84: return "84";
                case ConductivityStandard.Chloride1413: return "1413";
                default: return "12880";
            }
        }
    }
}
