using WaterNode.Station.Journal;
using WaterNode.Station.Operation.Starting;
using WaterNode.Station.Quality;
using WaterNode.Station.Sensing;
using WaterNode.Station.Wire;

namespace WaterNode.Station.Operation
{
    /// <summary>The last measurements of fluoride and arsenic: when each is due again, and the verdict that stays in force between them.</summary>
    /// <remarks>On flash, with what the arsenic runs showed, so that a station that wakes every quarter of an hour measures them every six hours.</remarks>
    public sealed class WetChemistry : IStoredState
    {
        /// <summary>A measurement that gave no value is tried again so much later, s, and so often: then it waits for its turn, because every try takes reagents.</summary>
        public const int RetrySeconds = 3600;

        public const int RetriesMax = 2;

        private const int Version = 2;
        private const char Letter = 'w';
        private const int IntervalsUntilStale = 2;

        private readonly StationConfig _config;
        private readonly ArsenicHistory _arsenicHistory;
        private readonly SafeMode _safeMode;
        private readonly StateFile _file;

        private readonly Record[] _last = new Record[Channel.All.Length];

        private readonly int[] _failures = new int[Channel.All.Length];

        public WetChemistry(StateShelf shelf, StationConfig config, ArsenicHistory arsenicHistory, SafeMode safeMode)
        {
            _safeMode = safeMode;
            _config = config;
            _arsenicHistory = arsenicHistory;
            _file = shelf.Of(Letter);
            for (int i = 0; i < _last.Length; i++)
            {
                _last[i] = IsWet(i) ? new Record() : null;
            }
        }

        /// <summary>It outlives the journal's generations.</summary>
        public uint Generation
        {
            get { return 0; }
        }

        /// <summary>The set with the channel in it.</summary>
        public static int SetOf(int channel)
        {
            return 1 << channel;
        }

        /// <summary>By channel: the record with its last measurement, in which nothing is measured before the first; null for the channels that every cycle measures.</summary>
        public Record[] Last
        {
            get { return _last; }
        }

        /// <summary>Reads what was kept before deep sleep; without it the next cycle measures.</summary>
        public void Load()
        {
            if (!_file.TryLoad(this))
            {
                Forget();
            }
        }

        /// <summary>The channels to measure now: in the first cycle after every power-on, at another sample point, under another limit set or calibration, after a
        /// failure, and then every <see cref="StationConfig.WetIntervalSeconds"/>.</summary>
        public int DueAt(Stamp now)
        {
            int due = 0;
            for (int i = 0; i < _last.Length && _config.WetIntervalSeconds > 0; i++)
            {
                bool isDue = IsWet(i) && (!IsOfNow(_last[i], now.PowerOn, now.UpSeconds) || IsOver(i, now.UpSeconds) || IsSuperseded(i));
                due |= isDue ? SetOf(i) : 0;
            }

            return due;
        }

        /// <summary>The station's verdict: safe only when fluoride and arsenic were both found safe within two intervals, uncertain when either is older.</summary>
        public Verdict VerdictAt(long powerOn, long upSeconds)
        {
            // In safe mode neither is measured: what was found unsafe stays so for its time, and nothing is called safe.
            Verdict station = _safeMode.IsSafe ? Verdict.Uncertain : Verdict.Safe;
            for (int i = 0; i < _last.Length; i++)
            {
                if (IsWet(i))
                {
                    station = Verdicts.Both(station, VerdictOf(i, powerOn, upSeconds));
                }
            }

            return station;
        }

        /// <summary>Remembers the wet readings of a record. When the flash refuses, they are measured again after the next deep sleep.</summary>
        public void Keep(Record record)
        {
            bool isChanged = false;
            for (int i = 0; i < _last.Length; i++)
            {
                Reading reading = record.Readings[i];
                if (!IsWet(i) || !reading.WasMeasured)
                {
                    continue;
                }

                // Through the codec, so that they are the same before and after deep sleep.
                RecordCodec.TryCopy(record, _last[i]);
                _failures[i] = reading.HasValue ? 0 : _failures[i] <= RetriesMax ? _failures[i] + 1 : _failures[i];
                isChanged = true;
            }

            if (isChanged)
            {
                _file.TrySave(this);
            }
        }

        public void Write(ByteWriter writer)
        {
            writer.Byte(Version);
            for (int i = 0; i < _last.Length; i++)
            {
                if (IsWet(i))
                {
                    RecordCodec.Write(_last[i], writer);
                    writer.Byte((byte)_failures[i]);
                }
            }

            _arsenicHistory.Write(writer);
        }

        public bool TryRead(ByteReader reader)
        {
            bool good = reader.Byte() == Version;
            for (int i = 0; i < _last.Length && good; i++)
            {
                if (IsWet(i))
                {
                    good = RecordCodec.TryRead(reader, _last[i]);
                    _failures[i] = reader.Byte();
                }
            }

            if (good)
            {
                _arsenicHistory.Read(reader);
            }

            return good && !reader.Failed;
        }

        private void Forget()
        {
            for (int i = 0; i < _last.Length; i++)
            {
                _failures[i] = 0;
                if (IsWet(i))
                {
                    _last[i].Clear();
                }
            }
        }

        private static bool IsWet(int channel)
        {
            return Channel.All[channel].IsHealth;
        }

        private bool IsOver(int channel, long upSeconds)
        {
            int interval = _config.WetIntervalSeconds;
            long age = AgeSeconds(_last[channel], upSeconds);
            bool isRetry = _failures[channel] > 0 && _failures[channel] <= RetriesMax && age + (_config.IntervalSeconds / 2) >= RetrySeconds;
            bool isItsTurn = TurnAt(upSeconds) != TurnAt(_last[channel].Stamp.UpSeconds) && age >= interval / 2;
            return isRetry || isItsTurn || interval <= _config.IntervalSeconds;
        }

        /// <summary>Whoever changed the limits or calibrated wants to see what comes of it while he is there, and not be told for hours that nothing is known.</summary>
        /// <returns>True for a value that rests on what is not in force any more.</returns>
        private bool IsSuperseded(int channel)
        {
            Reading last = _last[channel].Readings[channel];
            int calibration = channel == Channel.F ? _config.FluorideCalibration.Id : _config.ArsenicCalibration;
            return last.HasValue && (last.Calibration != calibration || _last[channel].LimitSetId != _config.LimitSetId);
        }

        /// <summary>Turns are counted from the power-on, so that they do not wander through the day: a cycle belongs to the nearest.</summary>
        private long TurnAt(long upSeconds)
        {
            return (upSeconds + (_config.IntervalSeconds / 2)) / _config.WetIntervalSeconds;
        }

        private Verdict VerdictOf(int channel, long powerOn, long upSeconds)
        {
            Record last = _last[channel];
            int interval = _config.WetIntervalSeconds > _config.IntervalSeconds ? _config.WetIntervalSeconds : _config.IntervalSeconds;
            bool isInForce = IsOfNow(last, powerOn, upSeconds)
                && last.LimitSetId == _config.LimitSetId
                && AgeSeconds(last, upSeconds) <= (long)IntervalsUntilStale * interval;
            return isInForce ? last.Readings[channel].Verdict : Verdict.Uncertain;
        }

        private bool IsOfNow(Record last, long powerOn, long upSeconds)
        {
            return last.MeasuredCount > 0 && last.Stamp.PowerOn == powerOn && AgeSeconds(last, upSeconds) >= 0 && last.SamplePoint == _config.SamplePoint;
        }

        private static long AgeSeconds(Record last, long upSeconds)
        {
            return upSeconds - last.Stamp.UpSeconds;
        }
    }
}
