using System.Text.Json;
using WaterNode.Sync.Records;

namespace WaterNode.Gateway.Intake.Senml;

/// <summary>Reads typed fields of a JSON object: absent is one thing, of the wrong type another.</summary>
public static class JsonFields
{
    /// <summary>For what stations send: bounded depth, and no object in which a field stands twice.</summary>
    public static readonly JsonDocumentOptions Strict = new() { MaxDepth = 8, AllowDuplicateProperties = false };

    public static bool TryGetInt32Safe(this JsonElement element, out int value)
    {
        value = 0;
        return element.ValueKind == JsonValueKind.Number && element.TryGetInt32(out value);
    }

    public static bool TryGetDoubleSafe(this JsonElement element, out double value)
    {
        value = 0;
        return element.ValueKind == JsonValueKind.Number && element.TryGetDouble(out value);
    }

    /// <summary>A whole number within bounds; null when the field is absent.</summary>
    /// <returns>False when the field is there and no such number.</returns>
    public static bool TryWhole(this JsonElement entry, string field, long min, long max, out long? value, out Defect? defect)
    {
        value = null;
        defect = null;
        if (!entry.TryGetProperty(field, out var element)) return true;
        if (element.ValueKind == JsonValueKind.Number && Scaled.TryParse(element.GetRawText(), out var number)
            && number.Decimals <= 0 && TryInteger(number, out var whole) && whole >= min && whole <= max)
        {
            value = whole;
            return true;
        }
        defect = Defect.WrongType(field, $"a whole number from {min} to {max}");
        return false;
    }

    /// <summary>A number exactly as it was written; null when the field is absent.</summary>
    public static bool TryNumber(this JsonElement entry, string field, out Scaled? value, out Defect? defect)
    {
        value = null;
        defect = null;
        if (!entry.TryGetProperty(field, out var element)) return true;
        if (element.ValueKind == JsonValueKind.Number && Scaled.TryParse(element.GetRawText(), out var number))
        {
            value = number;
            return true;
        }
        defect = Defect.WrongType(field, "a number of at most 18 significant digits between 1e-30 and 1e30");
        return false;
    }

    /// <summary>A text of printable characters; null when the field is absent.</summary>
    public static bool TryText(this JsonElement entry, string field, int lengthMax, out string? value, out Defect? defect)
    {
        value = null;
        defect = null;
        if (!entry.TryGetProperty(field, out var element)) return true;
        if (element.ValueKind == JsonValueKind.String && element.GetString() is { } text && text.Length <= lengthMax && !text.Any(char.IsControl))
        {
            value = text;
            return true;
        }
        defect = Defect.WrongType(field, $"a text of at most {lengthMax} printable characters");
        return false;
    }

    private static bool TryInteger(Scaled number, out long whole)
    {
        whole = number.Mantissa;
        for (var power = number.Decimals; power < 0; power++)
        {
            if (Math.Abs(whole) > long.MaxValue / 10) return false;
            whole *= 10;
        }
        return true;
    }
}
