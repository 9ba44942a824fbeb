using WaterNode.Station.Journal;
using WaterNode.Station.Ports;
using WaterNode.Station.Wire;

namespace WaterNode.Station.Operation
{
    /// <summary>Journals what else must be known later: calibrations, changes of the configuration, maintenance, reagents, faults. Each travels like a record.</summary>
    public sealed class StationEvents
    {
        /// <summary>Members that a journal frame has room for, beside its stamp.</summary>
        private const int MemberBytesMax = 480;

        private readonly ReadingJournal _journal;
        private readonly IClock _clock;
        private readonly Stamp _stamp = new Stamp();

        public StationEvents(ReadingJournal journal, IClock clock)
        {
            _journal = journal;
            _clock = clock;
        }

        /// <param name="type">For example <c>calibration</c>; the members that belong to it follow.</param>
        public JsonWriter Begin(string type)
        {
            return new JsonWriter(MemberBytesMax).Text("type", type);
        }

        /// <returns>False when it is not in the journal: whatever it tells of must not take effect then, if that can be helped.</returns>
        public bool TryStore(JsonWriter members)
        {
            return !members.Overflowed && _journal.TryStoreEvent(Now(), members.Members());
        }

        /// <summary>The present moment, in one stamp that is filled anew at every call.</summary>
        public Stamp Now()
        {
            SetToNow(_stamp);
            return _stamp;
        }

        public void SetToNow(Stamp stamp)
        {
            stamp.HasTime = _clock.IsSet;
            stamp.UtcSeconds = stamp.HasTime ? _clock.UtcSeconds : 0;
            stamp.PowerOn = _journal.PowerOn;
            stamp.UpSeconds = _clock.UpSeconds;
        }
    }
}
