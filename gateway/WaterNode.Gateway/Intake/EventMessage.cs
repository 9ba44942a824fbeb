using System.Text.Json;
using System.Text.Json.Nodes;
using WaterNode.Gateway.Intake.Senml;
using WaterNode.Sync.Records;
using WaterNode.Tier.Store;

namespace WaterNode.Gateway.Intake;

/// <summary>Reads an event of a station: a calibration, a configuration change, maintenance, a loss ...</summary>
public static class EventMessage
{
    private const int TypeLengthMax = 48;

    /// <returns>A record with <see cref="Record.Event"/>, or the quarantine entry that says what is wrong.</returns>
    public static Arrival Decode(ReadOnlyMemory<byte> payload, string station, string topic)
    {
        if (payload.Length > SenmlPack.BytesMax)
            return new Defect("too-large", $"The event has {payload.Length} bytes; at most {SenmlPack.BytesMax} are taken.").In(payload, station, topic);
        try
        {
            using var document = JsonDocument.Parse(payload, JsonFields.Strict);
            var root = document.RootElement;
            if (root.ValueKind != JsonValueKind.Object)
                return new Defect("unreadable", "An event is a JSON object.").In(payload, station, topic);
            return TryRead(root, station, out var record, out var id, out var defect)
                ? new RecordArrival(record!)
                : defect!.In(payload, station, topic, id);
        }
        catch (Exception fault) when (fault is JsonException or InvalidOperationException)
        {
            return new Defect("unreadable", $"The event is not valid JSON: {fault.Message}").In(payload, station, topic);
        }
    }

    private static bool TryRead(JsonElement root, string station, out Record? record, out RecordId? known, out Defect? defect)
    {
        record = null;
        known = null;
        if (!SenmlRecord.TryReadIdentity(root, station, out var id, out defect)) return false;
        known = id;
        if (!SenmlRecord.TryReadTime(root, new Record(id), out var dated, out defect)
            || !root.TryWhole("old", 1, id.Sequence, out var oldest, out defect)
            || !SenmlRecord.TryReadLost(root, out var lost, out defect)
            || !root.TryText("type", TypeLengthMax, out var type, out defect)) return false;
        if (string.IsNullOrEmpty(type))
        {
            defect = new Defect("no-type", "The event has no 'type'.");
            return false;
        }
        record = dated with { Event = Content(root), Oldest = oldest ?? 1, Lost = lost };
        return true;
    }

    /// <summary>The event as it was sent, without the transport state, which differs when it is sent again.</summary>
    private static string Content(JsonElement root)
    {
        if (!root.TryGetProperty("old", out _) && !root.TryGetProperty("lost", out _)) return root.GetRawText();
        var content = JsonObject.Create(root)!;
        content.Remove("old");
        content.Remove("lost");
        return content.ToJsonString();
    }
}
