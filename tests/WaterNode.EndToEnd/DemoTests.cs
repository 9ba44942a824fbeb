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
        Assert.AreEqual(JsonDocument.Parse(demo.Output).RootElement.GetProperty("journaled").GetInt64(), Count("journaled"), "standard output is the report");
    }
}
