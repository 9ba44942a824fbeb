using System.Globalization;
using Microsoft.Extensions.Logging;
using WaterNode.Gateway;
using WaterNode.Platform;
using WaterNode.Simulation;
using WaterNode.Simulation.Time;
using WaterNode.Tier.Api;

namespace WaterNode.Cli.Demo;

/// <summary>The composition root of the demonstration: a platform, a gateway with a link between them that can fail, and virtual stations.</summary>
public sealed class Village : IAsyncDisposable
{
    private const int UsualMqttPort = 1883, UsualGatewayPort = 8080, UsualPlatformPort = 8090;

    /// <summary>Every third cycle measures fluoride and arsenic, instead of four times a day, so that something happens while one looks on. The 20 minutes
    /// that they take are then no large part of their interval, after twice of which a page calls them too old.</summary>
    private const int WetIntervalSeconds = 2700;

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
        var platform = await OnFreePorts(port => PlatformHost.Start(new PlatformOptions
        {
            DataFolder = Path.Combine(folder, "platform"),
            HttpPort = port(UsualPlatformPort),
            Time = calendar,
        }, logs, cancel));
        SimulatedLink? link = null;
        try
        {
            link = SimulatedLink.Start(platform.Url);
            var (uplink, token) = (link.Url.ToString(), AddChild(platform));
            var gateway = await OnFreePorts(port => GatewayHost.Start(new GatewayOptions
            {
                DataFolder = Path.Combine(folder, "gateway"),
                MqttPort = port(UsualMqttPort),
                HttpPort = port(UsualGatewayPort),
                AllowAnonymous = true,
                Uplink = uplink,
                Token = token,
                Time = calendar,
            }, logs, cancel));
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

    /// <summary>Two demonstrations that start together both find a usual port free, and one of them is too late: that one takes any.</summary>
    private static async Task<T> OnFreePorts<T>(Func<Func<int, int>, Task<T>> start)
    {
        try
        {
            return await start(FreePort.Prefer);
        }
        catch (ListenException)
        {
            return await start(static _ => 0);
        }
    }

    private static string AddChild(PlatformHost platform) =>
        platform.Children.TryAdd("demo-village", out var token, out var error) ? token : throw new InvalidOperationException(error);

    private void AddStations(DemoOptions options, AcceleratedCalendar calendar)
    {
        for (var number = 1; number <= options.Stations; number++)
        {
            var station = new VirtualStation(new VirtualStationOptions(string.Create(CultureInfo.InvariantCulture, $"lk-anp-{number:0000}"), Gateway.MqttUrl)
            {
                Speed = options.Speed,
                WetIntervalSeconds = WetIntervalSeconds,
                Index = number,
                Calendar = calendar,
                Events = options.Events,
            });
            Stations.Add(station);
            _running.Add(station.Run(_stop.Token));
        }
    }

    /// <summary>True when every station has ended because the gateway holds all that it journaled.</summary>
    public bool StationsAreDrained => _running.TrueForAll(station => station.IsCompleted);

    /// <summary>What ended a station that should still run, in one line each; none in a good run.</summary>
    public IEnumerable<string> Faults => _running.Where(station => station.IsFaulted).Select(station => station.Exception!.GetBaseException().Message);

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
