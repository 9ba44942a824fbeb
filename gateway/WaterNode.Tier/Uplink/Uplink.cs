using Microsoft.Extensions.Logging;
using WaterNode.Sync.Batches;
using WaterNode.Sync.Records;
using WaterNode.Tier.Downlink;
using WaterNode.Tier.Store;

namespace WaterNode.Tier.Uplink;

/// <summary>Carries pending records to the parent tier. An answer that is lost changes nothing: the records stay pending, go again,
/// and the parent, which inserts by identity, has them once.</summary>
public sealed class Uplink(IRecordStore store, UplinkOptions options, TimeProvider time, ILogger<Uplink> logger) : IDisposable
{
    /// <summary>However long the parent asks to wait, it is asked again after this.</summary>
    private static readonly TimeSpan PatienceMax = TimeSpan.FromHours(1);

    private readonly ParentClient _parent = new(options, time);
    private readonly BatchSize _size = new();
    private readonly Backoff _backoff = new(options.RetryDelayMin, options.RetryDelayMax);
    private readonly Signal _news = new();
    private readonly Signal _request = new();
    private LinkStatus _status = new(LinkStatus.Down, null, null, 0);

    public LinkStatus Status => Volatile.Read(ref _status);

    /// <summary>New records are pending: goes on at once when it was idle. It does not shorten the pause after a failure.</summary>
    public void RecordsArrived() => _news.Raise();

    /// <summary>Somebody asks for it: tries at once, whatever it waits for.</summary>
    public void SyncNow() => _request.Raise();

    public void Dispose() => _parent.Dispose();

    public async Task Run(CancellationToken cancel)
    {
        while (!cancel.IsCancellationRequested)
        {
            try
            {
                _news.Clear();
                _request.Clear();
                var records = await store.Pending(_size.Records, cancel);
                // An empty batch while the link is not up tells its state and whether the token is known.
                if (records.Count == 0 && Status.State == LinkStatus.Up) await Task.WhenAny(_news.Raised, _request.Raised).WaitAsync(cancel);
                else if (await Send(records, cancel) is { } pause) await Pause(pause, cancel);
            }
            catch (StoreUnavailableException error)
            {
                logger.LogError(UplinkEvents.StoreFailed, error, "The uplink waits for the store: {Reason}", error.Message);
                await Pause(_backoff.Next(), cancel);
            }
            catch (OperationCanceledException) when (cancel.IsCancellationRequested)
            {
                return;
            }
        }
    }

    /// <returns>How long to wait before the next batch; null to go on at once.</returns>
    private async Task<TimeSpan?> Send(IReadOnlyList<Record> records, CancellationToken cancel)
    {
        var batch = BatchCodec.Encode(records);
        if (batch.Length > SyncContract.BodyBytesMax && records.Count > 1)
        {
            _size.Halve(records.Count);
            return null;
        }
        switch (await _parent.Send(batch, cancel))
        {
            case Answer.Committed committed:
                await Settle(records, committed, batch.Length, cancel);
                return null;
            case Answer.TooLarge or Answer.Unreadable when records.Count > 1:
                _size.Halve(records.Count);
                return null;
            case Answer.Unreadable unreadable when records.Count == 1 && await IsUnderstood(cancel):
                await Refuse(records, unreadable.Error, batch.Length, cancel);
                return null;
            case Answer.Foreign foreign when records.Any(record => record.Id.Station == foreign.Station):
                await Refuse([.. records.Where(record => record.Id.Station == foreign.Station)], foreign.Error, batch.Length, cancel);
                return null;
            case Answer.TooSlow slow:
                _size.Halve(records.Count);
                return Failed(LinkStatus.Down, slow.Error, _backoff.Next());
            case Answer.Unauthorized unauthorized:
                return Failed(LinkStatus.Unauthorized, unauthorized.Error, options.RetryDelayMax);
            case Answer.Later { After: { } asked } later:
                return Failed(LinkStatus.Down, later.Error, asked < PatienceMax ? asked : PatienceMax);
            case Answer.Later later:
                return Failed(LinkStatus.Down, later.Error, _backoff.Next());
            case Answer.Rejected rejected:
                return Failed(LinkStatus.Down, rejected.Error, _backoff.Next());
            default:
                throw new InvalidOperationException("An answer of no known kind.");
        }
    }

    /// <summary>A record is only set aside as unreadable by a parent that reads batches of this version at all.</summary>
    private async Task<bool> IsUnderstood(CancellationToken cancel) => await _parent.Send(BatchCodec.Encode([]), cancel) is Answer.Committed;

    private async Task Settle(IReadOnlyList<Record> records, Answer.Committed committed, int bytes, CancellationToken cancel)
    {
        var reasons = new Dictionary<RecordId, string>();
        foreach (var refused in committed.Refused)
        {
            if (RecordId.TryParseGeneration(refused.Gen, out var generation)) reasons[new RecordId(refused.Station, generation, refused.Seq)] = refused.Reason;
        }
        var (bad, good) = (records.Where(record => reasons.ContainsKey(record.Id)).ToList(), records.Where(record => !reasons.ContainsKey(record.Id)));
        foreach (var record in bad) logger.LogError(UplinkEvents.Refused, "The parent refused {Record} ({Reason}); it stays here and is not sent again.", record.Id, reasons[record.Id]);
        if (records.Count > 0) await store.Settle([.. good.Select(record => record.Id)], [.. bad.Select(record => new Refusal(record.Id, reasons[record.Id]))], bytes, cancel);
        _size.Grow(records.Count);
        Succeeded(bytes);
    }

    /// <summary>The link works, but these records will never be taken: they are set aside so that the others go on.</summary>
    private async Task Refuse(IReadOnlyList<Record> records, string reason, int bytes, CancellationToken cancel)
    {
        logger.LogError(UplinkEvents.Refused, "The parent refused {Count} records from {First} on; they stay here and are not sent again. {Reason}", records.Count, records[0].Id, reason);
        await store.Settle([], [.. records.Select(record => new Refusal(record.Id, reason))], bytes, cancel);
    }

    private void Succeeded(int bytes)
    {
        if (Status.State != LinkStatus.Up) logger.LogInformation(UplinkEvents.Up, "The link to {Parent} is up.", options.Parent);
        _backoff.Reset();
        Volatile.Write(ref _status, new LinkStatus(LinkStatus.Up, time.GetUtcNow(), null, Status.BytesSent + bytes));
    }

    private TimeSpan Failed(string state, string error, TimeSpan pause)
    {
        if (Status.State != state || Status.LastError is null) logger.LogWarning(UplinkEvents.Down, "The link is {State}; records wait here. {Error}", state, error);
        Volatile.Write(ref _status, Status with { State = state, LastError = error });
        return pause;
    }

    private async Task Pause(TimeSpan pause, CancellationToken cancel)
    {
        using var over = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        await Task.WhenAny(Task.Delay(pause, time, over.Token), _request.Raised);
        await over.CancelAsync();
    }
}
