using WaterNode.Station.Ports;
using WaterNode.Station.Sensing;
using WaterNode.Station.Tests.Simulation;
using WaterNode.Station.Wire;

namespace WaterNode.Station.Tests.Sensing;

[TestClass]
public sealed class StableSamplerTests
{
    private readonly SimulatedClock _clock = new();

    [TestMethod]
    public void A_quiet_source_is_stable_after_one_window_and_has_no_uncertainty()
    {
        var sampler = new StableSampler(_clock);
        var source = new ScriptedSource(_clock, _ => 12345);
        var begin = _clock.UpSeconds;

        Assert.AreEqual(SamplingOutcome.Stable, sampler.Take(source, SamplingPlan.Ph));
        Assert.AreEqual(12345, sampler.Value);
        Assert.AreEqual(0, sampler.Uncertainty);
        Assert.AreEqual(30, source.Reads);
        Assert.AreEqual(5 + 29, _clock.UpSeconds - begin, "settle time and 29 spacings");
    }

    [TestMethod]
    public void An_electrode_that_settles_is_waited_for()
    {
        // From 20 mV off with a time constant of 12 s.
        var sampler = new StableSampler(_clock);
        var source = new ScriptedSource(_clock, seconds => 100_000 + (int)(20_000 * Math.Exp(-seconds / 12.0)));

        Assert.AreEqual(SamplingOutcome.Stable, sampler.Take(source, SamplingPlan.Ph));
        Assert.AreEqual(100_000, sampler.Value, 60);
        Assert.IsGreaterThan(60, source.Reads, "the first windows were not stable");
        Assert.IsGreaterThan(0, sampler.Uncertainty);
    }

    [TestMethod]
    [DataRow(3, SamplingOutcome.Stable)]
    [DataRow(4, SamplingOutcome.Unstable)]
    public void A_tenth_of_a_millivolt_in_30_seconds_is_the_bound(int microVoltsPerSecond, SamplingOutcome expected)
    {
        var sampler = new StableSampler(_clock);

        Assert.AreEqual(expected, sampler.Take(new ScriptedSource(_clock, seconds => (int)(microVoltsPerSecond * seconds)), SamplingPlan.Ph));

        // The window drifts by 15 s times the rate from its middle to either end; evenly, that is divided by the root of three.
        Assert.AreEqual(15 * microVoltsPerSecond / Math.Sqrt(3), sampler.Uncertainty, 0.25 * 15 * microVoltsPerSecond);
    }

    [TestMethod]
    public void A_source_that_never_settles_is_unstable_at_the_time_out_and_keeps_its_value()
    {
        var sampler = new StableSampler(_clock);
        var reading = new Reading(Channel.Ph);
        var source = new ScriptedSource(_clock, seconds => (int)(100 * seconds));

        Assert.IsTrue(sampler.TryTake(source, SamplingPlan.Ph, reading));
        reading.Measured(7, 0.1);

        Assert.AreEqual(180, source.Reads);
        Assert.IsTrue(sampler.Value > 14_000, "the last window, not the first");
        Assert.AreEqual(QualityFlag.Suspect, reading.Quality);
        Assert.AreEqual(Reasons.Unstable, reading.Reasons);
    }

    [TestMethod]
    public void The_spread_of_the_window_is_the_uncertainty_of_its_median()
    {
        // A normal distribution of 100 microvolts: 1.2533 * 100 / sqrt(30) = 22.9 at the median.
        var random = new Random(7);
        var sampler = new StableSampler(_clock);
        var within = 0;
        for (var run = 0; run < 200; run++)
        {
            var sum = new ScriptedSource(_clock, _ => (int)(50_000 + 100 * Enumerable.Range(0, 12).Sum(_ => random.NextDouble() - 0.5)));
            sampler.Take(sum, SamplingPlan.Ph);
            if (Math.Abs(sampler.Value - 50_000) <= 2 * sampler.Uncertainty) within++;
            Assert.IsInRange(8, 90, sampler.Uncertainty);
        }
        Assert.IsInRange(184, 200, within);
    }

    [TestMethod]
    public void Disturbed_samples_move_neither_the_value_nor_the_verdict_of_stability()
    {
        var sampler = new StableSampler(_clock);
        var source = new ScriptedSource(_clock, seconds => seconds % 5 == 0 ? 400_000 : 50_000 + (int)(seconds % 2));

        Assert.AreEqual(SamplingOutcome.Stable, sampler.Take(source, SamplingPlan.Ph));
        Assert.AreEqual(50_000, sampler.Value, 1);
        Assert.IsLessThan(2, sampler.Uncertainty);
    }

    [TestMethod]
    public void Conductivity_may_drift_by_half_a_percent_in_30_seconds()
    {
        var sampler = new StableSampler(_clock);

        // 500 mV: 2.5 mV in 30 s are allowed, 83 microvolts a second.
        Assert.AreEqual(SamplingOutcome.Stable, sampler.Take(new ScriptedSource(_clock, seconds => (int)(500_000 + 80 * seconds)), SamplingPlan.Conductivity));
        Assert.AreEqual(SamplingOutcome.Unstable, sampler.Take(new ScriptedSource(_clock, seconds => (int)(500_000 + 95 * seconds)), SamplingPlan.Conductivity));
    }

    [TestMethod]
    [DataRow(AdcStatus.Rail, SamplingOutcome.Rail, QualityFlag.Fail, Reasons.Rail)]
    [DataRow(AdcStatus.NoAnswer, SamplingOutcome.NoAnswer, QualityFlag.Missing, Reasons.NoAnswer)]
    public void A_source_that_fails_more_often_than_half_a_window_has_no_value(AdcStatus status, SamplingOutcome expected, int quality, int reason)
    {
        var sampler = new StableSampler(_clock);
        var source = new ScriptedSource(_clock, _ => 0) { Status = n => n % 2 == 0 ? status : AdcStatus.Ok };
        Assert.AreEqual(expected, sampler.Take(source, SamplingPlan.Ph));

        var reading = new Reading(Channel.Ph);
        Assert.IsFalse(sampler.TryTake(new ScriptedSource(_clock, _ => 0) { Status = _ => status }, SamplingPlan.Ph, reading));
        Assert.IsFalse(reading.HasValue);
        Assert.AreEqual(quality, reading.Quality);
        Assert.AreEqual(reason, reading.Reasons);
    }

    [TestMethod]
    public void A_few_conversions_without_answer_are_left_out()
    {
        var sampler = new StableSampler(_clock);
        var source = new ScriptedSource(_clock, _ => 777) { Status = n => n % 5 == 4 ? AdcStatus.NoAnswer : AdcStatus.Ok };

        Assert.AreEqual(SamplingOutcome.Stable, sampler.Take(source, SamplingPlan.Ph));
        Assert.AreEqual(777, sampler.Value);
    }

    [TestMethod]
    public void A_plan_without_thirds_or_with_a_time_out_shorter_than_its_window_is_a_mistake()
    {
        Assert.ThrowsExactly<ArgumentException>(() => new SamplingPlan(0, 10, 1000, 100, 0, 60000));
        Assert.ThrowsExactly<ArgumentException>(() => new SamplingPlan(0, 33, 1000, 100, 0, 60000));
        Assert.ThrowsExactly<ArgumentException>(() => new SamplingPlan(0, 30, 1000, 100, 0, 29000));
    }
}
