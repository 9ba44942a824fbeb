namespace WaterNode.Station.Wire
{
    /// <summary>When something happened, as far as the station knows.</summary>
    public sealed class Stamp
    {
        /// <summary>False while the clock was not set; the time is worked out later from <see cref="PowerOn"/> and <see cref="UpSeconds"/>.</summary>
        public bool HasTime { get; set; }

        /// <summary>Unix seconds, UTC; 0 without time.</summary>
        public long UtcSeconds { get; set; }

        /// <summary>Number of the power-on, from 1.</summary>
        public long PowerOn { get; set; }

        /// <summary>Seconds since that power-on.</summary>
        public long UpSeconds { get; set; }
    }
}
