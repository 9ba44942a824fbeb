using WaterNode.Station.Chemistry;
using WaterNode.Station.Display;
using WaterNode.Station.Ports;
using WaterNode.Station.Wire;

namespace WaterNode.Station.Operation.Calibrating
{
    /// <summary>Calibrates with the station's own sensors, one at a time: by button through the dialog on the display, or by command.</summary>
    public sealed class CalibrationBench : ICalibrationBench
    {
        private readonly StationPorts _ports;
        private readonly StationConfig _config;
        private readonly CalibrationLedger _ledger;
        private readonly Maintenance _maintenance;

        public CalibrationBench(StationPorts ports, StationConfig config, CalibrationLedger ledger, Maintenance maintenance)
        {
            _ports = ports;
            _config = config;
            _ledger = ledger;
            _maintenance = maintenance;
        }

        /// <summary>The sensor that is calibrated; null while none is.</summary>
        public SensorOnBench Sensor { get; private set; }

        /// <inheritdoc cref="Maintenance.Source"/>
        public string Source
        {
            get { return _maintenance.Source; }
        }

        public int SolutionCount
        {
            get { return Sensor.SolutionCount; }
        }

        public int PointsUsual
        {
            get { return Sensor.PointsUsual; }
        }

        public int PointsMax
        {
            get { return Sensor.PointsMax; }
        }

        public int PointCount
        {
            get { return Sensor.PointCount; }
        }

        public int PointMicroVolts
        {
            get { return Sensor.PointMicroVolts; }
        }

        public int PointMilliCelsius
        {
            get { return Sensor.PointMilliCelsius; }
        }

        public int FitThousandths
        {
            get { return Sensor.FitThousandths; }
        }

        public int FitOffsetMicroVolts
        {
            get { return Sensor.FitOffsetMicroVolts; }
        }

        public CalibrationGrade FitGrade
        {
            get { return Sensor.Made.Grade; }
        }

        public bool TryOpen()
        {
            return TryUse(CalibrationSource.Button);
        }

        /// <summary>Opens the bench for a source, or notes that it goes on.</summary>
        /// <returns>False while the other source has it.</returns>
        public bool TryUse(string source)
        {
            return _maintenance.TryUse(source);
        }

        public void End(bool isConfirmed)
        {
            End(CalibrationSource.Button, isConfirmed);
        }

        /// <param name="who">Who ends it, see <see cref="CalibrationSource"/>.</param>
        /// <param name="isConfirmed">True when somebody says that the sensors are back in the water.</param>
        public void End(string who, bool isConfirmed)
        {
            Sensor = null;
            _maintenance.End(who, isConfirmed);
        }

        /// <summary>Ends what was begun by command, or before a restart, and left alone. A dialog that is left closes itself.</summary>
        public void EndWhenLeft()
        {
            if (_maintenance.IsLeft && _maintenance.Source != CalibrationSource.Button)
            {
                End(CalibrationSource.Station, false);
            }
        }

        public void Begin(int channel)
        {
            Sensor = BenchSensors.Make(channel, _ports, _config);
        }

        public string SolutionName(int solution)
        {
            return Sensor.SolutionName(solution);
        }

        public CalibrationProblem Take(int solution)
        {
            CalibrationProblem problem = Sensor.Take(solution);

            // It took minutes, which nobody was idle for.
            _maintenance.TryUse(_maintenance.Source);
            return problem;
        }

        public bool TryCheck(out int difference, out bool isGood)
        {
            return Sensor.TryCheck(out difference, out isGood);
        }

        public CalibrationProblem Fit()
        {
            CalibrationProblem problem = Sensor.Fit();
            if (problem != CalibrationProblem.None)
            {
                _ledger.Refuse(Channel.All[Sensor.ChannelIndex].Name, CalibrationProblemText.Of(problem), _maintenance.Source);
            }

            // Points that do not go together are of no more use; too few may be followed by another.
            if (problem != CalibrationProblem.None && problem != CalibrationProblem.PointCount)
            {
                Begin(Sensor.ChannelIndex);
            }

            return problem;
        }

        public bool TrySave()
        {
            bool isKept = _ledger.TryKeep(Sensor, _ledger.NowUtcSeconds, _maintenance.Source);
            Sensor = isKept ? null : Sensor;
            return isKept;
        }
    }
}
