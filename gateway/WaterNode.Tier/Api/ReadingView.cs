using WaterNode.Sync.Records;
using WaterNode.Tier.Store;

namespace WaterNode.Tier.Api;

/// <summary>A reading in the API: wire.md, section 2.</summary>
/// <param name="Value">In <paramref name="Unit"/>; null when missing.</param>
/// <param name="Quality">QARTOD flag: 1, 2, 3, 4 or 9.</param>
/// <param name="Verdict">As the station showed it at the time of the sample.</param>
/// <param name="Child">The child tier that it came through; null on a gateway.</param>
public sealed record ReadingView(string Station, string Gen, long Seq, DateTimeOffset? Time, string SamplePoint, string Channel,
    Scaled? Value, string Unit, int Quality, Scaled? Uncertainty, Scaled? Lod, bool BelowLod, string? Verdict, string? LimitSet,
    IReadOnlyList<string> Reasons, long? Calibration, DateTimeOffset Received, string? Child)
{
    /// <summary>Reason code of a time that a tier worked out from another record of the same power-on.</summary>
    private const string ClockDerived = "clock-derived";

    public static ReadingView Of(StoredReading stored)
    {
        var shown = DisplayedReading.Of(stored.Reading);
        return new(stored.Id.Station, stored.Id.GenerationText, stored.Id.Sequence, UnixTime.FromSeconds(stored.Time), stored.SamplePoint, stored.Reading.Channel,
            shown.Value, shown.Unit, (int)stored.Reading.Quality, shown.Uncertainty, shown.DetectionLimit, stored.Reading.BelowDetectionLimit,
            stored.Reading.Verdict, stored.LimitSet, ReasonsOf(stored), stored.Reading.Calibration, UnixTime.FromMilliseconds(stored.Received), stored.Child);
    }

    /// <summary>The station's reason codes, and <c>clock-derived</c> where the time is this tier's work.</summary>
    public static IReadOnlyList<string> ReasonsOf(StoredReading stored)
    {
        var reasons = stored.Reading.Reasons.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return stored.ClockDerived && !reasons.Contains(ClockDerived) ? [.. reasons, ClockDerived] : reasons;
    }
}
