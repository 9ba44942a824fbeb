using WaterNode.Sync.Records;
using WaterNode.Tests.Support;
using WaterNode.Tier.Store;

namespace WaterNode.Tier.Tests.Store;

[TestClass]
public sealed class DatingTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly SqliteStore _store;

    public DatingTests() => _store = SqliteStore.Open(_folder.Path, TierKind.Gateway, TimeProvider.System).GetAwaiter().GetResult();

    public void Dispose()
    {
        _store.Dispose();
        _folder.Dispose();
    }

    private static Record Dated(long sequence, long time, long up) => Some.Record(sequence) with { Time = time, UpSeconds = up };

    private async Task<StoredReading> ReadingOf(long sequence) =>
        (await _store.Readings(new ReadingFilter(Channel: "temp"), default)).Readings.Single(reading => reading.Id.Sequence == sequence);

    [TestMethod]
    public async Task A_record_without_clock_is_dated_by_one_that_came_before()
    {
        await _store.Commit(Dated(2, Some.Noon, up: 1000));

        await _store.Commit(Some.Undated(1, up: 100));

        var reading = await ReadingOf(1);
        Assert.AreEqual(Some.Noon - 900, reading.Time);
        Assert.IsTrue(reading.ClockDerived);
        Assert.IsFalse((await ReadingOf(2)).ClockDerived);
    }

    [TestMethod]
    public async Task A_record_without_clock_is_dated_by_one_that_comes_later_and_moves_to_its_place()
    {
        await _store.Commit(Some.Undated(1, up: 100));
        Assert.IsNull((await ReadingOf(1)).Time);

        await _store.Commit(Dated(2, Some.Noon, up: 1000));

        Assert.AreEqual(Some.Noon - 900, (await ReadingOf(1)).Time);
        var span = await _store.Readings(new ReadingFilter(Channel: "temp", From: Some.Noon - 900, To: Some.Noon), default);
        Assert.AreEqual(1, span.Readings.Single().Id.Sequence, "from is inclusive, to exclusive");
    }

    [TestMethod]
    public async Task Another_power_on_dates_nothing()
    {
        await _store.Commit(Some.Undated(1, up: 100));

        await _store.Commit(Dated(2, Some.Noon, up: 1000) with { PowerOn = 13 });

        Assert.IsNull((await ReadingOf(1)).Time);
    }

    [TestMethod]
    public async Task A_record_that_is_dated_after_it_was_synced_travels_again()
    {
        await _store.Commit(Some.Undated(1, up: 100));
        await _store.Settle([(await _store.Pending(10, default)).Single().Id], [], 100, default);
        Assert.AreEqual(1, (await _store.Status(default)).Synced);

        await _store.Commit(Dated(2, Some.Noon, up: 1000));

        var pending = await _store.Pending(10, default);
        CollectionAssert.AreEquivalent(new long[] { 1, 2 }, pending.Select(record => record.Id.Sequence).ToArray());
        Assert.AreEqual(Some.Noon - 900, pending.Single(record => record.Id.Sequence == 1).DerivedTime);
        var status = await _store.Status(default);
        Assert.AreEqual((2, 0), (status.Pending, status.Synced));
    }

    [TestMethod]
    public async Task A_record_that_is_dated_while_it_is_under_way_travels_again()
    {
        await _store.Commit(Some.Undated(1, up: 100));
        var underWay = await _store.Pending(10, default);
        await _store.Commit(Dated(2, Some.Noon, up: 1000));

        await _store.Settle([underWay.Single().Id], [], 100, default);

        CollectionAssert.AreEquivalent(new long[] { 1, 2 }, (await _store.Pending(10, default)).Select(record => record.Id.Sequence).ToArray());
    }

    [TestMethod]
    public async Task A_platform_takes_over_the_time_that_the_gateway_worked_out()
    {
        await _store.CommitFrom("gw", Some.Undated(1, up: 100));

        var receipt = await _store.CommitFrom("gw", Some.Undated(1, up: 100) with { DerivedTime = Some.Noon });

        Assert.AreEqual(Disposition.Duplicate, receipt.Dispositions.Single());
        Assert.AreEqual(Some.Noon, (await ReadingOf(1)).Time);
    }

    [TestMethod]
    public async Task A_broken_clock_dates_nothing()
    {
        await _store.Commit(Some.Undated(1, up: long.MaxValue));

        await _store.Commit(Dated(2, long.MaxValue, up: 5), Dated(3, 10, up: 1000) with { PowerOn = 13 }, Dated(4, Some.Noon, up: 7));

        Assert.IsNull((await ReadingOf(1)).Time);
    }
}
