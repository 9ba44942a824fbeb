using WaterNode.Station.Ports;
using WaterNode.Station.Wire;

namespace WaterNode.Station.Tests.Whole;

/// <summary>What a restart leaves as it was: only a power-on begins anything anew.</summary>
[TestClass]
public class RestartTests
{
    private readonly Node _node = new();

    [TestMethod]
    [DataRow(StartReason.Software)]
    [DataRow(StartReason.Fault)]
    [DataRow(StartReason.DeepSleep)]
    public void The_power_on_goes_on_and_the_verdict_stays_in_force(StartReason reason)
    {
        _node.Run();
        var powerOn = _node.Cycle.Journal.PowerOn;
        _node.Start(reason);
        Assert.AreEqual(powerOn, _node.Cycle.Journal.PowerOn);
        Assert.AreEqual(Verdict.Safe, _node.Cycle.Verdict, "before anything is measured");

        var before = _node.Link.On("readings").Count();
        Assert.AreEqual(Verdict.Safe, _node.Run().Verdict);
        Assert.DoesNotContain("as", _node.ReadingsSince(before).Keys.ToArray(), "no reagents are taken for a restart");
    }

    [TestMethod]
    public void After_a_power_on_nothing_is_called_safe_before_it_is_measured_again()
    {
        _node.Run();
        var powerOn = _node.Cycle.Journal.PowerOn;
        _node.Start(StartReason.PowerOn);

        Assert.AreEqual(powerOn + 1, _node.Cycle.Journal.PowerOn);
        Assert.AreEqual(Verdict.Uncertain, _node.Cycle.Verdict);
        Assert.AreEqual(Verdict.Safe, _node.Run().Verdict);
    }

    [TestMethod]
    [DataRow(StartReason.Software)]
    [DataRow(StartReason.Fault)]
    [DataRow(StartReason.PowerOn)]
    public void A_maintenance_that_was_open_is_still_open(StartReason reason)
    {
        _node.Run();
        _node.AssertDone("c-1", "\"do\":\"calibrate\",\"step\":\"begin\"");
        _node.Start(reason);
        var before = _node.Link.On("readings").Count();
        _node.Run();

        Assert.Contains("\"pt\":\"maintenance\"", _node.Link.On("readings").Last().Text);
        Assert.DoesNotContain("as", _node.ReadingsSince(before).Keys.ToArray());
        _node.AssertDone("c-2", "\"do\":\"calibrate\",\"step\":\"end\"");
        _node.Run();
        Assert.DoesNotContain("\"pt\":\"maintenance\"", _node.Link.On("readings").Last().Text);
    }

    [TestMethod]
    public void A_reboot_in_the_middle_of_a_calibration_leaves_it_open_and_the_sensors_out_of_the_verdict()
    {
        _node.Run();
        _node.AssertDone("c-1", "\"do\":\"calibrate\",\"step\":\"begin\"");
        _node.Send("c-2", "\"do\":\"reboot\"");
        _node.Serve();
        _node.Run();

        Assert.AreEqual(1, _node.Restarts);
        Assert.IsTrue(_node.AnswerTo("c-2").GetProperty("ok").GetBoolean());
        Assert.IsTrue(_node.Cycle.IsAttended);
        Assert.Contains("\"pt\":\"maintenance\"", _node.Link.On("readings").Last().Text);
    }
}
