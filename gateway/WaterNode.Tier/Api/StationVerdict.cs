using WaterNode.Sync.Records;
using WaterNode.Tier.Store;
using Channel = WaterNode.Station.Wire.Channel;

namespace WaterNode.Tier.Api;

/// <summary>What may be said of a station's water now. In doubt the answer is <see cref="Uncertain"/>.</summary>
public static class StationVerdict
{
    public const string Safe = "safe";
    public const string Unsafe = "unsafe";
    public const string Uncertain = "uncertain";

    /// <summary>Worst first: the order of a page that must not hide anything.</summary>
    public static readonly IReadOnlyList<string> WorstFirst = [Unsafe, Uncertain, Safe];

    /// <summary>The verdict of one channel now; null when the station gives none for it.</summary>
    /// <remarks>The station decides; its safe is taken back by time, by a quality flag or a missing value (flags 2, 3, 4 and 9 never yield safe:
    /// measurement.md, section 6), and by numbers that do not show it (<see cref="SafeClaim"/>). Its unsafe is only taken back by time.</remarks>
    public static string? OfChannel(StoredReading stored, bool stale) => stored.Reading.Verdict switch
    {
        null => null,
        Safe when !stale && stored.Reading is { Quality: Quality.Pass, Value: not null } && SafeClaim.DoubtOf(stored) is null => Safe,
        Unsafe when !stale => Unsafe,
        _ => Uncertain,
    };

    /// <returns>True for a known channel that decides about health.</returns>
    public static bool IsHealth(string channel) => Channel.Find(channel) is { IsHealth: true };

    /// <summary>Safe only when every health channel is safe now; unsafe when one is.</summary>
    /// <param name="channels">Channel name and its verdict now.</param>
    /// <remarks>A channel that this version does not know can make a station unsafe, never safe.</remarks>
    public static string OfStation(IEnumerable<KeyValuePair<string, string?>> channels)
    {
        var verdicts = channels.ToDictionary(pair => pair.Key, pair => pair.Value);
        if (verdicts.Any(pair => pair.Value == Unsafe && Channel.Find(pair.Key) is not { IsHealth: false })) return Unsafe;
        return Channel.All.Where(channel => channel.IsHealth).All(channel => verdicts.GetValueOrDefault(channel.Name) == Safe) ? Safe : Uncertain;
    }
}
