using WaterNode.Station.Ports;

namespace WaterNode.Simulation.Tests.Display;

[TestClass]
public class SafeModeExitTests
{
    private readonly NotedExit _exit = new();

    [TestMethod]
    [DataRow(ButtonPress.Short, false)]
    [DataRow(ButtonPress.Long, false)]
    [DataRow(ButtonPress.Hold, true)]
    public void A_hold_on_the_page_that_says_why_tries_a_normal_start(ButtonPress press, bool isAskedFor)
    {
        Stand("watchdog, measuring").TurnTo(OperatorStand.Connection).Press(press);

        Assert.AreEqual(isAskedFor, _exit.IsAskedFor);
    }

    [TestMethod]
    public void Out_of_safe_mode_and_on_other_pages_a_hold_restarts_nothing()
    {
        Stand("").TurnTo(OperatorStand.Connection).Press(ButtonPress.Hold);
        Stand("watchdog, measuring").Press(ButtonPress.Hold);

        Assert.IsFalse(_exit.IsAskedFor);
    }

    private OperatorStand Stand(string why)
    {
        var stand = new OperatorStand();
        stand.Station.SafeModeWhy = why;
        stand.Station.SafeModeExit = _exit;
        return stand;
    }
}
