using WaterNode.Sync.Records;
using WaterNode.Tier.Store;

namespace WaterNode.Gateway.Intake;

/// <summary>Why something cannot be stored as a record: a code for programs, a sentence for the operator.</summary>
/// <param name="Reason">Lower case words joined by -, for example <c>wrong-name</c>.</param>
/// <param name="Detail">What is wrong, and where.</param>
public sealed record Defect(string Reason, string Detail)
{
    public static Defect WrongType(string field, string expected) => new("wrong-type", $"'{field}' must be {expected}.");
}

/// <summary>A message of a station, taken apart: every part of it becomes a record or an entry of the quarantine.</summary>
public static class Decoded
{
    public static Arrival Record(Record record) => new RecordArrival(record);

    public static Arrival Defective(Defect defect, string station, string topic, ReadOnlyMemory<byte> payload, RecordId? id = null) =>
        new QuarantineArrival(id, station, topic, payload, defect.Reason, defect.Detail);
}
