namespace WaterNode.Tier.Api;

/// <summary>How long a reading speaks for the water: two of its channel's intervals, as architecture.md says of verdicts.</summary>
public static class Freshness
{
    /// <summary>A shorter distance of two readings is no schedule: somebody pressed the button, or a backlog was dated anew.</summary>
    public const long IntervalSecondsMin = 60;

    /// <summary>No station measures more rarely than once a day, so a longer distance is an outage and must not lengthen the trust.</summary>
    public const long IntervalSecondsMax = 24 * 3600;

    /// <summary>For a channel of which only one reading is known: its interval is not known yet.</summary>
    public const long SingleReadingSeconds = 24 * 3600;

    /// <param name="time">Of the channel's latest reading, Unix seconds.</param>
    /// <param name="previous">Of the one before.</param>
    /// <returns>Age in seconds beyond which the latest reading is stale.</returns>
    public static long StaleAfterSeconds(long? time, long? previous) =>
        time is null || previous is null ? SingleReadingSeconds : 2 * Math.Clamp(time.Value - previous.Value, IntervalSecondsMin, IntervalSecondsMax);

    /// <summary>A reading without a time is stale, and so is one as far in the future: then one of the two clocks is wrong.</summary>
    public static bool IsStale(long? ageSeconds, long staleAfterSeconds) =>
        ageSeconds is not { } age || age > staleAfterSeconds || age < -staleAfterSeconds;
}
