namespace WaterNode.Sync.Records;

/// <summary>The QARTOD flag of a reading.</summary>
public enum Quality
{
    Pass = 1,
    NotEvaluated = 2,
    Suspect = 3,
    Fail = 4,
    Missing = 9,
}

/// <summary>One channel's value at one time.</summary>
/// <param name="Channel">Channel name, for example <c>temp</c>, <c>ph</c>, <c>ec</c>, <c>f</c>, <c>as</c>; the set is open.</param>
/// <param name="Unit">SenML primary unit (RFC 8428, section 12.1), for example <c>Cel</c>, <c>pH</c>, <c>S/m</c>, <c>kg/m3</c>; "" when the channel has none.</param>
public sealed record Reading(string Channel, string Unit)
{
    /// <summary>In <see cref="Unit"/>; null when missing, never zero for unknown.</summary>
    public Scaled? Value { get; init; }

    public Quality Quality { get; init; } = Quality.NotEvaluated;

    /// <summary>Standard uncertainty, in <see cref="Unit"/>; null when not stated.</summary>
    public Scaled? Uncertainty { get; init; }

    /// <summary>Limit of detection, in <see cref="Unit"/>; null when not stated.</summary>
    public Scaled? DetectionLimit { get; init; }

    /// <summary>True when the estimate lies below the limit of detection; the value stays the estimate.</summary>
    public bool BelowDetectionLimit { get; init; }

    /// <summary>Reason codes separated by single spaces; "" for none.</summary>
    public string Reasons { get; init; } = "";

    /// <summary>Calibration id; null when not stated.</summary>
    public long? Calibration { get; init; }

    /// <summary>The verdict that the station showed: <c>safe</c>, <c>unsafe</c>, <c>uncertain</c>; null for none.</summary>
    public string? Verdict { get; init; }
}

/// <summary>One measuring cycle, or (when <see cref="Event"/> is set) one event, under one identity.</summary>
public sealed record Record(RecordId Id)
{
    /// <summary>Unix seconds of the sample, UTC, as the station sent it; null while its clock was not set.</summary>
    public long? Time { get; init; }

    /// <summary>Unix seconds that a tier worked out from another record of the same power-on; not part of the content.</summary>
    public long? DerivedTime { get; init; }

    /// <summary>Number of the power-on; null when not stated.</summary>
    public long? PowerOn { get; init; }

    /// <summary>Seconds since that power-on; null when not stated.</summary>
    public long? UpSeconds { get; init; }

    /// <summary><c>raw</c>, <c>treated</c>, a named tap, or <c>maintenance</c>.</summary>
    public string SamplePoint { get; init; } = "treated";

    /// <summary>Limit set of the verdicts, for example <c>sls-614-2013/1</c>; null when not stated.</summary>
    public string? LimitSet { get; init; }

    /// <summary>The oldest sequence that the station held when it sent this; transport state, not part of the content.</summary>
    public long Oldest { get; init; } = 1;

    /// <summary>Sequences that will never come; transport state, not part of the content.</summary>
    public IReadOnlyList<SequenceRange> Lost { get; init; } = [];

    public IReadOnlyList<Reading> Readings { get; init; } = [];

    /// <summary>The event as JSON text, exactly as the station sent it; null for a measurement.</summary>
    public string? Event { get; init; }
}
