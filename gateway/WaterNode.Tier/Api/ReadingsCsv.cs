using System.Globalization;
using System.Text;

namespace WaterNode.Tier.Api;

/// <summary>Readings as a table by RFC 4180, with the API's field names as header.</summary>
public static class ReadingsCsv
{
    private const string Header =
        "station,gen,seq,time,samplePoint,channel,value,unit,quality,uncertainty,lod,belowLod,verdict,limitSet,reasons,calibration,received,child";

    public static string Write(IReadOnlyList<ReadingView> readings)
    {
        var text = new StringBuilder(Header).Append("\r\n");
        foreach (var reading in readings)
        {
            text.AppendJoin(',', Fields(reading)).Append("\r\n");
        }
        return text.ToString();
    }

    private static string[] Fields(ReadingView r) =>
    [
        Quoted(r.Station), r.Gen, Number(r.Seq), r.Time is { } time ? UtcJson.Text(time) : "", Quoted(r.SamplePoint), Quoted(r.Channel),
        r.Value?.ToString() ?? "", Quoted(r.Unit), Number(r.Quality), r.Uncertainty?.ToString() ?? "", r.Lod?.ToString() ?? "", r.BelowLod ? "true" : "false",
        Quoted(r.Verdict), Quoted(r.LimitSet), Quoted(string.Join(' ', r.Reasons)), r.Calibration is { } id ? Number(id) : "", UtcJson.Text(r.Received), Quoted(r.Child),
    ];

    private static string Number(long number) => number.ToString(CultureInfo.InvariantCulture);

    private static string Quoted(string? field)
    {
        if (string.IsNullOrEmpty(field)) return "";
        // A spreadsheet takes text that begins like this for a formula and runs it; stations choose some of these texts.
        if ("=+-@\t".Contains(field[0])) field = "'" + field;
        return field.AsSpan().IndexOfAny(",\"\r\n") < 0 ? field : $"\"{field.Replace("\"", "\"\"")}\"";
    }
}
