using WaterNode.Sync.Records;
using WaterNode.Tests.Support;
using WaterNode.Tier.Store;

namespace WaterNode.Tier.Tests.Store;

[TestClass]
public sealed class CommitTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly SqliteStore _store;

    public CommitTests() => _store = SqliteStore.Open(_folder.Path, TierKind.Gateway, TimeProvider.System).GetAwaiter().GetResult();

    public void Dispose()
    {
        _store.Dispose();
        _folder.Dispose();
    }

    [TestMethod]
    public async Task A_record_comes_back_exactly_as_it_was_sent()
    {
        var record = Some.Record(5) with { Oldest = 3, Lost = [new(4, 4)] };

        await _store.Commit(record);

        var back = (await _store.Pending(10, default)).Single();
        Assert.AreEqual(Convert.ToHexString(RecordDigest.Of(record)), Convert.ToHexString(RecordDigest.Of(back)));
        Assert.AreEqual(3, back.Oldest);
        CollectionAssert.AreEqual(new[] { new SequenceRange(4, 4) }, back.Lost.ToArray());
        CollectionAssert.AreEqual(record.Readings.ToArray(), back.Readings.ToArray());
    }

    [TestMethod]
    public async Task Every_character_that_a_station_can_send_is_kept()
    {
        var record = Some.Record(1) with { SamplePoint = "a\0b", Event = "{\"note\":\"ජලය \U0001F4A7\"}", Readings = [] };

        await _store.Commit(record);

        var back = (await _store.Pending(10, default)).Single();
        Assert.AreEqual((record.SamplePoint, record.Event), (back.SamplePoint, back.Event));
    }

    [TestMethod]
    public async Task The_same_record_again_is_a_duplicate_whatever_its_transport_state()
    {
        await _store.Commit(Some.Record(5));

        var receipt = await _store.Commit(Some.Record(5) with { Oldest = 4, Lost = [new(9, 9)] });

        Assert.AreEqual(Disposition.Duplicate, receipt.Dispositions.Single());
        Assert.AreEqual(3, receipt.Acknowledgements.Single().Sequence, "1 to 3 are below old, 4 may still come");
        CollectionAssert.AreEqual(new SequenceRange[] { new(5, 5), new(9, 9) }, receipt.Acknowledgements.Single().Also.ToArray());
    }

    [TestMethod]
    public async Task The_same_identity_with_other_content_goes_to_quarantine_and_the_first_stays()
    {
        await _store.Commit(Some.Record(1));
        var other = Some.Record(1) with { SamplePoint = "raw" };

        var first = await _store.Commit(other);
        var second = await _store.Commit(other);

        Assert.AreEqual(Disposition.Quarantined, first.Dispositions.Single());
        Assert.AreEqual(Disposition.Duplicate, second.Dispositions.Single());
        Assert.AreEqual(Some.Record(1).Id, second.Conflicts.Single().Id, "a conflict is named every time");
        Assert.AreEqual("treated", (await _store.Pending(10, default)).Single().SamplePoint);
        var entry = (await _store.Quarantine(10, null, default)).Single();
        Assert.AreEqual("identity-conflict", entry.Reason);
        Assert.AreEqual(2, entry.Times);
        StringAssert.Contains(System.Text.Encoding.UTF8.GetString(entry.Payload), "\"value\":0.00112");
    }

    [TestMethod]
    public async Task What_is_held_is_acknowledged_up_to_the_first_gap_and_in_at_most_eight_ranges_above()
    {
        await _store.Commit([.. Some.Records(3), .. Enumerable.Range(0, 10).Select(i => Some.Record(10 + 10 * i))]);

        var acknowledgement = (await _store.Acknowledgements(default)).Single();

        Assert.AreEqual(3, acknowledgement.Sequence);
        CollectionAssert.AreEqual(Enumerable.Range(0, 8).Select(i => new SequenceRange(10 + 10 * i, 10 + 10 * i)).ToArray(), acknowledgement.Also.ToArray());
    }

    [TestMethod]
    public async Task A_bad_record_with_an_identity_counts_as_held_and_its_repetition_as_duplicate()
    {
        var bad = new QuarantineArrival(Some.Record(1).Id, Some.Station, "topic", "{}"u8.ToArray(), "wrong-unit", "The unit is unknown.");

        var first = await _store.Commit([bad], default);
        var second = await _store.Commit([bad], default);

        Assert.AreEqual(Disposition.Quarantined, first.Dispositions.Single());
        Assert.AreEqual(1, first.Acknowledgements.Single().Sequence);
        Assert.AreEqual(Disposition.Duplicate, second.Dispositions.Single());
    }

    [TestMethod]
    public async Task Nobody_makes_another_station_forget_a_record()
    {
        var forged = new QuarantineArrival(Some.Record(7).Id, "lk-anp-0666", "topic", "{}"u8.ToArray(), "wrong-name", "The name is another station's.");

        var receipt = await _store.Commit([forged], default);

        Assert.IsEmpty(receipt.Acknowledgements);
        Assert.IsEmpty(await _store.Acknowledgements(default));
    }

    [TestMethod]
    public async Task Everything_received_is_committed_or_a_duplicate_or_in_quarantine()
    {
        var bad = new QuarantineArrival(null, Some.Station, "topic", "{"u8.ToArray(), "unreadable", "The pack is no JSON.");

        await _store.Commit([new RecordArrival(Some.Record(1)), new RecordArrival(Some.Record(1)), bad, bad, new StatusArrival(Some.Station, "{}")], default);
        await _store.Commit(Some.Record(1) with { SamplePoint = "raw" });

        var status = await _store.Status(default);
        Assert.AreEqual((5, 1, 2, 2), (status.Received, status.Committed, status.Duplicates, status.Quarantined));
        Assert.AreEqual(1, status.Pending);
        Assert.IsGreaterThan(0, status.BufferBytes);
    }
}
