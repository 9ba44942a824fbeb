using nanoFramework.TestFramework;
using WaterNode.Station.Quality;
using WaterNode.Station.Wire;

namespace WaterNode.Station.Tests.Quality
{
    [TestClass]
    public class VerdictTests
    {
        private const string Sls = "sls-614-2013/1";

        [TestMethod]
        public void Arsenic_at_a_limit_of_10_with_u_1_5_is_safe_to_7_53_and_unsafe_from_12_47()
        {
            var limit = new Limit(Channel.As, Limit.None, 10, true, "JCGM 106");

            Assert.IsTrue(VerdictOf(Channel.As, 7.532, 1.5, limit) == Verdict.Safe);
            Assert.IsTrue(VerdictOf(Channel.As, 7.533, 1.5, limit) == Verdict.Uncertain);
            Assert.IsTrue(VerdictOf(Channel.As, 12.467, 1.5, limit) == Verdict.Uncertain);
            Assert.IsTrue(VerdictOf(Channel.As, 12.468, 1.5, limit) == Verdict.Unsafe);
        }

        [TestMethod]
        public void Arsenic_at_a_limit_of_50_with_u_5_is_safe_to_41_78_and_unsafe_from_58_22()
        {
            var limit = new Limit(Channel.As, Limit.None, 50, true, "JCGM 106");

            Assert.IsTrue(VerdictOf(Channel.As, 41.77, 5, limit) == Verdict.Safe);
            Assert.IsTrue(VerdictOf(Channel.As, 41.78, 5, limit) == Verdict.Uncertain);
            Assert.IsTrue(VerdictOf(Channel.As, 58.22, 5, limit) == Verdict.Uncertain);
            Assert.IsTrue(VerdictOf(Channel.As, 58.23, 5, limit) == Verdict.Unsafe);
        }

        [TestMethod]
        public void Fluoride_at_a_limit_of_1_5_with_u_0_1_is_safe_to_1_336_and_unsafe_from_1_665()
        {
            var limit = new Limit(Channel.F, Limit.None, 1.5, true, "JCGM 106");

            Assert.IsTrue(VerdictOf(Channel.F, 1.335, 0.1, limit) == Verdict.Safe);
            Assert.IsTrue(VerdictOf(Channel.F, 1.336, 0.1, limit) == Verdict.Uncertain);
            Assert.IsTrue(VerdictOf(Channel.F, 1.664, 0.1, limit) == Verdict.Uncertain);
            Assert.IsTrue(VerdictOf(Channel.F, 1.665, 0.1, limit) == Verdict.Unsafe);
        }

        [TestMethod]
        public void Few_degrees_of_freedom_widen_the_guard_band_to_both_sides()
        {
            // Student's t, one-sided 95 %, 4 degrees of freedom: 2.132 x 1.5 = 3.198.
            var limit = new Limit(Channel.As, Limit.None, 10, true, "JCGM 106");
            Assert.IsTrue(WithFourDegrees(6.802, limit) == Verdict.Safe);
            Assert.IsTrue(WithFourDegrees(6.803, limit) == Verdict.Uncertain);
            Assert.IsTrue(WithFourDegrees(13.197, limit) == Verdict.Uncertain);
            Assert.IsTrue(WithFourDegrees(13.198, limit) == Verdict.Unsafe);
        }

        [TestMethod]
        public void PH_is_held_against_both_sides()
        {
            Limit limit = LimitSets.Find(Sls).Of(Channel.Ph);

            Assert.IsTrue(VerdictOf(Channel.Ph, 7.2, 0.05, limit) == Verdict.Safe);
            Assert.IsTrue(VerdictOf(Channel.Ph, 6.55, 0.05, limit) == Verdict.Uncertain);
            Assert.IsTrue(VerdictOf(Channel.Ph, 6.4, 0.05, limit) == Verdict.Unsafe);
            Assert.IsTrue(VerdictOf(Channel.Ph, 8.45, 0.05, limit) == Verdict.Uncertain);
            Assert.IsTrue(VerdictOf(Channel.Ph, 8.6, 0.05, limit) == Verdict.Unsafe);
        }

        [TestMethod]
        public void A_flagged_or_missing_value_is_never_safe()
        {
            Limit limit = LimitSets.Find(Sls).Of(Channel.F);
            Reading suspect = Measured(Channel.F, 0.3, 0.02);
            suspect.Flag(QualityFlag.Suspect, Reasons.Untreated);
            Reading failed = Measured(Channel.F, 5.0, 0.02);
            failed.Flag(QualityFlag.Fail, Reasons.SensorRange);
            Reading missing = new Reading(Channel.F);
            missing.Missing(QualityFlag.Missing, Reasons.NoAnswer);
            Reading suspectAndHigh = Measured(Channel.F, 5.0, 0.2);
            suspectAndHigh.Flag(QualityFlag.Suspect, Reasons.Untreated);

            Assert.IsTrue(Verdicts.Of(suspect, limit) == Verdict.Uncertain);
            Assert.IsTrue(Verdicts.Of(failed, limit) == Verdict.Uncertain);
            Assert.IsTrue(Verdicts.Of(missing, limit) == Verdict.Uncertain);
            Assert.IsTrue(Verdicts.Of(suspectAndHigh, limit) == Verdict.Unsafe);
        }

        [TestMethod]
        public void A_limit_of_detection_within_the_guard_band_makes_safe_unavailable()
        {
            Limit limit = LimitSets.Find(Sls).Of(Channel.As);
            Reading reading = Measured(Channel.As, 1, 1);
            Assert.IsTrue(Verdicts.Of(reading, limit) == Verdict.Safe);

            reading.DetectedFrom(9);
            Assert.IsTrue(Verdicts.Of(reading, limit) == Verdict.Uncertain);
        }

        [TestMethod]
        public void The_guard_band_for_the_limit_of_detection_is_that_at_the_limit()
        {
            // u is 0.2 here, but 1.5 at the limit of 10: nothing above 7.53 may be the limit of detection.
            Limit limit = LimitSets.Find(Sls).Of(Channel.As);
            Reading reading = Measured(Channel.As, 1, 0.2);
            reading.DetectedFrom(7.5);
            Assert.IsTrue(Verdicts.Of(reading, limit) == Verdict.Safe);

            reading.DetectedFrom(7.6);
            Assert.IsTrue(Verdicts.Of(reading, limit) == Verdict.Uncertain);
        }

        [TestMethod]
        public void The_station_is_safe_only_when_fluoride_and_arsenic_are()
        {
            Record record = RecordWith(0.5, 3);
            Assert.IsTrue(Verdicts.Both(record.Readings[Channel.F].Verdict, record.Readings[Channel.As].Verdict) == Verdict.Safe);

            record = RecordWith(0.5, 60);
            Assert.IsTrue(Verdicts.Both(record.Readings[Channel.F].Verdict, record.Readings[Channel.As].Verdict) == Verdict.Unsafe);

            record = RecordWith(1.0, 3);
            Assert.IsTrue(Verdicts.Both(record.Readings[Channel.F].Verdict, record.Readings[Channel.As].Verdict) == Verdict.Uncertain);

            record = RecordWith(0.5, 60);
            record.Readings[Channel.F].Missing(QualityFlag.Missing, Reasons.PumpNoAnswer);
            Verdicts.Apply(record, LimitSets.Find(Sls));
            Assert.IsTrue(Verdicts.Both(record.Readings[Channel.F].Verdict, record.Readings[Channel.As].Verdict) == Verdict.Unsafe);
        }

        [TestMethod]
        public void Unconfirmed_limits_give_no_verdict()
        {
            Assert.IsTrue(LimitSets.Find("who-2022/1").Of(Channel.Ph) == null);
            Assert.IsTrue(LimitSets.Find("who-2022/1").Of(Channel.F).High == 1.5);
            Assert.IsTrue(LimitSets.Find(Sls).Of(Channel.F).High == 1.0);
            Assert.IsTrue(LimitSets.Find("no-such-set") == null);
            Assert.IsTrue(Verdicts.Of(Measured(Channel.Ec, 600, 6), LimitSets.Find(Sls).Of(Channel.Ec)) == Verdict.None);
        }

        private static Record RecordWith(double fluoride, double arsenic)
        {
            var record = new Record();
            record.Readings[Channel.F].Measured(fluoride, 0.03);
            record.Readings[Channel.As].Measured(arsenic, 0.5);
            Verdicts.Apply(record, LimitSets.Find(Sls));
            return record;
        }

        private static Verdict WithFourDegrees(double value, Limit limit)
        {
            Reading reading = Measured(Channel.As, value, 1.5);
            reading.GuardThousandths = 2132;
            return Verdicts.Of(reading, limit);
        }

        private static Verdict VerdictOf(int channel, double value, double uncertainty, Limit limit)
        {
            return Verdicts.Of(Measured(channel, value, uncertainty), limit);
        }

        private static Reading Measured(int channel, double value, double uncertainty)
        {
            var reading = new Reading(channel);
            reading.Measured(value, uncertainty);
            return reading;
        }
    }
}
