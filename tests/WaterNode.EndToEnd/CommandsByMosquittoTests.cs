using System.Text.Json;
using WaterNode.Tests.Support;

namespace WaterNode.EndToEnd;

/// <summary>A virtual station on a broker that nobody here wrote, commanded by mosquitto_pub, its answers read by mosquitto_sub.</summary>
[TestClass]
public sealed class CommandsByMosquittoTests
{
    private const string Id = "lk-anp-0007";
    private const string ResultTopic = $"waternode/v1/{Id}/result", CommandTopic = $"waternode/v1/{Id}/command";

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
        Assert.AreEqual("""{"id":"c-1","ok":true}""", again, "only a test that is carried out has parts");
        Assert.AreEqual("""{"id":"c-1","ok":true}""", afterRestart);
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
            var site = new Site(await MosquittoBroker.Serve(ResultTopic), flashFolder);
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
        public async Task<string> Ask(string commandId, string members)
        {
            string[] Answers() => [.. _broker.Heard.Where(result => JsonDocument.Parse(result).RootElement.GetProperty("id").GetString() == commandId)];
            var before = Answers().Length;
            await _broker.Publish(CommandTopic, $$"""{"id":"{{commandId}}",{{members}}}""");
            await Eventually.Holds(() => Answers().Length > before, $"the answer to {commandId}", AnswerSecondsMax);
            return Answers()[^1];
        }

        public async ValueTask DisposeAsync()
        {
            if (_station is not null) await _station.DisposeAsync();
            await _broker.DisposeAsync();
        }
    }
}
