using System.Text.Json;
using WaterNode.Sync.Records;
using Channel = WaterNode.Station.Wire.Channel;

namespace WaterNode.Gateway.Intake.Senml;

/// <summary>Reads and validates one entry of a record.</summary>
public static class SenmlReading
{
    private const int ChannelLengthMax = 32;
    private const int ReasonsLengthMax = 200;
    private const int UnitLengthMax = 16;

    /// <summary>Units that other sensors use, as powers of ten of the SenML primary unit (RFC 8798 lists them as secondary units).</summary>
    private static readonly Dictionary<string, (string Primary, int PowerOfTen)> SecondaryUnits = new()
    {
        ["mg/l"] = ("kg/m3", -3),
        ["ug/l"] = ("kg/m3", -6),
        ["uS/cm"] = ("S/m", -4),
        ["mS/cm"] = ("S/m", -1),
    };

    public static bool TryRead(JsonElement entry, string? baseUnit, out Reading? reading, out Defect? defect)
    {
        reading = null;
        if (!TryReadName(entry, out var channel, out defect)
            || !TryReadUnit(entry, baseUnit, channel, out var unit, out var powerOfTen, out defect)
            || !TryReadValue(entry, channel, out var value, out var quality, out defect)
            || !entry.TryNumber("uc", out var uncertainty, out defect)
            || !entry.TryNumber("lod", out var detectionLimit, out defect)
            || !entry.TryWhole("cal", 0, uint.MaxValue, out var calibration, out defect)
            || !entry.TryText("why", ReasonsLengthMax, out var reasons, out defect)
            || !entry.TryText("vd", 16, out var verdict, out defect)) return false;

        defect = RangeDefect(entry, channel, value, uncertainty, detectionLimit, verdict);
        if (defect is not null) return false;
        if (!TryShift(value, powerOfTen, out value) || !TryShift(uncertainty, powerOfTen, out uncertainty) || !TryShift(detectionLimit, powerOfTen, out detectionLimit))
        {
            defect = new Defect("out-of-range", $"A number of '{channel}' is too large or too small for any quantity of water.");
            return false;
        }
        reading = new Reading(channel, unit)
        {
            Value = value,
            Quality = quality,
            Uncertainty = uncertainty,
            DetectionLimit = detectionLimit,
            BelowDetectionLimit = entry.TryGetProperty("lt", out var lt) && lt.ValueKind == JsonValueKind.True,
            Calibration = calibration,
            Reasons = string.Join(' ', (reasons ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries)),
            Verdict = verdict,
        };
        return true;
    }

    private static bool TryReadName(JsonElement entry, out string channel, out Defect? defect)
    {
        channel = "";
        if (!entry.TryText("n", ChannelLengthMax, out var name, out defect)) return false;
        // RFC 8428, section 4.5.1: letters, digits and - : . / _, beginning with a letter or digit.
        if (string.IsNullOrEmpty(name) || !char.IsAsciiLetterOrDigit(name[0]) || !name.All(c => char.IsAsciiLetterOrDigit(c) || "-:./_".Contains(c)))
        {
            defect = new Defect("bad-channel", "An entry has no channel name 'n' of letters, digits and - : . / _.");
            return false;
        }
        channel = name;
        return true;
    }

    private static bool TryReadUnit(JsonElement entry, string? baseUnit, string channel, out string unit, out int powerOfTen, out Defect? defect)
    {
        unit = "";
        powerOfTen = 0;
        if (!entry.TryText("u", UnitLengthMax, out var stated, out defect)) return false;
        unit = stated ?? baseUnit ?? "";
        if (SecondaryUnits.TryGetValue(unit, out var secondary)) (unit, powerOfTen) = secondary;
        if (Channel.Find(channel) is { } known && known.WireUnit != unit)
        {
            defect = new Defect("wrong-unit", $"'{channel}' is measured in {known.WireUnit}; the entry says '{stated ?? baseUnit ?? "no unit"}'.");
            return false;
        }
        return true;
    }

    private static bool TryReadValue(JsonElement entry, string channel, out Scaled? value, out Quality quality, out Defect? defect)
    {
        value = null;
        quality = Quality.NotEvaluated;
        if (!entry.TryWhole("q", 1, 9, out var flag, out defect)) return false;
        if (flag is not null) quality = (Quality)flag.Value;
        if (!Enum.IsDefined(quality))
        {
            defect = new Defect("bad-quality", $"The quality of '{channel}' is {flag}; QARTOD flags are 1, 2, 3, 4 and 9.");
            return false;
        }

        if (entry.TryGetProperty("vs", out var text))
        {
            if (text.ValueKind != JsonValueKind.String || text.GetString() != "missing" || entry.TryGetProperty("v", out _))
                defect = new Defect("bad-value", $"'{channel}' has a text value; only \"missing\", without a number beside it, is taken.");
            else if (quality is not (Quality.Missing or Quality.Fail))
                defect = new Defect("bad-quality", $"'{channel}' is missing and has quality {(int)quality}; a missing value has 9 or 4.");
            return defect is null;
        }

        if (!entry.TryNumber("v", out value, out defect)) return false;
        if (value is null) defect = new Defect("no-value", $"'{channel}' has neither a number 'v' nor \"vs\":\"missing\".");
        else if (quality == Quality.Missing) defect = new Defect("bad-quality", $"'{channel}' has a value and quality 9, which says that it is missing.");
        return defect is null;
    }

    private static Defect? RangeDefect(JsonElement entry, string channel, Scaled? value, Scaled? uncertainty, Scaled? detectionLimit, string? verdict)
    {
        if (uncertainty is { Mantissa: < 0 } || detectionLimit is { Mantissa: < 0 })
            return new Defect("out-of-range", $"'{channel}' has a negative uncertainty or limit of detection.");
        if (verdict is not (null or "safe" or "unsafe" or "uncertain"))
            return new Defect("bad-verdict", $"The verdict of '{channel}' is '{verdict}'; it is one of safe, unsafe, uncertain.");
        if (value is null && verdict == "safe")
            return new Defect("bad-verdict", $"'{channel}' is missing and called safe.");
        if (entry.TryGetProperty("lt", out var lt) && lt.ValueKind is not (JsonValueKind.True or JsonValueKind.False))
            return Defect.WrongType("lt", "true or false");
        return null;
    }

    private static bool TryShift(Scaled? number, int powerOfTen, out Scaled? shifted)
    {
        shifted = number;
        if (number is not { } given || powerOfTen == 0) return true;
        if (Math.Abs(given.Decimals - powerOfTen) > Scaled.DecimalsMax) return false;
        shifted = given.Shift(powerOfTen);
        return true;
    }
}
