using WaterNode.Station.Quality;
using WaterNode.Station.Tests.Simulation;
using WaterNode.Station.Wire;

namespace WaterNode.Station.Tests.History;

[TestClass]
public class TimeTestsTests
{
    private const double PhUncertainty = 0.02;

    private readonly SimulatedFlash _flash = new();

    [TestMethod]
    public void The_first_readings_pass_although_nothing_can_be_compared()
    {
        var series = new Series(_flash);
        for (var i = 0; i < 3; i++)
        {
            var reading = series.Next(Channel.Ph, 7.2, PhUncertainty);
            Assert.AreEqual(QualityFlag.Pass, reading.Quality);
            Assert.AreEqual(Reasons.None, reading.Reasons);
            Assert.AreEqual(QualityFlag.Pass, reading.FlagOf(QualityTest.GrossRange));
            Assert.AreEqual(QualityFlag.NotEvaluated, reading.FlagOf(QualityTest.Spike));
            Assert.AreEqual(i == 0 ? QualityFlag.NotEvaluated : QualityFlag.Pass, reading.FlagOf(QualityTest.RateOfChange));
        }
        Assert.AreEqual(QualityFlag.Pass, series.Next(Channel.Ph, 7.2, PhUncertainty).FlagOf(QualityTest.Spike));
    }

    [TestMethod]
    public void One_glitch_is_flagged_and_the_return_from_it_is_not()
    {
        var series = Steady(7.2);

        var glitch = series.Next(Channel.Ph, 9, PhUncertainty);
        Assert.AreEqual(QualityFlag.Suspect, glitch.Quality);
        Assert.AreEqual(Reasons.Spike | Reasons.RateOfChange, glitch.Reasons);
        Assert.AreEqual(QualityFlag.Pass, glitch.FlagOf(QualityTest.GrossRange));

        for (var i = 0; i < 4; i++) Assert.AreEqual(QualityFlag.Pass, series.Next(Channel.Ph, 7.2, PhUncertainty).Quality);
    }

    [TestMethod]
    public void A_glitch_far_beyond_water_fails()
    {
        var glitch = Steady(7.2).Next(Channel.Ph, 3.5, PhUncertainty);

        Assert.AreEqual(QualityFlag.Fail, glitch.Quality);
        Assert.AreEqual(QualityFlag.Suspect, glitch.FlagOf(QualityTest.GrossRange));
        Assert.AreEqual(QualityFlag.Fail, glitch.FlagOf(QualityTest.Spike));
    }

    [TestMethod]
    public void A_step_of_the_water_is_doubted_twice_and_then_believed()
    {
        var series = Steady(7.2);

        var flags = Enumerable.Range(0, 5).Select(_ => series.Next(Channel.Ph, 8.6, PhUncertainty).Quality);

        CollectionAssert.AreEqual(new[] { 3, 3, 1, 1, 1 }, flags.ToArray());
    }

    [TestMethod]
    public void A_steady_fall_that_is_too_fast_is_flagged_all_the_way()
    {
        var series = new Series(_flash);
        for (var i = 0; i < 4; i++) series.Next(Channel.Temp, 20, 0.25);

        // 16 degrees an hour; each step is within what a spike may be.
        for (var i = 1; i <= 3; i++)
        {
            var reading = series.Next(Channel.Temp, 20 + 4 * i, 0.25);
            Assert.AreEqual(QualityFlag.Suspect, reading.Quality);
            Assert.AreNotEqual(0, reading.Reasons & (Reasons.RateOfChange | Reasons.Spike));
        }
    }

    [TestMethod]
    public void Arsenic_that_leaps_over_its_limit_is_unsafe_at_once_and_one_that_leaps_below_is_not_safe_yet()
    {
        var series = new Series(_flash);
        var limit = LimitSets.Find(LimitSets.DefaultId).Of(Channel.As);
        for (var i = 0; i < 4; i++) Assert.AreEqual(Verdict.Safe, Verdicts.Of(series.Next(Channel.As, 3, 0.5), limit));

        Assert.AreEqual(Verdict.Unsafe, Verdicts.Of(series.Next(Channel.As, 400, 40), limit));
        for (var i = 0; i < 3; i++) Assert.AreEqual(Verdict.Unsafe, Verdicts.Of(series.Next(Channel.As, 400, 40), limit));

        Assert.AreEqual(Verdict.Uncertain, Verdicts.Of(series.Next(Channel.As, 3, 0.5), limit));
        Assert.AreEqual(Verdict.Uncertain, Verdicts.Of(series.Next(Channel.As, 3, 0.5), limit));
        Assert.AreEqual(Verdict.Safe, Verdicts.Of(series.Next(Channel.As, 3, 0.5), limit));
    }

    [TestMethod]
    public void Scatter_that_the_uncertainty_explains_is_no_spike()
    {
        var series = new Series(_flash);
        for (var i = 0; i < 4; i++) series.Next(Channel.As, 200, 20);

        Assert.AreEqual(QualityFlag.Pass, series.Next(Channel.As, 245, 20).Quality);
    }

    [TestMethod]
    public void What_lies_beyond_a_gap_is_not_compared()
    {
        var series = Steady(7.2);
        series.Pass(3 * 3600);

        for (var i = 0; i < 3; i++)
        {
            var reading = series.Next(Channel.Ph, 8.6, PhUncertainty);
            Assert.AreEqual(QualityFlag.Pass, reading.Quality);
            Assert.AreEqual(QualityFlag.NotEvaluated, reading.FlagOf(QualityTest.Spike));
        }
    }

    [TestMethod]
    public void One_missing_value_is_no_gap_and_stays_missing()
    {
        var series = Steady(7.2);

        var missing = series.Next(Channel.Ph, null, 0);
        Assert.AreEqual(QualityFlag.Missing, missing.Quality);
        Assert.AreEqual(QualityFlag.Missing, missing.FlagOf(QualityTest.Spike));
        Assert.AreEqual(QualityFlag.Pass, series.Next(Channel.Ph, 7.2, PhUncertainty).FlagOf(QualityTest.Spike));
        Assert.AreEqual(QualityFlag.Suspect, series.Next(Channel.Ph, 9, PhUncertainty).FlagOf(QualityTest.Spike));
    }

    [TestMethod]
    public void Raw_and_treated_water_have_histories_of_their_own()
    {
        var series = new Series(_flash);
        for (var i = 0; i < 10; i++)
        {
            series.SamplePoint = i % 2 == 0 ? "raw" : "treated";
            var reading = series.Next(Channel.Ph, i % 2 == 0 ? 5.2 : 8.2, PhUncertainty);
            Assert.AreEqual(QualityFlag.Pass, reading.Quality);
            Assert.AreEqual(i < 6 ? QualityFlag.NotEvaluated : QualityFlag.Pass, reading.FlagOf(QualityTest.Spike));
        }
    }

    [TestMethod]
    public void Another_calibration_begins_another_history()
    {
        var series = Steady(7.2);
        series.Calibration = 18;

        Assert.AreEqual(QualityFlag.Pass, series.Next(Channel.Ph, 8.6, PhUncertainty).Quality);
    }

    [TestMethod]
    public void The_last_values_survive_deep_sleep()
    {
        var series = new Series(_flash);
        for (var i = 0; i < 200; i++)
        {
            series.Sleep();
            Assert.AreEqual(QualityFlag.Pass, series.Next(Channel.Ph, 7 + 0.01 * (i % 7), PhUncertainty).Quality);
        }
        series.Sleep();
        Assert.AreEqual(QualityFlag.Suspect, series.Next(Channel.Ph, 9, PhUncertainty).Quality);
        Assert.IsLessThan(3 * 4096, _flash.CapacityBytes - _flash.FreeBytes, "old files are deleted");
    }

    [TestMethod]
    [DataRow(true, QualityFlag.Suspect)]
    [DataRow(false, QualityFlag.Pass)]
    public void After_a_power_cut_the_history_counts_when_the_clock_knows_how_long_it_was(bool hasClock, int quality)
    {
        var series = Steady(7.2);
        series.Sleep();
        series.PowerOn++;
        series.UpSeconds = 5;
        if (!hasClock) series.UtcSeconds = null;

        Assert.AreEqual(quality, series.Next(Channel.Ph, 9, PhUncertainty).Quality);
    }

    [TestMethod]
    public void A_power_cut_at_any_byte_leaves_a_history_or_none_but_never_a_false_one()
    {
        for (var bytes = 0; bytes < 300; bytes += 1)
        {
            var flash = new SimulatedFlash();
            var series = new Series(flash);
            for (var i = 0; i < 20; i++) series.Next(Channel.Ph, 7.2, PhUncertainty);
            flash.BytesUntilPowerCut = bytes;
            try { series.Next(Channel.Ph, 7.2, PhUncertainty); }
            catch (PowerCutException) { }
            flash.BytesUntilPowerCut = null;
            series.Sleep();

            Assert.AreEqual(QualityFlag.Pass, series.Next(Channel.Ph, 7.2, PhUncertainty).FlagOf(QualityTest.Spike), $"cut after {bytes} bytes");
            Assert.AreEqual(QualityFlag.Suspect, series.Next(Channel.Ph, 9, PhUncertainty).FlagOf(QualityTest.Spike), $"cut after {bytes} bytes");
        }
    }

    [TestMethod]
    public void A_flash_that_refuses_costs_only_the_comparison()
    {
        var series = Steady(7.2);
        _flash.RefusesAfterBytes = 0;

        Assert.AreEqual(QualityFlag.Pass, series.Next(Channel.Ph, 7.2, PhUncertainty).Quality);
        Assert.AreEqual(QualityFlag.Suspect, series.Next(Channel.Ph, 9, PhUncertainty).Quality);
    }

    [TestMethod]
    public void A_sensor_that_repeats_itself_for_half_a_day_is_suspect_until_it_moves()
    {
        var series = new Series(_flash);
        series.Next(Channel.Ph, 7.31, PhUncertainty);
        var suspectAfter = -1L;
        for (var i = 0; i < 60; i++)
        {
            var reading = series.Next(Channel.Ph, 7.2, PhUncertainty);
            Assert.AreEqual(suspectAfter >= 0 || i >= 48 ? QualityFlag.Suspect : QualityFlag.Pass, reading.FlagOf(QualityTest.FlatLine));
            if (reading.Quality == QualityFlag.Suspect && suspectAfter < 0)
            {
                Assert.AreEqual(Reasons.FlatLine, reading.Reasons);
                suspectAfter = i * Series.IntervalSeconds;
            }
        }
        Assert.AreEqual(12 * 3600, suspectAfter);

        Assert.AreEqual(QualityFlag.Pass, series.Next(Channel.Ph, 7.201, PhUncertainty).Quality);
    }

    [TestMethod]
    public void The_tolerance_of_the_flat_line_is_strict()
    {
        Assert.AreEqual(QualityFlag.Suspect, FlagAfterHalfADayOf(alternation: 0.0009));
        Assert.AreEqual(QualityFlag.Pass, FlagAfterHalfADayOf(alternation: 0.001));
    }

    /// <summary>The run that is followed stands for QARTOD's window: it never flags more, and sees a stuck sensor in time.</summary>
    [TestMethod]
    [DataRow(1)]
    [DataRow(2)]
    [DataRow(3)]
    public void What_is_called_flat_is_flat_over_the_whole_window(int seed)
    {
        const int windowReadings = 48;
        var random = new Random(seed);
        var series = new Series(_flash);
        var values = new List<long>();
        var flagged = 0;
        for (var i = 0; i < 1500; i++)
        {
            var isStuck = i % 300 >= 200;
            var value = isStuck ? 7.2 : 7.2 + 0.0006 * random.NextDouble() + (random.Next(40) == 0 ? 0.05 : 0);
            var reading = series.Next(Channel.Ph, value, PhUncertainty);
            values.Add(reading.Value);
            var window = values.TakeLast(windowReadings + 1).ToList();
            var isFlat = window.Count > windowReadings && window.Max() - window.Min() < 10;
            var flag = reading.FlagOf(QualityTest.FlatLine);
            if (flag == QualityFlag.Suspect) Assert.IsTrue(isFlat, $"reading {i}");
            if (isStuck && i % 300 >= 200 + windowReadings) Assert.AreEqual(QualityFlag.Suspect, flag, $"reading {i}");
            flagged += flag == QualityFlag.Suspect ? 1 : 0;
        }
        Assert.IsGreaterThan(5 * 50, flagged);
    }

    [TestMethod]
    public void A_doubtful_temperature_makes_what_was_computed_with_it_doubtful()
    {
        var series = new Series(_flash);
        for (var i = 0; i < 4; i++) series.Next(record => Measure(record, celsius: 27));

        var readings = series.Next(record => Measure(record, celsius: 33)).Readings;

        foreach (var channel in new[] { Channel.Ph, Channel.Ec, Channel.F })
        {
            Assert.AreEqual(QualityFlag.Suspect, readings[channel].Quality);
            Assert.AreEqual(Reasons.TemperatureRange, readings[channel].Reasons);
        }
        Assert.AreEqual(QualityFlag.Pass, readings[Channel.As].Quality, "arsenic is measured against its own standard");
    }

    private static void Measure(Record record, double celsius)
    {
        record.Readings[Channel.Temp].Measured(celsius, 0.25);
        record.Readings[Channel.Ph].Measured(7.2, 0.02);
        record.Readings[Channel.Ec].Measured(640, 8);
        record.Readings[Channel.F].Measured(0.5, 0.03);
        record.Readings[Channel.As].Measured(3, 0.5);
    }

    private static int FlagAfterHalfADayOf(double alternation)
    {
        var series = new Series(new SimulatedFlash());
        series.Next(Channel.Ph, 7.5, PhUncertainty);
        Reading? reading = null;
        for (var i = 0; i <= 48; i++) reading = series.Next(Channel.Ph, 7.2 + (i % 2) * alternation, PhUncertainty);
        return reading!.FlagOf(QualityTest.FlatLine);
    }

    private Series Steady(double ph)
    {
        var series = new Series(_flash);
        for (var i = 0; i < 4; i++) series.Next(Channel.Ph, ph, PhUncertainty);
        return series;
    }
}
