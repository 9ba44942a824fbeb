using Microsoft.Extensions.Logging.Abstractions;
using WaterNode.Gateway.Intake;
using WaterNode.Sync.Records;
using WaterNode.Tests.Support;
using WaterNode.Tier.Store;

namespace WaterNode.Gateway.Tests.Intake;

[TestClass]
public sealed class CommitQueueTests
{
    private const string Station = "lk-anp-0007";

    private readonly TemporaryFolder _folder = new();
    private readonly CancellationTokenSource _stop = new();
    private readonly List<int> _commitSizes = [];
    private SqliteStore _store = null!;
    private CommitQueue _queue = null!;
    private Task _running = Task.CompletedTask;

    [TestInitialize]
    public async Task Open()
    {
        _store = await SqliteStore.Open(_folder.Path, TierKind.Gateway, TimeProvider.System);
        _queue = new CommitQueue(_store, NullLogger<CommitQueue>.Instance);
        _queue.Committed += receipt => _commitSizes.Add(receipt.Dispositions.Count);
    }

    [TestCleanup]
    public async Task Close()
    {
        await _stop.CancelAsync();
        await _running;
        _store.Dispose();
        _folder.Dispose();
        _stop.Dispose();
    }

    [TestMethod]
    public async Task What_waits_goes_into_one_transaction_together()
    {
        var senders = Enumerable.Range(1, 20).Select(sequence => Send(sequence)).ToList();

        Run();
        await Task.WhenAll(senders);

        CollectionAssert.AreEqual(new[] { 20 }, _commitSizes);
        Assert.AreEqual(20, (await _store.Status(CancellationToken.None)).Committed);
    }

    [TestMethod]
    public async Task One_message_that_cannot_be_stored_does_not_hold_up_the_others_of_its_group()
    {
        var first = Send(1);
        var refused = Send(2, child: "kandy");
        var last = Send(3);

        Run();
        await Task.WhenAll(first, last);

        await Assert.ThrowsExactlyAsync<CommitFailedException>(() => refused);
        CollectionAssert.AreEqual(new[] { 1, 1 }, _commitSizes);
        Assert.AreEqual(2, (await _store.Status(CancellationToken.None)).Committed);
    }

    [TestMethod]
    public async Task Acknowledgements_leave_before_the_sender_hears_of_its_commit()
    {
        var sender = Send(1);
        bool? hadHeard = null;
        _queue.Committed += _ => hadHeard = sender.IsCompleted;

        Run();
        await sender;

        Assert.AreEqual(false, hadHeard);
    }

    [TestMethod]
    public async Task A_queue_that_has_stopped_refuses_instead_of_letting_its_senders_wait()
    {
        var waiting = Send(1);
        await _stop.CancelAsync();
        Run();

        await Assert.ThrowsExactlyAsync<CommitFailedException>(() => waiting);
        await Assert.ThrowsExactlyAsync<CommitFailedException>(() => Send(2));
    }

    private void Run() => _running = _queue.Run(_stop.Token);

    /// <param name="child">A station that speaks to this gateway itself cannot come from a child too: the store refuses it.</param>
    private Task Send(long sequence, string? child = null) =>
        _queue.Commit([new RecordArrival(new Record(new RecordId(Station, 1, sequence)) { Time = 1_763_740_800 }, child)], CancellationToken.None);
}
