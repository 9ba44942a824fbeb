using WaterNode.Sync.Records;

namespace WaterNode.Tier.Store;

/// <summary>What intake hands to the store: each becomes durable in the transaction that holds it.</summary>
public abstract record Arrival;

/// <summary>A valid record or event.</summary>
/// <param name="Child">Name of the child tier that sent it; null when it came from the station itself.</param>
public sealed record RecordArrival(Record Record, string? Child = null) : Arrival;

/// <summary>Something that could not be read or failed validation: kept whole, with its reason.</summary>
/// <param name="Id">The identity, when it was readable: it then counts as held, so that the station may forget it, if it names <paramref name="Station"/> itself.</param>
/// <param name="Source">Where it came from: an MQTT topic, or <c>sync/CHILD</c>.</param>
/// <param name="Reason">A reason code, for example <c>wrong-name</c>.</param>
/// <param name="Detail">A sentence for the operator.</param>
public sealed record QuarantineArrival(RecordId? Id, string? Station, string Source, ReadOnlyMemory<byte> Payload, string Reason, string Detail) : Arrival;

/// <summary>A station's <c>status</c> message, the newest replacing the one before.</summary>
/// <param name="Json">The payload, valid JSON.</param>
public sealed record StatusArrival(string Station, string Json) : Arrival;

/// <summary>What became of an arrival.</summary>
public enum Disposition
{
    Stored,

    /// <summary>The same content under the same identity (or in quarantine) was there already.</summary>
    Duplicate,

    /// <summary>Put into quarantine, either as it came or because its identity was taken by other content.</summary>
    Quarantined,
}

/// <summary>What the gateway tells a station: wire.md, section 1, Acknowledgement.</summary>
/// <param name="Sequence">Every sequence from 1 up to this one is held; 0 for none.</param>
/// <param name="Also">At most 8 further ranges that are held, in ascending order.</param>
public sealed record Acknowledgement(string Station, uint Generation, long Sequence, IReadOnlyList<SequenceRange> Also);

/// <summary>The answer to a commit, given only when the transaction is on disk.</summary>
/// <param name="Dispositions">One for each arrival, in order.</param>
/// <param name="Acknowledgements">One for each (station, generation) that the arrivals named.</param>
public sealed record CommitReceipt(IReadOnlyList<Disposition> Dispositions, IReadOnlyList<Acknowledgement> Acknowledgements)
{
    /// <summary>Records whose identity is taken by other content, also when their bytes are in quarantine from before.</summary>
    public IReadOnlyList<Refusal> Conflicts { get; init; } = [];
}
