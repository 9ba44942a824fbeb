using System.Globalization;
using Microsoft.AspNetCore.Http;
using WaterNode.Station.Wire;

namespace WaterNode.Tier.Api;

/// <summary>Reads the parameters of one request and collects what is wrong with them, so that the answer names everything at once.</summary>
/// <remarks>A parameter that the endpoint does not know is an error too: a misspelt filter must not answer with everything.</remarks>
public sealed class Query(IQueryCollection query)
{
    /// <summary>Most rows of one page.</summary>
    public const int LimitMax = 10_000;

    /// <summary>Rows of a page when the request does not say.</summary>
    public const int LimitDefault = 100;

    private readonly Dictionary<string, string[]> _errors = [];
    private readonly List<string> _known = [];

    /// <returns>The text; null when absent or empty.</returns>
    public string? Text(string name)
    {
        _known.Add(name);
        var values = query[name];
        if (values.Count > 1) Refuse(name, $"{name} was given {values.Count} times; give it once.");
        return string.IsNullOrEmpty(values.FirstOrDefault()) ? null : values[0];
    }

    /// <summary>Notes an error of one parameter; the message says what is allowed.</summary>
    public void Refuse(string name, string message) => _errors.TryAdd(name, [message]);

    /// <returns>A station id; null when absent.</returns>
    public string? Station(string name)
    {
        var station = Text(name);
        if (station is not null && !Topics.IsStationId(station)) Refuse(name, $"{name} must be a station id: 3 to 32 characters of a-z, 0-9 and -.");
        return station;
    }

    /// <returns>1 to <see cref="LimitMax"/>; the default when absent.</returns>
    public int Limit(string name)
    {
        if (Text(name) is not { } text) return LimitDefault;
        if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var limit) && limit is >= 1 and <= LimitMax) return limit;
        Refuse(name, $"{name} must be a whole number from 1 to {LimitMax}.");
        return LimitDefault;
    }

    /// <returns>A whole number from 1 up; null when absent.</returns>
    public long? Number(string name)
    {
        if (Text(name) is not { } text) return null;
        if (long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= 1) return number;
        Refuse(name, $"{name} must be a whole number from 1 up.");
        return null;
    }

    /// <returns>Unix seconds, rounded up: right for an inclusive start and for an exclusive end of whole-second samples. Null when absent.</returns>
    public long? Time(string name)
    {
        if (Text(name) is not { } text) return null;
        // The plus of an offset becomes a space when a client does not escape it.
        var escaped = text.Length > 19 ? text[..19] + text[19..].Replace(' ', '+') : text;
        const DateTimeStyles Utc = DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal;
        if (DateTimeOffset.TryParseExact(escaped, Formats, CultureInfo.InvariantCulture, Utc, out var time))
            return (long)Math.Ceiling((time - DateTimeOffset.UnixEpoch).TotalSeconds);
        Refuse(name, $"{name} must be an ISO 8601 time, UTC unless it has an offset, for example 2026-01-31T06:00:00Z, or a date, for example 2026-01-31.");
        return null;
    }

    /// <summary>To be asked last: every parameter that was not read by then is unknown.</summary>
    /// <returns>The answer to a request with bad parameters; null when all is well.</returns>
    public IResult? Problem()
    {
        var known = _known.Count == 0 ? "There are none" : "Known: " + string.Join(", ", _known);
        foreach (var name in query.Keys)
        {
            if (!_known.Contains(name)) Refuse(name, $"{name} is not a parameter here. {known}.");
        }
        return _errors.Count == 0 ? null : Problems.BadParameters(_errors);
    }

    private static readonly string[] Formats =
    [
        "yyyy-MM-dd", "yyyy-MM-dd'T'HH:mmK", "yyyy-MM-dd'T'HH:mm:ssK", "yyyy-MM-dd'T'HH:mm:ss.FFFFFFFK",
    ];
}
