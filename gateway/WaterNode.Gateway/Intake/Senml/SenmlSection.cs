using System.Text.Json;

namespace WaterNode.Gateway.Intake.Senml;

/// <summary>The entries of one record within a pack.</summary>
/// <param name="BaseName">The base name in force; null when the pack has stated none.</param>
public sealed class SenmlSection(string? baseName, JsonElement first)
{
    public string? BaseName { get; } = baseName;

    /// <summary>The first entry carries the fields of the record.</summary>
    public List<JsonElement> Entries { get; } = [first];

    public JsonElement Head => Entries[0];

    /// <summary>For plain SenML of another sensor (no <c>seq</c>): the Unix second of all its entries; null for a record of a station.</summary>
    public long? PlainSecond { get; init; }

    /// <summary>Unit of the entries that state none (<c>bu</c>); null for none.</summary>
    public string? BaseUnit { get; init; }

    public bool IsPlain => PlainSecond is not null;
}
