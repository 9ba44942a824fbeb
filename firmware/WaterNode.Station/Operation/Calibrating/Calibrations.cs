using WaterNode.Station.Display;
using WaterNode.Station.Journal;
using WaterNode.Station.Operation.Settings;
using WaterNode.Station.Ports;
using WaterNode.Station.Wire;

namespace WaterNode.Station.Operation.Calibrating
{
    /// <summary>All of calibration and maintenance, for the duty cycle: what is rare is made when it is asked for, and dropped.</summary>
    public sealed class Calibrations : ICalibrationTaker
    {
        private readonly StationPorts _ports;
        private readonly StationConfig _config;
        private readonly CalibrationStore _store;
        private readonly CalibrationLedger _ledger;
        private readonly Maintenance _maintenance;
        private readonly CalibrationBench _bench;

        public Calibrations(StationPorts ports, StationConfig config, StateShelf shelf, StationEvents events)
        {
            _ports = ports;
            _config = config;
            _store = new CalibrationStore(shelf, config);
            _ledger = new CalibrationLedger(config, events, _store, ports.Clock);
            _maintenance = new Maintenance(events, _store, ports.Clock);
            _bench = new CalibrationBench(ports, config, _ledger, _maintenance);
        }

        /// <summary>For the dialog on the display.</summary>
        public ICalibrationBench Bench
        {
            get { return _bench; }
        }

        /// <summary>True while sensors may stand in buffers: what is measured is maintenance, the wet chemistry rests, and the station stays awake.</summary>
        public bool IsUnderMaintenance
        {
            get { return _maintenance.IsOpen; }
        }

        /// <summary>Puts what is on flash into force.</summary>
        public void Load()
        {
            _store.Load();
            _maintenance.Resume();
        }

        /// <summary>Between wake-ups and before each: ends a maintenance that was left alone.</summary>
        public void EndWhenLeft()
        {
            _bench.EndWhenLeft();
        }

        /// <summary>Carries out <c>"do":"calibrate"</c>; minutes at most, as it waits for a sensor.</summary>
        /// <param name="answer">Gets what there is to tell besides that it was done; nothing when false is returned.</param>
        /// <param name="error">Why not and what to do; "" when it was done.</param>
        public bool TryCalibrate(JsonFields command, JsonWriter answer, out string error)
        {
            error = new CalibrateCommand(_bench, _ledger, new GivenCalibration(_ports, _config, _ledger)).Run(command, answer);
            return error.Length == 0;
        }

        /// <inheritdoc cref="GivenCalibration.TakeFile"/>
        public string TakeFile(JsonFields calibration)
        {
            return new GivenCalibration(_ports, _config, _ledger).TakeFile(calibration);
        }

        /// <summary>Before fluoride is measured: the station's own calibration, when it carries standards and the day has come.</summary>
        public void RecalibrateWhenDue()
        {
            if (_config.HasOnBoardFluorideStandards)
            {
                new OnBoardStandards(_ports, _config, _ledger).RunWhenDue();
            }
        }
    }
}
