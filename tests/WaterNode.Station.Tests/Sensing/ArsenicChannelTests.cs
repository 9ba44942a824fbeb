using WaterNode.Station.Operation;
using WaterNode.Station.Ports;
using WaterNode.Station.Sensing;
using WaterNode.Station.Tests.Simulation;
using WaterNode.Station.Wire;

namespace WaterNode.Station.Tests.Sensing;

/// <summary>One run through pumps and potentiostat, and every place where it can end early.</summary>
[TestClass]
public class ArsenicChannelTests
{
    private readonly StationConfig _config = StationConfig.Default("lk-anp-0007");
    private readonly Cell _cell = new();

    public ArsenicChannelTests() => _config.ArsenicCalibration = 3;

    [TestMethod]
    [DataRow(0)]
    [DataRow(3)]
    [DataRow(10)]
    [DataRow(60)]
    [DataRow(300)]
    public void The_concentration_is_found_over_three_decades(double arsenic)
    {
        _cell.Arsenic = arsenic;
        var reading = Measure();

        Assert.AreEqual((QualityFlag.Pass, Reasons.None), (reading.Quality, reading.Reasons));
        Assert.AreEqual(arsenic, reading.Value * 1e-5, 0.01 + arsenic * 0.01);
        Assert.AreEqual(0, _cell.MicroLitres, "the cell ends empty");
    }

    [TestMethod]
    public void Weak_water_gets_the_least_additions_and_strong_water_as_much_again_and_twice_that()
    {
        _cell.Arsenic = 1;
        Measure();
        CollectionAssert.AreEqual(new[] { 50, 50 }, _cell.Doses);
        Assert.IsTrue(_cell.DepositionMilliseconds.Take(9).All(time => time is 10_000 or 60_000));

        _cell.Arsenic = 40;
        _cell.Forget();
        Measure();
        Assert.AreEqual(200, _cell.Doses[0], 6, "+20 in the cell");
        Assert.AreEqual(200, _cell.Doses[1], 6);
        Assert.AreEqual(15_000, _cell.DepositionMilliseconds[^2], 500, "a quarter of the time, so that the wire carries no more");
        Assert.AreEqual(7_500, _cell.DepositionMilliseconds[^1], 250);
    }

    [TestMethod]
    public void Nothing_runs_over_however_strong_the_water_is()
    {
        _cell.Arsenic = 100_000;
        Measure();

        Assert.AreEqual(1_500, _cell.Doses.Sum(), "as much as the station gives");
        _config.ArsenicCellMicroLitresMax = 10_800;
        _cell.Forget();
        Measure();
        Assert.AreEqual(800, _cell.Doses.Sum(), "as much as the cell holds");
        Assert.IsLessThanOrEqualTo(10_800, _cell.MicroLitresMax);
    }

    [TestMethod]
    public void A_cell_too_small_for_its_sample_is_never_filled()
    {
        _config.ArsenicCellMicroLitresMax = 9_000;

        Assert.AreEqual(Reasons.PumpNoAnswer, Measure().Reasons);
        Assert.IsLessThanOrEqualTo(9_000, _cell.MicroLitresMax);
    }

    [TestMethod]
    public void Whatever_move_fails_the_reading_is_missing_with_its_reason_and_nothing_is_dosed_after_it()
    {
        Measure();
        var moves = _cell.Moves.Count;
        // The last five are the rinse after the run.
        for (var failing = 0; failing < moves - 5; failing++)
        {
            _cell.Forget();
            _cell.FailingMove = failing;
            var reading = Measure();

            Assert.IsFalse(reading.HasValue);
            Assert.AreEqual((QualityFlag.Missing, Reasons.PumpNoAnswer), (reading.Quality, reading.Reasons), $"move {failing}");
            var after = _cell.Moves.Skip(failing + 1).ToArray();
            Assert.AreEqual(FluidLine.Drain, after[0], $"after move {failing}");
            Assert.IsTrue(after.All(line => line is FluidLine.Drain or FluidLine.Rinse), $"after move {failing}");
        }
    }

    [TestMethod]
    public void After_a_drain_that_does_not_answer_no_pump_runs_at_all()
    {
        _cell.DrainAnswers = false;

        Assert.AreEqual(Reasons.PumpNoAnswer, Measure().Reasons);
        Assert.IsTrue(_cell.Moves.All(line => line == FluidLine.Drain));
    }

    [TestMethod]
    public void Whatever_scan_fails_the_reading_is_missing_with_its_reason_and_the_cell_is_rinsed()
    {
        Measure();
        var scans = _cell.DepositionMilliseconds.Count;
        Assert.AreEqual(10, scans, "a conditioning one and nine");
        for (var failing = 0; failing < scans; failing++)
        {
            _cell.Forget();
            _cell.FailingScan = failing;
            var reading = Measure();

            Assert.AreEqual((QualityFlag.Missing, Reasons.PotentiostatNoAnswer), (reading.Quality, reading.Reasons), $"scan {failing}");
            CollectionAssert.AreEqual(new[] { FluidLine.Drain, FluidLine.Rinse, FluidLine.Drain, FluidLine.Rinse, FluidLine.Drain }, _cell.Moves.TakeLast(5).ToArray());
        }
    }

    [TestMethod]
    public void A_voltammogram_with_too_few_points_another_step_or_another_beginning_is_no_answer()
    {
        Action<Voltammogram>[] faults =
        [
            scan => scan.PicoAmperes = scan.PicoAmperes[..^1],
            scan => scan.PicoAmperes = [],
            scan => scan.PicoAmperes = null,
            scan => scan.StepMilliVolts = 5,
            scan => scan.StartMilliVolts = -296,
        ];
        foreach (var fault in faults)
        {
            _cell.Spoil = fault;
            Assert.AreEqual((QualityFlag.Missing, Reasons.PotentiostatNoAnswer), (Measure().Quality, Measure().Reasons));
        }
        _cell.Spoil = null;
        _cell.AnswersNothing = true;
        Assert.AreEqual(Reasons.PotentiostatNoAnswer, Measure().Reasons);
    }

    [TestMethod]
    public void Constants_that_mean_nothing_are_a_reason_and_no_pump_runs()
    {
        Action<StationConfig>[] faults =
        [
            config => config.ArsenicStandardMicrogramsPerLitre = 0,
            config => config.ArsenicSampleMicroLitres = 0,
            config => config.ArsenicScanStepMilliVolts = 0,
            config => config.ArsenicScanEndMilliVolts = -400,
        ];
        foreach (var fault in faults)
        {
            var config = StationConfig.Default("lk-anp-0007");
            fault(config);
            var reading = Measure(config);
            Assert.IsFalse(reading.HasValue);
            Assert.AreNotEqual(0, reading.Reasons & Reasons.BadCalibration);
            Assert.IsEmpty(_cell.Moves);
        }
    }

    [TestMethod]
    public void A_flat_scan_of_a_dry_cell_is_no_concentration()
    {
        _cell.IsDry = true;
        var reading = Measure();

        Assert.IsFalse(reading.HasValue);
        Assert.AreEqual(Reasons.NoStandardResponse, reading.Reasons);
    }

    private Reading Measure() => Measure(_config);

    private Reading Measure(StationConfig config)
    {
        var reading = new Reading(Channel.As);
        new ArsenicChannel(new StationPorts { Fluidics = _cell, Potentiostat = _cell }, config, new ArsenicHistory()).Measure(reading);
        return reading;
    }

    /// <summary>An ideal cell and wire that keep a list of what was asked of them.</summary>
    private sealed class Cell : IFluidics, IPotentiostat
    {
        private const double PicoAmperesPerMicrogram = 3000, BlankPicoAmperes = 300;

        private double _micrograms;

        public double Arsenic { get; set; } = 3;
        public int MicroLitres { get; private set; }
        public int MicroLitresMax { get; private set; }
        public int? FailingMove { get; set; }
        public int? FailingScan { get; set; }
        public bool DrainAnswers { get; set; } = true;
        public bool AnswersNothing { get; set; }
        public bool IsDry { get; set; }
        public Action<Voltammogram>? Spoil { get; set; }
        public List<FluidLine> Moves { get; } = [];
        public List<int> Doses { get; } = [];
        public List<int> DepositionMilliseconds { get; } = [];

        public void Forget()
        {
            Moves.Clear();
            Doses.Clear();
            DepositionMilliseconds.Clear();
            MicroLitresMax = 0;
        }

        public bool TryMove(FluidLine line, int microLitres)
        {
            Moves.Add(line);
            if (Moves.Count - 1 == FailingMove) return false;
            if (line == FluidLine.Drain)
            {
                if (DrainAnswers) (MicroLitres, _micrograms) = (0, 0);
                return DrainAnswers;
            }
            if (line == FluidLine.ArsenicStandard) Doses.Add(microLitres);
            _micrograms += microLitres * line switch { FluidLine.Sample => Arsenic, FluidLine.ArsenicStandard => 1000, _ => 0 };
            MicroLitres += microLitres;
            MicroLitresMax = Math.Max(MicroLitresMax, MicroLitres);
            return true;
        }

        public bool TryScan(ScanRequest request, out Voltammogram? voltammogram)
        {
            DepositionMilliseconds.Add(request.DepositionMilliseconds);
            voltammogram = null;
            if (DepositionMilliseconds.Count - 1 == FailingScan) return false;
            if (AnswersNothing) return true;
            var peak = IsDry ? 0 : BlankPicoAmperes + PicoAmperesPerMicrogram * _micrograms / Math.Max(1, MicroLitres) * request.DepositionMilliseconds / 60_000;
            voltammogram = new Voltammogram { StartMilliVolts = request.StartMilliVolts, StepMilliVolts = request.StepMilliVolts, PicoAmperes = Stripping.Scan(peak) };
            Spoil?.Invoke(voltammogram);
            return true;
        }
    }
}
