using WaterNode.Station.Operation;
using WaterNode.Station.Sensing;
using WaterNode.Station.Tests.Simulation;
using WaterNode.Station.Wire;

namespace WaterNode.Station.Tests.Sensing;

/// <summary>The gates at their edges, on voltammograms drawn by hand. 5 mL sample in 10 mL, additions of +5 and +10 micrograms per litre, 3,000 pA each.</summary>
[TestClass]
public class ArsenicResultTests
{
    private const double Sensitivity = 3000;

    private readonly StationConfig _config = StationConfig.Default("lk-anp-0007");
    private readonly ArsenicHistory _history = new();

    // Of each scan: blank, sample, first addition, second addition, twice each, and the half-time scan.
    private readonly double[] _peaks = [300, 300, 12_300, 12_300, 27_000 / 1.005 + 300, 27_000 / 1.005 + 300, 42_000 / 1.01 + 300, 42_000 / 1.01 + 300, 21_000 / 1.01 + 300];
    private double _copper;
    private double _copperMilliVolts = 220;

    [TestMethod]
    public void A_run_without_fault_gives_the_concentration_its_uncertainty_and_limits()
    {
        var reading = Evaluate();

        Assert.AreEqual(QualityFlag.Pass, reading.Quality, Words(reading));
        Assert.AreEqual(8.0, MicrogramsPerLitre(reading.Value), 0.02);
        // 8 x sqrt(0.02^2 + 0.02^2 + 0.07^2), rounded up to two digits; the line adds next to nothing.
        Assert.AreEqual(0.61, MicrogramsPerLitre(reading.Uncertainty), 0.011);
        Assert.AreEqual(1645, reading.GuardThousandths, 2, "standard, volumes and matrix are known with many degrees of freedom");
        Assert.IsGreaterThan(0, reading.DetectionLimit);
    }

    [TestMethod]
    public void When_the_line_dominates_Students_t_takes_the_place_of_1_645()
    {
        Scatter(1500);
        var reading = Evaluate();

        Assert.IsInRange(1800, 2400, reading.GuardThousandths);
    }

    [TestMethod]
    public void Below_detection_the_estimate_stays_even_a_negative_one()
    {
        Water(-0.05);
        Scatter(300);
        var reading = Evaluate();

        Assert.IsTrue(reading.IsBelowDetectionLimit);
        Assert.AreEqual(-0.1, MicrogramsPerLitre(reading.Value), 0.02);
        // s_y/x = sqrt(6 x 300^2 / 4) = 367 pA and a little, since additions are scaled by their volume: 3.3 x 367 / 3000 x 2.
        Assert.AreEqual(0.81, MicrogramsPerLitre(reading.DetectionLimit), 0.02);
    }

    [TestMethod]
    public void With_seven_blanks_in_the_history_they_tell_the_limit_of_detection()
    {
        Scatter(100);
        for (var run = 0; run < 4; run++) _history.Note(100, 300, Sensitivity);
        var reading = Evaluate();

        // SD of 100, 300 four times is 106.9 pA (n - 1 = 7).
        Assert.AreEqual(3.3 * 106.9 / 3000 * 2, MicrogramsPerLitre(reading.DetectionLimit), 0.02);
    }

    [TestMethod]
    public void Quiet_blanks_promise_no_lower_limit_of_detection_than_the_intercept_of_the_line()
    {
        Scatter(300);
        for (var run = 0; run < 4; run++) _history.Note(295, 305, Sensitivity);
        var reading = Evaluate();

        // s_y/x = sqrt(6 x 300^2 / 4) = 367 pA; times sqrt(1/6 + 5^2/100) it is 237 pA, where the blanks scatter by 5.
        Assert.AreEqual(3.3 * 237 / 3000 * 2, MicrogramsPerLitre(reading.DetectionLimit), 0.02);
    }

    [TestMethod]
    [DataRow(0.090, false)]
    [DataRow(0.110, true)]
    public void Duplicates_of_the_second_addition_may_differ_by_10_percent(double rsd, bool isFlagged)
    {
        _peaks[6] += 41_584 * rsd / Math.Sqrt(2);
        _peaks[7] -= 41_584 * rsd / Math.Sqrt(2);

        Assert.AreEqual(isFlagged, Has(Evaluate(), Reasons.Duplicates));
    }

    [TestMethod]
    [DataRow(1_300, false)]
    [DataRow(1_700, true)]
    public void Duplicates_near_the_blank_are_held_against_10_percent_of_10_micrograms_per_litre(double deviation, bool isFlagged)
    {
        Water(0.1);
        _peaks[2] += deviation / Math.Sqrt(2);
        _peaks[3] -= deviation / Math.Sqrt(2);

        Assert.AreEqual(isFlagged, Has(Evaluate(), Reasons.Duplicates));
    }

    [TestMethod]
    [DataRow(0.39, true)]
    [DataRow(0.41, false)]
    [DataRow(0.59, false)]
    [DataRow(0.61, true)]
    public void Half_the_time_gives_half_the_height_within_a_tenth(double share, bool isFlagged)
    {
        _peaks[8] = 300 + 42_000 / 1.01 * share;

        Assert.AreEqual(isFlagged, Has(Evaluate(), Reasons.Saturation));
    }

    [TestMethod]
    [DataRow(4_200, false)]
    [DataRow(5_000, true)]
    public void A_blank_like_3_micrograms_per_litre_is_too_much(double blank, bool isFlagged)
    {
        // 3 in the sample are 1.5 in the cell: 4,500 pA.
        for (var i = 0; i < _peaks.Length; i++) _peaks[i] += blank - 300;

        Assert.AreEqual(isFlagged, Has(Evaluate(), Reasons.Blank));
        Assert.AreEqual(isFlagged ? 0 : 2, _history.BlankCount, "what is contaminated is no measure for later runs");
    }

    [TestMethod]
    [DataRow(0.75, false)]
    [DataRow(0.68, true)]
    [DataRow(1.30, false)]
    [DataRow(1.36, true)]
    public void The_sensitivity_stays_within_30_percent_of_the_median_of_recent_runs(double share, bool isFlagged)
    {
        foreach (var slope in new[] { 0.9, 1, 1.1 }) _history.Note(300, 300, Sensitivity / share * slope);

        Assert.AreEqual(isFlagged, Has(Evaluate(), Reasons.SlopeHistory));
        Assert.AreEqual(4, _history.SlopeCount, "the median follows an electrode that was changed");
    }

    [TestMethod]
    public void Two_runs_are_no_history()
    {
        for (var run = 0; run < 2; run++) _history.Note(300, 300, 10 * Sensitivity);

        Assert.IsFalse(Has(Evaluate(), Reasons.SlopeHistory));
    }

    [TestMethod]
    public void A_shorter_deposition_is_no_loss_of_sensitivity()
    {
        for (var run = 0; run < 3; run++) _history.Note(300, 300, 6 * Sensitivity);

        Assert.IsFalse(Has(Evaluate(depositionMilliseconds: 10_000), Reasons.SlopeHistory), "a sixth of the time gives a sixth of the peak");
        Assert.IsTrue(Has(Evaluate(), Reasons.SlopeHistory));
    }

    [TestMethod]
    [DataRow(0.84, false)]
    [DataRow(0.76, true)]
    [DataRow(1.16, false)]
    [DataRow(1.24, true)]
    public void The_whole_addition_is_found_again_within_a_fifth(double recovery, bool isFlagged)
    {
        // 15,000 pA by the first addition, 30,000 times the recovery by both.
        _peaks[6] = _peaks[7] = (12_000 + 30_000 * recovery) / 1.01 + 300;

        Assert.AreEqual(isFlagged, Has(Evaluate(), Reasons.Recovery));
    }

    [TestMethod]
    public void Points_off_the_line_are_suspect_and_far_off_it_they_mean_nothing()
    {
        Scatter(1_000);
        Assert.IsFalse(Has(Evaluate(), Reasons.Linearity), "r 0.997");
        Scatter(1_000);
        var suspect = Evaluate();
        Assert.IsTrue(Has(suspect, Reasons.Linearity), "r 0.988");
        Assert.AreEqual(QualityFlag.Suspect, suspect.Quality);
        Scatter(8_000);
        Assert.AreEqual(QualityFlag.Fail, Evaluate().Quality);
    }

    [TestMethod]
    [DataRow(11_000, 220, false)]
    [DataRow(13_500, 220, true)]
    [DataRow(6_000, 90, true)]
    [DataRow(100, 90, false)]
    public void Copper_that_exceeds_or_overlaps_arsenic_is_suspect(double copper, double milliVolts, bool isFlagged)
    {
        Scatter(100);
        _copper = copper;
        _copperMilliVolts = milliVolts;

        Assert.AreEqual(isFlagged, Has(Evaluate(), Reasons.Copper));
    }

    [TestMethod]
    [DataRow(300, false)]
    [DataRow(3_000, true)]
    public void In_clean_water_quiet_blanks_do_not_make_copper_of_every_bend(double copper, bool isFlagged)
    {
        for (var run = 0; run < 4; run++) _history.Note(280, 320, Sensitivity);
        Water(0.1);
        Scatter(300);
        _copper = copper;
        _copperMilliVolts = 90;

        Assert.AreEqual(isFlagged, Has(Evaluate(), Reasons.Copper));
    }

    [TestMethod]
    public void Without_growth_there_is_no_value()
    {
        for (var i = 4; i < _peaks.Length; i++) _peaks[i] = 12_300;
        var reading = Evaluate();

        Assert.IsFalse(reading.HasValue);
        Assert.AreEqual(QualityFlag.Fail, reading.Quality);
        Assert.AreEqual(Reasons.NoStandardResponse, reading.Reasons);

        Array.Clear(_peaks);
        Assert.AreEqual(Reasons.NoStandardResponse, Evaluate().Reasons, "no peak at all");
    }

    [TestMethod]
    public void The_history_is_read_back_as_it_was_written_and_a_torn_one_is_empty()
    {
        for (var run = 0; run < 12; run++) _history.Note(100 + run, -50 - run, 3000 + run);
        var writer = new ByteWriter(256);
        _history.Write(writer);
        var again = new ArsenicHistory();
        again.Read(new ByteReader(writer.Buffer, 0, writer.Length));

        Assert.AreEqual(16, again.BlankCount);
        Assert.IsTrue(again.TryMedianSlope(out var slope));
        Assert.AreEqual(3007, slope, "the median of the last nine");
        _history.TryBlankDeviation(out var before);
        again.TryBlankDeviation(out var after);
        Assert.AreEqual(before, after);

        again.Read(new ByteReader(writer.Buffer, 0, 20));
        Assert.AreEqual(0, again.BlankCount);
        Assert.IsFalse(again.TryMedianSlope(out slope));
        Assert.AreEqual(0, slope);
    }

    private Reading Evaluate(int depositionMilliseconds = 60_000)
    {
        var run = new ArsenicRun { FirstMicroLitres = 50, BothMicroLitres = 100, DepositionMilliseconds = depositionMilliseconds };
        for (var i = 0; i < ArsenicRun.Scans; i++)
        {
            // A Gaussian's mean over five points is 2 % below its top, and the gates' edges are told by heights.
            run.PicoAmperes[i] = Stripping.Scan(_peaks[i], curvature: 0.02, noise: 5, copper: i < 2 ? 0 : _copper, copperMilliVolts: _copperMilliVolts, seed: i);
        }
        var reading = new Reading(Channel.As);
        new ArsenicResult(_config, _history).Evaluate(run, reading);
        return reading;
    }

    /// <summary>Another concentration in the cell.</summary>
    private void Water(double inCell)
    {
        for (var i = 2; i < 8; i++) _peaks[i] += (inCell - 4) * Sensitivity / (i < 4 ? 1 : i < 6 ? 1.005 : 1.01);
        _peaks[8] += (inCell - 4) * Sensitivity / 2.02;
    }

    private void Scatter(double picoAmperes)
    {
        for (var i = 2; i < 8; i++) _peaks[i] += i % 2 == 0 ? picoAmperes : -picoAmperes;
    }

    private static bool Has(Reading reading, int reason) => (reading.Reasons & reason) != 0;

    private static double MicrogramsPerLitre(long scaled) => scaled * 1e-5;

    private static string Words(Reading reading)
    {
        var writer = new ByteWriter(512);
        Reasons.Write(reading.Reasons, writer);
        return System.Text.Encoding.ASCII.GetString(writer.ToArray());
    }
}
