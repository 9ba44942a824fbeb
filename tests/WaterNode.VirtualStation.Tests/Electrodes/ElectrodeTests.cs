using WaterNode.Simulation.Electrodes;
using WaterNode.Simulation.Tests.Time;
using WaterNode.Simulation.Water;
using WaterNode.Station.Ports;

namespace WaterNode.Simulation.Tests.Electrodes;

[TestClass]
public class ElectrodeTests
{
    private static readonly DateTimeOffset Made = ManualTime.Noon;

    [TestMethod]
    [DataRow(0, 54.199)]
    [DataRow(20, 58.167)]
    [DataRow(25, 59.159)]
    [DataRow(40, 62.136)]
    public void An_ideal_electrode_has_the_tabulated_slope(double celsius, double milliVolts) =>
        Assert.AreEqual(milliVolts, Thermodynamics.MilliVoltsPerDecade(celsius), 0.001);

    [TestMethod]
    public void A_glass_electrode_has_a_slope_and_an_offset_that_a_maintenance_manual_calls_good()
    {
        for (var specimen = 0; specimen < 50; specimen++)
        {
            var electrode = new SimulatedGlassElectrode(new Random(specimen), Made);
            var atFour = electrode.PotentialMilliVolts(4.01, 25, Made);
            var atSeven = electrode.PotentialMilliVolts(7.01, 25, Made);

            // Hanna HI99141: a step of 150 to 186 mV from 4.01 to 7.01, and an offset within 30 mV.
            Assert.IsGreaterThan(150, atFour - atSeven);
            Assert.IsLessThan(186, atFour - atSeven);
            Assert.IsLessThan(32, Math.Abs(atSeven));
        }
    }

    [TestMethod]
    public void A_glass_electrode_is_steeper_in_warm_water()
    {
        var electrode = new SimulatedGlassElectrode(new Random(1), Made);
        double Step(double celsius) => electrode.PotentialMilliVolts(6, celsius, Made) - electrode.PotentialMilliVolts(7, celsius, Made);

        Assert.AreEqual(electrode.SlopeFraction * 59.159, Step(25), 0.01);
        Assert.AreEqual(electrode.SlopeFraction * 62.136, Step(40), 0.01);
    }

    [TestMethod]
    public void Electrodes_drift_each_its_own_way()
    {
        var later = Made.AddDays(40);
        var glass = Enumerable.Range(0, 50).Select(seed => new SimulatedGlassElectrode(new Random(seed), Made))
            .Select(electrode => electrode.PotentialMilliVolts(7, 25, later) - electrode.PotentialMilliVolts(7, 25, Made)).ToArray();
        var fluoride = Enumerable.Range(0, 50).Select(seed => new SimulatedFluorideElectrode(new Random(seed), Made))
            .Select(electrode => electrode.PotentialMilliVolts(1, 0, 0.5, 25, later) - electrode.PotentialMilliVolts(1, 0, 0.5, 25, Made)).ToArray();

        foreach (var drift in new[] { glass, fluoride })
        {
            Assert.IsGreaterThan(2, drift.Max());
            Assert.IsLessThan(-2, drift.Min());
        }
    }

    [TestMethod]
    public void A_glass_electrode_loses_slope_with_age()
    {
        var electrode = new SimulatedGlassElectrode(new Random(1), Made);
        double Slope(DateTimeOffset time) => electrode.PotentialMilliVolts(6, 25, time) - electrode.PotentialMilliVolts(7, 25, time);

        Assert.IsLessThan(Slope(Made), Slope(Made.AddDays(300)));
        Assert.IsGreaterThan(0.9 * Slope(Made), Slope(Made.AddDays(300)));
    }

    [TestMethod]
    public void A_conductivity_cell_shows_the_conductance_that_belongs_to_its_constant()
    {
        var cell = new SimulatedConductivityCell(new Random(1), Made);

        Assert.AreEqual(1413e-6 / cell.CellConstantPerCm, cell.ConductanceInChlorideSiemens(1413, 25, Made), 1e-9);
        Assert.AreEqual(1552e-6 / cell.CellConstantPerCm, cell.ConductanceInChlorideSiemens(1413, 30, Made), 3e-6);
        // ISO 7888: its natural water of 25 degrees C conducts 1/1.116 as well at 20.
        var water = new WaterState(20, 7, 800, 1, 1);
        Assert.AreEqual(800e-6 / cell.CellConstantPerCm / 1.116, cell.ConductanceSiemens(water, Made), 800e-6 * 0.006);
    }

    [TestMethod]
    public void Lime_on_the_plates_lowers_the_conductance_until_somebody_cleans_them()
    {
        var cell = new SimulatedConductivityCell(new Random(1), Made);
        var water = new WaterState(25, 7, 800, 1, 1);
        var clean = cell.ConductanceSiemens(water, Made);
        var later = Made.AddDays(60);

        Assert.IsLessThan(clean, cell.ConductanceSiemens(water, later));
        cell.Clean(later);
        Assert.AreEqual(clean, cell.ConductanceSiemens(water, later));
    }

    [TestMethod]
    public void A_sensor_follows_its_solution_with_its_time_constant()
    {
        var response = new ElectrodeResponse(new Random(1), awakeDeviation: 0);
        response.Restart(100, Made);

        Assert.AreEqual(200 - 100 / Math.E, response.Follow(200, 10, Made.AddSeconds(10)), 1e-9);
        Assert.AreEqual(200 - 100 / Math.E / Math.E, response.Follow(200, 10, Made.AddSeconds(20)), 1e-9);
    }

    [TestMethod]
    public void An_input_whose_rail_has_just_come_on_is_not_to_be_believed_yet()
    {
        var response = new ElectrodeResponse(new Random(1), awakeDeviation: 15);

        Assert.IsGreaterThan(1, Math.Abs(response.Follow(100, 5, Made) - 100));
        Assert.AreEqual(100, response.Follow(100, 5, Made.AddSeconds(50)), 0.01);
    }

    [TestMethod]
    public void A_lead_picks_up_noise_and_now_and_then_a_pump()
    {
        var lead = new SimulatedCable(new Random(1));
        var picked = Enumerable.Range(0, 5000).Select(_ => Math.Abs(lead.NextMicroVolts())).Order().ToArray();

        Assert.IsLessThan(300, picked[picked.Length / 2]);
        Assert.IsGreaterThan(2000, picked[^1]);
    }

    [TestMethod]
    public void A_fluoride_electrode_falls_by_its_slope_for_ten_times_the_fluoride_and_bends_at_the_floor()
    {
        var electrode = new SimulatedFluorideElectrode(new Random(1), Made);
        double Decade(double low) => electrode.PotentialMilliVolts(low, 0, 0.5, 25, Made) - electrode.PotentialMilliVolts(10 * low, 0, 0.5, 25, Made);

        // Thermo 9609BNWP: 54 to 60 mV a decade.
        Assert.IsGreaterThan(54, Decade(1));
        Assert.IsLessThan(60, Decade(1));
        Assert.IsLessThan(0.85 * Decade(1), Decade(0.02));
    }

    [TestMethod]
    public void Without_tisab_a_fluoride_electrode_misses_what_metals_bind()
    {
        var electrode = new SimulatedFluorideElectrode(new Random(1), Made);

        Assert.IsGreaterThan(electrode.PotentialMilliVolts(1, boundShare: 0.12, 0.5, 25, Made) + 2, electrode.PotentialMilliVolts(1, boundShare: 0.12, 0, 25, Made));
    }

    [TestMethod]
    public void The_converter_has_steps_of_15_microvolts_a_small_gain_error_and_rails()
    {
        var converter = new SimulatedConverter(new Random(1));

        Assert.AreEqual(AdcStatus.Ok, converter.Convert(200_000, 512_000, noiseMicroVolts: 0, out var microVolts));
        Assert.AreEqual(200_000, microVolts, 200_000 * 0.0015 + 16);
        Assert.AreEqual(0, Math.IEEERemainder(microVolts, 15.625), 0.5);
        Assert.AreEqual(AdcStatus.Rail, converter.Convert(600_000, 512_000, 0, out microVolts));
        Assert.AreEqual(512_000, microVolts, 20);
        Assert.AreEqual(AdcStatus.Rail, converter.Convert(-600_000, 512_000, 0, out microVolts));
        Assert.AreEqual(-512_000, microVolts, 20);
    }
}
