using System.CommandLine;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using WaterNode.Simulation;
using WaterNode.Simulation.Link;
using WaterNode.Station.Wire;

namespace WaterNode.Cli.Commands;

/// <summary><c>waternode station</c>: one virtual station, for trying a gateway without hardware, or a station.json before it is flashed.</summary>
public static class StationCommand
{
    private static readonly Option<string?> Id = new("--id") { Description = "Station id: 3 to 32 characters of a-z 0-9 -, for example lk-anp-0007.", HelpName = "ID" };
    private static readonly Option<Uri?> Gateway = new("--gateway")
    {
        Description = "The gateway: mqtt://[user:password@]host[:port]; the port is 1883 when none is given.",
        HelpName = "URL",
        CustomParser = result => Uri.TryCreate(CommonOptions.Text(result), UriKind.Absolute, out var url) && GatewayAddress.TryFrom(url, out _)
            ? url : CommonOptions.Wrong<Uri>(result, "an address such as mqtt://127.0.0.1:1883"),
    };
    private static readonly Option<string?> Settings = CommonOptions.Path("--settings", "FILE",
        "A station.json as for a node, instead of --id, --gateway and --limit-set: the station starts with it as if it had been flashed. Wi-Fi is left out. "
        + "Calibrations in it are taken, but belong to other electrodes than the simulated ones: the readings will show it.");
    private static readonly Option<string?> Data = CommonOptions.Path("--data", "DIR", "Folder that stands for the flash, so that the station goes on where it was; without it everything is forgotten at the end.");
    private static readonly Option<double> Speed = CommonOptions.Number("--speed", 1, 1, 100_000, "Simulated seconds per second, 1 to 100000; above 1 the station's clock runs ahead of the world's.");
    private static readonly Option<int?> Seed = new("--seed")
    {
        Description = "A whole number that decides the water and the electrodes; without it the id does.",
        HelpName = "N",
        CustomParser = result => int.TryParse(CommonOptions.Text(result), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var value)
            ? value : CommonOptions.Wrong<int?>(result, "a whole number"),
    };
    private static readonly Option<string> LimitSet = CommonOptions.LimitSet("Limit set of the verdicts.");
    private static readonly Option<string[]> Events = CommonOptions.OwnEvents();
    private static readonly Option<string?> Screen = CommonOptions.Path("--screen", "FILE",
        "Keeps the display's page in this file, a PNG picture. You are then the person before the station: lines of standard input press its button and move its sensors, "
        + "which it tells at the start. At a high --speed pages turn back before you have read them: up to 20 is good.");

    public static Command Create()
    {
        Id.Validators.Add(result =>
        {
            if (result.Tokens.Count == 1 && !Topics.IsStationId(result.Tokens[0].Value)) result.AddError($"'{result.Tokens[0].Value}' is no station id: it takes 3 to 32 characters of a-z 0-9 -");
        });
        var command = new Command("station", "Runs one virtual station.") { Id, Gateway, Settings, Data, Speed, Seed, LimitSet, Events, Screen };
        command.Validators.Add(result =>
        {
            bool IsGiven(Option option) => result.GetResult(option) is { Implicit: false };
            if (IsGiven(Settings) && (IsGiven(Id) || IsGiven(Gateway) || IsGiven(LimitSet))) result.AddError("--settings says what --id, --gateway and --limit-set would say: leave those out");
            if (!IsGiven(Settings) && !(IsGiven(Id) && IsGiven(Gateway))) result.AddError("Give --id and --gateway, or a station.json with --settings");
        });
        command.SetAction(Run);
        command.Add(StationCheckCommand.Create());
        return command;
    }

    private static Task<int> Run(ParseResult parsed, CancellationToken cancel) => Serving.Until(
        starting => RunningStation.Start(parsed.GetValue(Data), () => OptionsOf(parsed), parsed.GetValue(Screen), starting),
        station => $"ready station {station.Id}",
        cancel,
        (station, stop) => station.Watch(stop));

    private static VirtualStationOptions OptionsOf(ParseResult parsed)
    {
        var folder = parsed.GetValue(Data);
        var options = parsed.GetValue(Settings) is { } file
            ? DeployedSettings.OptionsOf(file, folder)
            : new VirtualStationOptions(parsed.GetValue(Id)!, parsed.GetValue(Gateway)!) { LimitSetId = parsed.GetValue(LimitSet)! };
        return options with
        {
            DataFolder = folder,
            Speed = parsed.GetValue(Speed),
            Seed = parsed.GetValue(Seed) ?? SeedOf(options.Id),
            Events = CommonOptions.EventsOf(parsed.GetValue(Events)),
        };
    }

    /// <summary>The same id has the same water at every start, and two ids hardly ever.</summary>
    private static int SeedOf(string id) => BitConverter.ToInt32(SHA256.HashData(Encoding.ASCII.GetBytes(id))) & int.MaxValue;
}
