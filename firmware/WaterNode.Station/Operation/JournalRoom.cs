using WaterNode.Station.Journal;
using WaterNode.Station.Wire;

namespace WaterNode.Station.Operation
{
    /// <summary>How long the journal keeps what nobody fetches.</summary>
    public static class JournalRoom
    {
        private const int SecondsPerDay = 86400;

        /// <param name="record">As long as the records to come, of which every measuring cycle makes one.</param>
        /// <returns>Days until unsent records fill the journal; 0 when they do.</returns>
        public static int Days(StationConfig config, ReadingJournal journal, Record record)
        {
            long frames = config.JournalCapacityBytes / (FrameCodec.OverheadBytes + RecordCodec.LengthOf(record));
            long free = frames - journal.PendingCount;
            return free > 0 ? (int)(free * config.IntervalSeconds / SecondsPerDay) : 0;
        }
    }
}
