using System.Text;
using System.Text.Json;
using WaterNode.Station.Chemistry;
using WaterNode.Station.Display;
using WaterNode.Station.Operation;
using WaterNode.Station.Ports;
using WaterNode.Station.Tests.Simulation;
using WaterNode.Station.Tests.Whole;

namespace WaterNode.Station.Tests.Calibrating;

/// <summary>A technician calibrates with the one button, and with the station's own sensors in the bottles.</summary>
[TestClass]
public class CalibrationByButtonTests
{
    private const int CalibrationPage = 9;

    private readonly TestStation _station = new();
    private readonly SimulatedButton _button = new();

    public CalibrationByButtonTests()
    {
        _station.Clock.Set(1763740800);
        _station.Ports.Button = _button;
        _station.WakeUp(StartReason.DeepSleep);
        _station.Cycle.Run();
    }

    [TestMethod]
    public void Two_buffers_make_a_pH_calibration_that_outlives_deep_sleep_and_is_told_to_the_gateway()
    {
        var before = _station.Config.PhCalibration.Id;
        OpenDialog();
        Dip(6.86);
        Press(ButtonPress.Hold, ButtonPress.Hold, ButtonPress.Hold);
        Dip(4.01);
        Press(ButtonPress.Hold, ButtonPress.Hold, ButtonPress.Hold);
        Assert.AreEqual(before, _station.Config.PhCalibration.Id, "not in force before it is confirmed");
        Press(ButtonPress.Hold);

        var made = _station.Config.PhCalibration;
        Assert.IsGreaterThan(before, made.Id);
        Assert.AreEqual(2, made.Points);
        Assert.AreEqual(1.0, made.Efficiency, 0.01);
        Assert.AreEqual(0.0, made.OffsetMilliVolts, 0.5);
        Assert.AreEqual(_station.Clock.UtcSeconds, made.TakenUtcSeconds, 600);

        _station.Config.PhCalibration = new PhCalibration();
        _station.WakeUp(StartReason.DeepSleep).Start();
        Assert.AreEqual(made.Id, _station.Config.PhCalibration.Id);
        Assert.AreEqual(made.Efficiency, _station.Config.PhCalibration.Efficiency, 1e-6);
        Assert.AreEqual(made.TakenUtcSeconds, _station.Config.PhCalibration.TakenUtcSeconds);

        _station.Cycle.Serve(1000);
        using var told = JsonDocument.Parse(_station.Link.On("events").Last().Payload);
        Assert.AreEqual("calibration", told.RootElement.GetProperty("type").GetString());
        Assert.AreEqual(made.Id, told.RootElement.GetProperty("id").GetInt32());
        Assert.AreEqual("ph", told.RootElement.GetProperty("channel").GetString());
    }

    [TestMethod]
    public void One_standard_makes_a_conductivity_calibration()
    {
        OpenDialog();
        _station.Instruments.Celsius = 25;
        _station.Instruments.ConductivityAtTemperature = 1413 / 1.1;
        Press(ButtonPress.Short, ButtonPress.Hold, ButtonPress.Hold, ButtonPress.Hold, ButtonPress.Hold);

        Assert.AreEqual(1.1, _station.Config.EcCalibration.CellConstantPerCentimetre, 0.001);
    }

    [TestMethod]
    public void Three_fluoride_standards_through_the_sample_line_make_a_calibration_with_which_the_next_sample_is_right()
    {
        _station.Instruments.FluorideDriftMilliVolts = -6;
        OpenDialog();
        Press(ButtonPress.Short, ButtonPress.Short, ButtonPress.Hold);
        foreach (var standard in new[] { 0.4, 1, 4 })
        {
            _station.Instruments.Fluoride = standard;
            Press(ButtonPress.Hold, ButtonPress.Hold);
        }
        Press(ButtonPress.Hold, ButtonPress.Hold, ButtonPress.Hold);

        Assert.AreEqual(18, _station.Config.FluorideCalibration.Id);
        Assert.AreEqual(3, _station.Config.FluorideCalibration.Points);
        _station.Instruments.Fluoride = 0.7;
        _station.Clock.PassSeconds(900);
        _station.Cycle.Run();
        Assert.AreEqual(0.7e-3, _station.LastReadings()["f"].GetProperty("v").GetDouble(), 5e-6);
        Assert.AreEqual(18, _station.LastReadings()["f"].GetProperty("cal").GetInt32());
    }

    [TestMethod]
    public void A_dead_pump_gives_no_fluoride_point_and_the_dialog_goes_on_when_it_runs_again()
    {
        OpenDialog();
        Press(ButtonPress.Short, ButtonPress.Short, ButtonPress.Hold);
        _station.Instruments.DeadPumps.Add(FluidLine.Tisab);
        Press(ButtonPress.Hold);
        _station.Instruments.DeadPumps.Clear();
        _station.Instruments.Fluoride = 0.4;
        Press(ButtonPress.Hold, ButtonPress.Hold, ButtonPress.Hold);
        _station.Instruments.Fluoride = 1;
        Press(ButtonPress.Hold, ButtonPress.Hold);
        _station.Instruments.Fluoride = 4;
        Press(ButtonPress.Hold, ButtonPress.Hold, ButtonPress.Hold, ButtonPress.Hold);

        Assert.AreEqual(3, _station.Config.FluorideCalibration.Points);
    }

    [TestMethod]
    public void A_new_bottle_of_arsenic_standard_makes_a_node_that_nobody_calibrated_measure_arsenic()
    {
        _station.Config.ArsenicCalibration = 0;
        OpenDialog();
        Press(ButtonPress.Short, ButtonPress.Short, ButtonPress.Short, ButtonPress.Hold, ButtonPress.Hold, ButtonPress.Hold, ButtonPress.Hold);

        Assert.AreEqual(18, _station.Config.ArsenicCalibration);
        Assert.AreEqual(1000, _station.Config.ArsenicStandardMicrogramsPerLitre);
        _station.Clock.PassSeconds(900);
        _station.Cycle.Run();
        Assert.AreEqual(18, _station.LastReadings()["as"].GetProperty("cal").GetInt32());
        Assert.DoesNotContain("uncalibrated", _station.LastReadings()["as"].GetRawText());
    }

    [TestMethod]
    public void Maintenance_without_a_calibration_lasts_until_somebody_says_that_the_sensors_are_back()
    {
        OpenDialog();
        Press([.. Enumerable.Repeat(ButtonPress.Short, 4)]);
        Press(ButtonPress.Hold);
        _station.Cycle.Run();
        Assert.Contains("\"pt\":\"maintenance\"", Encoding.UTF8.GetString(_station.Link.On("readings").Last().Payload));

        Press(ButtonPress.Hold);
        _station.Clock.PassSeconds(900);
        _station.Cycle.Run();
        Assert.DoesNotContain("maintenance", Encoding.UTF8.GetString(_station.Link.On("readings").Last().Payload));
        var told = _station.Link.On("events").Select(message => Encoding.UTF8.GetString(message.Payload)).ToArray();
        Assert.Contains("\"type\":\"maintenance\",\"begun\":true,\"who\":\"button\"", told[^2]);
        Assert.Contains("\"begun\":false,\"who\":\"button\",\"confirmed\":true", told[^1]);
    }

    [TestMethod]
    public void Exchanged_buffers_are_refused_and_the_calibration_before_stays()
    {
        var before = _station.Config.PhCalibration;
        OpenDialog();
        Dip(4.01);
        Press(ButtonPress.Hold, ButtonPress.Hold, ButtonPress.Hold);
        Dip(6.86);
        Press(ButtonPress.Hold, ButtonPress.Hold, ButtonPress.Hold, ButtonPress.Hold, ButtonPress.Hold);

        Assert.AreSame(before, _station.Config.PhCalibration);
    }

    [TestMethod]
    public void A_flash_that_refuses_leaves_the_calibration_before_in_force()
    {
        var before = _station.Config.PhCalibration;
        OpenDialog();
        Dip(6.86);
        Press(ButtonPress.Hold, ButtonPress.Hold, ButtonPress.Hold);
        Dip(4.01);
        Press(ButtonPress.Hold, ButtonPress.Hold, ButtonPress.Hold);
        _station.Flash.RefusesAfterBytes = 0;
        Press(ButtonPress.Hold);

        Assert.AreSame(before, _station.Config.PhCalibration);
    }

    [TestMethod]
    public void What_is_measured_while_sensors_may_stand_in_buffers_is_maintenance_and_gets_no_verdict()
    {
        OpenDialog();
        Dip(4.01);
        _station.Clock.PassSeconds(900);
        _station.Cycle.Run();

        var payload = Encoding.UTF8.GetString(_station.Link.On("readings").Last().Payload);
        Assert.Contains("\"pt\":\"maintenance\"", payload);
        Assert.DoesNotContain("\"vd\"", payload);

        Press(ButtonPress.Long);
        _station.Clock.PassSeconds(900);
        _station.Cycle.Run();
        Assert.DoesNotContain("maintenance", Encoding.UTF8.GetString(_station.Link.On("readings").Last().Payload), "closed before any bottle was opened");
    }

    [TestMethod]
    public void A_dialog_that_was_left_gives_up_by_itself()
    {
        OpenDialog();
        Press(ButtonPress.Hold);
        Assert.IsTrue(_station.Cycle.IsAttended);

        _station.Clock.PassSeconds(OperatorDisplay.DialogSecondsMax);
        _station.Cycle.Serve(0);

        Assert.IsFalse(_station.Cycle.IsAttended);
    }

    [TestMethod]
    public void An_electrode_that_was_left_in_the_water_gives_no_point_and_the_display_says_so()
    {
        OpenDialog();
        Press(ButtonPress.Hold);
        Dip(9.5);
        Press(ButtonPress.Hold);
        Assert.IsTrue(ScreenText.IsOn(_station.Instruments.LastPage, "Reads far off: put it"));
        Assert.IsTrue(ScreenText.IsOn(_station.Instruments.LastPage, "into this solution,"));
        Assert.IsTrue(ScreenText.IsOn(_station.Instruments.LastPage, "or choose another."));

        Dip(6.86);
        Press(ButtonPress.Hold, ButtonPress.Hold);
        Assert.IsTrue(ScreenText.IsOn(_station.Instruments.LastPage, "25.0"), "the second try took the point");
    }

    [TestMethod]
    public void A_sensor_that_does_not_answer_gives_no_point()
    {
        OpenDialog();
        _station.Instruments.AdcFaults[AdcInput.Ph] = AdcStatus.Rail;
        Press(ButtonPress.Hold, ButtonPress.Hold);
        var refused = _station.Instruments.LastPage;
        _station.Instruments.AdcFaults.Clear();
        Press(ButtonPress.Hold, ButtonPress.Hold);

        Assert.AreNotEqual(Convert.ToHexString(refused), Convert.ToHexString(_station.Instruments.LastPage), "the second try took the point");
    }

    private void OpenDialog()
    {
        Press([.. Enumerable.Repeat(ButtonPress.Short, CalibrationPage)]);
        Press(ButtonPress.Long);
    }

    private void Dip(double ph)
    {
        _station.Instruments.Celsius = 25;
        _station.Instruments.Ph = ph;
    }

    private void Press(params ButtonPress[] presses)
    {
        foreach (var press in presses)
        {
            _button.Press(press);
            _station.Cycle.Serve(0);
        }
    }
}
