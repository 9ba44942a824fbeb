using System.Globalization;
using Microsoft.Extensions.Logging;
using WaterNode.Gateway;
using WaterNode.Platform;
using WaterNode.Simulation;
using WaterNode.Simulation.Events;
using WaterNode.Simulation.Time;

namespace WaterNode.Cli.Demo;

/// <summary>The composition root of the demonstration: a platform, a gateway with a link between them that can fail, and virtual stations.</summary>
public sealed class Village : IAsyncDisposable
{
    private const int UsualMqttPort = 1883, UsualGatewayPort = 8080, UsualPlatformPort = 8090;

    private readonly CancellationTokenSource _stop = new();
    private readonly List<Task> _running = [];

    private Village(PlatformHost platform, SimulatedLink link, GatewayHost gateway)
    {
        Platform = platform;
        Link = link;
        Gateway = gateway;
    }

    public PlatformHost Platform { get; }

    public SimulatedLink Link { get; }

    public GatewayHost Gateway { get; }

    public List<VirtualStation> Stations { get; } = [];

    /// <summary>Starts everything on loopback; the usual ports when they are free, otherwise any.</summary>
    /// <param name="folder">Holds one folder a tier.</param>
    public static async Task<Village> Start(DemoOptions options, string folder, AcceleratedCalendar calendar, ILoggerFactory logs, CancellationToken cancel)
    {
        var platform = await PlatformHost.Start(new PlatformOptions
        {
            DataFolder = Path.Combine(folder, "platform"),
            HttpPort = FreePort.Prefer(UsualPlatformPort),
            Time = calendar,
        }, logs, cancel);
        SimulatedLink? link = null;
        try
        {
            link = SimulatedLink.Start(platform.Url);
            var gateway = await GatewayHost.Start(new GatewayOptions
            {
                DataFolder = Path.Combine(folder, "gateway"),
                MqttPort = FreePort.Prefer(UsualMqttPort),
                HttpPort = FreePort.Prefer(UsualGatewayPort),
                AllowAnonymous = true,
                Uplink = link.Url.ToString(),
                Token = AddChild(platform),
                Time = calendar,
            }, logs, cancel);
            var village = new Village(platform, link, gateway);
            village.AddStations(options, calendar);
            return village;
        }
        catch
        {
            if (link is not null) await link.DisposeAsync();
            await platform.DisposeAsync();
            throw;
        }
    }

    private static string AddChild(PlatformHost platform) =>
        platform.Children.TryAdd("demo-village", out var token, out var error) ? token : throw new InvalidOperationException(error);

    private void AddStations(DemoOptions options, AcceleratedCalendar calendar)
    {
        var events = options.Events.Select(text => StationEvent.TryParse(text, out var parsed, out _) ? parsed! : throw new ArgumentException(text)).ToArray();
        for (var number = 1; number <= options.Stations; number++)
        {
            var station = new VirtualStation(new VirtualStationOptions(string.Create(CultureInfo.InvariantCulture, $"lk-anp-{number:0000}"), Gateway.MqttUrl)
            {
                Speed = options.Speed,
                Index = number,
                Calendar = calendar,
                Events = events,
            });
            Stations.Add(station);
            _running.Add(station.Run(_stop.Token));
        }
    }

    /// <summary>True when every station has ended because the gateway holds all that it journaled.</summary>
    public bool StationsAreDrained => _running.TrueForAll(station => station.IsCompleted);

    /// <summary>No new measuring; what is journaled is still sent.</summary>
    public void StopMeasuring()
    {
        foreach (var station in Stations) station.StopMeasuring();
    }

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        await Task.WhenAll(_running).ContinueWith(static _ => { }, TaskScheduler.Default);
        foreach (var station in Stations) await station.DisposeAsync();
        await Gateway.DisposeAsync();
        await Link.DisposeAsync();
        await Platform.DisposeAsync();
        _stop.Dispose();
    }
}
