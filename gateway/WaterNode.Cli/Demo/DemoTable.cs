using System.Globalization;
using System.Text;
using Spectre.Console;
using WaterNode.Simulation;
using WaterNode.Tier.Store;

namespace WaterNode.Cli.Demo;

/// <summary>The stations of a demonstration as a table that overwrites itself on a terminal.</summary>
public sealed class DemoTable
{
    private const int RowsMax = 20;

    /// <summary>Lines that are no station: blank, header, rule and blank of the table, the rest of the stations, two of counts, and the cursor's.</summary>
    private const int OtherLines = 8;

    private const int WidthMin = 20;

    private int _linesDrawn;

    /// <summary>How far the records have come.</summary>
    public static string Counts(Village village, StoreStatus gateway) => Text(
        $"journaled {village.Stations.Sum(s => s.Progress.LastSequence)}, on the gateway {gateway.Committed}, on the platform {gateway.Synced}");

    /// <summary>What keeps the rest from the platform.</summary>
    public static string Link(Village village, StoreStatus gateway) => Text($"waiting {gateway.Pending}, uplink {(village.Link.IsUp ? "up" : "DOWN")}");

    /// <returns>Text with control sequences: it takes the place of the table drawn before.</returns>
    public string Redrawn(Village village, string phase, StoreStatus gateway)
    {
        // A line as wide as the terminal would wrap, and the count of lines to go back over would be wrong.
        var width = Math.Max(WidthMin, Console.BufferWidth - 1);
        var lines = Lines(village, width, Math.Clamp(Console.WindowHeight - OtherLines, 1, RowsMax));
        lines.Add(Cut($"{phase}: {Link(village, gateway)}", width));
        lines.Add(Cut(Counts(village, gateway), width));
        var text = new StringBuilder(_linesDrawn > 0 ? Text($"\u001b[{_linesDrawn}A\r") : "");
        foreach (var line in lines) text.Append(line).Append("\u001b[K\n");
        _linesDrawn = lines.Count;
        return text.Append("\u001b[J").ToString();
    }

    private static List<string> Lines(Village village, int width, int rowsMax)
    {
        var table = new Table().Border(TableBorder.Simple).AddColumns("Station", "Measured", "Unsent", "Verdict (chemicals measured)");
        foreach (var station in village.Stations.Take(rowsMax)) AddRow(table, station);
        using var drawn = new StringWriter();
        var console = AnsiConsole.Create(new AnsiConsoleSettings { Ansi = AnsiSupport.Yes, Out = new AnsiConsoleOutput(drawn) });
        console.Profile.Width = width;
        console.Write(table);
        var lines = drawn.ToString().TrimEnd().Split('\n').Select(line => line.TrimEnd()).ToList();
        if (village.Stations.Count > rowsMax) lines.Add(Text($"  ... and {village.Stations.Count - rowsMax} more stations"));
        lines.Add("");
        return lines;
    }

    private static void AddRow(Table table, VirtualStation station)
    {
        var progress = station.Progress;
        var (colour, word) = progress.Verdict switch { "safe" => ("green", "safe"), "unsafe" => ("red", "UNSAFE"), _ => ("yellow", "uncertain") };
        table.AddRow(station.Id, Text($"{progress.Measured}"), Text($"{progress.Pending}"), $"[{colour}]{word}[/]");
    }

    private static string Cut(string text, int width) => text.Length > width ? text[..width] : text;

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
