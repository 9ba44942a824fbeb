using WaterNode.Station.Operation;
using WaterNode.Station.Ports;
using WaterNode.Station.Quality;
using WaterNode.Station.Wire;

namespace WaterNode.Station.Display
{
    /// <summary>All that the pages show, as the station knows it now. One object, filled anew before each drawing.</summary>
    public sealed class StationSnapshot
    {
        /// <summary>Stands for a number that is not known yet.</summary>
        public const int Unknown = -1;

        private const int SecondsPerMinute = 60, SecondsPerHour = 3600, SecondsPerDay = 86400;
        private const string MaintenancePoint = "maintenance";

        public readonly StationConfig Config;
        public readonly IClock Clock;

        public StationSnapshot(StationConfig config, IClock clock)
        {
            Config = config;
            Clock = clock;
            SafeModeWhy = "";
        }

        /// <summary>Changes that wait for somebody here; null in a station that takes none.</summary>
        public IChangeConfirmation Changes { get; set; }

        /// <summary>The reagents; null in a station without pumps.</summary>
        public IReagentBottles Bottles { get; set; }

        /// <summary>Why station.json was refused, each fault in up to 84 letters; null or empty when it was not.</summary>
        public string[] SettingsFaults { get; set; }

        /// <summary>Why the station is in safe mode, in up to 63 letters; "" when it is not.</summary>
        public string SafeModeWhy { get; set; }

        /// <summary>Out of safe mode; null in a station that has none.</summary>
        public ISafeModeExit SafeModeExit { get; set; }

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

        /// <summary>How long the journal takes readings before it is full of unsent ones, days; <see cref="Unknown"/> before the first.</summary>
        public int JournalDays { get; set; }

        /// <summary>True while a change waits for somebody here.</summary>
        public bool HasChange
        {
            get { return Changes != null && Changes.CommandId.Length > 0 && Changes.ChangeCount > 0; }
        }

        /// <summary>True when station.json was refused.</summary>
        public bool HasSettingsFaults
        {
            get { return SettingsFaults != null && SettingsFaults.Length > 0; }
        }

        /// <summary>True while a technician calibrates or rinses: what the sensors see is nobody's drinking water.</summary>
        public bool IsServiced
        {
            get { return Record.SamplePoint == MaintenancePoint; }
        }

        /// <summary>True when the station runs, but not as it should.</summary>
        public bool NeedsTechnician
        {
            get { return SafeModeWhy.Length > 0 || HasSettingsFaults || IsAnyBottleLow(); }
        }

        /// <returns>The text in the language of the display.</returns>
        public string Words(TextId id)
        {
            return Texts.Of(id, Config.DisplayLanguage);
        }

        /// <returns>The text with a number where its '#' stands.</returns>
        public string Words(TextId id, long number)
        {
            string words = Words(id);
            int place = words.IndexOf('#');
            return words.Substring(0, place) + number.ToString() + words.Substring(place + 1);
        }

        /// <returns>The newest reading of a channel: fluoride and arsenic are not measured in every cycle.</returns>
        public Reading ReadingOf(int channel)
        {
            return RecordOf(channel).Readings[channel];
        }

        /// <returns>How long ago a channel was measured, for people; in the language of the display.</returns>
        public string AgeOf(int channel)
        {
            Record record = RecordOf(channel);
            if (!record.Readings[channel].WasMeasured)
            {
                return Words(TextId.NotMeasuredYet);
            }

            if (record.Stamp.PowerOn != PowerOn)
            {
                return Words(TextId.BeforePowerCut);
            }

            long seconds = Clock.UpSeconds - record.Stamp.UpSeconds;
            if (seconds < SecondsPerMinute)
            {
                return Words(TextId.Now);
            }

            if (seconds < 2 * SecondsPerHour)
            {
                return Words(TextId.MinutesAgo, seconds / SecondsPerMinute);
            }

            return seconds < 2 * SecondsPerDay
                ? Words(TextId.HoursAgo, seconds / SecondsPerHour)
                : Words(TextId.DaysAgo, seconds / SecondsPerDay);
        }

        /// <param name="channel">A channel, or <see cref="Limit.DissolvedSolids"/>.</param>
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

        private bool IsAnyBottleLow()
        {
            for (int i = 0; Bottles != null && i < Bottles.BottleCount; i++)
            {
                if (ReagentsPage.IsLow(Bottles.RunsOf(i)))
                {
                    return true;
                }
            }

            return false;
        }

        private Record RecordOf(int channel)
        {
            return Channel.All[channel].IsHealth ? Wet[channel] : Record;
        }
    }
}
