using WaterNode.Simulation.Arsenic;
using WaterNode.Simulation.Events;
using WaterNode.Simulation.Fluidics;
using WaterNode.Simulation.Tests.Time;
using WaterNode.Simulation.Water;
using WaterNode.Station.Ports;

namespace WaterNode.Simulation.Tests.Arsenic;

[TestClass]
public class ArsenicCellTests
{
    private readonly ManualTime _time = new();

    [TestMethod]
    public void The_cell_balances_volumes_and_substance()
    {
        var cell = new MixedCell(capacityMicroLitres: 30_000, residueMicroLitres: 40);
        cell.Add(9_000, concentration: 10);
        cell.AddReagent(1_000);
        Assert.AreEqual(9, cell.Concentration, 1e-9);
        Assert.AreEqual(0.1, cell.ReagentShare, 1e-9);

        cell.Add(100, concentration: 1_000);
        Assert.AreEqual((90_000 + 100_000) / 10_100.0, cell.Concentration, 1e-9);

        cell.Drain();
        cell.Add(10_000, concentration: 0);
        Assert.AreEqual(18.81 * 40 / 10_040, cell.Concentration, 0.001, "the residue carries over");
    }

    [TestMethod]
    public void An_overfull_cell_runs_over()
    {
        var cell = new MixedCell(30_000, 40);
        cell.Add(30_000, concentration: 10);
        cell.Add(10_000, concentration: 0);

        Assert.AreEqual(30_000, cell.VolumeMicroLitres, 1e-6);
        Assert.AreEqual(7.5, cell.Concentration, 1e-9);
    }

    [TestMethod]
    public void The_peak_is_proportional_to_arsenic_and_to_deposition_time()
    {
        var electrode = new SimulatedGoldElectrode(new Random(1));
        double Peak(double seconds, double microgramsPerLitre) =>
            Enumerable.Range(0, 50).Average(_ => electrode.PeakNanoAmperes(seconds, -1000, microgramsPerLitre, 0.1, _time.GetUtcNow()));
        var blank = Peak(60, 0);

        Assert.IsLessThan(3 * 60 * 0.05, blank, "a blank of less than 3 micrograms per litre");
        Assert.AreEqual(2, (Peak(60, 20) - blank) / (Peak(60, 10) - blank), 0.05);
        Assert.AreEqual(0.5, (Peak(30, 10) - blank) / (Peak(60, 10) - blank), 0.05);
        Assert.AreEqual(60 * 10 * electrode.SensitivityNanoAmperes, Peak(60, 10) - blank, 0.06 * 60 * 10 * electrode.SensitivityNanoAmperes);
    }

    [TestMethod]
    public void Nothing_deposits_at_a_potential_that_is_too_high()
    {
        var electrode = new SimulatedGoldElectrode(new Random(1));

        Assert.IsLessThan(1, electrode.PeakNanoAmperes(60, depositionMilliVolts: -200, 60, 0.1, _time.GetUtcNow()));
    }

    [TestMethod]
    public void The_baseline_under_the_peak_is_not_straight()
    {
        var electrode = new SimulatedGoldElectrode(new Random(1));
        double Baseline(double milliVolts) => electrode.CurrentNanoAmperes(milliVolts, peakNanoAmperes: 0);

        Assert.IsLessThan((Baseline(-200) + Baseline(200)) / 2 - 0.5, Baseline(0));
    }

    [TestMethod]
    public void A_scan_shows_a_peak_where_arsenic_strips_and_takes_its_time()
    {
        var clock = new PatientClock(_time);
        var fluidics = Fluidics(clock);
        var electrode = new SimulatedGoldElectrode(new Random(1));
        var potentiostat = new SimulatedPotentiostat(electrode, fluidics.ArsenicCell, clock, _time, new Random(2));
        fluidics.TryMove(FluidLine.Sample, 9_000);
        fluidics.TryMove(FluidLine.Electrolyte, 1_000);
        var before = clock.WaitedMilliseconds;

        Assert.IsTrue(potentiostat.TryScan(new ScanRequest { DepositionMilliVolts = -1000, DepositionMilliseconds = 60_000, StartMilliVolts = -300, EndMilliVolts = 400, StepMilliVolts = 5 }, out var scan));

        Assert.IsGreaterThanOrEqualTo(60_000, clock.WaitedMilliseconds - before);
        Assert.HasCount(141, scan!.PicoAmperes);
        var net = scan.PicoAmperes.Select((current, i) => current / 1000.0 - electrode.CurrentNanoAmperes(-300 + 5 * i, 0)).ToArray();
        Assert.AreEqual(electrode.PeakMilliVolts, -300 + 5 * Array.IndexOf(net, net.Max()), 10);
        Assert.AreEqual(0, net[0], 0.3);
        Assert.AreEqual(0, net[^1], 0.3);
    }

    [TestMethod]
    public void An_empty_cell_gives_a_scan_without_current()
    {
        var clock = new PatientClock(_time);
        var potentiostat = new SimulatedPotentiostat(new SimulatedGoldElectrode(new Random(1)), Fluidics(clock).ArsenicCell, clock, _time, new Random(2));

        Assert.IsTrue(potentiostat.TryScan(new ScanRequest { DepositionMilliVolts = -1000, DepositionMilliseconds = 1, StartMilliVolts = -300, EndMilliVolts = 400, StepMilliVolts = 5 }, out var scan));

        Assert.IsLessThan(400, scan!.PicoAmperes.Max());
    }

    [TestMethod]
    public void A_scan_that_runs_backwards_is_refused()
    {
        var clock = new PatientClock(_time);
        var potentiostat = new SimulatedPotentiostat(new SimulatedGoldElectrode(new Random(1)), Fluidics(clock).ArsenicCell, clock, _time, new Random(2));

        Assert.IsFalse(potentiostat.TryScan(new ScanRequest { StartMilliVolts = 400, EndMilliVolts = -300, StepMilliVolts = 5 }, out var scan));
        Assert.IsNull(scan);
    }

    [TestMethod]
    public void A_dose_is_a_little_wrong_and_never_twice_the_same()
    {
        var fluidics = Fluidics(new PatientClock(_time));
        fluidics.TryMove(FluidLine.Sample, 5_000);
        var first = fluidics.ArsenicCell.VolumeMicroLitres;
        fluidics.TryMove(FluidLine.Sample, 5_000);
        var second = fluidics.ArsenicCell.VolumeMicroLitres - first;

        Assert.AreEqual(5_000, first, 150);
        Assert.AreEqual(5_000, second, 150);
        Assert.AreNotEqual(first, second);
    }

    private SimulatedFluidics Fluidics(PatientClock clock) =>
        new(new SimulatedWell(1, 1, new EventSchedule([], 1, _time), _time), clock, new Random(1));
}
