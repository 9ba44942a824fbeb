using System.Text.Json;

namespace WaterNode.Gateway.Intake.Senml;

/// <summary>Gathers the entries of other sensors, which know no sequences, into one record a second.</summary>
public sealed class PlainSenml(long nowUtcSeconds)
{
    /// <summary>RFC 8428, section 4.5.3: smaller times are relative to now.</summary>
    private const double RelativeTimeMax = 1 << 28;

    private double _baseTime;
    private string? _baseUnit;

    public void Add(string? baseName, JsonElement entry, List<SenmlSection> sections)
    {
        if (entry.TryGetProperty("bt", out var bt) && bt.TryGetDoubleSafe(out var baseTime)) _baseTime = baseTime;
        if (entry.TryGetProperty("bu", out var bu) && bu.ValueKind == JsonValueKind.String) _baseUnit = bu.GetString();
        var offset = entry.TryGetProperty("t", out var t) && t.TryGetDoubleSafe(out var own) ? own : 0;

        var time = _baseTime + offset;
        if (time < RelativeTimeMax) time += nowUtcSeconds;
        // An impossible time keeps its own section and is refused there, with the entry as it came.
        var second = time is > 0 and < SenmlRecord.TimeMax ? (long)Math.Floor(time) : 0;

        var section = sections.Find(s => s.PlainSecond == second && s.BaseName == baseName);
        if (section is null) sections.Add(new SenmlSection(baseName, entry) { PlainSecond = second, BaseUnit = _baseUnit });
        else section.Entries.Add(entry);
    }
}
