using System.CommandLine;
using WaterNode.Cli.Demo;

namespace WaterNode.Cli.Commands;

/// <summary><c>waternode demo</c>: the whole of WaterNode on this computer, on a temporary folder.</summary>
public static class DemoCommand
{
    private static readonly TimeSpan StandardRun = TimeSpan.FromSeconds(60);

    private static readonly Option<int> Stations = CommonOptions.Count("--stations", 5, 1, 200, "Virtual stations, 1 to 200.");
    private static readonly Option<double> Speed = CommonOptions.Number("--speed", 900, 1, 100_000, "Simulated seconds per second: at 900 a quarter of an hour takes a second, and that is how often a station measures. 1 to 100000.");
    private static readonly Option<TimeSpan?> For = CommonOptions.Duration("--for", "60s", "Wall time of measuring, for example 90s or 5m, up to 24h.");
    private static readonly Option<double> Outage = CommonOptions.Number("--outage", 0, 0, 0.95, "Share of that time in which the uplink to the platform is down, 0 to 0.95.");
    private static readonly Option<int> Tiers = CommonOptions.Count("--tiers", 2, 2, 2, "Tiers above the stations: 2 is a gateway and a regional platform.");
    private static readonly Option<string[]> Events = CommonOptions.Events();
    private static readonly Option<string?> Report = CommonOptions.Path("--report", "FILE", "Write the report (JSON) to this file as well as to standard output.");
    private static readonly Option<string?> Data = CommonOptions.Path("--data", "DIR", "Keep the databases in this folder, which must be empty or new; without it a temporary folder is used and deleted.");

    public static Command Create()
    {
        var command = new Command("demo", "Runs virtual stations, a gateway and a platform together and reports whether every reading arrived.")
        {
            Stations, Speed, For, Outage, Tiers, Events, Report, Data,
        };
        command.SetAction((parsed, cancel) =>
        {
            var events = CommonOptions.EventsOf(parsed.GetValue(Events));
            if (events.FirstOrDefault(happening => happening.StationIndex > parsed.GetValue(Stations)) is { } missed)
            {
                Console.Error.WriteLine($"waternode: --event names station {missed.StationIndex}, but there are only {parsed.GetValue(Stations)}. Name one of them, or give more --stations.");
                return Task.FromResult(ExitCode.WrongUse);
            }
            return Serving.Explained(() => new DemoRun(new DemoOptions(
                parsed.GetValue(Stations), parsed.GetValue(Speed), parsed.GetValue(For) ?? StandardRun, parsed.GetValue(Outage),
                events, parsed.GetValue(Report), parsed.GetValue(Data))).Run(cancel));
        });
        return command;
    }
}
