using Microsoft.Extensions.Logging.Abstractions;
using WaterNode.Sync.Records;
using WaterNode.Tests.Support;
using WaterNode.Tier.Store;
using WaterNode.Tier.Uplink;

namespace WaterNode.Platform.Tests;

/// <summary>A tier below the platform, as a gateway is: its own store and a real uplink.</summary>
internal sealed class Child : IAsyncDisposable
{
    private readonly TemporaryFolder _folder;
    private readonly SqliteStore _store;
    private readonly Uplink _uplink;
    private readonly CancellationTokenSource _stopping = new();
    private readonly Task _sending;

    private Child(TemporaryFolder folder, SqliteStore store, Uri platform, string token)
    {
        (_folder, _store) = (folder, store);
        _uplink = new Uplink(store, new() { Parent = platform, Token = token, RetryDelayMin = TimeSpan.FromMilliseconds(20), RetryDelayMax = TimeSpan.FromMilliseconds(100) },
            TimeProvider.System, NullLogger<Uplink>.Instance);
        _sending = Task.Run(() => _uplink.Run(_stopping.Token));
    }

    public LinkStatus Link => _uplink.Status;

    public static async Task<Child> Of(Uri platform, string token)
    {
        var folder = new TemporaryFolder();
        return new(folder, await SqliteStore.Open(folder.Path, TierKind.Gateway, TimeProvider.System), platform, token);
    }

    public async Task Receives(params Record[] records)
    {
        await _store.Commit([.. records.Select(record => new RecordArrival(record))], CancellationToken.None);
        _uplink.RecordsArrived();
    }

    public Task<StoreStatus> Status() => _store.Status(CancellationToken.None);

    public async ValueTask DisposeAsync()
    {
        await _stopping.CancelAsync();
        await _sending;
        _uplink.Dispose();
        _store.Dispose();
        _stopping.Dispose();
        _folder.Dispose();
    }
}
