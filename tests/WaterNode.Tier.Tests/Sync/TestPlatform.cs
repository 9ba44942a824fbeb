using System.Net;
using Dapper;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using WaterNode.Tests.Support;
using WaterNode.Tier.Access;
using WaterNode.Tier.Downlink;
using WaterNode.Tier.Store;

namespace WaterNode.Tier.Tests.Sync;

/// <summary>A parent tier on a loopback port, with a door in front of the sync server at which a test makes trouble.</summary>
internal sealed class TestPlatform : IAsyncDisposable
{
    private readonly TemporaryFolder _folder = new();
    private WebApplication? _app;

    public SqliteStore Store { get; private set; } = null!;

    public Children Children { get; private set; } = null!;

    public Uri Url { get; private set; } = new("http://127.0.0.1:0/");

    /// <summary>Stands before the sync server; calls the second argument to let a request through.</summary>
    public Func<HttpContext, Func<Task>, Task> Door { get; set; } = (_, through) => through();

    public static async Task<TestPlatform> Start()
    {
        var platform = new TestPlatform();
        platform.Store = await SqliteStore.Open(platform._folder.Path, TierKind.Platform, TimeProvider.System);
        platform.Children = Children.Open(platform._folder.Path, TimeProvider.System);
        await platform.Listen();
        return platform;
    }

    public string AddChild(string name)
    {
        Assert.IsTrue(Children.TryAdd(name, out var token, out var error), error);
        return token;
    }

    /// <summary>Serves; after <see cref="Stop"/> again on the same port.</summary>
    public async Task Listen()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, Url.Port));
        _app = builder.Build();
        _app.Use((context, next) => Door(context, () => next(context)));
        _app.MapSync(Store, Store, Children, NullLogger.Instance);
        await _app.StartAsync();
        Url = new Uri(_app.Services.GetRequiredService<Microsoft.AspNetCore.Hosting.Server.IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single());
    }

    /// <summary>From now on every commit fails, as it does when the disk is full.</summary>
    public void BreakStore()
    {
        using var connection = new SqliteConnection($"Data Source={_folder.File("waternode.db")};Pooling=False");
        connection.Execute("ALTER TABLE tally RENAME TO broken");
    }

    public void MendStore()
    {
        using var connection = new SqliteConnection($"Data Source={_folder.File("waternode.db")};Pooling=False");
        connection.Execute("ALTER TABLE broken RENAME TO tally");
    }

    public async Task Stop()
    {
        if (_app is null) return;
        using var atOnce = new CancellationTokenSource(TimeSpan.Zero);
        await _app.StopAsync(atOnce.Token);
        await _app.DisposeAsync();
        _app = null;
    }

    public async ValueTask DisposeAsync()
    {
        await Stop();
        Store.Dispose();
        _folder.Dispose();
    }
}
