using WaterNode.Station.Ports;
using WaterNode.Station.Wire;

namespace WaterNode.Station.Tests.Whole;

/// <summary>Somebody at the gateway wants another limit set, and somebody at the station has the last word.</summary>
[TestClass]
public class RemoteChangeTests
{
    private const string ToBangladesh = "\"do\":\"configure\",\"set\":{\"limitSet\":\"bd-ecr-1997/1\"}";

    private const int ChangePage = 1;

    /// <summary>Between the limits of the two sets, 10 and 50.</summary>
    private readonly Node _node = new() { Instruments = { Arsenic = 30 } };

    [TestMethod]
    public void It_waits_the_page_asks_and_a_hold_makes_it_so()
    {
        Assert.AreEqual(Verdict.Unsafe, _node.Run().Verdict);
        Assert.AreEqual("waiting", _node.Ask("c-1", ToBangladesh).GetProperty("what").GetString());
        Assert.AreEqual(Verdict.Unsafe, _node.Run().Verdict);
        Assert.AreEqual(0, _node.Restarts);

        _node.TurnPages(ChangePage);
        Assert.IsTrue(_node.Shows("sls-614-2013/1"));
        Assert.IsTrue(_node.Shows(">bd-ecr-1997/1"));
        _node.Press(ButtonPress.Hold);
        Assert.AreEqual(1, _node.Restarts);
        var report = _node.Run();

        Assert.AreEqual(Verdict.Safe, report.Verdict, "the verdict is by the new set at once, not six hours later");
        var head = _node.Link.On("readings").Last().Text;
        Assert.Contains("\"ls\":\"bd-ecr-1997/1\"", head);
        var told = _node.EventsOf("configuration").Last();
        Assert.AreEqual("accepted", told.GetProperty("what").GetString());
        Assert.AreEqual("button", told.GetProperty("by").GetString());
        Assert.AreEqual("c-1", told.GetProperty("command").GetString());
        var change = told.GetProperty("changed").GetProperty("limitSet");
        Assert.AreEqual("sls-614-2013/1 bd-ecr-1997/1", $"{change.GetProperty("old")} {change.GetProperty("new")}");
        _node.TurnPages(ChangePage);
        Assert.IsFalse(_node.Shows(">bd-ecr-1997/1"), "nothing waits any more");
    }

    [TestMethod]
    public void A_long_press_refuses_it_and_the_gateway_hears_of_it()
    {
        _node.Run();
        _node.Ask("c-1", ToBangladesh);
        _node.TurnPages(ChangePage);
        _node.Press(ButtonPress.Long);
        _node.Run();

        Assert.AreEqual(0, _node.Restarts);
        Assert.AreEqual(Verdict.Unsafe, _node.Cycle.Verdict);
        Assert.AreEqual("refused", _node.EventsOf("configuration").Last().GetProperty("what").GetString());
        _node.TurnPages(ChangePage);
        Assert.IsFalse(_node.Shows(">bd-ecr-1997/1"));
    }

    [TestMethod]
    public void After_a_power_cut_it_is_still_asked_about()
    {
        _node.Run();
        _node.Ask("c-1", ToBangladesh);
        _node.Start(StartReason.PowerOn);
        _node.Run();
        Assert.AreEqual("sls-614-2013/1", _node.Config.LimitSetId);

        _node.TurnPages(ChangePage);
        _node.Press(ButtonPress.Hold);
        Assert.AreEqual("bd-ecr-1997/1", _node.Config.LimitSetId);
        _node.Start(StartReason.PowerOn);
        Assert.AreEqual("bd-ecr-1997/1", _node.Config.LimitSetId, "also when the power is cut once more");
    }

    [TestMethod]
    public void What_needs_nobodys_consent_takes_effect_by_a_restart_and_is_answered()
    {
        _node.Run();
        var answer = _node.Ask("c-1", "\"do\":\"configure\",\"set\":{\"schedule\":{\"intervalSeconds\":600}}");

        Assert.AreEqual("accepted", answer.GetProperty("what").GetString());
        Assert.AreEqual(1, _node.Restarts);
        _node.Run();
        Assert.AreEqual(600, _node.Config.IntervalSeconds);
        Assert.HasCount(1, _node.Results, "confirmed before the restart, so not told again after it");
    }

    [TestMethod]
    public void A_station_whose_gateway_is_gone_moves_to_another_when_somebody_there_agrees()
    {
        _node.Run();
        Assert.AreEqual("waiting", _node.Ask("c-1", "\"do\":\"configure\",\"set\":{\"gateway\":{\"host\":\"10.0.0.9\"}}").GetProperty("what").GetString());
        _node.Link.Drop();
        _node.Link.AcceptsConnections = false;
        _node.Run();
        _node.TurnPages(ChangePage);
        Assert.IsTrue(_node.Shows(">10.0.0.9"));
        _node.Press(ButtonPress.Hold);

        Assert.AreEqual(1, _node.Restarts);
        Assert.AreEqual("10.0.0.9", _node.Settings.InForce.TextOf(WaterNode.Station.Operation.Settings.SettingsMember.GatewayHost));
        _node.Link.AcceptsConnections = true;
        Assert.AreEqual(0, _node.Run().Pending, "what was measured without a gateway goes to the new one");
        Assert.AreEqual("accepted", _node.EventsOf("configuration").Last().GetProperty("what").GetString());
    }
}
