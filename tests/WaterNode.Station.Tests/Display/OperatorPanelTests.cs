using WaterNode.Station.Display;
using WaterNode.Station.Ports;
using WaterNode.Station.Tests.Simulation;
using WaterNode.Station.Wire;

namespace WaterNode.Station.Tests.Display;

/// <summary>The display as the duty cycle works it. What the pages look like is tested as pictures, with the virtual station.</summary>
[TestClass]
public class OperatorPanelTests
{
    private readonly TestStation _station = new();
    private readonly SimulatedButton _button = new();

    public OperatorPanelTests()
    {
        _station.Clock.Set(1763740800);
        _station.Ports.Button = _button;
        _station.WakeUp(StartReason.DeepSleep);
    }

    [TestMethod]
    public void After_a_measurement_the_verdict_and_that_chemicals_were_measured_are_shown()
    {
        _station.Cycle.Run();

        Assert.AreEqual(Verdict.Safe, _station.Cycle.Verdict);
        Assert.IsTrue(Shows(54, 1, "SAFE", 2, 2));
        Assert.IsTrue(Shows(54, 19, "chemicals"));
        Assert.IsTrue(Shows(54, 27, "measured"));
        Assert.IsTrue(Shows(69, 55, "stored"));
    }

    [TestMethod]
    public void What_is_not_stored_is_said_so()
    {
        _station.Cycle.Run();
        _station.Flash.RefusesAfterBytes = 0;
        _station.Cycle.Run();

        Assert.IsFalse(Shows(69, 55, "stored"));
    }

    [TestMethod]
    public void A_short_press_turns_the_page_and_a_minute_later_the_verdict_is_back()
    {
        _station.Cycle.Run();
        Press(ButtonPress.Short);
        Assert.IsTrue(Shows(17, 1, "Arsenic", 1, 2));
        Assert.IsTrue(_station.Cycle.IsAttended);

        _station.Clock.PassSeconds(OperatorDisplay.PageSecondsMax);
        _station.Cycle.Serve(0);
        Assert.IsFalse(_station.Cycle.IsAttended, "the station may sleep");
        Assert.IsTrue(Shows(54, 1, "SAFE", 2, 2));
    }

    [TestMethod]
    public void The_button_is_looked_at_several_times_while_the_station_serves_its_connection()
    {
        _station.Cycle.Run();
        _button.Press(ButtonPress.Short);
        _station.Cycle.Serve(1000);

        Assert.IsTrue(Shows(17, 1, "Arsenic", 1, 2));
    }

    [TestMethod]
    public void Presses_during_a_measurement_were_meant_for_another_page()
    {
        _station.Cycle.Run();
        _button.Press(ButtonPress.Short, ButtonPress.Short);
        _station.Cycle.Run();
        _station.Cycle.Serve(0);

        Assert.IsTrue(Shows(54, 1, "SAFE", 2, 2));
    }

    [TestMethod]
    public void A_station_without_a_button_shows_the_verdict()
    {
        _station.Ports.Button = null;
        _station.WakeUp(StartReason.DeepSleep);
        _station.Cycle.Run();
        _station.Cycle.Serve(1000);

        Assert.IsTrue(Shows(54, 1, "SAFE", 2, 2));
        Assert.IsFalse(_station.Cycle.IsAttended);
    }

    private void Press(params ButtonPress[] presses)
    {
        _button.Press(presses);
        _station.Cycle.Serve(0);
    }

    /// <summary>Draws the text by itself and looks for its lit pixels on the page, and for dark ones between.</summary>
    private bool Shows(int left, int top, string text, int wide = 1, int tall = 1)
    {
        var canvas = new Canvas();
        canvas.Text(left, top, text, wide, tall);
        var page = _station.Instruments.LastPage;
        for (var row = top; row < top + 7 * tall; row++)
        {
            for (var column = left; column < left + text.Length * Canvas.LetterColumns * wide && column < Canvas.Columns; column++)
            {
                if ((page[row / 8 * Canvas.Columns + column] >> (row % 8) & 1) != (canvas.Page[row / 8 * Canvas.Columns + column] >> (row % 8) & 1)) return false;
            }
        }
        return true;
    }
}
