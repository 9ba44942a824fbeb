using WaterNode.Station.Wire;

namespace WaterNode.Station.Operation
{
    /// <summary>What one wake-up came to.</summary>
    public sealed class CycleReport
    {
        /// <summary>True when all that was measured is in the journal, safe from a power cut.</summary>
        public bool Stored { get; set; }

        /// <summary>Sequence of the newest record; 0 when it was not stored.</summary>
        public long Sequence { get; set; }

        /// <summary>Records and events that the gateway does not hold yet.</summary>
        public int Pending { get; set; }

        /// <summary>Seconds until the next wake-up, at least 1.</summary>
        public int NextWakeSeconds { get; set; }

        /// <summary>The station's verdict, chemicals only.</summary>
        public Verdict Verdict { get; set; }
    }
}
