using System.Globalization;
using Spectre.Console;
using WaterNode.Cli.Commands;

namespace WaterNode.Cli.Demo;

/// <summary>Tells on standard error how the demonstration goes: a table that redraws itself on a terminal, a line every few seconds elsewhere.</summary>
public sealed class DemoProgress
{
    private const double SecondsPerDay = 86_400;

    private static readonly TimeSpan LineEvery = TimeSpan.FromSeconds(5);

    private readonly Village _village;
    private readonly DemoOptions _options;
    private readonly bool _isTerminal;
    private readonly DemoTable _table = new();
    private TimeSpan _nextLine = TimeSpan.Zero;

    private DemoProgress(Village village, DemoOptions options, bool isTerminal)
    {
        _village = village;
        _options = options;
        _isTerminal = isTerminal;
    }

    public static DemoProgress Start(Village village, DemoOptions options)
    {
        Console.Error.WriteLine($"Gateway   {Serving.Plain(village.Gateway.HttpUrl)}   (stations by {Serving.Plain(village.Gateway.MqttUrl)})");
        Console.Error.WriteLine($"Platform  {Serving.Plain(village.Platform.Url)}");
        Console.Error.WriteLine(Text($"{options.Stations} virtual stations measure for {options.For.TotalSeconds:0.#} s, a simulated day in {SecondsPerDay / options.Speed:0.#} s. Open the addresses in a browser; Ctrl-C ends it."));
        foreach (var late in options.Events.Where(happening => happening.After >= options.For))
            Console.Error.WriteLine(Text($"Nothing will be seen of the event after {late.After.TotalSeconds:0.#} s: the measuring ends before it. Give a longer --for."));
        var canRedraw = !Console.IsErrorRedirected && AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(Console.Error) }).Profile.Capabilities.Ansi;
        return new DemoProgress(village, options, canRedraw);
    }

    public Task Show(TimeSpan elapsed) => Show(Text($"{elapsed.TotalSeconds:0} of {_options.For.TotalSeconds:0} s"), elapsed);

    public Task ShowDraining(TimeSpan elapsed, TimeSpan max) =>
        Show(Text($"draining, {elapsed.TotalSeconds:0} of at most {max.TotalSeconds:0} s"), _options.For + elapsed);

    public void Finish(DemoReport report)
    {
        Console.Error.WriteLine(report.Lost == 0
            ? Text($"Nothing lost: all {report.Journaled} journaled records are on the platform exactly once.")
            : Text($"{report.Lost} of {report.Journaled} journaled records are NOT on the platform exactly once."));
    }

    private async Task Show(string phase, TimeSpan elapsed)
    {
        var gateway = await _village.Gateway.Store.Status(CancellationToken.None);
        if (_isTerminal)
        {
            Console.Error.Write(_table.Redrawn(_village, phase, gateway));
            return;
        }
        if (elapsed < _nextLine) return;
        _nextLine = elapsed + LineEvery;
        Console.Error.WriteLine($"{phase}: {DemoTable.Counts(_village, gateway)}, {DemoTable.Link(_village, gateway)}");
    }

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
