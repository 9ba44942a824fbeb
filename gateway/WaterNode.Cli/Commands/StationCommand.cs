using System.CommandLine;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using WaterNode.Simulation;
using WaterNode.Simulation.Events;
using WaterNode.Simulation.Link;
using WaterNode.Station.Wire;

namespace WaterNode.Cli.Commands;

/// <summary><c>waternode station</c>: one virtual station, for trying a gateway without hardware.</summary>
public static class StationCommand
{
    private static readonly Option<string> Id = new("--id") { Description = "Station id: 3 to 32 characters of a-z 0-9 -, for example lk-anp-0007.", Required = true };
    private static readonly Option<Uri> Gateway = new("--gateway")
    {
        Description = "mqtt://[user:password@]host:port",
        Required = true,
        CustomParser = result => Uri.TryCreate(CommonOptions.Text(result), UriKind.Absolute, out var url) && GatewayAddress.TryFrom(url, out _)
            ? url : CommonOptions.Wrong<Uri>(result, "an address such as mqtt://127.0.0.1:1883"),
    };
    private static readonly Option<string?> Data = new("--data") { Description = "Folder that stands for the flash; without it everything is forgotten at the end." };
    private static readonly Option<double> Speed = CommonOptions.Number("--speed", 1, 1, 100_000, "Simulated seconds per second; the station's clock then runs ahead of the world's.");
    private static readonly Option<int?> Seed = new("--seed") { Description = "Decides the water and the electrodes; without it the id does." };
    private static readonly Option<string> LimitSet = CommonOptions.LimitSet("Limit set of the verdicts.");
    private static readonly Option<string[]> Events = new("--event") { Description = $"For example arsenic@20s; may be given again. {StationEvent.Grammar}" };

    public static Command Create()
    {
        Id.Validators.Add(result =>
        {
            if (result.Tokens.Count == 1 && !Topics.IsStationId(result.Tokens[0].Value)) result.AddError($"'{result.Tokens[0].Value}' is no station id: it takes 3 to 32 characters of a-z 0-9 -");
        });
        Events.Validators.Add(result =>
        {
            foreach (var token in result.Tokens)
                if (!StationEvent.TryParse(token.Value, out _, out var error)) result.AddError(error);
        });
        var command = new Command("station", "Runs one virtual station.") { Id, Gateway, Data, Speed, Seed, LimitSet, Events };
        command.SetAction(Run);
        return command;
    }

    private static Task<int> Run(ParseResult parsed, CancellationToken cancel) => Serving.Until(
        async starting =>
        {
            var station = new VirtualStation(new VirtualStationOptions(parsed.GetValue(Id)!, parsed.GetValue(Gateway)!)
            {
                DataFolder = parsed.GetValue(Data),
                Speed = parsed.GetValue(Speed),
                Seed = parsed.GetValue(Seed) ?? SeedOf(parsed.GetValue(Id)!),
                LimitSetId = parsed.GetValue(LimitSet)!,
                Events = [.. (parsed.GetValue(Events) ?? []).Select(text => StationEvent.TryParse(text, out var parsedEvent, out _) ? parsedEvent! : throw new ArgumentException(text))],
            });
            return await RunningStation.Start(station);
        },
        station => string.Create(CultureInfo.InvariantCulture, $"ready station {station.Id}"),
        cancel);

    /// <summary>The same id has the same water at every start, and two ids hardly ever.</summary>
    private static int SeedOf(string id) => BitConverter.ToInt32(SHA256.HashData(Encoding.ASCII.GetBytes(id))) & int.MaxValue;

    /// <summary>A station whose loop runs until it is disposed.</summary>
    private sealed class RunningStation(VirtualStation station) : IAsyncDisposable
    {
        private readonly CancellationTokenSource _stop = new();
        private Task _loop = Task.CompletedTask;

        public string Id => station.Id;

        public static async Task<RunningStation> Start(VirtualStation station)
        {
            var running = new RunningStation(station);
            running._loop = station.Run(running._stop.Token);
            await station.Ready;
            return running;
        }

        public async ValueTask DisposeAsync()
        {
            await _stop.CancelAsync();
            await _loop.ContinueWith(static _ => { }, TaskScheduler.Default);
            await station.DisposeAsync();
            _stop.Dispose();
        }
    }
}
