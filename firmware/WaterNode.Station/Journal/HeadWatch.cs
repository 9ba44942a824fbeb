using WaterNode.Station.Wire;

namespace WaterNode.Station.Journal
{
    /// <summary>Counts how often the oldest unacknowledged sequence was confirmed (PUBACK) without being acknowledged.</summary>
    /// <remarks>Only the oldest is watched. A record that a gateway cannot digest reaches this place by itself, because everything else
    /// is acknowledged around it; while a gateway is dead behind a living broker, watching all of them would give up the whole journal in a day.</remarks>
    public sealed class HeadWatch
    {
        private const int ConfirmationsMin = 5;
        private const int PatienceSeconds = 24 * 3600;
        private const int ConfirmationsMax = 250;

        private long _powerOn;
        private long _firstUpSeconds;

        /// <summary>The sequence that is watched; 0 for none.</summary>
        public long Sequence { get; private set; }

        public int Confirmations { get; private set; }

        /// <summary>It was sent alone and confirmed once more: nothing else is left to try.</summary>
        public bool WasSentAlone { get; private set; }

        public void Begin(long sequence)
        {
            Sequence = sequence;
            Confirmations = 0;
            WasSentAlone = false;
            _powerOn = 0;
            _firstUpSeconds = 0;
        }

        /// <summary>The sequence was confirmed at this time. A power-on starts the 24 hours again, since the time in between is not known.</summary>
        public void Confirmed(long sequence, long powerOn, long upSeconds, bool wasAlone)
        {
            if (sequence != Sequence)
            {
                Begin(sequence);
            }

            if (powerOn != _powerOn)
            {
                _powerOn = powerOn;
                _firstUpSeconds = upSeconds;
            }

            if (Confirmations < ConfirmationsMax)
            {
                Confirmations++;
            }

            WasSentAlone |= wasAlone;
        }

        /// <summary>Five confirmations over 24 hours: the next try is this record alone.</summary>
        public bool IsOverdue(long sequence, long powerOn, long upSeconds)
        {
            return sequence == Sequence
                && Confirmations >= ConfirmationsMin
                && powerOn == _powerOn
                && upSeconds - _firstUpSeconds >= PatienceSeconds;
        }

        public void Write(ByteWriter writer)
        {
            writer.UInt32(Sequence);
            writer.Byte((byte)Confirmations);
            writer.Byte((byte)(WasSentAlone ? 1 : 0));
            writer.UInt32(_powerOn);
            writer.UInt32(_firstUpSeconds);
        }

        public void Read(ByteReader reader)
        {
            Sequence = reader.UInt32();
            Confirmations = reader.Byte();
            WasSentAlone = reader.Byte() != 0;
            _powerOn = reader.UInt32();
            _firstUpSeconds = reader.UInt32();
        }
    }
}
