using WaterNode.Station.Operation;
using WaterNode.Station.Ports;
using WaterNode.Station.Quality;
using WaterNode.Station.Wire;

namespace WaterNode.Station.Display
{
    /// <summary>All that the pages show, as the station knows it now. One object, filled anew before each drawing.</summary>
    public sealed class StationSnapshot
    {
        private const int SecondsPerMinute = 60, SecondsPerHour = 3600, SecondsPerDay = 86400;

        public readonly StationConfig Config;
        public readonly IClock Clock;

        public StationSnapshot(StationConfig config, IClock clock)
        {
            Config = config;
            Clock = clock;
        }

        /// <summary>The last measuring cycle; null before the first.</summary>
        public Record Record { get; set; }

        /// <summary>By channel: the last records with fluoride and with arsenic, in which nothing is measured before the first; null for the other channels.</summary>
        public Record[] Wet { get; set; }

        /// <summary>The limits of <see cref="StationConfig.LimitSetId"/>, the unverified among them; null until the first judgement.</summary>
        public LimitSet Limits { get; set; }

        public Verdict Verdict { get; set; }

        /// <summary>Number of this power-on: a wet record of another one has no age.</summary>
        public long PowerOn { get; set; }

        /// <summary>False puts NOT STORED on the page: the reading would not survive a power cut.</summary>
        public bool IsStored { get; set; }

        public bool IsMeasuring { get; set; }

        /// <summary>Records and events that the gateway does not hold yet.</summary>
        public int UnsentCount { get; set; }

        /// <summary>Readings that were overwritten unsent, or could not be read back.</summary>
        public long LostCount { get; set; }

        public bool IsConnected { get; set; }

        /// <summary>dBm; 0 when unknown.</summary>
        public int SignalDbm { get; set; }

        /// <summary>How long the journal takes readings before it is full of unsent ones, days.</summary>
        public int JournalDays { get; set; }

        /// <returns>The newest reading of a channel: fluoride and arsenic are not measured in every cycle.</returns>
        public Reading ReadingOf(int channel)
        {
            return RecordOf(channel).Readings[channel];
        }

        /// <returns>How long ago a channel was measured, for people; "" when it was just now.</returns>
        public string AgeOf(int channel)
        {
            Record record = RecordOf(channel);
            if (!record.Readings[channel].WasMeasured)
            {
                return "not measured yet";
            }

            if (record.Stamp.PowerOn != PowerOn)
            {
                return "before power cut";
            }

            long seconds = Clock.UpSeconds - record.Stamp.UpSeconds;
            if (seconds < SecondsPerMinute)
            {
                return "now";
            }

            if (seconds < 2 * SecondsPerHour)
            {
                return (seconds / SecondsPerMinute).ToString() + " min ago";
            }

            return seconds < 2 * SecondsPerDay
                ? (seconds / SecondsPerHour).ToString() + " h ago"
                : (seconds / SecondsPerDay).ToString() + " days ago";
        }

        /// <returns>The limit of a channel in the set in force, also an unverified one; null when it has none.</returns>
        public Limit LimitOf(int channel)
        {
            for (int i = 0; Limits != null && i < Limits.Limits.Length; i++)
            {
                if (Limits.Limits[i].ChannelIndex == channel)
                {
                    return Limits.Limits[i];
                }
            }

            return null;
        }

        private Record RecordOf(int channel)
        {
            return Channel.All[channel].IsHealth ? Wet[channel] : Record;
        }
    }
}
