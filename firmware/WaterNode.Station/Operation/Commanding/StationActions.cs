using WaterNode.Station.Operation.Calibrating;
using WaterNode.Station.Operation.Reagents;
using WaterNode.Station.Operation.Settings;
using WaterNode.Station.Operation.Starting;
using WaterNode.Station.Ports;
using WaterNode.Station.Wire;

namespace WaterNode.Station.Operation.Commanding
{
    /// <summary>What this station does when it is told to, and when it must not.</summary>
    public sealed class StationActions : ICommandActions
    {
        private const string RefilledMember = "refilled";
        private const string ByCommand = "command";

        private const string UnderMaintenance = "A calibration or maintenance is open at the station: its sensors may stand in buffers. End it with the button, or with calibrate and step end, then send this again.";
        private const string NoWetChemistry = "This station is set to measure no fluoride and no arsenic (schedule.wetIntervalSeconds is 0): ask for temp, ph or ec, or configure it first.";
        private const string NotStored = "It was measured, but the flash refused to store it: the station shows it as not stored. Look at its free space with selftest.";

        private readonly StationPorts _ports;
        private readonly StationConfig _config;
        private readonly StationStart _start;
        private readonly StationEvents _events;
        private readonly Calibrations _calibrations;
        private readonly ReagentLevels _reagents;
        private readonly DutyCycle _cycle;

        public StationActions(StationPorts ports, StationConfig config, StationStart start, StationEvents events, Calibrations calibrations, ReagentLevels reagents, DutyCycle cycle)
        {
            _ports = ports;
            _config = config;
            _start = start;
            _events = events;
            _calibrations = calibrations;
            _reagents = reagents;
            _cycle = cycle;
            Identification = new Identification(ports, config);
        }

        public Identification Identification { get; }

        public bool WantsRestart
        {
            get { return _start.Settings.WantsRestart || _start.SafeMode.WantsRestart; }
        }

        public bool TryMeasure(int channels, JsonWriter answer, out string error)
        {
            int wet = channels & (WetChemistry.SetOf(Channel.F) | WetChemistry.SetOf(Channel.As));
            error = _calibrations.IsUnderMaintenance ? UnderMaintenance
                : wet == 0 ? ""
                : _start.SafeMode.IsSafe ? _start.SafeMode.Refusal
                : _config.WetIntervalSeconds == 0 ? NoWetChemistry : "";
            if (error.Length > 0)
            {
                return false;
            }

            CycleReport report = _cycle.Measure(wet);
            error = report.Stored ? "" : NotStored;
            answer.Number("seq", report.Sequence).Text("verdict", VerdictText.Of(report.Verdict));
            return report.Stored;
        }

        public bool TryCalibrate(JsonFields command, JsonWriter answer, out string error)
        {
            // Points that were measured elsewhere, and the label of a new bottle, move no liquid.
            bool usesSensors = command.Has("step");
            error = _start.SafeMode.Refusal;
            return !(_start.SafeMode.IsSafe && usesSensors) && _calibrations.TryCalibrate(command, answer, out error);
        }

        public bool TryConfigure(JsonFields set, string commandId, JsonWriter answer, out string error)
        {
            // It may take effect by a restart, and somebody who calibrates would lose the points that he took.
            error = UnderMaintenance;
            return !_calibrations.IsUnderMaintenance && _start.Settings.TryPropose(set, commandId, answer, out error);
        }

        public bool TryIdentify(int seconds, JsonWriter answer, out string error)
        {
            Identification.Begin(seconds);
            error = "";
            return true;
        }

        public bool TrySelfTest(JsonWriter answer, out string error)
        {
            error = UnderMaintenance;
            return !_calibrations.IsUnderMaintenance
                && new SelfTest(_ports, _config, _cycle.Journal, _start.Shelf, _events, answer).TryRun(out error);
        }

        public bool TryMaintain(JsonFields command, JsonWriter answer, out string error)
        {
            int count = command.CountOf(RefilledMember);
            error = count < 1 ? "'refilled' is no list of bottles: give for example [\"tisab\"] or [\"all\"]." : "";
            for (int i = 0; i < count && error.Length == 0; i++)
            {
                command.TryGetTextAt(RefilledMember, i, out string bottle);
                _reagents.TryRefill(bottle, ByCommand, out error);
            }

            return error.Length == 0;
        }
    }
}
