using System.Net;
using System.Text.Json;
using WaterNode.Sync.Records;
using WaterNode.Tier.Api;
using WaterNode.Tier.Store;

namespace WaterNode.Tier.Tests.Api;

[TestClass]
public sealed class StationsApiTests
{
    private const long QuarterHour = 900;

    [TestMethod]
    public async Task A_verdict_older_than_two_intervals_is_uncertain()
    {
        await using var api = await ApiUnderTest.Start();
        await api.Store.Commit(Water(1, f: "safe", arsenic: "safe"), Water(2, f: "safe", arsenic: "safe"));

        api.Calendar.UnixSeconds = TimeOf(2) + 2 * QuarterHour;
        var fresh = await Station(api);
        api.Calendar.UnixSeconds++;
        var stale = await Station(api);

        Assert.AreEqual("safe", fresh.GetProperty("verdict").GetString());
        Assert.AreEqual(1_800, fresh.GetProperty("ageSeconds").GetInt64());
        Assert.IsFalse(fresh.GetProperty("stale").GetBoolean());
        Assert.AreEqual("uncertain", stale.GetProperty("verdict").GetString());
        Assert.IsTrue(stale.GetProperty("stale").GetBoolean());
        Assert.AreEqual("uncertain", Channel(stale, "as").GetProperty("verdict").GetString());
        Assert.AreEqual("safe", Channel(stale, "as").GetProperty("verdictAtSample").GetString());
    }

    [TestMethod]
    [DataRow("safe", "safe", "safe")]
    [DataRow("safe", "unsafe", "unsafe")]
    [DataRow("unsafe", "uncertain", "unsafe")]
    [DataRow("safe", "uncertain", "uncertain")]
    [DataRow("safe", null, "uncertain")]
    public async Task A_station_is_safe_only_when_fluoride_and_arsenic_are(string f, string? arsenic, string expected)
    {
        await using var api = await ApiUnderTest.Start();
        await api.Store.Commit(Water(1, f, arsenic));
        api.Calendar.UnixSeconds = TimeOf(1);

        Assert.AreEqual(expected, (await Station(api)).GetProperty("verdict").GetString());
    }

    [TestMethod]
    public async Task An_unsafe_verdict_that_is_stale_is_uncertain_and_never_safe()
    {
        await using var api = await ApiUnderTest.Start();
        await api.Store.Commit(Water(1, "safe", "unsafe"), Water(2, "safe", "unsafe"));
        api.Calendar.UnixSeconds = TimeOf(2) + 3 * QuarterHour;

        Assert.AreEqual("uncertain", (await Station(api)).GetProperty("verdict").GetString());
    }

    [TestMethod]
    public async Task A_flagged_reading_is_never_safe_whatever_its_station_says()
    {
        await using var api = await ApiUnderTest.Start();
        var record = Water(1, "safe", "safe");
        await api.Store.Commit(record with { Readings = [.. record.Readings.Select(r => r with { Quality = Quality.Suspect })] });
        api.Calendar.UnixSeconds = TimeOf(1);

        Assert.AreEqual("uncertain", (await Station(api)).GetProperty("verdict").GetString());
    }

    [TestMethod]
    [DataRow(3, 5L, 1L, "sls-614-2013/1", "verdict-contradicted", DisplayName = "five times the limit")]
    [DataRow(5, 90L, 11L, "sls-614-2013/1", "verdict-contradicted", DisplayName = "below the limit, but not with 95 %")]
    [DataRow(5, 90L, 0L, "sls-614-2013/1", "verdict-contradicted", DisplayName = "no uncertainty given")]
    [DataRow(5, 62L, 11L, "nolimit/9", "unknown-limit-set", DisplayName = "a limit set that nobody knows")]
    [DataRow(5, 62L, 11L, null, "unknown-limit-set", DisplayName = "no limit set")]
    [DataRow(5, 62L, 11L, "gb-5749-2022/1", "limit-unverified", DisplayName = "a limit that was not read")]
    [DataRow(5, 62L, 11L, "la-2009/1", "limit-unverified", DisplayName = "another limit that was not read")]
    public async Task A_safe_that_its_numbers_do_not_show_is_uncertain_with_the_reason(int decimals, long value, long uncertainty, string? limitSet, string reason)
    {
        var (station, fluoride) = await Fluoride(new(value, decimals), uncertainty == 0 ? null : new Scaled(uncertainty, decimals), limitSet);

        Assert.AreEqual("uncertain", station.GetProperty("verdict").GetString());
        Assert.AreEqual("uncertain", fluoride.GetProperty("verdict").GetString());
        Assert.AreEqual("safe", fluoride.GetProperty("verdictAtSample").GetString(), "the station's word is kept");
        Assert.AreEqual($"[\"{reason}\"]", fluoride.GetProperty("reasons").GetRawText());
    }

    [TestMethod]
    [DataRow(835_500L, "safe", DisplayName = "0.8355 + 1.645 x 0.1 is exactly the limit, 1 mg/L")]
    [DataRow(835_501L, "uncertain", DisplayName = "a nanogram more")]
    public async Task The_guard_band_is_reckoned_without_rounding(long nanogramsPerLitre, string expected)
    {
        var (_, fluoride) = await Fluoride(new(nanogramsPerLitre, 9), new(1, 4), "sls-614-2013/1");

        Assert.AreEqual(expected, fluoride.GetProperty("verdict").GetString());
    }

    [TestMethod]
    [DataRow(30L, "safe", DisplayName = "little fluoride is bad for teeth and no danger")]
    [DataRow(62L, "safe")]
    [DataRow(142L, "uncertain")]
    public async Task The_least_fluoride_of_a_standard_does_not_make_water_doubtful(long value, string expected)
    {
        var (_, fluoride) = await Fluoride(new(value, 5), new(11, 5), "np-ndwqs-2062/1");

        Assert.AreEqual(expected, fluoride.GetProperty("verdict").GetString());
    }

    [TestMethod]
    public async Task Acidity_is_held_against_both_bounds()
    {
        await using var api = await ApiUnderTest.Start();
        var record = Water(1, "safe", "safe");
        await api.Store.Commit(record with { Readings = [new Reading("ph", "pH") { Value = new Scaled(652, 2), Uncertainty = new Scaled(3, 2), Quality = Quality.Pass, Verdict = "safe" }] });
        api.Calendar.UnixSeconds = TimeOf(1);

        Assert.AreEqual("uncertain", Channel(await Station(api), "ph").GetProperty("verdict").GetString());
    }

    [TestMethod]
    public async Task An_unsafe_stays_unsafe_whatever_is_known_of_its_limit()
    {
        var (station, fluoride) = await Fluoride(new(12, 5), null, "nolimit/9", "unsafe");

        Assert.AreEqual("unsafe", station.GetProperty("verdict").GetString());
        Assert.AreEqual("[]", fluoride.GetProperty("reasons").GetRawText());
    }

    [TestMethod]
    public async Task Acidity_makes_water_unpleasant_and_not_unsafe()
    {
        await using var api = await ApiUnderTest.Start();
        var record = Water(1, "safe", "safe");
        await api.Store.Commit(record with { Readings = [.. record.Readings, new Reading("ph", "pH") { Value = new Scaled(91, 1), Quality = Quality.Pass, Verdict = "unsafe" }] });
        api.Calendar.UnixSeconds = TimeOf(1);

        Assert.AreEqual("safe", (await Station(api)).GetProperty("verdict").GetString());
    }

    [TestMethod]
    public async Task A_single_record_speaks_for_a_day_and_an_outage_does_not_lengthen_the_trust()
    {
        await using var api = await ApiUnderTest.Start();
        await api.Store.Commit(Water(1, "safe", "safe"));
        Assert.AreEqual(86_400, (await Station(api)).GetProperty("staleAfterSeconds").GetInt64());

        await api.Store.Commit(Water(2, "safe", "safe") with { Time = TimeOf(1) + 30 * 86_400 });
        Assert.AreEqual(2 * 86_400, (await Station(api)).GetProperty("staleAfterSeconds").GetInt64());

        await api.Store.Commit(Water(3, "safe", "safe") with { Time = TimeOf(1) + 30 * 86_400 + 1 });
        Assert.AreEqual(120, (await Station(api)).GetProperty("staleAfterSeconds").GetInt64());
    }

    [TestMethod]
    public async Task A_channel_that_is_measured_more_rarely_is_stale_by_its_own_interval()
    {
        await using var api = await ApiUnderTest.Start();
        // Fluoride and arsenic every six hours, the temperature every quarter of an hour.
        await api.Store.Commit([.. Enumerable.Range(1, 31).Select(i => i is 1 or 25 ? Water(i, "safe", "safe") with { Readings = [.. Water(i, "safe", "safe").Readings, Temperature] } : Fast(i))]);

        api.Calendar.UnixSeconds = TimeOf(25) + 48 * QuarterHour;
        var fresh = await Station(api);
        api.Calendar.UnixSeconds++;
        var stale = await Station(api);

        Assert.AreEqual("safe", fresh.GetProperty("verdict").GetString());
        Assert.AreEqual(48 * QuarterHour, Channel(fresh, "as").GetProperty("staleAfterSeconds").GetInt64());
        Assert.AreEqual(2 * QuarterHour, Channel(fresh, "temp").GetProperty("staleAfterSeconds").GetInt64());
        Assert.IsTrue(Channel(fresh, "temp").GetProperty("stale").GetBoolean());
        Assert.AreEqual("uncertain", stale.GetProperty("verdict").GetString());
    }

    [TestMethod]
    public async Task A_backlog_in_any_order_gives_the_same_interval()
    {
        foreach (var order in new long[][] { [1, 2, 3], [3, 2, 1], [3, 1, 2], [2, 3, 1] })
        {
            await using var api = await ApiUnderTest.Start();
            foreach (var sequence in order) await api.Store.Commit(Water(sequence == 3 ? 9 : sequence, "safe", "safe"));

            Assert.AreEqual(2 * 7 * QuarterHour, (await Station(api)).GetProperty("staleAfterSeconds").GetInt64(), string.Join(' ', order));
        }
    }

    [TestMethod]
    public async Task A_reading_from_the_future_says_nothing_of_the_water_now()
    {
        await using var api = await ApiUnderTest.Start();
        await api.Store.Commit(Water(1, "safe", "safe"), Water(2, "safe", "safe"));
        api.Calendar.UnixSeconds = TimeOf(2) - 30 * 86_400;

        Assert.AreEqual("uncertain", (await Station(api)).GetProperty("verdict").GetString());
    }

    [TestMethod]
    public async Task The_worst_station_comes_first_and_one_is_found_by_its_id()
    {
        await using var api = await ApiUnderTest.Start();
        await api.Store.Commit(Water(1, "safe", "safe", "aa-safe"), Water(1, "safe", null, "bb-uncertain"), Water(1, "unsafe", "safe", "cc-unsafe"));
        api.Calendar.UnixSeconds = TimeOf(1);

        var ids = (await api.Get("/api/v1/stations")).GetProperty("stations").EnumerateArray().Select(s => s.GetProperty("id").GetString()).ToArray();

        CollectionAssert.AreEqual(new[] { "cc-unsafe", "bb-uncertain", "aa-safe" }, ids);
        Assert.AreEqual("bb-uncertain", (await api.Get("/api/v1/stations/bb-uncertain")).GetProperty("id").GetString());
        var problem = await api.Problem(HttpStatusCode.NotFound, "/api/v1/stations/dd-unknown");
        StringAssert.Contains(problem.GetProperty("detail").GetString(), "dd-unknown");
    }

    [TestMethod]
    public async Task A_station_shows_presence_journal_gaps_and_calibrations()
    {
        await using var api = await ApiUnderTest.Start(new OnlineStations(Some.Station));
        await api.Store.Commit([new StatusArrival(Some.Station, """{"online":true,"fw":"1.0.0","seq":1042,"old":988}""")], CancellationToken.None);
        await api.Store.Commit(Some.Record(1), Some.Record(2), Some.Record(5));

        var station = await Station(api);

        Assert.IsTrue(station.GetProperty("online").GetBoolean());
        Assert.AreEqual(55, station.GetProperty("journalDepth").GetInt64());
        Assert.AreEqual("1.0.0", station.GetProperty("status").GetProperty("fw").GetString());
        Assert.AreEqual("[[3,4]]", station.GetProperty("gaps").GetRawText());
        Assert.AreEqual(9, station.GetProperty("calibrations").GetProperty("f").GetInt64());
        Assert.AreEqual("1.12", Channel(station, "f").GetProperty("value").GetRawText());
        Assert.AreEqual("untreated", Channel(station, "f").GetProperty("reasons")[0].GetString());
    }

    [TestMethod]
    [DataRow("[]")]
    [DataRow("""{"seq":"many","old":1e400}""")]
    [DataRow("""{"seq":1,"old":5}""")]
    public async Task A_status_that_is_not_what_it_should_be_does_no_harm(string status)
    {
        await using var api = await ApiUnderTest.Start();
        await api.Store.Commit([new StatusArrival(Some.Station, status)], CancellationToken.None);
        await api.Store.Commit(Some.Record(1));

        Assert.AreEqual(JsonValueKind.Null, (await Station(api)).GetProperty("journalDepth").ValueKind);
    }

    [TestMethod]
    public async Task A_time_that_no_calendar_knows_is_no_time()
    {
        await using var api = await ApiUnderTest.Start();
        await api.Store.Commit(Water(1, "safe", "safe") with { Time = 999_999_999_999_999 });

        var station = await Station(api);

        Assert.AreEqual(JsonValueKind.Null, station.GetProperty("lastSample").ValueKind);
        Assert.AreEqual("uncertain", station.GetProperty("verdict").GetString());
    }

    [TestMethod]
    public async Task Raw_water_is_told_beside_and_has_no_part_in_the_verdict_on_treated_water()
    {
        await using var api = await ApiUnderTest.Start();
        await api.Store.Commit(Water(1, "safe", "safe"), Water(2, "unsafe", "safe") with { SamplePoint = "raw" }, Water(3, "unsafe", "unsafe") with { SamplePoint = "maintenance" });
        api.Calendar.UnixSeconds = TimeOf(3);

        var station = await Station(api);

        Assert.AreEqual("safe treated", $"{station.GetProperty("verdict").GetString()} {station.GetProperty("samplePoint").GetString()}");
        Assert.AreEqual(1, Channel(station, "f").GetProperty("seq").GetInt64());
        Assert.AreEqual(TimeOf(1), station.GetProperty("lastSample").GetDateTimeOffset().ToUnixTimeSeconds());
        var other = station.GetProperty("otherPoints").EnumerateArray().Single();
        Assert.AreEqual("raw", other.GetProperty("samplePoint").GetString());
        Assert.AreEqual("unsafe", Channel(other, "f").GetProperty("verdict").GetString());
        Assert.AreEqual("raw", Channel(other, "f").GetProperty("samplePoint").GetString());
    }

    [TestMethod]
    public async Task Good_raw_water_does_not_make_up_for_what_is_not_known_of_treated_water()
    {
        await using var api = await ApiUnderTest.Start();
        var treated = Water(1, "safe", "safe");
        await api.Store.Commit(treated with { Readings = [treated.Readings[0]] }, Water(2, "safe", "safe") with { SamplePoint = "raw" });
        api.Calendar.UnixSeconds = TimeOf(2);

        Assert.AreEqual("uncertain", (await Station(api)).GetProperty("verdict").GetString());
    }

    [TestMethod]
    public async Task A_station_with_ever_new_sample_points_tells_the_newest_twenty()
    {
        await using var api = await ApiUnderTest.Start();
        await api.Store.Commit([Water(1, "safe", "safe"), .. Enumerable.Range(2, 30).Select(i => Water(i, "safe", "safe") with { SamplePoint = $"tap {i}" })]);

        var points = (await Station(api)).GetProperty("otherPoints").EnumerateArray().Select(point => point.GetProperty("samplePoint").GetString()).ToArray();

        CollectionAssert.AreEqual(Enumerable.Range(0, 20).Select(i => $"tap {31 - i}").ToArray(), points);
    }

    /// <summary>A station with good arsenic and this fluoride, kg/m3, of which it says <paramref name="verdict"/>.</summary>
    private static async Task<(JsonElement Station, JsonElement Fluoride)> Fluoride(Scaled value, Scaled? uncertainty, string? limitSet, string verdict = "safe")
    {
        await using var api = await ApiUnderTest.Start();
        var record = Water(1, verdict, "safe");
        await api.Store.Commit(record with { LimitSet = limitSet, Readings = [record.Readings[0] with { Value = value, Uncertainty = uncertainty }, record.Readings[1]] });
        api.Calendar.UnixSeconds = TimeOf(1);
        var station = await Station(api);
        return (station, Channel(station, "f"));
    }

    private static long TimeOf(long sequence) => Some.Noon + sequence * QuarterHour;

    private static Record Water(long sequence, string? f, string? arsenic, string station = Some.Station) => Some.Record(sequence, station) with
    {
        Readings =
        [
            new Reading("f", "kg/m3") { Value = new Scaled(42, 5), Quality = Quality.Pass, Uncertainty = new Scaled(5, 5), Verdict = f },
            new Reading("as", "kg/m3") { Value = new Scaled(32, 10), Quality = Quality.Pass, Uncertainty = new Scaled(8, 10), Verdict = arsenic },
        ],
    };

    private static readonly Reading Temperature = new("temp", "Cel") { Value = new Scaled(274, 1), Quality = Quality.Pass };

    private static Record Fast(long sequence) => Some.Record(sequence) with { Readings = [Temperature] };

    private static Task<JsonElement> Station(ApiUnderTest api) => api.Get($"/api/v1/stations/{Some.Station}");

    private static JsonElement Channel(JsonElement station, string channel) =>
        station.GetProperty("latest").EnumerateArray().Single(reading => reading.GetProperty("channel").GetString() == channel);

    private sealed class OnlineStations(params string[] stations) : IStationPresence
    {
        public bool IsOnline(string station) => stations.Contains(station);
    }
}
