using System.Globalization;

namespace WaterNode.Simulation.Events;

/// <summary>What may befall a virtual station.</summary>
public enum StationEventKind
{
    /// <summary>Arsenic rises to about 60 micrograms per litre.</summary>
    Arsenic,

    /// <summary>Fluoride rises to about 3 mg/L.</summary>
    Fluoride,

    /// <summary>The lead of the pH electrode breaks: its input drifts to the end of the converter's range.</summary>
    DeadElectrode,

    /// <summary>The pumps' driver fails: none of them answers any more.</summary>
    DeadPump,
}

/// <summary>Something that befalls one station, or all, from a moment of the run to its end.</summary>
/// <param name="After">Wall time since the start of the run.</param>
/// <param name="StationIndex">1, 2, 3 ...; <see cref="AllStations"/> for all.</param>
/// <remarks>Written as <c>NAME@TIME[:STATION]</c>: NAME is arsenic, fluoride, dead-electrode or dead-pump; TIME is a number of seconds with or without <c>s</c>,
/// or minutes with <c>m</c>, of wall time since the start; STATION is 1, 2, 3 ... or <c>all</c>, and 1 when it is left out, so that one sees the
/// difference to the others. Examples: <c>arsenic@20s</c>, <c>dead-electrode@1.5m:2</c>, <c>fluoride@10:all</c>.</remarks>
public sealed record StationEvent(StationEventKind Kind, TimeSpan After, int StationIndex = 1)
{
    public const int AllStations = 0;

    /// <summary>The grammar in one line, for help texts and errors.</summary>
    public const string Grammar = "NAME@TIME[:STATION] with " + Parts + ", STATION a number or all (default 1)";

    /// <summary>The grammar where there is one station only.</summary>
    public const string OwnGrammar = "NAME@TIME with " + Parts;

    private const string Parts = "NAME arsenic, fluoride, dead-electrode or dead-pump, TIME as 20s or 1.5m";

    private const double SecondsMax = 7 * 24 * 3600;

    private static readonly Dictionary<string, StationEventKind> Names = new(StringComparer.Ordinal)
    {
        ["arsenic"] = StationEventKind.Arsenic,
        ["fluoride"] = StationEventKind.Fluoride,
        ["dead-electrode"] = StationEventKind.DeadElectrode,
        ["dead-pump"] = StationEventKind.DeadPump,
    };

    /// <param name="parsed">The event; null when false is returned.</param>
    /// <param name="error">One line for the person who typed it; "" when true is returned.</param>
    public static bool TryParse(string text, out StationEvent? parsed, out string error)
    {
        parsed = null;
        error = $"'{text}' is no event: expected {Grammar}.";
        var at = text.IndexOf('@');
        if (at < 0 || !Names.TryGetValue(text[..at], out var kind)) return false;

        var time = text[(at + 1)..];
        var station = 1;
        if (time.IndexOf(':') is >= 0 and var colon)
        {
            if (!TryParseStation(time[(colon + 1)..], out station)) return false;
            time = time[..colon];
        }
        if (!TryParseSeconds(time, out var seconds)) return false;

        parsed = new StationEvent(kind, TimeSpan.FromSeconds(seconds), station);
        error = "";
        return true;
    }

    /// <summary>Reads an event of the only station there is: it names none.</summary>
    public static bool TryParseOwn(string text, out StationEvent? parsed, out string error)
    {
        if (!text.Contains(':', StringComparison.Ordinal) && TryParse(text, out parsed, out error)) return true;
        parsed = null;
        error = $"'{text}' is no event: expected {OwnGrammar}.";
        return false;
    }

    private static bool TryParseStation(string text, out int station)
    {
        station = AllStations;
        if (text == "all") return true;
        return int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out station) && station >= 1;
    }

    private static bool TryParseSeconds(string text, out double seconds)
    {
        var scale = text.EndsWith('m') ? 60 : 1;
        if (text.EndsWith('s') || text.EndsWith('m')) text = text[..^1];
        if (!double.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out seconds)) return false;
        seconds *= scale;
        return seconds <= SecondsMax;
    }
}
