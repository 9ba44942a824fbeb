using WaterNode.Station.Display;
using WaterNode.Station.Ports;

namespace WaterNode.Simulation.Tests.Display;

/// <summary>A change that came from afar takes effect only by somebody who saw it.</summary>
[TestClass]
public class ChangePageTests
{
    private static readonly TimeSpan Hold = TimeSpan.FromSeconds(3);

    private readonly OperatorStand _stand = new();

    [TestMethod]
    public void A_hold_accepts_the_change_and_leads_back_to_the_verdict()
    {
        var changes = Propose("c-18");
        var verdict = new OperatorStand().Press().Screen.Page;

        _stand.TurnTo(OperatorStand.Change).Leave(Hold).Press(ButtonPress.Hold);

        Assert.AreEqual("accepted", changes.Answer);
        CollectionAssert.AreEqual(verdict, _stand.Screen.Page, "and the letter is gone from the verdict");
    }

    [TestMethod]
    public void A_long_press_refuses_it()
    {
        var changes = Propose("c-18");
        _stand.TurnTo(OperatorStand.Change).Press(ButtonPress.Long);

        Assert.AreEqual("refused", changes.Answer);
    }

    [TestMethod]
    public void A_short_press_leaves_it_waiting()
    {
        var changes = Propose("c-18");
        _stand.TurnTo(OperatorStand.Change).Press(ButtonPress.Short);

        Assert.AreEqual("none", changes.Answer);
        CollectionAssert.AreEqual(new OperatorStand().TurnTo(OperatorStand.As).Screen.Page, _stand.Screen.Page);
    }

    [TestMethod]
    [DataRow(ButtonPress.Hold)]
    [DataRow(ButtonPress.Long)]
    public void On_no_other_page_is_it_answered(ButtonPress press)
    {
        var changes = Propose("c-18");
        for (var page = 0; page <= OperatorStand.Reagents; page++)
        {
            if (page == OperatorStand.Change) continue;
            var stand = new OperatorStand();
            stand.Station.Changes = changes;
            stand.TurnTo(page).Leave(Hold).Press(press);
        }

        Assert.AreEqual("none", changes.Answer);
    }

    [TestMethod]
    public void What_was_not_on_the_display_for_as_long_as_a_hold_takes_is_not_accepted()
    {
        var changes = Propose("c-18");
        _stand.TurnTo(OperatorStand.Change).Leave(TimeSpan.FromSeconds(2)).Press(ButtonPress.Hold);

        Assert.AreEqual("none", changes.Answer);
    }

    [TestMethod]
    public void Presses_made_before_the_page_was_drawn_do_not_accept_it()
    {
        var changes = Propose("c-18");
        _stand.PressAtOnce(ButtonPress.Short, ButtonPress.Hold);

        Assert.AreEqual("none", changes.Answer);
    }

    [TestMethod]
    public void A_newer_proposal_that_took_the_place_of_the_one_on_the_display_is_not_accepted_by_the_hold_for_the_older()
    {
        Propose("c-18");
        _stand.TurnTo(OperatorStand.Change).Leave(Hold);
        var newer = Propose("c-19");
        _stand.Press(ButtonPress.Hold);
        Assert.AreEqual("none", newer.Answer);

        _stand.Leave(Hold).Press(ButtonPress.Hold);
        Assert.AreEqual("accepted", newer.Answer, "once it has been on the display itself");
    }

    [TestMethod]
    public void Of_two_changes_both_are_shown_before_they_can_be_accepted()
    {
        var changes = new ScriptedChanges("c-20", ("wifi.ssid", "a", "b"), ("gateway.host", "c", "d"));
        _stand.Station.Changes = changes;

        _stand.TurnTo(OperatorStand.Change).Leave(Hold).Press(ButtonPress.Hold);
        Assert.AreEqual("none", changes.Answer);

        _stand.Press(ButtonPress.Short).Leave(Hold).Press(ButtonPress.Hold);
        Assert.AreEqual("accepted", changes.Answer);
    }

    [TestMethod]
    public void During_a_measurement_nothing_is_accepted_or_refused()
    {
        var changes = Propose("c-18");
        _stand.Station.IsMeasuring = true;
        _stand.TurnTo(OperatorStand.Change).Leave(Hold).Press(ButtonPress.Hold);
        _stand.TurnTo(OperatorStand.Change).Press(ButtonPress.Long);

        Assert.AreEqual("none", changes.Answer);
    }

    private ScriptedChanges Propose(string commandId)
    {
        var changes = new ScriptedChanges(commandId, ("limitSet", "sls-614-2013/1", "who-2022/1"));
        _stand.Station.Changes = changes;
        return changes;
    }
}
