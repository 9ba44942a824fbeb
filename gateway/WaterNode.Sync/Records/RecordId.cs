using System.Globalization;

namespace WaterNode.Sync.Records;

/// <summary>The one identity of a record or event for ever; every hop inserts by it.</summary>
/// <param name="Station">Station id: 3 to 32 characters of a-z 0-9 -.</param>
/// <param name="Generation">Random number made when the journal was formatted; 0 for plain SenML of other sensors.</param>
/// <param name="Sequence">1, 2, 3 ... within a generation; for generation 0 the Unix second.</param>
public readonly record struct RecordId(string Station, uint Generation, long Sequence)
{
    /// <summary>The generation as it stands on the wire: 8 hex digits in lower case.</summary>
    public string GenerationText => GenerationToText(Generation);

    public static string GenerationToText(uint generation) => generation.ToString("x8", CultureInfo.InvariantCulture);

    /// <returns>False unless the text is exactly 8 hex digits.</returns>
    public static bool TryParseGeneration(string? text, out uint generation)
    {
        generation = 0;
        return text is { Length: 8 } && uint.TryParse(text, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out generation);
    }

    public override string ToString() => $"{Station}/{GenerationText}/{Sequence}";
}

/// <summary>An inclusive range of sequences; <c>First &lt;= Last</c>, both at least 1.</summary>
public readonly record struct SequenceRange(long First, long Last);
