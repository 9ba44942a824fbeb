using System.Threading.Channels;
using Microsoft.Extensions.Logging;
using WaterNode.Tier.Store;

namespace WaterNode.Gateway.Intake;

/// <summary>Group commit: what arrives while one transaction is being synced to disk goes into the next one together.</summary>
/// <remarks>One flush to disk costs milliseconds whatever it carries; without grouping it would be the limit of a gateway with 500 stations.</remarks>
public sealed class CommitQueue(IRecordStore store, ILogger<CommitQueue> log)
{
    /// <summary>Messages that may wait; beyond it the connections are read no further.</summary>
    private const int WaitingMax = 1024;

    /// <summary>Arrivals in one transaction.</summary>
    private const int ArrivalsPerCommitMax = 2048;

    private static readonly EventId CommitFailed = new(1100, nameof(CommitFailed));

    private readonly Channel<Request> _waiting = Channel.CreateBounded<Request>(new BoundedChannelOptions(WaitingMax) { SingleReader = true });

    private sealed record Request(IReadOnlyList<Arrival> Arrivals, TaskCompletionSource Done);

    /// <summary>Raised after each commit, in the order of the commits, before the senders hear of theirs.</summary>
    public event Action<CommitReceipt>? Committed;

    /// <summary>Completes when the arrivals are on disk.</summary>
    /// <exception cref="CommitFailedException">Nothing of them was stored.</exception>
    public async Task Commit(IReadOnlyList<Arrival> arrivals, CancellationToken cancel)
    {
        var request = new Request(arrivals, new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously));
        try { await _waiting.Writer.WriteAsync(request, cancel); }
        catch (ChannelClosedException) { throw new CommitFailedException("The gateway is stopping."); }
        await request.Done.Task.WaitAsync(cancel);
    }

    /// <summary>Commits until cancelled; then what still waits is refused, which its sender sees as "not stored".</summary>
    public async Task Run(CancellationToken cancel)
    {
        try
        {
            while (await _waiting.Reader.WaitToReadAsync(cancel)) await CommitWaiting();
        }
        catch (OperationCanceledException) { /* The way to stop. */ }
        finally
        {
            _waiting.Writer.TryComplete();
            while (_waiting.Reader.TryRead(out var request)) request.Done.TrySetException(new CommitFailedException("The gateway is stopping."));
        }
    }

    private async Task CommitWaiting()
    {
        var group = new List<Request>();
        var count = 0;
        while (count < ArrivalsPerCommitMax && _waiting.Reader.TryRead(out var request))
        {
            group.Add(request);
            count += request.Arrivals.Count;
        }

        // Not cancelled half-way: a group that has begun is finished, so that its senders hear of it.
        if (await TryCommit(group) || group.Count == 1) return;
        // Something in the group cannot be stored: alone, the others can.
        foreach (var request in group) await TryCommit([request]);
    }

    private async Task<bool> TryCommit(List<Request> group)
    {
        try
        {
            var receipt = await store.Commit([.. group.SelectMany(request => request.Arrivals)], CancellationToken.None);
            Committed?.Invoke(receipt);
            foreach (var request in group) request.Done.TrySetResult();
            return true;
        }
        catch (Exception fault)
        {
            // What the store explains needs no stack.
            log.LogError(CommitFailed, fault is StoreUnavailableException ? null : fault,
                "{Count} message(s) could not be stored, so nothing was acknowledged; the stations keep them and send again. {Reason}", group.Count, fault.Message);
            if (group.Count == 1) group[0].Done.TrySetException(new CommitFailedException($"The store refused: {fault.Message}"));
            return false;
        }
    }
}

/// <summary>Nothing of a message was stored: it must not be acknowledged. The cause is in the log.</summary>
public sealed class CommitFailedException(string message) : Exception(message);
