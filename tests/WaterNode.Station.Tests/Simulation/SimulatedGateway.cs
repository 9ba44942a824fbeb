using System.Text.Json;

namespace WaterNode.Station.Tests.Simulation;

/// <summary>What the gateway does with packs and events, by wire.md: holds by identity, and says up to where it holds everything.</summary>
internal sealed class SimulatedGateway
{
    private readonly SortedSet<long> _held = [];
    private long _oldest = 1;

    public string DatabaseId { get; private set; } = "5c0e77aa";

    public string Generation { get; private set; } = "";

    /// <summary>Sequences that it confirms and never takes in: a fault of the gateway.</summary>
    public HashSet<long> Indigestible { get; } = [];

    /// <summary>Every sequence that arrived, again and again, in order.</summary>
    public List<long> Arrivals { get; } = [];

    /// <summary>What arrived first under each sequence, without what belongs to the transport.</summary>
    public Dictionary<long, string> Contents { get; } = [];

    /// <summary>Sequences that arrived with two contents: a made-up reading or a reused sequence.</summary>
    public HashSet<long> Conflicts { get; } = [];

    public IReadOnlyCollection<long> Held => _held;

    public void LoseDatabase(string newId)
    {
        _held.Clear();
        _oldest = 1;
        DatabaseId = newId;
    }

    public void Take(string topic, byte[] payload)
    {
        using var json = JsonDocument.Parse(payload);
        if (topic.EndsWith("/events", StringComparison.Ordinal)) TakeOne(json.RootElement);
        if (!topic.EndsWith("/readings", StringComparison.Ordinal)) return;
        foreach (var entry in json.RootElement.EnumerateArray().Where(entry => entry.TryGetProperty("seq", out _))) TakeOne(entry);
    }

    public string Acknowledgement()
    {
        long through = _oldest - 1;
        while (_held.Contains(through + 1)) through++;
        var also = _held.Where(sequence => sequence > through).Take(8).Select(sequence => $"[{sequence},{sequence}]");
        return $$"""{"gen":"{{Generation}}","seq":{{through}},"also":[{{string.Join(",", also)}}],"db":"{{DatabaseId}}"}""";
    }

    private static string ContentOf(string head) => head[head.IndexOf("\"pon\"", StringComparison.Ordinal)..];

    private void TakeOne(JsonElement head)
    {
        var sequence = head.GetProperty("seq").GetInt64();
        Generation = head.GetProperty("gen").GetString()!;
        Arrivals.Add(sequence);
        if (head.TryGetProperty("old", out var old)) _oldest = Math.Max(_oldest, old.GetInt64());
        if (head.TryGetProperty("lost", out var lost))
        {
            foreach (var range in lost.EnumerateArray())
            {
                for (var gone = range[0].GetInt64(); gone <= range[1].GetInt64(); gone++) _held.Add(gone);
            }
        }
        if (Indigestible.Contains(sequence)) return;
        _held.Add(sequence);
        var content = ContentOf(head.GetRawText());
        if (!Contents.TryAdd(sequence, content) && Contents[sequence] != content) Conflicts.Add(sequence);
    }
}
