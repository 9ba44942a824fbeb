using System.Net;
using Microsoft.Extensions.Logging;
using WaterNode.Tier.Access;
using WaterNode.Tier.Api;
using WaterNode.Tier.Downlink;
using WaterNode.Tier.Pages;
using WaterNode.Tier.Store;
using WaterNode.Tier.Uplink;

namespace WaterNode.Platform;

/// <summary>A running platform: the tiers below send batches to it, people read its API and page, and it may send on to a parent of its own.</summary>
public sealed class PlatformHost : IAsyncDisposable
{
    private readonly CancellationTokenSource _stopping = new();
    private TierWebHost? _web;
    private Uplink? _uplink;
    private Task _sending = Task.CompletedTask;

    private PlatformHost(SqliteStore store, Children children) => (Store, Children) = (store, children);

    public SqliteStore Store { get; }

    public Children Children { get; }

    /// <summary>Where it is served, with the real port.</summary>
    public Uri Url => _web!.Url;

    /// <summary>Serves when the task has completed.</summary>
    /// <exception cref="ListenException">It cannot listen as asked; the message is for the operator.</exception>
    /// <exception cref="ParentException">The parent's address cannot be used; the message is for the operator.</exception>
    /// <exception cref="StoreUnavailableException">The data folder cannot be used; the message is for the operator.</exception>
    public static async Task<PlatformHost> Start(PlatformOptions options, ILoggerFactory loggers, CancellationToken cancel)
    {
        RefuseOpenBind(options.Bind);
        var uplink = UplinkOptions.Of(options.Parent, "--parent", options.Token);
        var host = new PlatformHost(await SqliteStore.Open(options.DataFolder, TierKind.Platform, options.Time), Children.Open(options.DataFolder, options.Time));
        try
        {
            await host.Start(options, uplink, loggers, cancel);
            return host;
        }
        catch
        {
            await host.DisposeAsync();
            throw;
        }
    }

    private async Task Start(PlatformOptions options, UplinkOptions? uplinkOptions, ILoggerFactory loggers, CancellationToken cancel)
    {
        if (uplinkOptions is not null) _uplink = new Uplink(Store, uplinkOptions, options.Time, loggers.CreateLogger<Uplink>());
        var web = new TierWebOptions(options.Bind, options.HttpPort, new PageAssets(typeof(PlatformHost).Assembly))
        {
            Map = routes => routes.MapSync(Store, Store, Children, loggers.CreateLogger(typeof(SyncEndpoints).FullName!), _uplink is null ? null : _uplink.RecordsArrived),
        };
        _web = await TierWebHost.Start(web, new(Store, Store.DatabaseId, TierKind.Platform, options.Time, Uplink: _uplink), loggers, cancel);
        if (_uplink is not null) _sending = Task.Run(() => _uplink.Run(_stopping.Token), CancellationToken.None);
    }

    private static void RefuseOpenBind(IPAddress bind)
    {
        if (IPAddress.IsLoopback(bind)) return;
        throw new ListenException($"The platform does not listen on {bind}: it has no TLS and no accounts yet, so tokens would travel in plain text. "
            + "Leave --bind at 127.0.0.1, and let a reverse proxy with a certificate on this computer pass /sync/v1 on to it.");
    }

    public async ValueTask DisposeAsync()
    {
        await _stopping.CancelAsync();
        if (_web is not null) await _web.DisposeAsync();
        await _sending;
        _uplink?.Dispose();
        Store.Dispose();
        _stopping.Dispose();
    }
}
