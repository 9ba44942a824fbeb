using System.Net;
using System.Text;
using System.Text.Json;
using WaterNode.Tier.Store;

namespace WaterNode.Tier.Tests.Api;

[TestClass]
public sealed class StatusApiTests
{
    [TestMethod]
    public async Task Status_counts_records_and_tells_the_backlog()
    {
        await using var api = await ApiUnderTest.Start();
        await api.Store.Commit(Some.Records(3));
        await api.Store.Commit(Some.Record(3));
        await api.Store.Commit([new QuarantineArrival(null, Some.Station, "waternode/v1/x/readings", "{"u8.ToArray(), "not-json", "No JSON.")], CancellationToken.None);

        var status = await api.Get("/api/v1/status");

        Assert.AreEqual(5, status.GetProperty("received").GetInt64());
        Assert.AreEqual(3, status.GetProperty("committed").GetInt64());
        Assert.AreEqual(1, status.GetProperty("duplicates").GetInt64());
        Assert.AreEqual(1, status.GetProperty("quarantined").GetInt64());
        Assert.AreEqual(3, status.GetProperty("pending").GetInt64());
        Assert.AreEqual(0, status.GetProperty("synced").GetInt64());
        Assert.AreEqual("none", status.GetProperty("link").GetProperty("state").GetString());
        Assert.AreEqual(JsonValueKind.Null, status.GetProperty("link").GetProperty("lastSuccess").ValueKind);
        Assert.AreEqual(0, status.GetProperty("link").GetProperty("bytesSent").GetInt64());
        Assert.AreEqual("2025-11-21T16:00:00Z", status.GetProperty("oldestPending").GetString());
        Assert.IsGreaterThan(0, status.GetProperty("buffer").GetProperty("bytes").GetInt64());
        Assert.AreEqual(api.Store.DatabaseId, status.GetProperty("db").GetString());
    }

    [TestMethod]
    public async Task Health_follows_the_store()
    {
        await using var api = await ApiUnderTest.Start();
        Assert.AreEqual("ok", (await api.Get("/healthz")).GetProperty("status").GetString());

        api.DestroyDatabase();

        await api.Problem(HttpStatusCode.ServiceUnavailable, "/healthz");
        await api.Problem(HttpStatusCode.ServiceUnavailable, "/api/v1/stations");
    }

    [TestMethod]
    public async Task Health_says_when_nothing_can_be_stored_and_when_it_can_again()
    {
        await using var api = await ApiUnderTest.Start();
        api.Execute("CREATE TRIGGER failing_disk BEFORE INSERT ON record BEGIN SELECT RAISE(ABORT, 'the disk fails'); END");
        await Assert.ThrowsExactlyAsync<StoreUnavailableException>(() => api.Store.Commit(Some.Record(1)));

        var problem = await api.Problem(HttpStatusCode.ServiceUnavailable, "/healthz");
        StringAssert.Contains(problem.GetProperty("detail").GetString(), "the disk fails");

        api.Execute("DROP TRIGGER failing_disk");
        await api.Store.Commit(Some.Record(1));
        Assert.AreEqual("ok", (await api.Get("/healthz")).GetProperty("status").GetString());
    }

    [TestMethod]
    public async Task A_parameter_where_none_is_taken_is_named()
    {
        await using var api = await ApiUnderTest.Start();

        var problem = await api.Problem(HttpStatusCode.BadRequest, "/api/v1/status?station=lk-anp-0007");

        Assert.AreEqual("station is not a parameter here. There are none.", problem.GetProperty("detail").GetString());
    }

    [TestMethod]
    public async Task Quarantine_shows_what_came_whole_newest_first()
    {
        await using var api = await ApiUnderTest.Start();
        byte[] broken = [0xff, 0xfe, 0x00];
        await api.Store.Commit([new QuarantineArrival(null, null, "waternode/v1/a/readings", broken, "not-utf8", "Not text.")], CancellationToken.None);
        await api.Store.Commit([new QuarantineArrival(Some.Record(7).Id, Some.Station, "waternode/v1/b/readings", Encoding.UTF8.GetBytes("[µ]"), "wrong-name", "Another name.")], CancellationToken.None);

        var first = await api.Get("/api/v1/quarantine?limit=1");
        var second = await api.Get($"/api/v1/quarantine?limit=1&before={first.GetProperty("next")}");

        var newest = first.GetProperty("quarantine")[0];
        Assert.AreEqual("wrong-name", newest.GetProperty("reason").GetString());
        Assert.AreEqual("[µ]", newest.GetProperty("payload").GetString());
        Assert.AreEqual(7, newest.GetProperty("seq").GetInt64());
        var oldest = second.GetProperty("quarantine")[0];
        Assert.AreEqual(JsonValueKind.Null, oldest.GetProperty("payload").ValueKind);
        CollectionAssert.AreEqual(broken, oldest.GetProperty("payloadBase64").GetBytesFromBase64());
    }

    [TestMethod]
    public async Task An_unknown_path_and_a_wrong_method_are_problems()
    {
        await using var api = await ApiUnderTest.Start();

        var unknown = await api.Problem(HttpStatusCode.NotFound, "/api/v1/nothing");
        StringAssert.Contains(unknown.GetProperty("detail").GetString(), "/api/v1/nothing");
        var wrong = await ApiUnderTest.ProblemOf(HttpStatusCode.MethodNotAllowed, await api.Http.PostAsync("/api/v1/status", null));
        StringAssert.Contains(wrong.GetProperty("detail").GetString(), "GET");
    }

    [TestMethod]
    public async Task Sync_without_a_parent_is_refused_and_says_what_to_do()
    {
        await using var api = await ApiUnderTest.Start();

        var problem = await ApiUnderTest.ProblemOf(HttpStatusCode.Conflict, await api.Http.PostAsync("/api/v1/sync", null));

        StringAssert.Contains(problem.GetProperty("detail").GetString(), "parent");
    }

    [TestMethod]
    public async Task Limits_tell_their_unit_and_source_and_whether_they_were_verified()
    {
        await using var api = await ApiUnderTest.Start();

        var sets = (await api.Get("/api/v1/limits")).GetProperty("limitSets").EnumerateArray().ToDictionary(set => set.GetProperty("id").GetString()!);

        var fluoride = sets["sls-614-2013/1"].GetProperty("limits").EnumerateArray().Single(limit => limit.GetProperty("channel").GetString() == "f");
        Assert.AreEqual("null to 1 mg/L", $"{fluoride.GetProperty("low").GetRawText()} to {fluoride.GetProperty("high").GetRawText()} {fluoride.GetProperty("unit").GetString()}");
        Assert.IsTrue(fluoride.GetProperty("verified").GetBoolean());
        Assert.IsFalse(sets["who-2022/1"].GetProperty("verified").GetBoolean(), "the pH range of WHO was not read in its text");
        Assert.AreEqual("2023-04-01", sets["gb-5749-2022/1"].GetProperty("date").GetString());
        Assert.IsTrue(sets["gb-5749-2022/1"].GetProperty("limits").EnumerateArray().All(limit => !limit.GetProperty("verified").GetBoolean()));
        var solids = sets["sls-614-2013/1"].GetProperty("limits").EnumerateArray().Single(limit => limit.GetProperty("channel").GetString() == "tds");
        Assert.AreEqual("500 mg/L", $"{solids.GetProperty("high").GetRawText()} {solids.GetProperty("unit").GetString()}");
    }
}
