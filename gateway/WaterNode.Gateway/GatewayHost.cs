using System.Net;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using WaterNode.Gateway.Intake;
using WaterNode.Gateway.Mqtt;
using WaterNode.Tier.Api;
using WaterNode.Tier.Pages;
using WaterNode.Tier.Store;
using WaterNode.Tier.Uplink;

namespace WaterNode.Gateway;

/// <summary>A running gateway, and the composition root that wires its stages: MQTT endpoint, intake, store, uplink, page and API.</summary>
public sealed class GatewayHost : IAsyncDisposable
{
    private readonly CancellationTokenSource _stopping = new();
    private readonly CommitQueue _queue;
    private readonly StationIntake _intake;
    private readonly MqttEndpoint _endpoint;
    private readonly Uplink? _uplink;
    private TierWebHost? _web;
    private ListenOptions? _mqtt;
    private Task _committing = Task.CompletedTask;
    private Task _sending = Task.CompletedTask;

    private GatewayHost(GatewayOptions options, SqliteStore store, UplinkOptions? uplink, ILoggerFactory loggers)
    {
        Store = store;
        _queue = new CommitQueue(store, loggers.CreateLogger<CommitQueue>());
        _intake = new StationIntake(_queue, store.DatabaseId, options.Time, loggers.CreateLogger<StationIntake>());
        _endpoint = new MqttEndpoint(_intake, new MqttOptions { AllowAnonymous = options.AllowAnonymous }, TimeProvider.System, loggers.CreateLogger<MqttEndpoint>());
        _uplink = uplink is null ? null : new Uplink(store, uplink, options.Time, loggers.CreateLogger<Uplink>());
        _queue.Committed += OnCommitted;
    }

    public SqliteStore Store { get; }

    /// <summary>The page and the API, with the real port.</summary>
    public Uri HttpUrl => _web!.Url;

    /// <summary>Where stations connect, with the real port.</summary>
    public Uri MqttUrl => TierWebHost.UrlOf("mqtt", _mqtt!.IPEndPoint!);

    /// <summary>Serves when the task has completed.</summary>
    /// <exception cref="ListenException">It cannot listen as asked; the message is for the operator.</exception>
    /// <exception cref="ParentException">The platform's address or token cannot be used; the message is for the operator.</exception>
    /// <exception cref="StoreUnavailableException">The data folder cannot be used; the message is for the operator.</exception>
    public static async Task<GatewayHost> Start(GatewayOptions options, ILoggerFactory loggers, CancellationToken cancel)
    {
        RefuseOpenBind(options);
        var uplink = UplinkOptions.Of(options.Uplink, "--uplink", options.Token);
        var host = new GatewayHost(options, await SqliteStore.Open(options.DataFolder, TierKind.Gateway, options.Time), uplink, loggers);
        try
        {
            await host.Serve(options, loggers, cancel);
            return host;
        }
        catch
        {
            await host.DisposeAsync();
            throw;
        }
    }

    private async Task Serve(GatewayOptions options, ILoggerFactory loggers, CancellationToken cancel)
    {
        // The retained topics are there before the first station can ask for them.
        await RestoreRetained(cancel);
        _committing = Task.Run(() => _queue.Run(_stopping.Token), CancellationToken.None);
        var web = new TierWebOptions(options.Bind, options.HttpPort, new PageAssets(typeof(GatewayHost).Assembly))
        {
            RequireLogin = options.RequireLogin,
            Services = services => services.AddSingleton(_endpoint),
            Further = new("mqtt", options.MqttPort, listen =>
            {
                listen.UseConnectionHandler<MqttEndpoint>();
                _mqtt = listen;
            }),
        };
        _web = await TierWebHost.Start(web, new TierSources(Store, Store.DatabaseId, TierKind.Gateway, options.Time, _intake, _uplink, options.LimitSet), loggers, cancel);
        if (!options.AllowAnonymous) WarnOfClosedDoor(loggers);
        if (_uplink is not null) _sending = Task.Run(() => _uplink.Run(_stopping.Token), CancellationToken.None);
    }

    /// <summary>Called between two commits, so that acknowledgements leave in their order.</summary>
    private void OnCommitted(CommitReceipt receipt)
    {
        foreach (var held in receipt.Acknowledgements.Where(held => held.Generation != 0)) _endpoint.Publish(_intake.AckMessage(held));
        _uplink?.RecordsArrived();
    }

    private async Task RestoreRetained(CancellationToken cancel)
    {
        foreach (var held in await Store.Acknowledgements(cancel))
            if (held.Generation != 0) await _endpoint.Publish(_intake.AckMessage(held));
        foreach (var station in await Store.Stations(only: null, cancel))
            if (station.StatusJson is { } status) await _endpoint.Publish(StatusMessage.Retained(station.Station, status));
    }

    private static void WarnOfClosedDoor(ILoggerFactory loggers) => loggers.CreateLogger<GatewayHost>().LogWarning(GatewayEvents.ClosedDoor,
        "MQTT: every station and viewer is refused, since accounts are not there yet. To take those on this computer without a password, start the gateway with --allow-anonymous.");

    private static void RefuseOpenBind(GatewayOptions options)
    {
        if (IPAddress.IsLoopback(options.Bind)) return;
        throw new ListenException(options.AllowAnonymous
            ? $"--allow-anonymous goes with loopback only: on {options.Bind} anybody in the network could send readings in a station's name. Leave one of the two out."
            : $"The gateway does not listen on {options.Bind} yet: it has no accounts and no TLS so far, so every client from there would be refused. Leave --bind at 127.0.0.1.");
    }

    public async ValueTask DisposeAsync()
    {
        // Connections end first, so that what they sent is still committed and confirmed or plainly not.
        if (_web is not null) await _web.DisposeAsync();
        await _stopping.CancelAsync();
        await _committing;
        await _sending;
        _uplink?.Dispose();
        Store.Dispose();
        _stopping.Dispose();
    }
}
