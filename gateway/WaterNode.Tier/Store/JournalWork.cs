using WaterNode.Sync.Records;

namespace WaterNode.Tier.Store;

/// <summary>What a commit learns about one (station, generation), written once at its end.</summary>
internal sealed class JournalWork
{
    public required long Number { get; init; }
    public required long StationNumber { get; init; }
    public required string Station { get; init; }
    public required uint Generation { get; init; }

    /// <summary>The child that the station is bound to.</summary>
    public required string? Child { get; init; }

    public required long Highest { get; set; }
    public required long Latest { get; set; }

    /// <summary>Number of the record with the highest sequence, when this commit brought it.</summary>
    public long? HighestRecord { get; set; }

    public long RecordsAdded { get; set; }

    /// <summary>Sequences that this commit made held.</summary>
    public RangeSet Held { get; } = new();
}
