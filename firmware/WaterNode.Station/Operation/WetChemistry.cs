using WaterNode.Station.Journal;
using WaterNode.Station.Ports;
using WaterNode.Station.Quality;
using WaterNode.Station.Sensing;
using WaterNode.Station.Wire;

namespace WaterNode.Station.Operation
{
    /// <summary>The last measurement of fluoride and arsenic: when the next one is due, and the verdict that stays in force between them.</summary>
    /// <remarks>On flash, with what the arsenic runs showed, so that a station that wakes every quarter of an hour measures them every six hours.</remarks>
    public sealed class WetChemistry : IStoredState
    {
        private const int Version = 1;
        private const char Letter = 'w';
        private const int IntervalsUntilStale = 2;

        private readonly StationConfig _config;
        private readonly ArsenicHistory _arsenicHistory;
        private readonly StateFile _file;

        private bool _hasLast;

        public WetChemistry(StateShelf shelf, StationConfig config, ArsenicHistory arsenicHistory)
        {
            _config = config;
            _arsenicHistory = arsenicHistory;
            _file = shelf.Of(Letter);
        }

        /// <summary>The record with the last wet readings; empty before the first.</summary>
        public Record Last { get; } = new Record();

        /// <summary>It outlives the journal's generations.</summary>
        public uint Generation
        {
            get { return 0; }
        }

        /// <summary>Reads what was kept before deep sleep; without it the next cycle measures.</summary>
        public void Load()
        {
            _hasLast = _file.TryLoad(this);
        }

        /// <summary>True in the first cycle after every power-on, at another sample point, and then every <see cref="StationConfig.WetIntervalSeconds"/>.</summary>
        /// <remarks>The cycle nearest to the time counts: half an interval early is better than half of one late.</remarks>
        public bool IsDue(Stamp now)
        {
            return !IsOfNow(now.PowerOn, now.UpSeconds) || AgeSeconds(now.UpSeconds) + (_config.IntervalSeconds / 2) >= _config.WetIntervalSeconds;
        }

        /// <summary>The station's verdict: that of the last wet readings until two intervals have passed, uncertain afterwards.</summary>
        public Verdict VerdictAt(long powerOn, long upSeconds)
        {
            int interval = _config.WetIntervalSeconds > _config.IntervalSeconds ? _config.WetIntervalSeconds : _config.IntervalSeconds;
            bool isInForce = IsOfNow(powerOn, upSeconds)
                && Last.LimitSetId == _config.LimitSetId
                && AgeSeconds(upSeconds) <= (long)IntervalsUntilStale * interval;
            return isInForce ? Verdicts.OfStation(Last) : Verdict.Uncertain;
        }

        /// <summary>Remembers a record with wet readings. When the flash refuses, they are measured again after the next deep sleep.</summary>
        public void Keep(Record record)
        {
            // Through the codec, so that they are the same before and after deep sleep.
            var copy = new ByteWriter(RecordCodec.LengthOf(record));
            RecordCodec.Write(record, copy);
            _hasLast = RecordCodec.TryRead(new ByteReader(copy.Buffer, 0, copy.Length), Last);
            _file.TrySave(this);
        }

        public void Write(ByteWriter writer)
        {
            writer.Byte(Version);
            RecordCodec.Write(Last, writer);
            _arsenicHistory.Write(writer);
        }

        public bool TryRead(ByteReader reader)
        {
            if (reader.Byte() != Version || !RecordCodec.TryRead(reader, Last))
            {
                return false;
            }

            _arsenicHistory.Read(reader);
            return !reader.Failed;
        }

        private bool IsOfNow(long powerOn, long upSeconds)
        {
            return _hasLast && Last.Stamp.PowerOn == powerOn && AgeSeconds(upSeconds) >= 0 && Last.SamplePoint == _config.SamplePoint;
        }

        private long AgeSeconds(long upSeconds)
        {
            return upSeconds - Last.Stamp.UpSeconds;
        }
    }
}
