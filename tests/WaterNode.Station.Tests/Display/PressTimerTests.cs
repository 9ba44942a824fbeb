using WaterNode.Station.Display;
using WaterNode.Station.Ports;

namespace WaterNode.Station.Tests.Display;

[TestClass]
public class PressTimerTests
{
    private readonly PressTimer _timer = new();

    [TestMethod]
    [DataRow(29, ButtonPress.None, DisplayName = "a bounce is no press")]
    [DataRow(30, ButtonPress.Short)]
    [DataRow(699, ButtonPress.Short)]
    [DataRow(700, ButtonPress.Long)]
    [DataRow(2999, ButtonPress.Long)]
    [DataRow(3000, ButtonPress.Hold)]
    public void A_press_is_told_by_how_long_it_lasted(int milliseconds, ButtonPress expected)
    {
        _timer.Changed(isDown: true, 1000);
        _timer.Changed(isDown: false, 1000 + milliseconds);

        Assert.AreEqual(expected, _timer.Next(10000));
        Assert.AreEqual(ButtonPress.None, _timer.Next(10000), "once");
    }

    [TestMethod]
    public void Holding_is_told_while_the_button_is_still_down_and_its_release_is_no_press()
    {
        _timer.Changed(isDown: true, 0);

        Assert.AreEqual(ButtonPress.None, _timer.Next(2999));
        Assert.AreEqual(ButtonPress.Hold, _timer.Next(3000));
        Assert.AreEqual(ButtonPress.None, _timer.Next(9000));
        _timer.Changed(isDown: false, 9500);
        Assert.AreEqual(ButtonPress.None, _timer.Next(9600));
    }

    [TestMethod]
    public void Presses_wait_in_their_order_and_no_more_than_four_of_them()
    {
        for (var i = 0; i < 6; i++)
        {
            _timer.Changed(isDown: true, i * 2000);
            _timer.Changed(isDown: false, i * 2000 + (i == 1 ? 1000 : 100));
        }

        ButtonPress[] expected = [ButtonPress.Short, ButtonPress.Long, ButtonPress.Short, ButtonPress.Short, ButtonPress.None];
        foreach (var press in expected) Assert.AreEqual(press, _timer.Next(20000));
    }
}
