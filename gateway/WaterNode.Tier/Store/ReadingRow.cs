using WaterNode.Sync.Records;

namespace WaterNode.Tier.Store;

/// <summary>A row of <c>reading</c>, with what a <see cref="StoredReading"/> inherits from its record when the query joins it.</summary>
internal class ReadingRow
{
    public long Record { get; init; }
    public long Position { get; init; }
    public long At { get; init; }
    public string Channel { get; init; } = "";
    public string Unit { get; init; } = "";
    public long? Value { get; init; }
    public int? Value_decimals { get; init; }
    public int Quality { get; init; }
    public long? Uncertainty { get; init; }
    public int? Uncertainty_decimals { get; init; }
    public long? Detection_limit { get; init; }
    public int? Detection_limit_decimals { get; init; }
    public bool Below_detection_limit { get; init; }
    public string Reasons { get; init; } = "";
    public long? Calibration { get; init; }
    public string? Verdict { get; init; }

    public Reading ToReading() => new(Channel, Unit)
    {
        Value = Number(Value, Value_decimals),
        Quality = (Quality)Quality,
        Uncertainty = Number(Uncertainty, Uncertainty_decimals),
        DetectionLimit = Number(Detection_limit, Detection_limit_decimals),
        BelowDetectionLimit = Below_detection_limit,
        Reasons = Reasons,
        Calibration = Calibration,
        Verdict = Verdict,
    };

    private static Scaled? Number(long? mantissa, int? decimals) => mantissa is null ? null : new Scaled(mantissa.Value, decimals!.Value);
}

/// <summary>A row of <c>reading</c> joined with its record, journal and station by <see cref="Columns"/> and <see cref="Joins"/>.</summary>
internal sealed class StoredReadingRow : ReadingRow
{
    public const string Columns = "g.*, s.id AS station_id, s.child, j.generation, r.sequence, r.time, r.derived_time, r.sample_point, r.limit_set, r.received";
    public const string Joins = "JOIN journal j ON j.number = r.journal JOIN station s ON s.number = j.station";

    public string Station_id { get; init; } = "";
    public string? Child { get; init; }
    public long Generation { get; init; }
    public long Sequence { get; init; }
    public long? Time { get; init; }
    public long? Derived_time { get; init; }
    public string Sample_point { get; init; } = "";
    public string? Limit_set { get; init; }
    public long Received { get; init; }

    /// <summary>Time of the channel's reading before this one, Unix seconds; only where the query asks for it.</summary>
    public long? Previous_time { get; init; }

    public StoredReading ToStoredReading() => new(new RecordId(Station_id, (uint)Generation, Sequence), Time ?? Derived_time,
        ClockDerived: Time is null && Derived_time is not null, Sample_point, Limit_set, ToReading(), Received, Child);
}
