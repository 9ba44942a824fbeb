using WaterNode.Station.Operation.Settings;
using WaterNode.Station.Ports;
using WaterNode.Station.Wire;

namespace WaterNode.Station.Tests.Whole;

/// <summary>A station.json that is bad, after one that was good.</summary>
[TestClass]
public class BadFileTests
{
    private const int SettingsPage = 8;

    [TestMethod]
    [DataRow("corrupt", "JSON")]
    [DataRow("half", "middle")]
    [DataRow("missing", "missing")]
    [DataRow("unknown", "gate")]
    public void It_runs_on_with_the_last_good_one_shows_it_and_journals_it_once(string how, string shown)
    {
        var node = new Node();
        node.Run();
        Spoil(node, how);
        for (var start = 0; start < 3; start++)
        {
            node.Start(start == 0 ? StartReason.PowerOn : StartReason.Software);
            Assert.AreEqual(Verdict.Safe, node.Run().Verdict);
        }

        var told = node.EventsOf("configuration").Where(one => one.GetProperty("what").GetString() == "rejected-file").ToArray();
        Assert.HasCount(1, told);
        StringAssert.Contains(told[0].GetProperty("faults").GetString(), shown);
        node.TurnPages(SettingsPage);
        Assert.IsTrue(node.Shows(shown), "the page says it after every start");

        node.WriteFile(Node.FileOf(Node.Calibration));
        node.Start(StartReason.PowerOn);
        node.Run();
        node.TurnPages(SettingsPage);
        Assert.IsFalse(node.Shows(shown), "mended");
    }

    private static void Spoil(Node node, string how)
    {
        var good = Node.FileOf(Node.Calibration);
        switch (how)
        {
            case "missing": Assert.IsTrue(node.Flash.Delete(SettingsFile.Name)); break;
            case "half": node.WriteFile(good[..(good.Length / 2)]); break;
            case "unknown": node.WriteFile(good.Replace("gateway", "gate", StringComparison.Ordinal)); break;
            default: node.WriteFile(good.Replace(',', ';')); break;
        }
    }
}
