using WaterNode.Station.Journal;
using WaterNode.Station.Wire;

namespace WaterNode.Station.Quality
{
    /// <summary>What the time tests remember of one sample point: raw and treated water have nothing to do with each other.</summary>
    public sealed class SampleHistory : IStoredState
    {
        private const int Version = 1;

        private readonly ChannelHistory[] _channels;
        private readonly Stamp _last = new Stamp();
        private bool _hasLast;

        public SampleHistory()
        {
            _channels = new ChannelHistory[Channel.All.Length];
            for (int i = 0; i < _channels.Length; i++)
            {
                _channels[i] = new ChannelHistory();
            }

            SamplePoint = "";
        }

        /// <summary>As in <see cref="Record.SamplePoint"/>; "" before <see cref="Begin"/>.</summary>
        public string SamplePoint { get; private set; }

        /// <summary>Of the sample point's own time line, which runs on through power cuts as far as clocks can tell.</summary>
        public long Seconds { get; private set; }

        /// <summary>It outlives the journal's generations.</summary>
        public uint Generation
        {
            get { return 0; }
        }

        public ChannelHistory Of(int channelIndex)
        {
            return _channels[channelIndex];
        }

        /// <summary>Forgets everything and belongs to that sample point.</summary>
        public void Begin(string samplePoint)
        {
            SamplePoint = samplePoint;
            _hasLast = false;
            Forget();
        }

        /// <summary>Goes on to the time of a new record. When nobody knows how much time has passed, all that was before lies beyond a gap.</summary>
        public void Advance(Stamp now)
        {
            long passed = _hasLast ? SecondsBetween(_last, now) : -1;
            if (passed >= 0)
            {
                Seconds += passed;
            }
            else
            {
                Forget();
            }

            _hasLast = true;
            _last.HasTime = now.HasTime;
            _last.UtcSeconds = now.UtcSeconds;
            _last.PowerOn = now.PowerOn;
            _last.UpSeconds = now.UpSeconds;
        }

        public void Write(ByteWriter writer)
        {
            writer.Byte(Version);
            writer.Byte((byte)SamplePoint.Length);
            writer.Text(SamplePoint);
            writer.Byte((byte)(_last.HasTime ? 1 : 0));
            writer.UInt32(_last.UtcSeconds);
            writer.UInt32(_last.PowerOn);
            writer.UInt32(_last.UpSeconds);
            writer.UInt32(Seconds);
            for (int i = 0; i < _channels.Length; i++)
            {
                _channels[i].Write(writer);
            }
        }

        /// <returns>False when another version wrote it, or it is of another sample point: then nothing has changed.</returns>
        public bool TryRead(ByteReader reader)
        {
            if (reader.Byte() != Version || reader.Text(reader.Byte()) != SamplePoint)
            {
                return false;
            }

            _last.HasTime = reader.Byte() != 0;
            _last.UtcSeconds = reader.UInt32();
            _last.PowerOn = reader.UInt32();
            _last.UpSeconds = reader.UInt32();
            Seconds = reader.UInt32();
            for (int i = 0; i < _channels.Length; i++)
            {
                _channels[i].Read(reader);
            }

            _hasLast = !reader.Failed;
            return _hasLast;
        }

        private void Forget()
        {
            Seconds = 0;
            for (int i = 0; i < _channels.Length; i++)
            {
                _channels[i].Clear();
            }
        }

        /// <returns>Seconds, or -1 when they cannot be told. Within one power-on they are certain, however the calendar was corrected.</returns>
        private static long SecondsBetween(Stamp before, Stamp now)
        {
            if (before.PowerOn == now.PowerOn)
            {
                return now.UpSeconds >= before.UpSeconds ? now.UpSeconds - before.UpSeconds : -1;
            }

            bool isDated = before.HasTime && now.HasTime && now.UtcSeconds >= before.UtcSeconds;
            return isDated ? now.UtcSeconds - before.UtcSeconds : -1;
        }
    }
}
