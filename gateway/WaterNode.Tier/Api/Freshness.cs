namespace WaterNode.Tier.Api;

/// <summary>How long a reading speaks for the water: two of the station's intervals, as architecture.md says of verdicts.</summary>
public static class Freshness
{
    /// <summary>A shorter distance of two records is no schedule: somebody pressed the button, or a backlog was dated anew.</summary>
    public const long IntervalSecondsMin = 60;

    /// <summary>No station measures more rarely than once a day, so a longer distance is an outage and must not lengthen the trust.</summary>
    public const long IntervalSecondsMax = 24 * 3600;

    /// <summary>For a station of which only one record is known: its interval is not known yet.</summary>
    public const long SingleRecordSeconds = 24 * 3600;

    /// <param name="previous">Times of the two latest records, Unix seconds, newest first.</param>
    /// <returns>Age in seconds beyond which a reading is stale.</returns>
    public static long StaleAfterSeconds(IReadOnlyList<long> previous) =>
        previous.Count < 2 ? SingleRecordSeconds : 2 * Math.Clamp(previous[0] - previous[1], IntervalSecondsMin, IntervalSecondsMax);

    /// <summary>A reading without a time is stale, and so is one as far in the future: then one of the two clocks is wrong.</summary>
    public static bool IsStale(long? ageSeconds, long staleAfterSeconds) =>
        ageSeconds is not { } age || age > staleAfterSeconds || age < -staleAfterSeconds;
}
