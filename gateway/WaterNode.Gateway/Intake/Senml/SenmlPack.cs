using System.Text;
using System.Text.Json;
using WaterNode.Sync.Records;
using WaterNode.Tier.Store;

namespace WaterNode.Gateway.Intake.Senml;

/// <summary>Takes a SenML pack (RFC 8428, with the fields of the WaterNode wire contract) apart into records.</summary>
/// <remarks>A pack that cannot be read as a whole is one entry of the quarantine; a readable record with a fault is quarantined by itself
/// and the others of its pack are stored. Nothing is dropped and nothing is repaired by guessing.</remarks>
public static class SenmlPack
{
    /// <summary>Largest pack that is taken, bytes.</summary>
    public const int BytesMax = 8 * 1024;

    /// <summary>Most records in one pack.</summary>
    public const int RecordsMax = 32;

    /// <param name="payload">The MQTT payload.</param>
    /// <param name="station">The station of the topic.</param>
    /// <param name="topic">The topic, for the quarantine.</param>
    /// <param name="nowUtcSeconds">Gateway time: the sample time of plain SenML that states none (RFC 8428, section 4.5.3).</param>
    /// <returns>At least one arrival.</returns>
    public static IReadOnlyList<Arrival> Decode(ReadOnlyMemory<byte> payload, string station, string topic, long nowUtcSeconds)
    {
        if (payload.Length > BytesMax)
            return [new Defect("too-large", $"The pack has {payload.Length} bytes; at most {BytesMax} are taken.").In(payload, station, topic)];

        try
        {
            using var document = JsonDocument.Parse(payload, JsonFields.Strict);
            return TrySplit(document.RootElement, nowUtcSeconds, out var sections, out var defect)
                ? sections.ConvertAll(section => Decode(section, station, topic))
                : [defect!.In(payload, station, topic)];
        }
        catch (Exception fault) when (fault is JsonException or InvalidOperationException)
        {
            // InvalidOperationException: a text that is no Unicode (broken UTF-8, half a surrogate pair) is only found when it is read.
            return [new Defect("unreadable", $"The pack is not valid JSON: {fault.Message}").In(payload, station, topic)];
        }
    }

    private static Arrival Decode(SenmlSection section, string station, string topic)
    {
        if (SenmlRecord.TryRead(section, station, out var record, out var defect)) return new RecordArrival(record!);
        SenmlRecord.TryReadIdentity(section, station, out var id);
        return defect!.In(RawText(section), station, topic, id);
    }

    /// <summary>Splits the pack at the entries that begin a record; refuses what concerns the pack as a whole.</summary>
    private static bool TrySplit(JsonElement root, long nowUtcSeconds, out List<SenmlSection> sections, out Defect? defect)
    {
        sections = [];
        if (root.ValueKind != JsonValueKind.Array || root.GetArrayLength() == 0)
        {
            defect = new Defect("unreadable", "A SenML pack is a JSON array with at least one entry.");
            return false;
        }

        // The base name holds on over the whole pack (RFC 8428, section 4.1); a base time does not, or a record
        // that was taken without a clock would inherit the time of its neighbour.
        string? baseName = null;
        var plain = new PlainSenml(nowUtcSeconds);
        foreach (var entry in root.EnumerateArray())
        {
            defect = EntryDefect(entry);
            if (defect is not null) return false;
            if (entry.TryGetProperty("bn", out var bn)) baseName = bn.GetString();
            if (entry.TryGetProperty("seq", out _)) sections.Add(new SenmlSection(baseName, entry));
            else if (sections.Count > 0 && !sections[^1].IsPlain) sections[^1].Entries.Add(entry);
            else plain.Add(baseName, entry, sections);

            if (sections.Count > RecordsMax)
            {
                defect = new Defect("too-many-records", $"The pack has more than {RecordsMax} records.");
                return false;
            }
        }

        defect = null;
        return true;
    }

    private static Defect? EntryDefect(JsonElement entry)
    {
        if (entry.ValueKind != JsonValueKind.Object) return new Defect("unreadable", "Every entry of a SenML pack is a JSON object.");
        foreach (var field in entry.EnumerateObject())
        {
            if (field.Name.EndsWith('_')) return new Defect("must-understand", $"The field '{field.Name}' must be understood (RFC 8428, section 4.4) and is not known here.");
            if (field.Name == "bver" && !(field.Value.TryGetInt32Safe(out var version) && version is > 0 and (<= 10 or 26)))
                return new Defect("unsupported-version", $"SenML version {field.Value.GetRawText()} is not known here; versions up to 10 are.");
            if (field.Name == "bn" && field.Value.ValueKind != JsonValueKind.String) return Defect.WrongType("bn", "a text");
            if (field.Name is "bv" or "bs") return new Defect("base-value", $"The field '{field.Name}' (a base value) is not taken: send whole values.");
        }
        return null;
    }

    private static byte[] RawText(SenmlSection section) =>
        Encoding.UTF8.GetBytes("[" + string.Join(",", section.Entries.Select(entry => entry.GetRawText())) + "]");
}
