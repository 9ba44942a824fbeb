using System;
using nanoFramework.TestFramework;
using WaterNode.Station.Ports;
using WaterNode.Station.Sensing;
using WaterNode.Station.Tests.Chemistry;
using WaterNode.Station.Wire;

namespace WaterNode.Station.Tests.Device
{
    [TestClass]
    public class SettlingTests
    {
        [TestMethod]
        public void A_quiet_source_is_stable_after_one_window_and_has_no_uncertainty()
        {
            var clock = new SimulatedClock();
            var sampler = new StableSampler(clock);
            var source = new ScriptedSamples(clock, -12345, 0, AdcStatus.Ok);

            Assert.IsTrue(sampler.Take(source, SamplingPlan.Ph) == SamplingOutcome.Stable);
            Near.AreEqual(-12345, sampler.Value, 0);
            Near.AreEqual(0, sampler.Uncertainty, 0);
            Assert.AreEqual(30, source.Reads);
        }

        [TestMethod]
        public void A_tenth_of_a_millivolt_in_30_seconds_is_the_bound()
        {
            var clock = new SimulatedClock();
            var sampler = new StableSampler(clock);

            Assert.IsTrue(sampler.Take(new ScriptedSamples(clock, 0, 3, AdcStatus.Ok), SamplingPlan.Ph) == SamplingOutcome.Stable);
            Near.AreEqual(15 * 3 / Math.Sqrt(3), sampler.Uncertainty, 12);
            Assert.IsTrue(sampler.Take(new ScriptedSamples(clock, 0, 4, AdcStatus.Ok), SamplingPlan.Ph) == SamplingOutcome.Unstable);
        }

        [TestMethod]
        public void A_source_that_never_settles_keeps_its_value_and_is_suspect()
        {
            var clock = new SimulatedClock();
            var reading = new Reading(Channel.Ph);

            Assert.IsTrue(new StableSampler(clock).TryTake(new ScriptedSamples(clock, 0, 100, AdcStatus.Ok), SamplingPlan.Ph, reading));
            reading.Measured(7, 0.1);
            Assert.AreEqual(QualityFlag.Suspect, reading.Quality);
            Assert.AreEqual(Reasons.Unstable, reading.Reasons);
        }

        [TestMethod]
        public void A_rail_is_a_fault_and_silence_is_no_answer()
        {
            var clock = new SimulatedClock();
            var sampler = new StableSampler(clock);

            Assert.IsTrue(sampler.Take(new ScriptedSamples(clock, 0, 0, AdcStatus.Rail), SamplingPlan.Ph) == SamplingOutcome.Rail);
            Assert.IsTrue(sampler.Take(new ScriptedSamples(clock, 0, 0, AdcStatus.NoAnswer), SamplingPlan.Ph) == SamplingOutcome.NoAnswer);
        }
    }
}
