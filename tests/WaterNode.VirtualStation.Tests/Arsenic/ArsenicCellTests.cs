using WaterNode.Simulation.Arsenic;
using WaterNode.Simulation.Calibration;
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
    public void The_cell_knows_how_much_of_it_is_the_wells_water()
    {
        var cell = new MixedCell(30_000, 40);
        cell.AddSample(6_000, concentration: 10);
        cell.AddReagent(2_000, concentration: 1);

        Assert.AreEqual(0.75, cell.SampleShare, 1e-9);
        Assert.AreEqual(62 / 8.0, cell.Concentration, 1e-9);
    }

    [TestMethod]
    public void The_peak_is_proportional_to_arsenic_and_to_deposition_time()
    {
        var electrode = Electrode();
        var blank = Peak(electrode, 60, 0);

        Assert.IsLessThan(3 * 60 * 0.05, blank, "a blank of less than 3 micrograms per litre");
        Assert.AreEqual(2, (Peak(electrode, 60, 10) - blank) / (Peak(electrode, 60, 5) - blank), 0.1);
        Assert.AreEqual(0.5, (Peak(electrode, 30, 10) - blank) / (Peak(electrode, 60, 10) - blank), 0.04);
        Assert.AreEqual(60 * 10 * electrode.SensitivityNanoAmperes, Peak(electrode, 60, 10) - blank, 0.1 * 60 * 10 * electrode.SensitivityNanoAmperes);
    }

    [TestMethod]
    public void A_full_wire_bends_the_answer()
    {
        var electrode = Electrode();

        Assert.IsLessThan(0.95 * 20 * Peak(electrode, 60, 10), Peak(electrode, 60, 200));
        Assert.IsGreaterThan(0.51, Peak(electrode, 30, 200) / Peak(electrode, 60, 200));
    }

    [TestMethod]
    public void Nothing_deposits_at_a_potential_that_is_too_high()
    {
        var scan = Electrode().Scan(60, depositionMilliVolts: -200, new CellContent(60, 0.9, 0.1), WaterMatrix.Plain, _time.GetUtcNow());

        Assert.IsLessThan(1, scan.Arsenic.NanoAmperes);
    }

    [TestMethod]
    public void The_matrix_of_a_sample_takes_sensitivity_and_brings_copper_beside_the_arsenic()
    {
        var matrix = WaterMatrix.Plain with { StrippingSuppression = 0.3, CopperMicrogramsPerLitre = 40 };
        var content = new CellContent(10, SampleShare: 0.5, ElectrolyteShare: 0.5);
        var plain = Average(i => Electrode().Scan(60, -1000, content, WaterMatrix.Plain, _time.GetUtcNow()).Arsenic.NanoAmperes);
        var disturbed = Electrode().Scan(60, -1000, content, matrix, _time.GetUtcNow());

        Assert.AreEqual(0.7, disturbed.Arsenic.NanoAmperes / plain, 0.1);
        Assert.IsGreaterThan(5, disturbed.Copper.NanoAmperes);
        Assert.AreEqual(130, disturbed.Copper.MilliVolts - disturbed.Arsenic.MilliVolts, 40);
    }

    [TestMethod]
    public void A_wire_remembers_a_little_of_the_deposit_before()
    {
        // The scatter of stirring is the same for the same seed.
        var fresh = Electrode();
        var used = Electrode();
        fresh.Scan(60, -1000, new CellContent(0, 0.5, 0.5), WaterMatrix.Plain, _time.GetUtcNow());
        used.Scan(60, -1000, new CellContent(100, 0.5, 0.5), WaterMatrix.Plain, _time.GetUtcNow());
        double Next(SimulatedGoldElectrode electrode) => electrode.Scan(60, -1000, new CellContent(5, 0.5, 0.5), WaterMatrix.Plain, _time.GetUtcNow()).Arsenic.NanoAmperes;

        Assert.IsGreaterThan(Next(fresh), Next(used));
    }

    [TestMethod]
    public void The_baseline_under_the_peak_is_not_straight_and_never_twice_the_same()
    {
        var electrode = Electrode();
        ScanBaseline Next() => electrode.Scan(60, -1000, new CellContent(0, 0.5, 0.5), WaterMatrix.Plain, _time.GetUtcNow()).Baseline;
        var baseline = Next();

        Assert.IsLessThan((baseline.At(-200) + baseline.At(200)) / 2 - 0.5, baseline.At(0));
        Assert.AreNotEqual(baseline, Next());
    }

    [TestMethod]
    public void A_scan_shows_a_peak_where_arsenic_strips_and_takes_its_time()
    {
        var clock = new PatientClock(_time);
        var fluidics = Fluidics(clock);
        var electrode = Electrode();
        var potentiostat = Potentiostat(electrode, fluidics, clock);
        fluidics.ArsenicCell.AddSample(9_000, concentration: 10);
        fluidics.TryMove(FluidLine.Electrolyte, 1_000);
        var before = clock.WaitedMilliseconds;

        Assert.IsTrue(potentiostat.TryScan(new ScanRequest { DepositionMilliVolts = -1000, DepositionMilliseconds = 60_000, StartMilliVolts = -300, EndMilliVolts = 400, StepMilliVolts = 5 }, out var scan));

        Assert.IsGreaterThanOrEqualTo(60_000, clock.WaitedMilliseconds - before);
        Assert.HasCount(141, scan!.PicoAmperes);
        // The second derivative is lowest at the top of the peak, whatever slopes beneath it.
        var bend = Enumerable.Range(8, 125).ToDictionary(i => i, i => scan.PicoAmperes[i - 8] - 2.0 * scan.PicoAmperes[i] + scan.PicoAmperes[i + 8]);
        Assert.AreEqual(electrode.PeakMilliVolts, -300 + 5 * bend.MinBy(entry => entry.Value).Key, 35);
    }

    [TestMethod]
    public void An_empty_cell_gives_a_scan_without_current()
    {
        var clock = new PatientClock(_time);
        var potentiostat = Potentiostat(Electrode(), Fluidics(clock), clock);

        Assert.IsTrue(potentiostat.TryScan(new ScanRequest { DepositionMilliVolts = -1000, DepositionMilliseconds = 1, StartMilliVolts = -300, EndMilliVolts = 400, StepMilliVolts = 5 }, out var scan));

        Assert.IsLessThan(400, scan!.PicoAmperes.Max());
    }

    [TestMethod]
    public void A_scan_that_runs_backwards_is_refused()
    {
        var clock = new PatientClock(_time);
        var potentiostat = Potentiostat(Electrode(), Fluidics(clock), clock);

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

    private static double Average(Func<int, double> of) => Enumerable.Range(0, 50).Average(of);

    private double Peak(SimulatedGoldElectrode electrode, double seconds, double microgramsPerLitre) => Average(_ =>
    {
        // An hour's rest: the wire is as at first.
        _time.Advance(TimeSpan.FromHours(1));
        electrode.Scan(0, -1000, new CellContent(0, 0.5, 0.5), WaterMatrix.Plain, _time.GetUtcNow());
        return electrode.Scan(seconds, -1000, new CellContent(microgramsPerLitre, 0.5, 0.5), WaterMatrix.Plain, _time.GetUtcNow()).Arsenic.NanoAmperes;
    });

    private static SimulatedGoldElectrode Electrode() => new(new Random(1), ManualTime.Noon);

    private SimulatedPotentiostat Potentiostat(SimulatedGoldElectrode electrode, SimulatedFluidics fluidics, PatientClock clock) =>
        new(electrode, fluidics.ArsenicCell, Well(), clock, _time, new Random(2));

    private SimulatedFluidics Fluidics(PatientClock clock) => new(new SensorPlaces(Well(), new Random(3)), new EventSchedule([], 1, _time), clock, _time, new Random(1));

    private SimulatedWell Well() => new(1, 1, new EventSchedule([], 1, _time), _time);
}
