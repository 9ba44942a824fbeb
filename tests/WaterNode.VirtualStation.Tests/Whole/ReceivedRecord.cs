using System.Text.Json;

namespace WaterNode.Simulation.Tests.Whole;

/// <summary>One record of a SenML pack, in the units of the wire.</summary>
/// <param name="Time">Null while the station's clock was not set.</param>
public sealed record ReceivedRecord(string Station, string Generation, long Sequence, DateTimeOffset? Time, IReadOnlyDictionary<string, ReceivedReading> Readings)
{
    /// <summary>Reads a pack as wire.md section 1 describes it, with none of the station's code.</summary>
    public static IReadOnlyList<ReceivedRecord> ReadPack(string station, ReadOnlyMemory<byte> payload)
    {
        using var pack = JsonDocument.Parse(payload);
        var records = new List<ReceivedRecord>();
        foreach (var entry in pack.RootElement.EnumerateArray())
        {
            if (entry.TryGetProperty("seq", out var sequence))
            {
                Assert.AreEqual($"waternode/{station}/", entry.GetProperty("bn").GetString());
                DateTimeOffset? time = entry.TryGetProperty("bt", out var seconds) ? DateTimeOffset.FromUnixTimeSeconds(seconds.GetInt64()) : null;
                records.Add(new ReceivedRecord(station, entry.GetProperty("gen").GetString()!, sequence.GetInt64(), time, new Dictionary<string, ReceivedReading>()));
            }
            if (entry.TryGetProperty("n", out var name)) ((Dictionary<string, ReceivedReading>)records[^1].Readings)[name.GetString()!] = ReceivedReading.From(entry);
        }
        return records;
    }
}

/// <param name="Value">Null when missing.</param>
public sealed record ReceivedReading(double? Value, double Uncertainty, int Quality, string Why, string Verdict)
{
    public static ReceivedReading From(JsonElement entry) => new(
        entry.TryGetProperty("v", out var value) ? value.GetDouble() : null,
        entry.TryGetProperty("uc", out var uncertainty) ? uncertainty.GetDouble() : 0,
        entry.TryGetProperty("q", out var quality) ? quality.GetInt32() : 2,
        entry.TryGetProperty("why", out var why) ? why.GetString()! : "",
        entry.TryGetProperty("vd", out var verdict) ? verdict.GetString()! : "");
}
