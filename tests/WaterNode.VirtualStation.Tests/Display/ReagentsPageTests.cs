using WaterNode.Station.Ports;

namespace WaterNode.Simulation.Tests.Display;

[TestClass]
public class ReagentsPageTests
{
    private readonly ScriptedBottles _bottles = new(45, 450, 12, 1900);
    private readonly OperatorStand _stand = new();

    public ReagentsPageTests()
    {
        _stand.Station.Bottles = _bottles;
        _stand.TurnTo(OperatorStand.Reagents);
    }

    [TestMethod]
    public void Bottles_are_refilled_by_a_hold_and_another_that_confirms_it()
    {
        _stand.Press(ButtonPress.Hold);
        Assert.AreEqual(0, _bottles.Refills);

        _stand.Press(ButtonPress.Hold);
        Assert.AreEqual(1, _bottles.Refills);
        Assert.AreEqual(500, _bottles.LeftMilliLitresOf(0));
    }

    [TestMethod]
    [DataRow(ButtonPress.Short)]
    [DataRow(ButtonPress.Long)]
    public void Anything_else_than_a_hold_answers_the_question_with_no(ButtonPress answer)
    {
        _stand.Press(ButtonPress.Hold, answer, ButtonPress.Hold);

        Assert.AreEqual(0, _bottles.Refills, "the second hold asks again");
    }

    [TestMethod]
    public void A_question_that_was_left_alone_is_asked_anew()
    {
        _stand.Press(ButtonPress.Hold).Leave(TimeSpan.FromMinutes(2)).TurnTo(OperatorStand.Reagents).Press(ButtonPress.Hold);

        Assert.AreEqual(0, _bottles.Refills);
    }

    [TestMethod]
    public void During_a_measurement_nothing_is_refilled()
    {
        _stand.Station.IsMeasuring = true;
        _stand.Press(ButtonPress.Hold).TurnTo(OperatorStand.Reagents).Press(ButtonPress.Hold);

        Assert.AreEqual(0, _bottles.Refills);
    }
}
