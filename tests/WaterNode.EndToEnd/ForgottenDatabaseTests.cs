using WaterNode.Simulation;
using WaterNode.Tests.Support;

namespace WaterNode.EndToEnd;

/// <summary>Promise 1: what the gateway has lost, the stations still have.</summary>
[TestClass]
public sealed class ForgottenDatabaseTests
{
    [TestMethod]
    [Timeout(180_000)]
    public async Task A_gateway_that_lost_its_disk_gets_everything_that_the_stations_still_hold()
    {
        using var folder = new TemporaryFolder();
        var data = folder.File("gateway");
        await using var first = await ProgramProcess.Serve("gateway", "--data", data, "--mqtt-port", "0", "--http-port", "0", "--allow-anonymous");
        var mqtt = first.Address("mqtt");
        await using var station = new VirtualStation(new VirtualStationOptions("lk-anp-0001", mqtt) { Speed = 3000, Seed = 7 });
        var running = station.Run(CancellationToken.None);
        await Eventually.Holds(() => station.Progress.Acknowledged >= 10, "ten records acknowledged");

        await first.Kill();
        Directory.Delete(data, recursive: true);
        await using var second = await ProgramProcess.Serve("gateway", "--data", data, "--mqtt-port", $"{mqtt.Port}", "--http-port", "0", "--allow-anonymous");
        using var api = new TierApi(second.Address("http"));
        await Eventually.Holds(async () => await api.Status("committed") >= 10, "what was held is sent again", deadlineSeconds: 60);
        station.StopMeasuring();
        await running.WaitAsync(TimeSpan.FromSeconds(60));

        Assert.AreEqual(station.Progress.LastSequence, await api.Status("committed"));
        var found = await api.Occurrences("lk-anp-0001");
        var sequences = found.Keys.Select(key => key.Seq).Distinct().Order().ToList();
        Assert.AreEqual(2, sequences[0], "from the oldest one on: the first told the settings");
        Assert.IsTrue(found.Values.All(times => times == 1));
    }
}
