using System.Net;
using System.Text.Json;
using WaterNode.Sync.Records;

namespace WaterNode.Tier.Tests.Api;

[TestClass]
public sealed class ReadingsApiTests
{
    [TestMethod]
    public async Task Values_are_in_display_units_with_exactly_their_digits()
    {
        await using var api = await ApiUnderTest.Start();
        await api.Store.Commit(With(
            new Reading("f", "kg/m3") { Value = Exactly("0.00112"), Uncertainty = Exactly("0.00011"), DetectionLimit = Exactly("0.0002") },
            new Reading("as", "kg/m3") { Value = Exactly("-0.0000000013") },
            new Reading("ec", "S/m") { Value = Exactly("0.0812") },
            new Reading("temp", "Cel") { Value = Exactly("27.4") },
            new Reading("nitrate", "kg/m3") { Value = Exactly("0.0123456789012345") }));

        var readings = (await api.Get("/api/v1/readings")).GetProperty("readings").EnumerateArray().ToDictionary(r => r.GetProperty("channel").GetString()!);

        Assert.AreEqual("1.12 mg/L", Amount(readings["f"]));
        Assert.AreEqual("0.11", readings["f"].GetProperty("uncertainty").GetRawText());
        Assert.AreEqual("0.2", readings["f"].GetProperty("lod").GetRawText());
        Assert.AreEqual("-0.0013 µg/L", Amount(readings["as"]));
        Assert.AreEqual("812 µS/cm", Amount(readings["ec"]));
        Assert.AreEqual("27.4 °C", Amount(readings["temp"]));
        Assert.AreEqual("0.0123456789012345 kg/m3", Amount(readings["nitrate"]), "an unknown channel keeps its SenML unit");
    }

    [TestMethod]
    public async Task A_reading_has_the_fields_of_the_contract_and_a_missing_value_is_null()
    {
        await using var api = await ApiUnderTest.Start();
        await api.Store.Commit(Some.Record(1) with { LimitSet = "sls-614-2013/1" });

        var arsenic = (await api.Get("/api/v1/readings?channel=as")).GetProperty("readings")[0];

        Assert.AreEqual("lk-anp-0007", arsenic.GetProperty("station").GetString());
        Assert.AreEqual("9f3a12c4", arsenic.GetProperty("gen").GetString());
        Assert.AreEqual(1, arsenic.GetProperty("seq").GetInt64());
        Assert.AreEqual("2025-11-21T16:15:00Z", arsenic.GetProperty("time").GetString());
        Assert.AreEqual("treated", arsenic.GetProperty("samplePoint").GetString());
        Assert.AreEqual(JsonValueKind.Null, arsenic.GetProperty("value").ValueKind);
        Assert.AreEqual(9, arsenic.GetProperty("quality").GetInt32());
        Assert.IsFalse(arsenic.GetProperty("belowLod").GetBoolean());
        Assert.AreEqual("uncertain", arsenic.GetProperty("verdict").GetString());
        Assert.AreEqual("sls-614-2013/1", arsenic.GetProperty("limitSet").GetString());
        Assert.AreEqual("pump-no-answer", arsenic.GetProperty("reasons")[0].GetString());
        Assert.AreEqual(JsonValueKind.Null, arsenic.GetProperty("calibration").ValueKind);
        Assert.AreEqual("2025-11-21T16:00:00Z", arsenic.GetProperty("received").GetString());
    }

    [TestMethod]
    public async Task A_time_that_a_tier_worked_out_is_marked()
    {
        await using var api = await ApiUnderTest.Start();
        await api.Store.Commit(Some.Record(2), Some.Undated(1, up: 86_400));

        var derived = (await api.Get("/api/v1/readings?channel=temp")).GetProperty("readings").EnumerateArray().Single(r => r.GetProperty("seq").GetInt64() == 1);

        Assert.AreEqual("clock-derived", derived.GetProperty("reasons")[0].GetString());
        Assert.AreEqual(JsonValueKind.String, derived.GetProperty("time").ValueKind);
    }

    [TestMethod]
    public async Task A_number_too_large_for_the_display_unit_is_shown_in_its_own()
    {
        await using var api = await ApiUnderTest.Start();
        await api.Store.Commit(With(new Reading("as", "kg/m3") { Value = new Scaled(1, -30) }));

        Assert.AreEqual($"1{new string('0', 30)} kg/m3", Amount((await api.Get("/api/v1/readings")).GetProperty("readings")[0]));
    }

    [TestMethod]
    public async Task Paging_visits_each_reading_exactly_once_while_new_ones_arrive()
    {
        await using var api = await ApiUnderTest.Start();
        await api.Store.Commit(Some.Records(40));
        var seen = new List<string>();
        var next = "";
        var arriving = 41;

        do
        {
            var page = await api.Get($"/api/v1/readings?limit=7{next}");
            seen.AddRange(page.GetProperty("readings").EnumerateArray().Select(r => $"{r.GetProperty("seq")}/{r.GetProperty("channel")}"));
            next = page.GetProperty("next").GetString() is { } cursor ? $"&after={Uri.EscapeDataString(cursor)}" : null;
            await api.Store.Commit(Some.Record(arriving++));
        }
        while (next is not null && seen.Count < 1_000);

        Assert.HasCount(40 * 3, seen);
        Assert.HasCount(40 * 3, seen.Distinct());
        Assert.AreEqual("40/", seen[0][..3], "newest first");
    }

    [TestMethod]
    public async Task From_is_inclusive_and_to_is_exclusive()
    {
        await using var api = await ApiUnderTest.Start();
        await api.Store.Commit(Some.Records(4));

        var page = await api.Get("/api/v1/readings?channel=temp&from=2025-11-21T16:30:00Z&to=2025-11-21T22:30:00%2B05:30");

        CollectionAssert.AreEqual(new long[] { 3, 2 }, page.GetProperty("readings").EnumerateArray().Select(r => r.GetProperty("seq").GetInt64()).ToArray());
    }

    [TestMethod]
    [DataRow("limit=0", "limit", "1 to 10000")]
    [DataRow("limit=10001", "limit", "1 to 10000")]
    [DataRow("limit=ten", "limit", "1 to 10000")]
    [DataRow("from=yesterday", "from", "ISO 8601")]
    [DataRow("to=99999999999999999", "to", "ISO 8601")]
    [DataRow("from=2026-01-02&to=2026-01-01", "to", "later than from")]
    [DataRow("station=Bad%20Name", "station", "3 to 32 characters")]
    [DataRow("after=nonsense", "after", "next of the page before")]
    [DataRow("statoin=lk-anp-0007", "statoin", "Known: station")]
    [DataRow("limit=1&limit=2", "limit", "once")]
    public async Task A_bad_parameter_is_named_with_what_is_allowed(string query, string parameter, string allowed)
    {
        await using var api = await ApiUnderTest.Start();

        foreach (var path in new[] { "/api/v1/readings", "/api/v1/readings.csv" })
        {
            var problem = await api.Problem(HttpStatusCode.BadRequest, $"{path}?{query}");

            StringAssert.Contains(problem.GetProperty("errors").GetProperty(parameter)[0].GetString(), allowed);
            StringAssert.Contains(problem.GetProperty("detail").GetString(), allowed);
        }
    }

    [TestMethod]
    public async Task The_table_holds_the_same_readings_and_links_to_its_next_page()
    {
        await using var api = await ApiUnderTest.Start();
        await api.Store.Commit(With(
            new Reading("f", "kg/m3") { Value = Exactly("0.00112"), Quality = Quality.Suspect, Calibration = 9, Reasons = "untreated user-range", Verdict = "uncertain" },
            new Reading("as", "kg/m3") { Quality = Quality.Missing }) with
        { SamplePoint = "=tap \"1\", kitchen" });

        using var response = await api.Http.GetAsync("/api/v1/readings.csv?limit=1&station=lk-anp-0007");
        var rows = (await response.Content.ReadAsStringAsync()).Split("\r\n");
        using var rest = await api.Http.GetAsync(response.Headers.GetValues("Link").Single().Split('<', '>')[1]);
        var restRows = (await rest.Content.ReadAsStringAsync()).Split("\r\n");

        Assert.AreEqual("text/csv; charset=utf-8", response.Content.Headers.ContentType?.ToString());
        Assert.AreEqual("station,gen,seq,time,samplePoint,channel,value,unit,quality,uncertainty,lod,belowLod,verdict,limitSet,reasons,calibration,received,child", rows[0]);
        var both = new[] { rows[1], restRows[1] };
        CollectionAssert.Contains(both, "lk-anp-0007,9f3a12c4,1,2025-11-21T16:15:00Z,\"'=tap \"\"1\"\", kitchen\",f,1.12,mg/L,3,,,false,uncertain,sls-614-2013/1,untreated user-range,9,2025-11-21T16:00:00Z,");
        CollectionAssert.Contains(both, "lk-anp-0007,9f3a12c4,1,2025-11-21T16:15:00Z,\"'=tap \"\"1\"\", kitchen\",as,,µg/L,9,,,false,,sls-614-2013/1,,,2025-11-21T16:00:00Z,");
        Assert.IsFalse(rest.Headers.Contains("Link"), "the last page has no next");
    }

    private static Record With(params Reading[] readings) => Some.Record(1) with { Readings = readings };

    private static Scaled Exactly(string text) => Scaled.TryParse(text, out var value) ? value : throw new ArgumentException(text);

    private static string Amount(JsonElement reading) => $"{reading.GetProperty("value").GetRawText()} {reading.GetProperty("unit").GetString()}";
}
