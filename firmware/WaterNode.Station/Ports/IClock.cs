namespace WaterNode.Station.Ports
{
    /// <summary>The battery-backed clock, and the waiting that belongs to it.</summary>
    public interface IClock
    {
        /// <summary>False until somebody set the clock since its battery was last empty.</summary>
        bool IsSet { get; }

        /// <summary>Unix seconds, UTC. Meaningless while <see cref="IsSet"/> is false.</summary>
        long UtcSeconds { get; }

        /// <summary>Seconds since the last power-on (cold start), running on through deep sleep. Never goes back within one power-on.</summary>
        long UpSeconds { get; }

        /// <param name="utcSeconds">Unix seconds, UTC, from the gateway's <c>time</c> topic.</param>
        void Set(long utcSeconds);

        /// <summary>Lets time pass, for settling and pumping. A simulator passes simulated time.</summary>
        /// <param name="milliseconds">0 or more, ms.</param>
        void Wait(int milliseconds);
    }
}
