using WaterNode.Sync.Records;
using WaterNode.Tier.Store;

namespace WaterNode.Gateway.Intake;

/// <summary>Why something cannot be stored as a record: a code for programs, a sentence for the operator.</summary>
/// <param name="Reason">Lower case words joined by -, for example <c>wrong-name</c>.</param>
/// <param name="Detail">What is wrong, and where.</param>
public sealed record Defect(string Reason, string Detail)
{
    public static Defect WrongType(string field, string expected) => new("wrong-type", $"'{field}' must be {expected}.");

    /// <summary>The part of a message that has this defect, as an entry of the quarantine.</summary>
    /// <param name="id">Its identity, when that was readable.</param>
    public QuarantineArrival In(ReadOnlyMemory<byte> payload, string station, string topic, RecordId? id = null) => new(id, station, topic, payload, Reason, Detail);
}
