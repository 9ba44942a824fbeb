using System.Collections.Concurrent;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging.Abstractions;
using WaterNode.Sync.Batches;
using WaterNode.Sync.Records;
using WaterNode.Tests.Support;
using WaterNode.Tier.Store;
using WaterNode.Tier.Uplink;

namespace WaterNode.Tier.Tests.Sync;

/// <summary>A gateway's uplink against a real sync server, over links that fail in every way that was seen in the field.</summary>
[TestClass]
public sealed class UplinkTests
{
    private readonly TemporaryFolder _folder = new();
    private readonly CancellationTokenSource _ended = new();
    private readonly ConcurrentQueue<int> _batchSizes = [];
    private TestPlatform _platform = null!;
    private SqliteStore _gateway = null!;
    private Uplink.Uplink _uplink = null!;
    private Task _running = Task.CompletedTask;

    [TestInitialize]
    public async Task Start()
    {
        _platform = await TestPlatform.Start();
        _gateway = await SqliteStore.Open(_folder.Path, TierKind.Gateway, TimeProvider.System);
    }

    [TestCleanup]
    public async Task Stop()
    {
        await _ended.CancelAsync();
        await _running;
        _uplink?.Dispose();
        _gateway.Dispose();
        await _platform.DisposeAsync();
        _folder.Dispose();
        _ended.Dispose();
    }

    private void Run(string? token = null, TimeSpan? exchangeTimeout = null, TimeSpan? retryDelayMax = null)
    {
        _uplink = new Uplink.Uplink(_gateway, new UplinkOptions
        {
            Parent = _platform.Url,
            Token = token ?? _platform.AddChild("kandy"),
            ExchangeTimeout = exchangeTimeout ?? TimeSpan.FromSeconds(30),
            RetryDelayMin = TimeSpan.FromMilliseconds(5),
            RetryDelayMax = retryDelayMax ?? TimeSpan.FromMilliseconds(40),
        }, TimeProvider.System, NullLogger<Uplink.Uplink>.Instance);
        _running = Task.Run(() => _uplink.Run(_ended.Token));
    }

    private Task Drained() => Eventually.Holds(async () => (await _gateway.Status(default)).Pending == 0, "nothing is pending");

    private async Task IsThereExactlyOnce(int records)
    {
        var status = await _platform.Store.Status(default);
        Assert.AreEqual((records, 0), (status.Committed, status.Quarantined));
        CollectionAssert.AreEquivalent(Enumerable.Range(1, records).Select(i => (long)i).ToList(),
            (await _platform.Store.Readings(new ReadingFilter(Channel: "temp", Limit: 10_000), default)).Readings.Select(reading => reading.Id.Sequence).ToList());
        Assert.AreEqual(records, (await _gateway.Status(default)).Synced);
    }

    /// <summary>Reads the batch as the platform would, and leaves the body for it.</summary>
    private async Task<IReadOnlyList<Record>> Peek(HttpContext context)
    {
        context.Request.EnableBuffering();
        using var body = new MemoryStream();
        await context.Request.Body.CopyToAsync(body);
        context.Request.Body.Position = 0;
        Assert.IsTrue(BatchCodec.TryDecode(body.ToArray(), out var records, out var error), error);
        _batchSizes.Enqueue(records.Count);
        return records;
    }

    [TestMethod]
    public async Task Records_reach_the_platform_whole_and_new_ones_follow_at_once()
    {
        await _gateway.Commit(Some.Records(200));
        Run();
        await Drained();
        await IsThereExactlyOnce(200);

        await _gateway.Commit(Some.Records(5, from: 201));
        _uplink.RecordsArrived();

        await Drained();
        await IsThereExactlyOnce(205);
        Assert.AreEqual(LinkStatus.Up, _uplink.Status.State);
        Assert.IsNotNull(_uplink.Status.LastSuccess);
        Assert.IsNull(_uplink.Status.LastError);
        Assert.IsGreaterThan(0, _uplink.Status.BytesSent);
    }

    [TestMethod]
    public async Task An_answer_that_is_lost_on_the_way_leads_to_exactly_one_copy()
    {
        await _gateway.Commit(Some.Records(300));
        var requests = 0;
        _platform.Door = async (context, through) =>
        {
            var isLost = Interlocked.Increment(ref requests) % 3 != 0;
            if (isLost) context.Response.Body = new MemoryStream();
            await through();
            if (isLost) context.Abort();
        };

        Run();

        await Drained();
        await IsThereExactlyOnce(300);
        Assert.IsGreaterThan(0, (await _platform.Store.Status(default)).Duplicates);
    }

    [TestMethod]
    public async Task A_connection_that_breaks_in_the_middle_of_a_batch_loses_nothing()
    {
        await _gateway.Commit(Some.Records(300));
        var requests = 0;
        _platform.Door = async (context, through) =>
        {
            if (Interlocked.Increment(ref requests) % 2 == 0)
            {
                await through();
                return;
            }
            _ = await context.Request.Body.ReadAsync(new byte[16]);
            context.Abort();
        };

        Run();

        await Drained();
        await IsThereExactlyOnce(300);
    }

    [TestMethod]
    public async Task An_outage_ends_and_everything_that_waited_arrives()
    {
        await _platform.Stop();
        Run();
        await _gateway.Commit(Some.Records(400));
        _uplink.RecordsArrived();
        await Eventually.Holds(() => _uplink.Status.LastError is not null, "the outage is noticed");
        Assert.AreEqual(LinkStatus.Down, _uplink.Status.State);
        StringAssert.Contains(_uplink.Status.LastError, "cannot be reached");

        await _platform.Listen();

        await Drained();
        await IsThereExactlyOnce(400);
        Assert.AreEqual(LinkStatus.Up, _uplink.Status.State);
    }

    [TestMethod]
    public async Task A_platform_whose_store_fails_is_asked_again()
    {
        await _gateway.Commit(Some.Records(10));
        _platform.BreakStore();
        // What the platform says about patience is half a minute; this test has none.
        _platform.Door = (context, through) =>
        {
            context.Response.OnStarting(() => { context.Response.Headers.Remove("Retry-After"); return Task.CompletedTask; });
            return through();
        };
        Run();
        await Eventually.Holds(() => _uplink.Status.LastError?.Contains("503") == true, "the answer is 503");

        _platform.MendStore();

        await Drained();
        await IsThereExactlyOnce(10);
    }

    [TestMethod]
    public async Task Retry_after_is_honoured_until_somebody_asks_to_sync_now()
    {
        await _gateway.Commit(Some.Record(1));
        var requests = 0;
        _platform.Door = (context, through) =>
        {
            if (Interlocked.Increment(ref requests) > 1) return through();
            context.Response.StatusCode = 429;
            context.Response.Headers.RetryAfter = "3000";
            return Task.CompletedTask;
        };
        Run();
        await Eventually.Holds(() => _uplink.Status.LastError?.Contains("429") == true, "the platform asked for patience");
        _uplink.RecordsArrived();
        Assert.AreEqual(1, Volatile.Read(ref requests));

        _uplink.SyncNow();

        await Drained();
    }

    [TestMethod]
    public async Task Batches_shrink_until_the_platform_takes_them()
    {
        await _gateway.Commit(Some.Records(200));
        _platform.Door = async (context, through) =>
        {
            if ((await Peek(context)).Count <= 5) await through();
            else context.Response.StatusCode = 413;
        };

        Run();

        await Drained();
        await IsThereExactlyOnce(200);
    }

    [TestMethod]
    public async Task Batches_shrink_when_the_link_is_too_slow_for_them()
    {
        await _gateway.Commit(Some.Records(200));
        _platform.Door = async (context, through) =>
        {
            if ((await Peek(context)).Count <= 20) await through();
            else await Task.Delay(Timeout.Infinite, context.RequestAborted).ContinueWith(_ => { }, TaskScheduler.Default);
        };

        Run(exchangeTimeout: TimeSpan.FromMilliseconds(500));

        await Drained();
        await IsThereExactlyOnce(200);
    }

    [TestMethod]
    public async Task One_record_that_the_platform_cannot_read_is_set_aside_and_the_others_go_on()
    {
        await _gateway.Commit(Some.Records(100));
        _platform.Door = async (context, through) =>
        {
            if (!(await Peek(context)).Any(record => record.Id.Sequence == 37)) await through();
            else context.Response.StatusCode = 422;
        };

        Run();

        await Drained();
        var status = await _gateway.Status(default);
        Assert.AreEqual((99, 1), (status.Synced, status.Refused));
        Assert.AreEqual(99, (await _platform.Store.Status(default)).Committed);
    }

    [TestMethod]
    public async Task A_platform_that_reads_no_batch_at_all_makes_no_record_refused()
    {
        await _gateway.Commit(Some.Records(3));
        _platform.Door = (context, _) =>
        {
            context.Response.StatusCode = 422;
            return Task.CompletedTask;
        };
        Run();
        await Eventually.Holds(() => _uplink.Status.LastError?.Contains("422") == true, "the refusal is shown");
        Assert.AreEqual(0, (await _gateway.Status(default)).Refused);

        _platform.Door = (_, through) => through();

        await Drained();
        await IsThereExactlyOnce(3);
    }

    [TestMethod]
    public async Task A_wrong_token_loses_nothing_and_is_shown()
    {
        await _gateway.Commit(Some.Records(3));

        Run(token: "wrong");

        await Eventually.Holds(() => _uplink.Status.State == LinkStatus.Unauthorized, "the link says unauthorized");
        var status = await _gateway.Status(default);
        Assert.AreEqual((3, 0), (status.Pending, status.Refused));
        StringAssert.Contains(_uplink.Status.LastError, "401");
    }

    [TestMethod]
    public async Task A_station_of_another_child_is_set_aside_and_the_others_go_on()
    {
        _platform.AddChild("galle");
        await _platform.Store.CommitFrom("galle", Some.Record(1, "lk-gal-0001"));
        await _gateway.Commit([.. Some.Records(20), .. Some.Records(5, station: "lk-gal-0001")]);

        Run();

        await Drained();
        var status = await _gateway.Status(default);
        Assert.AreEqual((20, 5), (status.Synced, status.Refused));
        Assert.AreEqual(21, (await _platform.Store.Status(default)).Committed);
    }

    [TestMethod]
    public async Task A_record_whose_identity_is_taken_above_is_refused_by_name()
    {
        var token = _platform.AddChild("kandy");
        await _platform.Store.CommitFrom("kandy", Some.Record(2) with { SamplePoint = "raw" });
        await _gateway.Commit(Some.Records(3));

        Run(token);

        await Drained();
        var status = await _gateway.Status(default);
        Assert.AreEqual((2, 1), (status.Synced, status.Refused));
    }

    [TestMethod]
    public async Task A_time_that_was_worked_out_after_the_sync_follows_to_the_platform()
    {
        await _gateway.Commit(Some.Undated(1, up: 100));
        Run();
        await Drained();

        await _gateway.Commit(Some.Record(2) with { Time = Some.Noon, UpSeconds = 1000 });
        _uplink.RecordsArrived();

        await Drained();
        await IsThereExactlyOnce(2);
        var readings = (await _platform.Store.Readings(new ReadingFilter(Channel: "temp"), default)).Readings;
        Assert.AreEqual(Some.Noon - 900, readings.Single(reading => reading.Id.Sequence == 1).Time);
    }

    [TestMethod]
    public async Task The_link_is_known_before_there_is_anything_to_send()
    {
        Run();

        await Eventually.Holds(() => _uplink.Status.State == LinkStatus.Up, "the link is up");
    }

    [TestMethod]
    [DataRow("https://platform.example.org", true)]
    [DataRow("http://127.0.0.1:8090", true)]
    [DataRow("http://[::1]:8090/", true)]
    [DataRow("http://localhost:8090/base", true)]
    [DataRow("http://platform.example.org", false)]
    [DataRow("http://192.168.1.7", false)]
    [DataRow("https://user:pass@platform.example.org", false)]
    [DataRow("platform.example.org", false)]
    [DataRow("ftp://platform.example.org", false)]
    [DataRow(null, false)]
    public void A_token_never_travels_in_plain_text_to_another_machine(string? address, bool isTaken)
    {
        Assert.AreEqual(isTaken, UplinkOptions.TryAddress(address, out var parent, out var error), error);
        Assert.AreEqual(isTaken, error.Length == 0);
        if (isTaken) StringAssert.EndsWith(parent.AbsoluteUri, "/");
    }
}
