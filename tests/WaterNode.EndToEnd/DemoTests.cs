using System.Text.Json;
using WaterNode.Tests.Support;

namespace WaterNode.EndToEnd;

/// <summary>The command that a visitor tries first.</summary>
[TestClass]
public sealed class DemoTests
{
    [TestMethod]
    [Timeout(180_000)]
    public async Task A_demonstration_with_outages_loses_nothing_and_reports_it()
    {
        using var folder = new TemporaryFolder();
        var report = folder.File("report.json");

        await using var demo = await ProgramProcess.RunToEnd("demo", "--stations", "3", "--for", "8s", "--outage", "0.4", "--report", report);

        Assert.AreEqual(0, demo.ExitCode, demo.Errors);
        var said = JsonDocument.Parse(await File.ReadAllTextAsync(report)).RootElement;
        long Count(string name) => said.GetProperty(name).GetInt64();
        Assert.AreEqual(0, Count("lost"));
        Assert.AreEqual(3, Count("stations"));
        Assert.IsTrue(Count("measured") >= 3 * 4, $"{Count("measured")} measured in 8 s at 900 s/s");
        Assert.AreEqual(Count("journaled"), Count("acknowledged"));
        Assert.AreEqual(Count("journaled"), Count("committed"));
        Assert.AreEqual(Count("journaled"), Count("synced"));
        Assert.AreEqual(0, Count("quarantined"));
        Assert.IsTrue(demo.Errors.Contains("uplink DOWN", StringComparison.Ordinal), demo.Errors);
        Assert.AreEqual(JsonDocument.Parse(demo.Output).RootElement.GetProperty("journaled").GetInt64(), Count("journaled"), "standard output is the report");
    }

    [TestMethod]
    [Timeout(180_000)]
    public async Task A_demonstration_that_is_asked_to_end_in_an_outage_still_drains_reports_and_tidies_up()
    {
        using var temporary = new TemporaryFolder();
        await using var demo = ProgramProcess.Begin(["demo", "--stations", "2", "--for", "10m", "--outage", "0.9"], temporary.Path);
        await Eventually.Holds(() => demo.Errors.Contains("uplink DOWN", StringComparison.Ordinal), "the outage is told", deadlineSeconds: 60);

        await demo.Terminate();

        Assert.AreEqual(0, demo.ExitCode, demo.Errors);
        var said = JsonDocument.Parse(demo.Output).RootElement;
        Assert.AreEqual(0, said.GetProperty("lost").GetInt64());
        Assert.IsGreaterThan(0, said.GetProperty("synced").GetInt64());
        Assert.IsFalse(Directory.EnumerateDirectories(temporary.Path, "waternode-demo-*").Any(), "the temporary folder is gone");
    }

    [TestMethod]
    [Timeout(180_000)]
    public async Task A_report_that_cannot_be_written_is_not_lost()
    {
        using var folder = new TemporaryFolder();
        var nowhere = folder.File("missing/report.json");

        await using var demo = await ProgramProcess.RunToEnd("demo", "--stations", "1", "--for", "1s", "--report", nowhere);

        Assert.AreEqual(1, demo.ExitCode, demo.Errors);
        StringAssert.Contains(demo.Errors, nowhere);
        Assert.IsFalse(demo.Errors.Contains("   at ", StringComparison.Ordinal), demo.Errors);
        Assert.AreEqual(0, JsonDocument.Parse(demo.Output).RootElement.GetProperty("lost").GetInt64());
    }

    [TestMethod]
    [Timeout(180_000)]
    public async Task Two_demonstrations_at_the_same_time_find_ports_of_their_own()
    {
        var both = await Task.WhenAll(
            ProgramProcess.RunToEnd("demo", "--stations", "1", "--for", "2s"),
            ProgramProcess.RunToEnd("demo", "--stations", "1", "--for", "2s"));
        await using var one = both[0];
        await using var other = both[1];

        Assert.AreEqual((0, 0), (one.ExitCode, other.ExitCode), one.Errors + other.Errors);
        Assert.AreNotEqual(GatewayOf(one), GatewayOf(other));
        Assert.IsFalse((one.Errors + other.Errors).Contains("   at ", StringComparison.Ordinal), one.Errors + other.Errors);
    }

    private static string? GatewayOf(ProgramProcess demo) => JsonDocument.Parse(demo.Output).RootElement.GetProperty("gatewayUrl").GetString();
}
