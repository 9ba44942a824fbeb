using System.Text.Json;
using WaterNode.Station.Operation.Settings;
using WaterNode.Station.Ports;
using WaterNode.Station.Quality;

namespace WaterNode.Simulation.Deployment;

/// <summary>What a PC has room to say about the faults of a station.json and a display of four lines has not.</summary>
internal static class StationFileHints
{
    /// <summary>Letters to change in a name; further off nobody can say what was meant.</summary>
    private const int DistanceMax = 3;

    private static readonly string[] Paths = [.. Enumerable.Range(0, SettingsMember.Count).Select(i => SettingsMember.At(i).Path), SettingsReader.Calibration];

    private static readonly string[] Sections = [.. Paths.Where(path => path.Contains('.')).Select(path => path[..path.IndexOf('.')]).Distinct()];

    /// <param name="flash">Holds the file.</param>
    public static IReadOnlyList<string> Of(IFlash flash)
    {
        var settings = new StationSettings();
        if (!SettingsFile.Read(flash).TryParse(settings, new SettingsFaults(), out var members) && members.Count == 0) return [];

        var hints = UnknownIn(flash).Select(Suggestion).OfType<string>().ToList();
        if (!LimitSets.Has(settings.TextOf(SettingsMember.LimitSet))) hints.Add($"limitSet is one of {string.Join(", ", LimitSets.Ids())}.");
        return hints;
    }

    /// <summary>Names that no station knows, with their section.</summary>
    private static List<string> UnknownIn(IFlash flash)
    {
        var file = flash.Open(SettingsFile.Name);
        var bytes = new byte[file.Length];
        file.Read(0, bytes, 0, bytes.Length);
        var unknown = new List<string>();
        try
        {
            using var json = JsonDocument.Parse(bytes.AsMemory(bytes.AsSpan().StartsWith("\uFEFF"u8) ? 3 : 0));
            foreach (var member in json.RootElement.EnumerateObject())
            {
                if (Sections.Contains(member.Name) && member.Value.ValueKind is JsonValueKind.Object) unknown.AddRange(member.Value.EnumerateObject().Select(inner => $"{member.Name}.{inner.Name}").Except(Paths));
                else if (!Sections.Contains(member.Name) && !Paths.Contains(member.Name)) unknown.Add(member.Name);
            }
        }
        catch (JsonException)
        {
            // The station is less strict with numbers and words than this reader; it has told every fault.
        }
        return unknown;
    }

    private static string? Suggestion(string unknown)
    {
        var nearest = Paths.Concat(Sections).MinBy(known => Distance(unknown, known))!;
        if (Distance(unknown, nearest) <= DistanceMax) return $"Instead of '{unknown}', did you mean '{nearest}'?";
        return Array.Find(Paths, known => known.EndsWith("." + LeafOf(unknown), StringComparison.OrdinalIgnoreCase)) is { } elsewhere
            ? $"Instead of '{unknown}', did you mean '{elsewhere}', inside \"{elsewhere[..elsewhere.IndexOf('.')]}\":{{...}}?"
            : null;
    }

    private static string LeafOf(string path) => path[(path.LastIndexOf('.') + 1)..];

    /// <summary>Letters to insert, delete or exchange (Levenshtein); upper and lower case are the same letter.</summary>
    private static int Distance(string one, string other)
    {
        var row = Enumerable.Range(0, other.Length + 1).ToArray();
        for (var i = 1; i <= one.Length; i++)
        {
            var diagonal = row[0];
            row[0] = i;
            for (var j = 1; j <= other.Length; j++)
            {
                var exchanged = diagonal + (char.ToLowerInvariant(one[i - 1]) == char.ToLowerInvariant(other[j - 1]) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.Min(exchanged, Math.Min(row[j], row[j - 1]) + 1);
            }
        }
        return row[^1];
    }
}
