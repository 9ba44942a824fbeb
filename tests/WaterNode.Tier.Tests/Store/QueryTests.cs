using Dapper;
using Microsoft.Data.Sqlite;
using WaterNode.Sync.Records;
using WaterNode.Tests.Support;
using WaterNode.Tier.Store;

namespace WaterNode.Tier.Tests.Store;

[TestClass]
public sealed class QueryTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly SqliteStore _store;

    public QueryTests() => _store = SqliteStore.Open(_folder.Path, TierKind.Gateway, TimeProvider.System).GetAwaiter().GetResult();

    public void Dispose()
    {
        _store.Dispose();
        _folder.Dispose();
    }

    private async Task<List<StoredReading>> AllPages(ReadingFilter filter, Func<Task>? between = null)
    {
        var all = new List<StoredReading>();
        string? next = null;
        do
        {
            var page = await _store.Readings(filter with { After = next }, default);
            all.AddRange(page.Readings);
            next = page.Next;
            if (between is not null) await between();
        }
        while (next is not null);
        return all;
    }

    [TestMethod]
    [DataRow(null, null, 120)]
    [DataRow("lk-a", null, 60)]
    [DataRow(null, "as", 40)]
    [DataRow("lk-a", "as", 20)]
    [DataRow("lk-a", "ph", 0)]
    [DataRow("lk-c", null, 0)]
    public async Task Pages_visit_every_reading_once_newest_first_while_new_ones_arrive(string? station, string? channel, int expected)
    {
        await _store.Commit([.. Some.Records(20, station: "lk-a"), .. Some.Records(20, station: "lk-b")]);
        var next = 1000L;

        var readings = await AllPages(new ReadingFilter(station, channel, Limit: 7), () => _store.Commit(Some.Record(next++, "lk-a")));

        Assert.HasCount(expected, readings);
        Assert.HasCount(expected, readings.Select(reading => (reading.Id, reading.Reading.Channel)).Distinct().ToList());
        CollectionAssert.AreEqual(readings.OrderByDescending(reading => reading.Time).Select(reading => reading.Time).ToList(), readings.Select(reading => reading.Time).ToList());
    }

    [TestMethod]
    public async Task A_place_that_no_page_gave_is_refused()
    {
        await Assert.ThrowsExactlyAsync<FormatException>(() => _store.Readings(new ReadingFilter(After: "1.2"), default));
        await Assert.ThrowsExactlyAsync<FormatException>(() => _store.Readings(new ReadingFilter(After: "1.2.x"), default));
    }

    [TestMethod]
    public async Task A_station_is_summed_up_by_its_newest_generation()
    {
        const uint fresh = 0x11111111;
        await _store.Commit(Some.Records(2));
        await _store.Commit(Some.Record(10, generation: fresh), Some.Record(14, generation: fresh));
        await _store.Commit(Some.Record(15, generation: fresh) with { SamplePoint = "maintenance" });
        await _store.Commit(Some.Record(3));
        await _store.Commit([new StatusArrival(Some.Station, """{"online":true}""")], default);

        var station = (await _store.Stations(null, default)).Single();

        Assert.AreEqual((fresh, 15, 6), (station.Generation, station.HighestSequence, station.Records));
        CollectionAssert.AreEqual(new[] { "temp", "f", "as" }, station.Latest.Select(reading => reading.Reading.Channel).ToArray());
        Assert.IsTrue(station.Latest.All(reading => reading.Id.Sequence == 14));
        Assert.IsTrue(station.Latest.All(reading => station.Previous[("treated", reading.Reading.Channel)] == Some.Noon + 10 * 900), "the reading before, of the same generation");
        CollectionAssert.AreEqual(new SequenceRange[] { new(1, 9), new(11, 13) }, station.Gaps.ToArray());
        Assert.AreEqual("""{"online":true}""", station.StatusJson);
        Assert.IsEmpty(await _store.Stations("lk-unknown", default));
    }

    [TestMethod]
    public async Task The_sample_point_of_a_station_is_treated_once_it_sent_that_and_until_then_that_of_its_newest_reading()
    {
        await _store.Commit(Some.Record(1) with { SamplePoint = "raw" }, Some.Record(2) with { SamplePoint = "school tap" }, Some.Record(3) with { SamplePoint = "maintenance" });
        Assert.AreEqual("school tap", (await Summary()).SamplePoint);

        await _store.Commit(Some.Record(4));
        await _store.Commit(Some.Record(5) with { SamplePoint = "raw" });
        Assert.AreEqual("treated", (await Summary()).SamplePoint);

        await _store.Commit(Some.Record(30, generation: 0x11111111) with { SamplePoint = "raw" });
        var renewed = await Summary();
        Assert.AreEqual("treated", renewed.SamplePoint, "also after its flash was replaced");
        Assert.IsFalse(renewed.Latest.Any(reading => reading.SamplePoint == "treated"), "of which nothing is known yet");
        await _store.Commit([new StatusArrival("lk-new-0001", "{}")], default);
        Assert.IsNull((await _store.Stations("lk-new-0001", default)).Single().SamplePoint);

        async Task<StationSummary> Summary() => (await _store.Stations(Some.Station, default)).Single();
    }

    [TestMethod]
    public async Task Each_sample_point_keeps_its_latest_reading_and_its_own_interval()
    {
        await _store.Commit(Some.Record(1), Some.Record(2) with { SamplePoint = "raw" }, Some.Record(5), Some.Record(6) with { SamplePoint = "raw" }, Some.Record(3) with { SamplePoint = "raw" });

        var station = (await _store.Stations(Some.Station, default)).Single();

        var found = station.Latest.Where(reading => reading.Reading.Channel == "f").ToDictionary(reading => reading.SamplePoint, reading => reading.Id.Sequence);
        Assert.AreEqual((2, 5L, 6L), (found.Count, found["treated"], found["raw"]));
        Assert.AreEqual(Some.Noon + 1 * 900, station.Previous[("treated", "f")]);
        Assert.AreEqual(Some.Noon + 3 * 900, station.Previous[("raw", "f")]);
    }

    [TestMethod]
    public async Task Gaps_are_listed_up_to_a_hundred_and_never_made_up()
    {
        await _store.Commit([.. Enumerable.Range(1, 150).Select(i => Some.Record(2 * i))]);

        var gaps = (await _store.Stations(Some.Station, default)).Single().Gaps;

        CollectionAssert.AreEqual(Enumerable.Range(1, 100).Select(i => new SequenceRange(2 * i - 1, 2 * i - 1)).ToArray(), gaps.ToArray());
    }

    [TestMethod]
    public async Task What_is_held_of_a_child_is_read_in_pages()
    {
        var stations = new[] { "lk-b", "lk-a", "lk-c" };
        foreach (var station in stations) await _store.CommitFrom("kandy", [.. Enumerable.Range(1, 2100).Select(i => Some.Record(2 * i, station) with { Readings = [] })]);
        await _store.CommitFrom("galle", Some.Record(1, "lk-d"));
        var held = new List<(string, SequenceRange)>();
        HeldPage page;
        string? next = null;
        do
        {
            page = await _store.Held("kandy", next, default);
            held.AddRange(page.Journals.SelectMany(journal => journal.Ranges.Select(range => (journal.Station, range))));
            next = page.Next;
        }
        while (next is not null);

        CollectionAssert.AreEqual(stations.Order().SelectMany(station => Enumerable.Range(1, 2100).Select(i => (station, new SequenceRange(2 * i, 2 * i)))).ToList(), held);
    }

    [TestMethod]
    public async Task The_quarantine_is_read_in_pages_newest_first()
    {
        for (byte i = 0; i < 5; i++)
        {
            await _store.Commit([new QuarantineArrival(null, null, "topic", new[] { i }, "unreadable", "No JSON.")], default);
        }

        var first = await _store.Quarantine(3, null, default);
        var second = await _store.Quarantine(3, first[^1].Number, default);

        CollectionAssert.AreEqual(new byte[] { 4, 3, 2, 1, 0 }, first.Concat(second).Select(entry => entry.Payload[0]).ToArray());
        Assert.IsNull(first[0].Id);
    }

    [TestMethod]
    public async Task The_capacity_in_days_follows_from_the_pace_of_the_last_days()
    {
        using var slow = new TemporaryFolder();
        var clock = new SetClock(DateTimeOffset.UnixEpoch.AddDays(20_000));
        using var timed = await SqliteStore.Open(slow.Path, TierKind.Gateway, clock);
        await timed.Commit(Some.Records(10));
        Assert.IsNull((await timed.Status(default)).CapacityDays, "nothing is known in the first minute");

        clock.Now += TimeSpan.FromDays(2);

        var status = await timed.Status(default);
        var expected = new DriveInfo(slow.Path).AvailableFreeSpace / (status.BufferBytes / 2.0);
        Assert.AreEqual(expected, status.CapacityDays!.Value, expected * 0.05);
    }

    /// <summary>The promise of the indexes: no page sorts and none scans a table.</summary>
    [TestMethod]
    public async Task Pages_and_the_pending_queue_walk_an_index_without_sorting()
    {
        await _store.Commit(Some.Records(3));
        var plans = new List<string>();
        foreach (var (station, channel) in new[] { ((string?)null, (string?)null), (Some.Station, null), (null, "f"), (Some.Station, "f") })
        {
            var filter = new ReadingFilter(station, channel, From: 1, To: long.MaxValue, After: "9.9.9");
            plans.AddRange(Plan(ReadingRows.Sql(filter, ReadingRows.Place.Parse("9.9.9"))));
        }
        plans.AddRange(Plan(PendingRows.BacklogSql));

        Assert.IsFalse(plans.Any(step => step.Contains("TEMP B-TREE") || (step.StartsWith("SCAN") && !step.Contains("INDEX") && !step.Contains("newest_pending"))), string.Join('\n', plans));
        Assert.IsFalse(Plan(HeldRows.OfChildSql).Any(step => step.StartsWith("SCAN") || step.EndsWith("FOR ORDER BY")), "at most the ranges of one station are sorted");
    }

    private List<string> Plan(string sql)
    {
        using var connection = new SqliteConnection($"Data Source={_folder.File("waternode.db")};Pooling=False");
        var values = new { station = 1, Channel = "f", From = 1, To = 2, at = 9, record = 9, position = 9, count = 5, rest = 5, child = "kandy", Station = "lk", Generation = 1, first = 1, limit = 5 };
        return [.. connection.Query("EXPLAIN QUERY PLAN " + sql, values).Select(row => (string)row.detail)];
    }

    private sealed class SetClock(DateTimeOffset now) : TimeProvider
    {
        public DateTimeOffset Now { get; set; } = now;

        public override DateTimeOffset GetUtcNow() => Now;
    }
}
