using WaterNode.Simulation.Electrodes;
using WaterNode.Simulation.Tests.Time;
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
    public void Electrodes_drift()
    {
        var glass = new SimulatedGlassElectrode(new Random(1), Made);
        var fluoride = new SimulatedFluorideElectrode(new Random(1), Made);
        var later = Made.AddDays(40);

        Assert.IsGreaterThan(1, glass.PotentialMilliVolts(7, 25, later) - glass.PotentialMilliVolts(7, 25, Made));
        Assert.IsGreaterThan(1, fluoride.PotentialMilliVolts(1, 0.5, 25, later) - fluoride.PotentialMilliVolts(1, 0.5, 25, Made));
    }

    [TestMethod]
    public void A_conductivity_cell_shows_the_conductance_that_belongs_to_its_constant()
    {
        var cell = new SimulatedConductivityCell(new Random(1));

        Assert.AreEqual(1413e-6 / cell.CellConstantPerCm, cell.ConductanceInChlorideSiemens(1413, 25), 1e-9);
        Assert.AreEqual(1552e-6 / cell.CellConstantPerCm, cell.ConductanceInChlorideSiemens(1413, 30), 3e-6);
        // ISO 7888: natural water of 25 degrees C conducts 1/1.116 as well at 20.
        Assert.AreEqual(800e-6 / cell.CellConstantPerCm / 1.116, cell.ConductanceSiemens(800, 20), 800e-6 * 0.006);
    }

    [TestMethod]
    public void A_fluoride_electrode_falls_by_its_slope_for_ten_times_the_fluoride_and_bends_at_the_floor()
    {
        var electrode = new SimulatedFluorideElectrode(new Random(1), Made);
        double Decade(double low) => electrode.PotentialMilliVolts(low, 0.5, 25, Made) - electrode.PotentialMilliVolts(10 * low, 0.5, 25, Made);

        // Thermo 9609BNWP: 54 to 60 mV a decade.
        Assert.IsGreaterThan(54, Decade(1));
        Assert.IsLessThan(60, Decade(1));
        Assert.IsLessThan(0.85 * Decade(1), Decade(0.02));
    }

    [TestMethod]
    public void Without_tisab_a_fluoride_electrode_misses_what_metals_bind()
    {
        var electrode = new SimulatedFluorideElectrode(new Random(1), Made);

        Assert.IsGreaterThan(electrode.PotentialMilliVolts(1, 0.5, 25, Made) + 2, electrode.PotentialMilliVolts(1, 0, 25, Made));
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
