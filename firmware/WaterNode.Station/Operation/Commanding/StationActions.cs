using WaterNode.Station.Journal;
using WaterNode.Station.Ports;
using WaterNode.Station.Wire;

namespace WaterNode.Station.Operation.Commanding
{
    /// <summary>What this station does when it is told to.</summary>
    public sealed class StationActions : ICommandActions
    {
        private const string NotHere = "This firmware does not carry this out by command yet: do it at the station.";

        private readonly StationPorts _ports;
        private readonly StationConfig _config;
        private readonly ReadingJournal _journal;
        private readonly StateShelf _shelf;
        private readonly StationEvents _events;

        public StationActions(StationPorts ports, StationConfig config, ReadingJournal journal, StateShelf shelf, StationEvents events)
        {
            _ports = ports;
            _config = config;
            _journal = journal;
            _shelf = shelf;
            _events = events;
            Identification = new Identification(ports, config);
        }

        public Identification Identification { get; }

        public bool WantsRestart
        {
            get { return false; }
        }

        public bool TryMeasure(int channels, JsonWriter answer, out string error)
        {
            error = NotHere;
            return false;
        }

        public bool TryCalibrate(JsonFields command, JsonWriter answer, out string error)
        {
            error = NotHere;
            return false;
        }

        public bool TryConfigure(JsonFields set, string commandId, JsonWriter answer, out string error)
        {
            error = NotHere;
            return false;
        }

        public bool TryIdentify(int seconds, JsonWriter answer, out string error)
        {
            Identification.Begin(seconds);
            error = "";
            return true;
        }

        public bool TrySelfTest(JsonWriter answer, out string error)
        {
            return new SelfTest(_ports, _config, _journal, _shelf, _events, answer).TryRun(out error);
        }
    }
}
