using System.Text.Json;
using WaterNode.Sync.Records;
using WaterNode.Tier.Store;
using Channel = WaterNode.Station.Wire.Channel;

namespace WaterNode.Tier.Api;

/// <summary>The latest reading of one channel, with what may be said of it now.</summary>
/// <param name="Decimals">Decimals shown to people; null for a channel that this version does not know.</param>
/// <param name="Verdict">Now: a stale one is uncertain, and so is a safe one that its numbers do not show.</param>
/// <param name="VerdictAtSample">As the station showed it.</param>
/// <param name="Health">True for the channels that decide the station's verdict.</param>
/// <param name="Reasons">The station's reason codes, and this tier's own for a safe that it does not repeat.</param>
/// <param name="StaleAfterSeconds">Two of the channel's own intervals: fluoride and arsenic are measured more rarely than the rest.</param>
public sealed record LatestView(string Channel, Scaled? Value, string Unit, int? Decimals, int Quality, Scaled? Uncertainty, Scaled? Lod, bool BelowLod,
    string? Verdict, string? VerdictAtSample, bool Health, string? LimitSet, IReadOnlyList<string> Reasons, long? Calibration, string SamplePoint,
    string Gen, long Seq, DateTimeOffset? Time, long? AgeSeconds, long StaleAfterSeconds, bool Stale)
{
    /// <param name="previous">Time of the channel's reading before this one, Unix seconds; null when not known.</param>
    public static LatestView Of(StoredReading stored, long? previous, long now)
    {
        var reading = stored.Reading;
        var shown = DisplayedReading.Of(reading);
        var time = UnixTime.FromSeconds(stored.Time);
        var age = time is null ? null : now - stored.Time;
        var staleAfter = Freshness.StaleAfterSeconds(stored.Time, previous);
        var stale = Freshness.IsStale(age, staleAfter);
        return new(reading.Channel, shown.Value, shown.Unit, shown.Decimals, (int)reading.Quality, shown.Uncertainty, shown.DetectionLimit, reading.BelowDetectionLimit,
            StationVerdict.OfChannel(stored, stale), reading.Verdict, StationVerdict.IsHealth(reading.Channel), stored.LimitSet,
            ReasonsOf(stored), reading.Calibration, stored.SamplePoint, stored.Id.GenerationText, stored.Id.Sequence, time, age, staleAfter, stale);
    }

    private static IReadOnlyList<string> ReasonsOf(StoredReading stored) =>
        SafeClaim.DoubtOf(stored) is { } doubt ? [.. ReadingView.ReasonsOf(stored), doubt] : ReadingView.ReasonsOf(stored);
}

/// <summary>What was measured at a sample point other than the one that the station is judged by.</summary>
/// <param name="Latest">The latest reading of each channel there.</param>
public sealed record PointView(string SamplePoint, IReadOnlyList<LatestView> Latest);

/// <summary>A station in the API.</summary>
/// <param name="Verdict">safe, unsafe or uncertain, now, of the water at <paramref name="SamplePoint"/> alone. It is about the chemicals measured; microbes are not measured.</param>
/// <param name="Stale">True when the newest reading is older than <paramref name="StaleAfterSeconds"/> or has no time.</param>
/// <param name="Online">Whether it is connected; null where that is not known (a platform).</param>
/// <param name="JournalDepth">Records that the station's own journal holds, by its last status; null without one.</param>
/// <param name="SamplePoint">What all of this speaks of: <c>treated</c> when the station ever sent that, else the point of its newest reading; null without readings.</param>
/// <param name="OtherPoints">The other sample points with their own readings, the newest first; at most 20.</param>
/// <param name="Gaps">Sequences of the newest generation that are missing, as [first, last]; at most 100.</param>
/// <param name="Calibrations">Calibration id by channel, where stated.</param>
/// <param name="Status">The station's last status message as it sent it; null for none.</param>
public sealed record StationView(string Id, string Verdict, bool Stale, long StaleAfterSeconds, bool? Online, DateTimeOffset? LastSample, long? AgeSeconds,
    DateTimeOffset LastReceived, string Gen, long HighestSeq, long Records, long? JournalDepth, string? Child, string? LimitSet,
    string? SamplePoint, IReadOnlyList<LatestView> Latest, IReadOnlyList<PointView> OtherPoints, IReadOnlyList<long[]> Gaps, IReadOnlyDictionary<string, long> Calibrations, JsonElement? Status)
{
    private const int OtherPointsMax = 20;

    /// <param name="now">Unix seconds.</param>
    public static StationView Of(StationSummary summary, long now, bool? online)
    {
        var points = summary.Latest.Select(stored => LatestView.Of(stored, PreviousOf(summary, stored), now)).OrderBy(Order).ToLookup(view => view.SamplePoint);
        var latest = summary.SamplePoint is { } point ? points[point].ToList() : [];
        var newest = latest.MaxBy(view => view.Seq);
        var status = StatusOf(summary.StatusJson);
        return new(summary.Station, StationVerdict.OfStation(latest.Select(view => KeyValuePair.Create(view.Channel, view.Verdict))),
            newest?.Stale ?? true, newest?.StaleAfterSeconds ?? Freshness.SingleReadingSeconds, online, newest?.Time, newest?.AgeSeconds, UnixTime.FromMilliseconds(summary.LastReceived),
            RecordId.GenerationToText(summary.Generation), summary.HighestSequence, summary.Records, DepthOf(status), summary.Child, newest?.LimitSet,
            summary.SamplePoint, latest, OthersOf(points, summary.SamplePoint), summary.Gaps.Select(gap => new[] { gap.First, gap.Last }).ToList(),
            latest.Where(view => view.Calibration is not null).ToDictionary(view => view.Channel, view => view.Calibration!.Value), status);
    }

    private static List<PointView> OthersOf(ILookup<string, LatestView> points, string? own) =>
        [.. points.Where(point => point.Key != own).OrderByDescending(point => point.Max(view => view.Seq)).Take(OtherPointsMax).Select(point => new PointView(point.Key, [.. point]))];

    private static long? PreviousOf(StationSummary summary, StoredReading stored) =>
        summary.Previous.TryGetValue((stored.SamplePoint, stored.Reading.Channel), out var time) ? time : null;

    /// <summary>The channels in the order of their definition, unknown ones after them.</summary>
    private static int Order(LatestView view)
    {
        var index = Array.FindIndex(Channel.All, channel => channel.Name == view.Channel);
        return index < 0 ? Channel.All.Length : index;
    }

    private static JsonElement? StatusOf(string? json) => json is null ? null : JsonElement.Parse(json);

    /// <summary>From the oldest sequence that it holds to the newest.</summary>
    private static long? DepthOf(JsonElement? status) =>
        Whole(status, "seq") is { } newest && Whole(status, "old") is { } oldest && newest >= oldest - 1 ? newest - oldest + 1 : null;

    private static long? Whole(JsonElement? status, string name) =>
        status is { ValueKind: JsonValueKind.Object } fields && fields.TryGetProperty(name, out var field) && field.ValueKind == JsonValueKind.Number && field.TryGetInt64(out var number)
            ? number
            : null;
}
