using System.Diagnostics;
using System.Text.Json;
using WaterNode.Tests.Support;

namespace WaterNode.EndToEnd;

/// <summary>The gateway with clients that nobody here wrote: mosquitto_pub and mosquitto_sub.</summary>
[TestClass]
public sealed class MosquittoTests
{
    private const string StationId = "lk-anp-0007";

    private const string ContractPack = """
        [{"bn":"waternode/lk-anp-0007/","bt":1763740800,"gen":"9f3a12c4","seq":1,"old":1,"pon":12,"up":86400,"pt":"treated","ls":"sls-614-2013/1","n":"temp","u":"Cel","v":27.4,"q":1,"uc":0.2},
         {"n":"ph","u":"pH","v":7.12,"q":1,"uc":0.03,"cal":17,"vd":"safe"},
         {"n":"ec","u":"S/m","v":0.0812,"q":1,"uc":0.0012,"cal":15},
         {"n":"f","u":"kg/m3","v":0.00112,"q":3,"uc":0.00011,"cal":9,"why":"untreated","vd":"uncertain"},
         {"n":"as","u":"kg/m3","vs":"missing","q":9,"why":"pump-no-answer","vd":"uncertain"}]
        """;

    [TestMethod]
    [Timeout(120_000)]
    public async Task A_pack_that_mosquitto_pub_sends_is_stored_acknowledged_and_shown_in_display_units()
    {
        if (!HasMosquitto()) Assert.Inconclusive("mosquitto-clients is not installed ('./waternode test --all' installs it).");
        using var folder = new TemporaryFolder();
        await using var gateway = await ProgramProcess.Serve("gateway", "--data", folder.Path, "--mqtt-port", "0", "--http-port", "0", "--allow-anonymous");
        using var api = new TierApi(gateway.Address("http"));

        Assert.AreEqual(0, await Publish(gateway, "readings", ContractPack));
        Assert.AreEqual(0, await Publish(gateway, "readings", ContractPack));
        Assert.AreEqual(0, await Publish(gateway, "readings", "[{\"half\":"));

        var readings = (await api.Get($"/api/v1/readings?station={StationId}")).GetProperty("readings").EnumerateArray().ToDictionary(r => r.GetProperty("channel").GetString()!);
        Assert.AreEqual(5, readings.Count);
        AssertShown(readings["temp"], "27.4", "°C");
        AssertShown(readings["ec"], "812", "µS/cm");
        AssertShown(readings["f"], "1.12", "mg/L");
        Assert.AreEqual("2025-11-21T16:00:00Z", readings["f"].GetProperty("time").GetString());
        Assert.AreEqual(JsonValueKind.Null, readings["as"].GetProperty("value").ValueKind, "missing is not zero");
        Assert.AreEqual((1L, 1L, 1L), (await api.Status("committed"), await api.Status("duplicates"), await api.Status("quarantined")));
        var entry = (await api.Get("/api/v1/quarantine")).GetProperty("quarantine")[0];
        Assert.AreEqual("unreadable", entry.GetProperty("reason").GetString());
        Assert.AreEqual("[{\"half\":", entry.GetProperty("payload").GetString());

        var ack = JsonDocument.Parse(await Retained(gateway, "ack")).RootElement;
        Assert.AreEqual(("9f3a12c4", 1L), (ack.GetProperty("gen").GetString(), ack.GetProperty("seq").GetInt64()));
        Assert.AreEqual((await api.Get("/api/v1/status")).GetProperty("db").GetString(), ack.GetProperty("db").GetString());
    }

    [TestMethod]
    [Timeout(120_000)]
    public async Task A_gateway_that_restarts_still_has_its_acknowledgement_for_the_station()
    {
        if (!HasMosquitto()) Assert.Inconclusive("mosquitto-clients is not installed ('./waternode test --all' installs it).");
        using var folder = new TemporaryFolder();
        string[] command = ["gateway", "--data", folder.Path, "--mqtt-port", "0", "--http-port", "0", "--allow-anonymous"];
        string before;
        await using (var gateway = await ProgramProcess.Serve(command))
        {
            Assert.AreEqual(0, await Publish(gateway, "readings", ContractPack));
            before = await Retained(gateway, "ack");
            await gateway.Kill();
        }

        await using var again = await ProgramProcess.Serve(command);

        Assert.AreEqual(before, await Retained(again, "ack"));
    }

    private static void AssertShown(JsonElement reading, string value, string unit) =>
        Assert.AreEqual((value, unit), (reading.GetProperty("value").GetRawText(), reading.GetProperty("unit").GetString()));

    private static bool HasMosquitto() => (Environment.GetEnvironmentVariable("PATH") ?? "").Split(':').Any(folder => File.Exists(Path.Combine(folder, "mosquitto_pub")));

    private static async Task<int> Publish(ProgramProcess gateway, string leaf, string payload)
    {
        using var client = Process.Start("mosquitto_pub", ["-h", "127.0.0.1", "-p", $"{gateway.Address("mqtt").Port}", "-i", StationId, "-q", "1", "-t", $"waternode/v1/{StationId}/{leaf}", "-m", payload]);
        await client.WaitForExitAsync();
        return client.ExitCode;
    }

    private static async Task<string> Retained(ProgramProcess gateway, string leaf)
    {
        var start = new ProcessStartInfo("mosquitto_sub", ["-h", "127.0.0.1", "-p", $"{gateway.Address("mqtt").Port}", "-i", StationId, "-q", "1", "-C", "1", "-W", "20", "-t", $"waternode/v1/{StationId}/{leaf}"]) { RedirectStandardOutput = true };
        using var client = Process.Start(start)!;
        var text = await client.StandardOutput.ReadToEndAsync();
        await client.WaitForExitAsync();
        return text.Trim();
    }
}
