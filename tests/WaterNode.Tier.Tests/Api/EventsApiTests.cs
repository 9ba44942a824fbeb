using System.Net;
using System.Text.Json;
using WaterNode.Sync.Records;
using WaterNode.Tier.Store;

namespace WaterNode.Tier.Tests.Api;

[TestClass]
public sealed class EventsApiTests
{
    private const string Calibration = """{"gen":"9f3a12c4","seq":2,"bt":1763740860,"pon":1,"up":60,"type":"calibration","id":17,"channel":"ph","slope":0.985}""";
    private const string Fault = """{"gen":"9f3a12c4","seq":4,"pon":1,"up":90,"type":"fault","what":"watchdog"}""";

    [TestMethod]
    public async Task Events_are_told_as_the_station_wrote_them_newest_first_and_readings_are_not_among_them()
    {
        await using var api = await Started();

        var events = (await api.Get("/api/v1/events")).GetProperty("events");

        Assert.AreEqual(2, events.GetArrayLength());
        Assert.AreEqual("fault", events[0].GetProperty("type").GetString());
        Assert.AreEqual(Some.Station, events[1].GetProperty("station").GetString());
        Assert.AreEqual(2, events[1].GetProperty("seq").GetInt64());
        Assert.AreEqual("2025-11-21T16:01:00Z", events[1].GetProperty("time").GetString());
        Assert.AreEqual(Calibration, events[1].GetProperty("event").GetRawText());
    }

    [TestMethod]
    public async Task They_are_found_by_station_and_type_and_a_page_leads_to_the_next()
    {
        await using var api = await Started();

        Assert.AreEqual(1, (await api.Get($"/api/v1/events?station={Some.Station}&type=calibration")).GetProperty("events").GetArrayLength());
        Assert.AreEqual(0, (await api.Get("/api/v1/events?station=lk-other-1")).GetProperty("events").GetArrayLength());
        var first = await api.Get("/api/v1/events?limit=1");
        var second = await api.Get($"/api/v1/events?limit=1&before={first.GetProperty("next").GetInt64()}");
        Assert.AreEqual("calibration", second.GetProperty("events")[0].GetProperty("type").GetString());
        var third = await api.Get($"/api/v1/events?limit=1&before={second.GetProperty("next").GetInt64()}");
        Assert.AreEqual(0, third.GetProperty("events").GetArrayLength());
        Assert.AreEqual(JsonValueKind.Null, third.GetProperty("next").ValueKind);
    }

    [TestMethod]
    [DataRow("station=Not_an_id", "station")]
    [DataRow("limit=0", "limit")]
    [DataRow("kind=calibration", "kind")]
    public async Task A_filter_that_cannot_be_meant_is_refused_by_name(string query, string name)
    {
        await using var api = await ApiUnderTest.Start();

        var problem = await api.Problem(HttpStatusCode.BadRequest, "/api/v1/events?" + query);

        Assert.IsTrue(problem.GetProperty("errors").TryGetProperty(name, out _), problem.GetRawText());
    }

    private static async Task<ApiUnderTest> Started()
    {
        var api = await ApiUnderTest.Start();
        await api.Store.Commit(Some.Record(1));
        await api.Store.Commit([Event(2, Calibration, Some.Noon + 60), Event(4, Fault, null)], CancellationToken.None);
        await api.Store.Commit(Some.Record(5));
        return api;
    }

    private static RecordArrival Event(long sequence, string json, long? time) =>
        new(new Record(new RecordId(Some.Station, 0x9f3a12c4, sequence)) { Time = time, PowerOn = 1, UpSeconds = 60, Event = json });
}
