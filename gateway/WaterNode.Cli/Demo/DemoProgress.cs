using System.Globalization;
using Spectre.Console;
using WaterNode.Tier.Store;

namespace WaterNode.Cli.Demo;

/// <summary>Tells on standard error how the demonstration goes: a table that redraws itself on a terminal, a line every few seconds elsewhere.</summary>
public sealed class DemoProgress
{
    private static readonly TimeSpan LineEvery = TimeSpan.FromSeconds(5);

    private readonly Village _village;
    private readonly DemoOptions _options;
    private readonly IAnsiConsole _console;
    private TimeSpan _nextLine = TimeSpan.Zero;
    private int _rowsDrawn;

    private DemoProgress(Village village, DemoOptions options, IAnsiConsole console)
    {
        _village = village;
        _options = options;
        _console = console;
    }

    public static DemoProgress Start(Village village, DemoOptions options)
    {
        var console = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(Console.Error), Interactive = InteractionSupport.Detect });
        console.WriteLine($"Gateway   {village.Gateway.HttpUrl}   (stations by {village.Gateway.MqttUrl})");
        console.WriteLine($"Platform  {village.Platform.Url}");
        console.WriteLine(Text($"{options.Stations} virtual stations measure for {options.For.TotalSeconds:0.#} s at {options.Speed:0.#} times the speed of time; open the addresses in a browser. Ctrl-C ends it."));
        return new DemoProgress(village, options, console);
    }

    public Task Show(TimeSpan elapsed) => Show(Text($"{elapsed.TotalSeconds:0} of {_options.For.TotalSeconds:0} s"), elapsed);

    public Task ShowDraining(TimeSpan elapsed, TimeSpan max) =>
        Show(Text($"draining, {elapsed.TotalSeconds:0} of at most {max.TotalSeconds:0} s"), _options.For + elapsed);

    public void Finish(DemoReport report)
    {
        _console.WriteLine(report.Lost == 0
            ? Text($"Nothing lost: all {report.Journaled} journaled records are on the platform exactly once.")
            : Text($"{report.Lost} of {report.Journaled} journaled records are NOT on the platform exactly once."));
    }

    private async Task Show(string phase, TimeSpan elapsed)
    {
        var gateway = await _village.Gateway.Store.Status(CancellationToken.None);
        if (Console.IsErrorRedirected)
        {
            if (elapsed < _nextLine) return;
            _nextLine = elapsed + LineEvery;
            _console.WriteLine(Summary(phase, gateway));
            return;
        }
        Redraw(phase, gateway);
    }

    private string Summary(string phase, StoreStatus gateway) => Text(
        $"{phase}: journaled {_village.Stations.Sum(s => s.Progress.LastSequence)}, on the gateway {gateway.Committed}, on the platform {gateway.Synced}, waiting {gateway.Pending}, uplink {(_village.Link.IsUp ? "up" : "DOWN")}");

    private void Redraw(string phase, StoreStatus gateway)
    {
        var table = new Table().Border(TableBorder.Simple).AddColumns("Station", "Measured", "Unsent", "Verdict (chemicals measured)");
        foreach (var station in _village.Stations.Take(RowsMax))
        {
            var progress = station.Progress;
            var (colour, word) = progress.Verdict switch { "safe" => ("green", "safe"), "unsafe" => ("red", "UNSAFE"), _ => ("yellow", "uncertain") };
            table.AddRow(station.Id, Text($"{progress.Measured}"), Text($"{progress.Pending}"), $"[{colour}]{word}[/]");
        }
        if (_rowsDrawn > 0) _console.Cursor.MoveUp(_rowsDrawn);
        _console.Write(table);
        _console.Write(new Markup($"[bold]{Markup.Escape(Summary(phase, gateway))}[/]   \n"));
        _rowsDrawn = Math.Min(_village.Stations.Count, RowsMax) + TableFrameRows + 1;
    }

    private const int RowsMax = 20;

    /// <summary>Lines of a simple table besides its rows: blank, header, rule, blank.</summary>
    private const int TableFrameRows = 4;

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
