using nanoFramework.TestFramework;
using WaterNode.Station.Quality;
using WaterNode.Station.Wire;

namespace WaterNode.Station.Tests.Quality
{
    [TestClass]
    public class GrossRangeTests
    {
        [TestMethod]
        public void Bounds_are_inclusive()
        {
            Assert.AreEqual(QualityFlag.Pass, FlagOf(Channel.Ph, 4));
            Assert.AreEqual(QualityFlag.Suspect, FlagOf(Channel.Ph, 3.99));
            Assert.AreEqual(QualityFlag.Suspect, FlagOf(Channel.Ph, 14));
            Assert.AreEqual(QualityFlag.Fail, FlagOf(Channel.Ph, 14.01));
            Assert.AreEqual(QualityFlag.Pass, FlagOf(Channel.Ec, 10000));
            Assert.AreEqual(QualityFlag.Suspect, FlagOf(Channel.Ec, 10001));
            Assert.AreEqual(QualityFlag.Fail, FlagOf(Channel.As, 2001));
            Assert.AreEqual(QualityFlag.Suspect, FlagOf(Channel.F, 20.01));
            Assert.AreEqual(QualityFlag.Fail, FlagOf(Channel.Temp, -2.5));
        }

        [TestMethod]
        public void A_negative_estimate_below_the_limit_of_detection_passes()
        {
            var reading = new Reading(Channel.As);
            reading.Measured(-0.2, 0.3);
            reading.DetectedFrom(0.7);
            GrossRange.Apply(reading);

            Assert.AreEqual(QualityFlag.Pass, reading.Quality);
            Assert.IsTrue(reading.IsBelowDetectionLimit);
            Assert.IsTrue(reading.Value < 0);
        }

        [TestMethod]
        public void Water_without_fluoride_is_in_range()
        {
            Assert.AreEqual(QualityFlag.Pass, FlagOf(Channel.F, 0.04));
            Assert.AreEqual(QualityFlag.Pass, FlagOf(Channel.F, 0));
            Assert.AreEqual(QualityFlag.Fail, FlagOf(Channel.F, -0.01));
        }

        [TestMethod]
        public void An_estimate_far_below_zero_is_no_scatter_and_fails()
        {
            var reading = new Reading(Channel.As);
            reading.Measured(-5, 0.3);
            reading.DetectedFrom(0.7);
            GrossRange.Apply(reading);

            Assert.AreEqual(QualityFlag.Fail, reading.Quality);
        }

        [TestMethod]
        public void Flags_roll_up_from_9_over_2_1_3_to_4()
        {
            Assert.AreEqual(QualityFlag.NotEvaluated, QualityFlag.RollUp(QualityFlag.Missing, QualityFlag.NotEvaluated));
            Assert.AreEqual(QualityFlag.Pass, QualityFlag.RollUp(QualityFlag.NotEvaluated, QualityFlag.Pass));
            Assert.AreEqual(QualityFlag.Suspect, QualityFlag.RollUp(QualityFlag.Suspect, QualityFlag.Pass));
            Assert.AreEqual(QualityFlag.Fail, QualityFlag.RollUp(QualityFlag.Suspect, QualityFlag.Fail));
        }

        private static int FlagOf(int channel, double value)
        {
            var reading = new Reading(channel);
            reading.Measured(value, 0.1);
            GrossRange.Apply(reading);
            return reading.Quality;
        }
    }
}
