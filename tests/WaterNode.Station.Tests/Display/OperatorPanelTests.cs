using System.Text.Json;
using WaterNode.Station.Display;
using WaterNode.Station.Journal;
using WaterNode.Station.Operation;
using WaterNode.Station.Operation.Commanding;
using WaterNode.Station.Operation.Starting;
using WaterNode.Station.Ports;
using WaterNode.Station.Quality;
using WaterNode.Station.Sensing;
using WaterNode.Station.Tests.Simulation;
using WaterNode.Station.Wire;

namespace WaterNode.Station.Tests.Display;

/// <summary>The display as the duty cycle works it. What the pages look like is tested as pictures, with the virtual station.</summary>
[TestClass]
public class OperatorPanelTests
{
    private readonly TestStation _station = new();
    private readonly SimulatedButton _button = new();
    private readonly PatientFinger _finger;
    private readonly RecordingScreen _screen;

    public OperatorPanelTests()
    {
        _finger = new PatientFinger(_station.Clock, _button);
        _screen = new RecordingScreen(_station.Instruments);
        _station.Clock.Set(1763740800);
        _station.Ports.Button = _finger;
        _station.Ports.Screen = _screen;
        _station.WakeUp(StartReason.DeepSleep);
    }

    [TestMethod]
    public void After_a_measurement_the_verdict_and_that_chemicals_were_measured_are_shown()
    {
        _station.Cycle.Run();

        Assert.AreEqual(Verdict.Safe, _station.Cycle.Verdict);
        Assert.IsTrue(Shows(54, 1, "SAFE", 2, 2));
        Assert.IsTrue(Shows(54, 18, "chemicals"));
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
    public void With_a_clock_that_has_time_for_people_pages_are_turned_while_the_station_measures()
    {
        RunAttended();
        var seen = RunAttended(ButtonPress.Short, ButtonPress.Short, ButtonPress.Short);

        Assert.IsTrue(seen.Exists(page => Shows(page, 17, 1, "Arsenic", 1, 2)));
        Assert.IsTrue(seen.Exists(page => Shows(page, 17, 1, "Fluoride", 1, 2)));
        Assert.IsTrue(seen.Exists(page => Shows(page, 17, 1, "pH", 1, 2)));
    }

    [TestMethod]
    public void Until_the_new_reading_is_stored_the_one_before_is_shown()
    {
        RunAttended();
        _station.Instruments.Ph = 8.31;
        var seen = RunAttended(ButtonPress.Short, ButtonPress.Short, ButtonPress.Short);

        var pages = seen.FindAll(page => Shows(page, 17, 1, "pH", 1, 2));
        var storedAt = pages.FindIndex(page => DrawnText.IsNumber(page, "8.31"));
        Assert.IsGreaterThan(0, storedAt);
        Assert.IsTrue(pages[..storedAt].TrueForAll(page => DrawnText.IsNumber(page, "7.12")));
    }

    [TestMethod]
    public void After_deep_sleep_the_last_fluoride_and_arsenic_can_be_looked_at_while_the_station_measures()
    {
        RunAttended();
        _station.WakeUp(StartReason.DeepSleep);
        var seen = RunAttended(ButtonPress.Short);

        var arsenic = seen.Find(page => Shows(page, 17, 1, "Arsenic", 1, 2));
        Assert.IsNotNull(arsenic);
        Assert.IsFalse(DrawnText.IsNumber(arsenic, "--"));
    }

    [TestMethod]
    public void Pages_are_all_that_the_button_reaches_while_the_station_measures()
    {
        RunAttended();
        var seen = RunAttended([.. Enumerable.Repeat(ButtonPress.Short, 9), ButtonPress.Hold]);

        Assert.IsTrue(seen.Exists(page => Shows(page, 17, 1, "Calibration", 1, 2)));
        Assert.IsFalse(_station.Cycle.IsAttended, "no calibration was opened");
        Assert.IsTrue(Shows(54, 1, "SAFE", 2, 2));
    }

    [TestMethod]
    public void A_display_that_fails_during_a_measurement_is_no_fault_of_the_reading()
    {
        RunAttended();
        var before = _station.Link.On("readings").Count();
        _screen.FailsAt = 1;
        RunAttended(ButtonPress.Short, ButtonPress.Short);

        Assert.IsGreaterThan(2, _screen.Pages.Count, "it was shown what came of the measurement");
        foreach (var pack in _station.Link.On("readings").Skip(before))
        {
            using var readings = JsonDocument.Parse(pack.Payload);
            foreach (var reading in readings.RootElement.EnumerateArray()) Assert.AreEqual(QualityFlag.Pass, reading.GetProperty("q").GetInt32());
        }
    }

    [TestMethod]
    public void A_change_that_comes_in_while_nobody_presses_is_told_on_the_verdict()
    {
        _station.Cycle.Run();
        var shelf = new StateShelf(_station.Flash);
        var wet = new WetChemistry(shelf, _station.Config, new ArsenicHistory(), new SafeMode(shelf, StartReason.PowerOn));
        var panel = new OperatorPanel(_station.Ports, _station.Config, _station.Cycle.Journal, wet, null!, new Identification(_station.Ports, _station.Config));
        panel.ShowMeasured(new Record(), LimitSets.Find(LimitSets.DefaultId), true);
        var before = _station.Instruments.LastPage;

        panel.Station.Changes = new WaitingChange();
        panel.Serve();

        CollectionAssert.AreNotEqual(before, _station.Instruments.LastPage);
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

    /// <summary>A cycle on a clock that has time for people, with a press every five seconds.</summary>
    /// <returns>What was drawn from its beginning to its end.</returns>
    private List<byte[]> RunAttended(params ButtonPress[] presses)
    {
        if (_station.Ports.Clock is not AttendedClock)
        {
            _station.Ports.Clock = new AttendedClock(_station.Clock);
            _station.WakeUp(StartReason.DeepSleep);
        }
        _finger.Presses(presses);
        _screen.Pages.Clear();
        _station.Cycle.Run();
        return [.. _screen.Pages];
    }

    private bool Shows(int left, int top, string text, int wide = 1, int tall = 1) => Shows(_station.Instruments.LastPage, left, top, text, wide, tall);

    /// <summary>Draws the text by itself and looks for its lit pixels on the page, and for dark ones between.</summary>
    private static bool Shows(byte[] page, int left, int top, string text, int wide, int tall) => DrawnText.IsAt(page, left, top, text, wide, tall);

    private sealed class WaitingChange : IChangeConfirmation
    {
        public string CommandId => "c-18";

        public int ChangeCount => 1;

        public string NameOf(int change) => "limitSet";

        public string FromOf(int change) => "sls-614-2013/1";

        public string ToOf(int change) => "who-2022/1";

        public bool TryAccept() => throw new InvalidOperationException("Nobody pressed.");

        public bool TryRefuse() => throw new InvalidOperationException("Nobody pressed.");
    }
}
