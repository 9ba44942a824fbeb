using WaterNode.Station.Chemistry;
using WaterNode.Station.Ports;
using WaterNode.Station.Sensing;
using WaterNode.Station.Tests.Simulation;

namespace WaterNode.Station.Tests.Sensing;

[TestClass]
public sealed class FluorideRecalibrationTests
{
    private readonly TestStation _station = new() { Config = { WetIntervalSeconds = 1 } };

    [TestMethod]
    public void Two_standards_on_board_bring_a_drifted_electrode_back()
    {
        _station.Instruments.FluorideDriftMilliVolts = -6;
        Assert.IsGreaterThan(0.6e-3, Measured(), "6 mV are 27 %");

        _station.Clock.Set(1_763_740_800);
        Assert.IsTrue(Recalibration().TryRun(21, out var calibration, out var problem), problem.ToString());
        _station.Config.FluorideCalibration = calibration;

        Assert.AreEqual(0.5e-3, Measured(), 2e-6);
        Assert.AreEqual(21, calibration.Id);
        Assert.AreEqual(_station.Clock.UtcSeconds, calibration.TakenUtcSeconds, 2000);
        Assert.AreEqual(0.98, calibration.Efficiency, 0.001);
        Assert.AreEqual(27.4, calibration.Celsius, 0.01);
        Assert.IsTrue(calibration.StandardsWereDiluted);
    }

    [TestMethod]
    public void The_configuration_keeps_its_calibration_until_somebody_takes_the_new_one_over()
    {
        var before = _station.Config.FluorideCalibration;
        Recalibration().TryRun(21, out _, out _);

        Assert.AreSame(before, _station.Config.FluorideCalibration);
    }

    [TestMethod]
    [DataRow(FluidLine.FluorideStandardLow)]
    [DataRow(FluidLine.FluorideStandardHigh)]
    [DataRow(FluidLine.FluorideDrain)]
    [DataRow(FluidLine.Tisab)]
    public void A_pump_that_does_not_answer_ends_it_with_a_reason(FluidLine line)
    {
        _station.Instruments.DeadPumps.Add(line);

        AssertRefused(CalibrationProblem.PumpNoAnswer);
    }

    [TestMethod]
    [DataRow(AdcStatus.Rail, CalibrationProblem.Rail)]
    [DataRow(AdcStatus.NoAnswer, CalibrationProblem.NoAnswer)]
    public void A_dead_electrode_ends_it_with_a_reason(AdcStatus status, CalibrationProblem expected)
    {
        _station.Instruments.AdcFaults[AdcInput.Fluoride] = status;

        AssertRefused(expected);
    }

    [TestMethod]
    public void Without_a_temperature_there_is_no_calibration()
    {
        _station.Instruments.HasTemperature = false;

        AssertRefused(CalibrationProblem.NoTemperature);
    }

    [TestMethod]
    public void A_label_that_was_entered_wrongly_shows_in_the_slope()
    {
        _station.Config.FluorideStandardHighMilligramsPerLitre = 6;

        AssertRefused(CalibrationProblem.SlopeLow);
    }

    private void AssertRefused(CalibrationProblem expected)
    {
        Assert.IsFalse(Recalibration().TryRun(21, out var calibration, out var problem));
        Assert.AreEqual(expected, problem);
        Assert.IsNull(calibration);
    }

    private FluorideRecalibration Recalibration() => new(_station.Ports, new StableSampler(_station.Clock), _station.Config);

    /// <returns>kg/m3.</returns>
    private double Measured()
    {
        _station.Cycle.Run();
        return _station.LastReadings()["f"].GetProperty("v").GetDouble();
    }
}
