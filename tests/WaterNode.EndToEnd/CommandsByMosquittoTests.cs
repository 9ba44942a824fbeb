using System.Text.Json;
using WaterNode.Tests.Support;

namespace WaterNode.EndToEnd;

/// <summary>A virtual station on a broker that nobody here wrote, commanded by mosquitto_pub, its answers read by mosquitto_sub.</summary>
[TestClass]
public sealed class CommandsByMosquittoTests
{
    private const string Id = "lk-anp-0007";
    private const string Root = $"waternode/v1/{Id}/";
    private const string ResultTopic = Root + "result", CommandTopic = Root + "command", ReadingsTopic = Root + "readings", EventsTopic = Root + "events", StatusTopic = Root + "status";

    private const int AnswerSecondsMax = 60;

    [TestMethod]
    [Timeout(180_000)]
    public async Task A_station_shows_itself_when_asked()
    {
        await using var site = await Site.Begin();

        Assert.AreEqual("""{"id":"c-1","ok":true}""", await site.Ask("c-1", "\"do\":\"identify\",\"seconds\":5"));
    }

    [TestMethod]
    [Timeout(180_000)]
    public async Task A_self_test_tells_of_every_part()
    {
        await using var site = await Site.Begin();

        var answer = JsonDocument.Parse(await site.Ask("c-19", "\"do\":\"selftest\"")).RootElement;

        Assert.IsTrue(answer.GetProperty("ok").GetBoolean(), answer.GetRawText());
        foreach (var part in new[] { "clock", "adc-ph", "adc-ec", "adc-f", "probe", "potentiostat", "drain-as", "flash", "screen", "link" })
        {
            Assert.AreEqual("ok", answer.GetProperty("parts").GetProperty(part).GetString(), part);
        }
    }

    [TestMethod]
    [Timeout(180_000)]
    public async Task What_is_unknown_or_expired_is_refused_with_its_reason()
    {
        await using var site = await Site.Begin();

        StringAssert.Contains(ErrorIn(await site.Ask("c-1", "\"do\":\"dance\"")), "There is no command 'dance'");
        StringAssert.Contains(ErrorIn(await site.Ask("c-2", "\"do\":\"selftest\",\"exp\":1763740800")), "Expired since 2025-11-21 16:00:00 UTC");
        StringAssert.Contains(ErrorIn(await site.Ask("c-3", "\"do\":\"measure\",\"channels\":[\"hg\"]")), "There is no channel 'hg'");
        Assert.AreEqual("""{"id":"c-4","ok":true}""", await site.Ask("c-4", "\"do\":\"identify\",\"exp\":4000000000"), "it goes on working");
    }

    [TestMethod]
    [Timeout(180_000)]
    public async Task The_same_command_twice_is_carried_out_once_and_answered_twice_over_a_restart_too()
    {
        using var flash = new TemporaryFolder();
        await using var site = await Site.Begin(flash.Path);
        var first = await site.Ask("c-1", "\"do\":\"selftest\"");
        var again = await site.Ask("c-1", "\"do\":\"selftest\"");
        await site.RestartStation();
        var afterRestart = await site.Ask("c-1", "\"do\":\"selftest\"");

        StringAssert.Contains(first, "\"parts\"");
        Assert.AreEqual("""{"id":"c-1","ok":true,"again":true}""", again, "only a test that is carried out has parts");
        Assert.AreEqual("""{"id":"c-1","ok":true,"again":true}""", afterRestart);
        StringAssert.Contains(ErrorIn(await site.Ask("c-1", "\"do\":\"measure\"")), "was used for selftest before");
    }

    [TestMethod]
    [Timeout(180_000)]
    public async Task What_nobody_could_be_answered_for_by_its_id_is_answered_without_one()
    {
        await using var site = await Site.Begin();

        StringAssert.Contains(ErrorIn(await site.Say("""{"id":"c-1","do":"measure",}""")), "goes wrong at byte 28 of 28");
        StringAssert.Contains(ErrorIn(await site.Say("""{"id":17,"do":"reboot"}""")), "id must be a text in quotes");
        StringAssert.Contains(ErrorIn(await site.Say("reboot")), "no JSON object");
    }

    [TestMethod]
    [Timeout(180_000)]
    public async Task A_measurement_that_is_asked_for_is_a_record_on_its_way_and_the_answer_names_it()
    {
        await using var site = await Site.Begin();

        var all = JsonDocument.Parse(await site.Ask("c-1", "\"do\":\"measure\"")).RootElement;
        Assert.IsTrue(all.GetProperty("ok").GetBoolean(), all.GetRawText());
        Assert.AreEqual("f as", await site.ChannelsOf(all.GetProperty("seq").GetInt64()));

        var arsenic = JsonDocument.Parse(await site.Ask("c-2", "\"do\":\"measure\",\"channels\":[\"as\"]")).RootElement;
        Assert.IsTrue(arsenic.GetProperty("ok").GetBoolean(), arsenic.GetRawText());
        Assert.AreEqual("as", await site.ChannelsOf(arsenic.GetProperty("seq").GetInt64()));
        Assert.IsGreaterThan(all.GetProperty("seq").GetInt64(), arsenic.GetProperty("seq").GetInt64());
    }

    [TestMethod]
    [Timeout(180_000)]
    public async Task Settings_take_effect_by_a_restart_or_wait_for_somebody_at_the_station()
    {
        await using var site = await Site.Begin();
        const string schedule = "\"do\":\"configure\",\"set\":{\"schedule\":{\"intervalSeconds\":600}}";
        Assert.AreEqual("accepted", JsonDocument.Parse(await site.Ask("c-1", schedule)).RootElement.GetProperty("what").GetString());
        var accepted = await site.Event("configuration", told => told.TryGetProperty("command", out var id) && id.GetString() == "c-1");
        Assert.AreEqual("accepted", accepted.GetProperty("what").GetString());
        Assert.AreEqual(600, accepted.GetProperty("changed").GetProperty("schedule.intervalSeconds").GetProperty("new").GetInt32());
        await site.HasRestarted();

        Assert.AreEqual("waiting", JsonDocument.Parse(await site.Ask("c-2", "\"do\":\"configure\",\"set\":{\"limitSet\":\"bd-ecr-1997/1\"}")).RootElement.GetProperty("what").GetString());
        Assert.AreEqual("waiting", (await site.Event("configuration", told => told.TryGetProperty("command", out var id) && id.GetString() == "c-2")).GetProperty("what").GetString());
        var measured = JsonDocument.Parse(await site.Ask("c-3", "\"do\":\"measure\",\"channels\":[\"ph\"]")).RootElement.GetProperty("seq").GetInt64();
        Assert.AreEqual("sls-614-2013/1", (await site.Record(measured))[0].GetProperty("ls").GetString(), "nobody has agreed");

        StringAssert.Contains(ErrorIn(await site.Ask("c-4", "\"do\":\"configure\",\"set\":{\"schedule\":{\"intervalSeconds\":5},\"limitset\":\"x\"}")), "give 60 to 86400");
    }

    [TestMethod]
    [Timeout(180_000)]
    public async Task A_sensor_is_calibrated_by_points_and_step_by_step_and_bottles_are_full_when_somebody_says_so()
    {
        await using var site = await Site.Begin();

        var given = JsonDocument.Parse(await site.Ask("c-1", "\"do\":\"calibrate\",\"channel\":\"ec\",\"points\":[{\"standard\":\"1413\",\"microsiemens\":1284.5,\"celsius\":25.0}],\"taken\":" + await site.StationTime())).RootElement;
        Assert.IsTrue(given.GetProperty("ok").GetBoolean(), given.GetRawText());
        var told = await site.Event("calibration", told => told.GetProperty("id").GetInt32() == given.GetProperty("cal").GetInt32());
        Assert.AreEqual("ec 1 command", $"{told.GetProperty("channel")} {told.GetProperty("points")} {told.GetProperty("who")}");
        StringAssert.Contains(ErrorIn(await site.Ask("c-old", "\"do\":\"calibrate\",\"channel\":\"ec\",\"points\":[{\"standard\":\"1413\",\"microsiemens\":1284.5,\"celsius\":25.0}],\"taken\":1577836800")), "taken 2020-01-01 00:00 UTC is older than calibration");
        Assert.AreEqual("ec", (await site.Event("calibration-refused")).GetProperty("channel").GetString());

        // The cell stands in well water and not in a standard.
        StringAssert.Contains(ErrorIn(await site.Ask("c-2", "\"do\":\"calibrate\",\"channel\":\"ec\",\"step\":\"take\",\"solution\":\"12880\"")), " and not 12880: put it into this solution");
        StringAssert.Contains(ErrorIn(await site.Ask("c-3", "\"do\":\"measure\"")), "maintenance is open");
        Assert.AreEqual("{\"id\":\"c-5\",\"ok\":true}", await site.Ask("c-5", "\"do\":\"calibrate\",\"step\":\"end\""));
        await site.Event("maintenance", told => !told.GetProperty("begun").GetBoolean());

        Assert.AreEqual("{\"id\":\"c-6\",\"ok\":true}", await site.Ask("c-6", "\"do\":\"maintain\",\"refilled\":[\"all\"]"));
        foreach (var bottle in new[] { "tisab", "electrolyte", "standard", "rinse" })
        {
            await site.Event("reagent", told => told.TryGetProperty("refilled", out _) && told.GetProperty("bottle").GetString() == bottle);
        }
        site.AssertEventsAreStamped();
    }

    [TestMethod]
    [Timeout(180_000)]
    public async Task A_reboot_is_answered_by_the_station_that_came_back()
    {
        await using var site = await Site.Begin();

        Assert.AreEqual("{\"id\":\"c-1\",\"ok\":true}", await site.Ask("c-1", "\"do\":\"reboot\""));
        await site.HasRestarted();
        Assert.AreEqual("{\"id\":\"c-2\",\"ok\":true}", await site.Ask("c-2", "\"do\":\"identify\""));
    }

    private static string ErrorIn(string result)
    {
        var answer = JsonDocument.Parse(result).RootElement;
        Assert.IsFalse(answer.GetProperty("ok").GetBoolean(), result);
        return answer.GetProperty("error").GetString()!;
    }

    /// <summary>The broker and the station on it.</summary>
    private sealed class Site : IAsyncDisposable
    {
        private readonly MosquittoBroker _broker;
        private readonly string? _flashFolder;
        private ProgramProcess? _station;

        private Site(MosquittoBroker broker, string? flashFolder)
        {
            _broker = broker;
            _flashFolder = flashFolder;
        }

        public static async Task<Site> Begin(string? flashFolder = null)
        {
            if (!MosquittoBroker.IsInstalled) Assert.Inconclusive("mosquitto is not installed ('./waternode test --all' installs it).");
            var site = new Site(await MosquittoBroker.Serve(ResultTopic, ReadingsTopic, EventsTopic, StatusTopic), flashFolder);
            await site.RestartStation();
            return site;
        }

        /// <summary>Pulls the plug of the station that runs, if one does, and starts it anew.</summary>
        public async Task RestartStation()
        {
            if (_station is not null)
            {
                await _station.Kill();
                await _station.DisposeAsync();
            }

            string[] command = ["station", "--id", Id, "--gateway", $"mqtt://127.0.0.1:{_broker.Port}", "--speed", "3000"];
            _station = await ProgramProcess.Serve(_flashFolder is null ? command : [.. command, "--data", _flashFolder]);
            await Eventually.Holds(() => _station.Errors.Contains("is connected", StringComparison.Ordinal), "the station is connected", AnswerSecondsMax);
        }

        /// <summary>Sends a command, and waits for the next answer to it.</summary>
        public Task<string> Ask(string commandId, string members) => AnswerTo(commandId, $$"""{"id":"{{commandId}}",{{members}}}""");

        /// <summary>Sends what is no command that could be answered by its id, and waits for the next answer without one.</summary>
        public Task<string> Say(string payload) => AnswerTo("", payload);

        private async Task<string> AnswerTo(string commandId, string payload)
        {
            string[] Answers() => [.. _broker.Heard(ResultTopic).Where(result => JsonDocument.Parse(result).RootElement.GetProperty("id").GetString() == commandId)];
            var before = Answers().Length;
            await _broker.Publish(CommandTopic, payload);
            await Eventually.Holds(() => Answers().Length > before, $"the answer to '{commandId}'", AnswerSecondsMax);
            return Answers()[^1];
        }

        /// <summary>The first event of a type that is what the test looks for.</summary>
        public async Task<JsonElement> Event(string type, Func<JsonElement, bool>? isIt = null)
        {
            JsonElement[] Found() => [.. Heard(EventsTopic).Where(told => told.GetProperty("type").GetString() == type && (isIt is null || isIt(told)))];
            await Eventually.Holds(() => Found().Length > 0, $"an event {type}", AnswerSecondsMax);
            return Found()[0];
        }

        /// <summary>The entries of one record, its head first.</summary>
        public async Task<JsonElement[]> Record(long sequence)
        {
            JsonElement[] Found() => [.. Heard(ReadingsTopic).Select(pack => EntriesOf(pack, sequence)).FirstOrDefault(entries => entries.Length > 0) ?? []];
            await Eventually.Holds(() => Found().Length > 0, $"record {sequence}", AnswerSecondsMax);
            return Found();
        }

        /// <summary>By the station's clock, which runs fast: of a record that it measured just now.</summary>
        public async Task<long> StationTime()
        {
            var answer = JsonDocument.Parse(await Ask("c-time", "\"do\":\"measure\",\"channels\":[\"ph\"]")).RootElement;
            return (await Record(answer.GetProperty("seq").GetInt64()))[0].GetProperty("bt").GetInt64();
        }

        public async Task<string> ChannelsOf(long sequence) => string.Join(' ', (await Record(sequence)).Select(entry => entry.GetProperty("n").GetString()));

        /// <summary>It says hello again, and that it was no power-on.</summary>
        public Task HasRestarted() =>
            Eventually.Holds(() => Heard(StatusTopic).Any(status => status.TryGetProperty("reset", out var reset) && reset.GetString() == "software"), "the station restarts", AnswerSecondsMax);

        public void AssertEventsAreStamped()
        {
            foreach (var told in Heard(EventsTopic))
            {
                Assert.AreEqual(8, told.GetProperty("gen").GetString()!.Length, told.GetRawText());
                foreach (var member in new[] { "seq", "pon", "up" }) Assert.IsGreaterThanOrEqualTo(0, told.GetProperty(member).GetInt64(), told.GetRawText());
            }
        }

        private static JsonElement[] EntriesOf(JsonElement pack, long sequence)
        {
            var isIn = false;
            var entries = new List<JsonElement>();
            foreach (var entry in pack.EnumerateArray())
            {
                if (entry.TryGetProperty("seq", out var head)) isIn = head.GetInt64() == sequence;
                if (isIn) entries.Add(entry);
            }
            return [.. entries];
        }

        private IEnumerable<JsonElement> Heard(string topic) => _broker.Heard(topic).Select(payload => JsonDocument.Parse(payload).RootElement);

        public async ValueTask DisposeAsync()
        {
            if (_station is not null) await _station.DisposeAsync();
            await _broker.DisposeAsync();
        }
    }
}
