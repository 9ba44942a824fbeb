using WaterNode.Tests.Support;
using WaterNode.Tier.Store;

namespace WaterNode.Tier.Tests.Store;

[TestClass]
public sealed class PendingTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly SqliteStore _store;

    public PendingTests() => _store = SqliteStore.Open(_folder.Path, TierKind.Gateway, TimeProvider.System).GetAwaiter().GetResult();

    public void Dispose()
    {
        _store.Dispose();
        _folder.Dispose();
    }

    private async Task<string> Order(int limit) =>
        string.Join(" ", (await _store.Pending(limit, default)).Select(record => $"{record.Id.Station[^1]}{record.Id.Sequence}"));

    [TestMethod]
    public async Task The_newest_of_each_station_goes_first_then_the_backlog_from_the_oldest()
    {
        await _store.Commit([.. Some.Records(3, station: "lk-a"), .. Some.Records(2, station: "lk-b")]);

        Assert.AreEqual("a3 b2 a1 a2 b1", await Order(10));
        Assert.AreEqual("a3", await Order(1));
    }

    [TestMethod]
    public async Task What_is_settled_is_not_sent_again_and_what_is_refused_neither()
    {
        await _store.Commit(Some.Records(3, station: "lk-a"));
        var ids = Some.Records(3, station: "lk-a").Select(record => record.Id).ToArray();

        await _store.Settle([ids[2]], [new Refusal(ids[0], "identity-conflict")], 512, default);
        await _store.Settle([ids[2]], [], 0, default);

        Assert.AreEqual("a2", await Order(10));
        var status = await _store.Status(default);
        Assert.AreEqual((1, 1, 1, 512), (status.Pending, status.Synced, status.Refused, status.BytesSent));
        Assert.IsNotNull(status.OldestPending);
    }

    [TestMethod]
    public async Task A_late_record_of_the_backlog_does_not_pass_for_the_newest()
    {
        await _store.Commit(Some.Record(5, "lk-a"));
        await _store.Commit(Some.Record(2, "lk-a"));

        Assert.AreEqual("a5 a2", await Order(10));
    }
}
