using System.CommandLine;
using WaterNode.Cli.Demo;
using WaterNode.Simulation.Events;

namespace WaterNode.Cli.Commands;

/// <summary><c>waternode demo</c>: the whole of WaterNode on this computer, on a temporary folder.</summary>
public static class DemoCommand
{
    private static readonly Option<int> Stations = CommonOptions.Count("--stations", 5, 1, 200, "Virtual stations.");
    private static readonly Option<double> Speed = CommonOptions.Number("--speed", 900, 1, 100_000, "Simulated seconds per second: at 900 a quarter of an hour takes a second.");
    private static readonly Option<TimeSpan> For = CommonOptions.Duration("--for", TimeSpan.FromSeconds(60), "Wall time of measuring, for example 60s or 5m.");
    private static readonly Option<double> Outage = CommonOptions.Number("--outage", 0, 0, 0.95, "Share of that time in which the uplink is down.");
    private static readonly Option<int> Tiers = CommonOptions.Count("--tiers", 2, 2, 2, "Tiers above the stations: 2 is a gateway and a regional platform.");
    private static readonly Option<string[]> Events = new("--event")
    {
        Description = $"Something that happens to the water or a sensor, for example arsenic@20s; may be given again. {StationEvent.Grammar}",
        CustomParser = result => [.. result.Tokens.Select(token => token.Value)],
    };
    private static readonly Option<string?> Report = new("--report") { Description = "Also write the report (JSON) to this file." };
    private static readonly Option<string?> Data = new("--data") { Description = "Keep the databases in this folder (must be empty); otherwise a temporary folder is used and deleted." };

    public static Command Create()
    {
        Events.Validators.Add(result =>
        {
            foreach (var token in result.Tokens)
                if (!StationEvent.TryParse(token.Value, out _, out var error)) result.AddError(error);
        });
        var command = new Command("demo", "Runs virtual stations, a gateway and a platform together and reports whether every reading arrived.")
        {
            Stations, Speed, For, Outage, Tiers, Events, Report, Data,
        };
        command.SetAction((parsed, cancel) => new DemoRun(new DemoOptions(
            parsed.GetValue(Stations), parsed.GetValue(Speed), parsed.GetValue(For), parsed.GetValue(Outage),
            parsed.GetValue(Events) ?? [], parsed.GetValue(Report), parsed.GetValue(Data))).Run(cancel));
        return command;
    }
}
