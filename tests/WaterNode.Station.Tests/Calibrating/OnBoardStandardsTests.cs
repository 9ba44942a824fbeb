using WaterNode.Station.Chemistry;
using WaterNode.Station.Ports;

namespace WaterNode.Station.Tests.Calibrating;

/// <summary>A station that carries two fluoride standards calibrates itself.</summary>
[TestClass]
public sealed class OnBoardStandardsTests
{
    private const int SecondsPerDay = 86400;

    private readonly CalibrationStand _stand = new() { Config = { HasOnBoardFluorideStandards = true } };

    public OnBoardStandardsTests() => _stand.Clock.PassSeconds(SecondsPerDay);

    [TestMethod]
    public void Two_standards_on_board_follow_a_drifted_electrode()
    {
        _stand.Calibrations.RecalibrateWhenDue();
        var before = _stand.Config.FluorideCalibration;
        _stand.Instruments.FluorideDriftMilliVolts = -6;
        _stand.Clock.PassSeconds(SecondsPerDay);
        _stand.Calibrations.RecalibrateWhenDue();

        var made = _stand.Config.FluorideCalibration;
        Assert.AreEqual(before.E0MilliVolts - 6, made.E0MilliVolts, 0.01);
        Assert.AreEqual(19, made.Id);
        Assert.AreEqual(_stand.Clock.UtcSeconds, made.TakenUtcSeconds, 2000);
        Assert.AreEqual(0.98, made.Efficiency, 0.001);
        Assert.AreEqual(27.4, made.Celsius, 0.01);
        Assert.IsTrue(made.StandardsWereDiluted);
        Assert.AreEqual("station", _stand.Events("calibration")[1].GetProperty("who").GetString());
    }

    [TestMethod]
    public void It_does_so_once_a_day()
    {
        for (var quarter = 0; quarter < 9; quarter++)
        {
            _stand.Calibrations.RecalibrateWhenDue();
            _stand.Clock.PassSeconds(SecondsPerDay / 4);
            _stand.Restart();
        }

        Assert.HasCount(3, _stand.Events("calibration"));
    }

    [TestMethod]
    public void A_station_without_such_bottles_leaves_it()
    {
        _stand.Config.HasOnBoardFluorideStandards = false;
        _stand.Calibrations.RecalibrateWhenDue();

        Assert.IsEmpty(_stand.Events("calibration"));
    }

    [TestMethod]
    [DataRow(FluidLine.FluorideStandardLow)]
    [DataRow(FluidLine.FluorideStandardHigh)]
    [DataRow(FluidLine.FluorideDrain)]
    [DataRow(FluidLine.Tisab)]
    public void A_pump_that_does_not_answer_leaves_the_calibration_before_in_force_and_is_told(FluidLine line)
    {
        _stand.Instruments.DeadPumps.Add(line);

        AssertRefused(CalibrationProblem.PumpNoAnswer);
    }

    [TestMethod]
    [DataRow(AdcStatus.Rail, CalibrationProblem.Rail)]
    [DataRow(AdcStatus.NoAnswer, CalibrationProblem.NoAnswer)]
    public void A_dead_electrode_is_told(AdcStatus status, CalibrationProblem expected)
    {
        _stand.Instruments.AdcFaults[AdcInput.Fluoride] = status;

        AssertRefused(expected);
    }

    [TestMethod]
    public void Without_a_temperature_there_is_no_calibration()
    {
        _stand.Instruments.HasTemperature = false;

        AssertRefused(CalibrationProblem.NoTemperature);
    }

    [TestMethod]
    public void A_label_that_was_entered_wrongly_shows_in_the_slope()
    {
        _stand.Config.FluorideStandardHighMilligramsPerLitre = 6;

        AssertRefused(CalibrationProblem.SlopeLow);
    }

    private void AssertRefused(CalibrationProblem expected)
    {
        var before = _stand.Config.FluorideCalibration;
        _stand.Calibrations.RecalibrateWhenDue();

        Assert.AreSame(before, _stand.Config.FluorideCalibration);
        var told = _stand.Events("calibration-refused").Single();
        Assert.AreEqual("f", told.GetProperty("channel").GetString());
        Assert.AreEqual(CalibrationProblemText.Of(expected), told.GetProperty("why").GetString());
    }
}
