using WaterNode.Station.Wire;

namespace WaterNode.Station.Quality
{
    /// <summary>What the time tests remember of one channel at one sample point: its last values, and since when it has hardly moved.</summary>
    /// <remarks>Times are seconds of the sample point's own time line, see <see cref="SampleHistory"/>. Values are scaled as in <see cref="Reading"/>.</remarks>
    public sealed class ChannelHistory
    {
        /// <summary>Values that are kept.</summary>
        public const int Depth = 3;

        private const int RunCountMax = 255;
        private const int SpikeBit = 0x10;
        private const int MovedBit = 0x20;

        private readonly long[] _values = new long[Depth];
        private int _calibration;

        /// <summary>Values since the last gap, up to <see cref="Depth"/>.</summary>
        public int Count { get; private set; }

        /// <summary>Time of the newest value, s.</summary>
        public long NewestSeconds { get; private set; }

        /// <summary>The newest value stood out from those before it.</summary>
        public bool IsNewestSpike { get; private set; }

        /// <summary>Since when all values lie within the tolerance of the flat line test, s.</summary>
        public long RunSinceSeconds { get; private set; }

        /// <summary>How many values that are, up to 255.</summary>
        public int RunCount { get; private set; }

        /// <summary>The lowest and the highest of them.</summary>
        public long RunLow { get; private set; }

        public long RunHigh { get; private set; }

        /// <summary>False while no value since the last gap has left the first one's tolerance.</summary>
        public bool HasMoved { get; private set; }

        /// <summary>The newest value; only when <see cref="Count"/> is above 0.</summary>
        public long Newest
        {
            get { return _values[0]; }
        }

        /// <summary>The middle one of the last three values; only when <see cref="Count"/> is 3.</summary>
        public long Median
        {
            get
            {
                long a = _values[0], b = _values[1], c = _values[2];
                long low = a < b ? a : b;
                long high = a < b ? b : a;
                return c < low ? low : c > high ? high : c;
            }
        }

        public void Clear()
        {
            Count = 0;
            RunCount = 0;
            HasMoved = false;
            IsNewestSpike = false;
        }

        /// <summary>Forgets what cannot be compared with a new value: from before a gap, or of another calibration.</summary>
        public void Approach(Reading reading, long seconds)
        {
            if (seconds - NewestSeconds > Thresholds.GapSecondsOf(reading.ChannelIndex) || reading.Calibration != _calibration)
            {
                Clear();
            }
        }

        /// <summary>Takes the value into the run of the flat line test, or begins another with it.</summary>
        public void Follow(Reading reading, long seconds)
        {
            long low = RunCount > 0 && RunLow < reading.Value ? RunLow : reading.Value;
            long high = RunCount > 0 && RunHigh > reading.Value ? RunHigh : reading.Value;
            bool isRun = RunCount > 0 && high - low < Thresholds.Of(reading.ChannelIndex, Thresholds.FlatTolerance);
            if (!isRun)
            {
                HasMoved = RunCount > 0;
                RunSinceSeconds = seconds;
                RunCount = 0;
            }

            RunLow = isRun ? low : reading.Value;
            RunHigh = isRun ? high : reading.Value;
            RunCount += RunCount < RunCountMax ? 1 : 0;
        }

        /// <summary>Keeps a tested value. One that stood out is kept too: the median shrugs it off, and when the water has really changed the next ones agree with it.</summary>
        public void Add(Reading reading, long seconds)
        {
            for (int i = Depth - 1; i > 0; i--)
            {
                _values[i] = _values[i - 1];
            }

            _values[0] = reading.Value;
            Count += Count < Depth ? 1 : 0;
            NewestSeconds = seconds;
            _calibration = reading.Calibration;
            int spike = reading.FlagOf(QualityTest.Spike);
            IsNewestSpike = spike == QualityFlag.Suspect || spike == QualityFlag.Fail;
        }

        public void Write(ByteWriter writer)
        {
            writer.Byte((byte)(Count | (IsNewestSpike ? SpikeBit : 0) | (HasMoved ? MovedBit : 0)));
            if (Count == 0)
            {
                return;
            }

            writer.UInt16(_calibration);
            writer.UInt32(NewestSeconds);
            for (int i = 0; i < Depth; i++)
            {
                writer.UInt32(_values[i]);
            }

            writer.UInt32(RunSinceSeconds);
            writer.UInt32(RunLow);
            writer.UInt32(RunHigh);
            writer.Byte((byte)RunCount);
        }

        public void Read(ByteReader reader)
        {
            Clear();
            int head = reader.Byte();
            Count = head & 0x0F;
            if (Count == 0)
            {
                return;
            }

            IsNewestSpike = (head & SpikeBit) != 0;
            HasMoved = (head & MovedBit) != 0;
            _calibration = reader.UInt16();
            NewestSeconds = reader.UInt32();
            for (int i = 0; i < Depth; i++)
            {
                _values[i] = reader.Int32();
            }

            RunSinceSeconds = reader.UInt32();
            RunLow = reader.Int32();
            RunHigh = reader.Int32();
            RunCount = reader.Byte();
        }
    }
}
