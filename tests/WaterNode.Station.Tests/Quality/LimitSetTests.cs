using nanoFramework.TestFramework;
using WaterNode.Station.Quality;
using WaterNode.Station.Wire;

namespace WaterNode.Station.Tests.Quality
{
    [TestClass]
    public class LimitSetTests
    {
        private const int RowsMin = 13;

        [TestMethod]
        public void Every_id_finds_its_set_with_title_source_and_bounds_in_order()
        {
            string[] ids = LimitSets.Ids();
            Assert.IsTrue(ids.Length >= RowsMin);
            for (int i = 0; i < ids.Length; i++)
            {
                LimitSet set = LimitSets.Find(ids[i]);
                Assert.AreEqual(ids[i], set.Id);
                Assert.IsTrue(LimitSets.Has(ids[i]));
                Assert.IsTrue(ids[i].EndsWith("/1") && ids[i].Length <= 48, ids[i]);
                Assert.IsTrue(set.Title.Length > 0);
                for (int k = 0; k < set.Limits.Length; k++)
                {
                    Limit limit = set.Limits[k];
                    Assert.IsTrue(limit.Source.Length > 0, ids[i]);
                    Assert.IsTrue(limit.High > limit.Low, ids[i]);
                    Assert.IsTrue(limit.Unit.Length > 0 && limit.Name.Length > 0);
                }
            }

            Assert.IsTrue(LimitSets.Find("who-2022/2") == null);
            Assert.IsFalse(LimitSets.Has("who-2022/2"));
        }

        [TestMethod]
        public void A_limit_that_nobody_verified_never_gives_a_verdict()
        {
            string[] ids = LimitSets.Ids();
            int unverified = 0;
            for (int i = 0; i < ids.Length; i++)
            {
                LimitSet set = LimitSets.Find(ids[i]);
                for (int k = 0; k < set.Limits.Length; k++)
                {
                    Limit limit = set.Limits[k];
                    if (limit.IsVerified)
                    {
                        continue;
                    }

                    unverified++;
                    Assert.IsTrue(set.Of(limit.ChannelIndex) == null, ids[i]);
                    if (limit.ChannelIndex != Limit.DissolvedSolids)
                    {
                        Assert.IsTrue(Verdicts.Of(Clean(limit.ChannelIndex, limit.High / 4), limit) == Verdict.None, ids[i]);
                    }
                    else
                    {
                        Assert.IsTrue(Verdicts.OfDissolvedSolids(1, 0.1, QualityFlag.Pass, limit) == Verdict.None, ids[i]);
                    }
                }
            }

            Assert.IsTrue(unverified > 20);
        }

        [TestMethod]
        public void A_station_under_an_unverified_standard_is_uncertain_however_clean_the_water()
        {
            var record = new Record();
            record.Readings[Channel.F].Measured(0.1, 0.01);
            record.Readings[Channel.As].Measured(0.5, 0.1);
            Verdicts.Apply(record, LimitSets.Find("gb-5749-2022/1"));

            Assert.IsTrue(Verdicts.Both(record.Readings[Channel.F].Verdict, record.Readings[Channel.As].Verdict) == Verdict.Uncertain);
            Assert.IsTrue(record.Readings[Channel.As].Verdict == Verdict.None);

            // One of two health channels is not enough: Vietnam's arsenic was read, its fluoride was not.
            Verdicts.Apply(record, LimitSets.Find("qcvn-01-1-2018/1"));
            Assert.IsTrue(record.Readings[Channel.As].Verdict == Verdict.Safe);
            Assert.IsTrue(Verdicts.Both(record.Readings[Channel.F].Verdict, record.Readings[Channel.As].Verdict) == Verdict.Uncertain);
        }

        [TestMethod]
        public void The_standards_differ_where_they_differ()
        {
            Assert.IsTrue(High("sls-614-2013/1", Channel.F) == 1.0);
            Assert.IsTrue(High("who-2022/1", Channel.F) == 1.5);
            Assert.IsTrue(High("bd-ecr-1997/1", Channel.As) == 50);
            Assert.IsTrue(High("is-10500-2012-acceptable/1", Channel.As) == 10);
            Assert.IsTrue(High("is-10500-2012-permissible/1", Channel.F) == 1.5);
            Assert.IsTrue(High("th-tis-257-acceptable/1", Channel.F) == 0.7);
            Assert.IsTrue(High("th-tis-257-allowable/1", Channel.Ph) == 9.2);
            Assert.IsTrue(High("qcvn-01-1-2018/1", Channel.As) == 10);
            Assert.IsTrue(LimitSets.Find("qcvn-01-1-2018/1").Of(Channel.Ph).Low == 6.0);
            Assert.IsTrue(High("np-ndwqs-2062/1", Channel.Ec) == 1500);
            Assert.IsTrue(High("la-2009/1", Limit.DissolvedSolids) == 600);
            Assert.IsTrue(High("kz-dsm-138-2022/1", Channel.Ph) == 9);
        }

        [TestMethod]
        public void A_withdrawn_relaxation_calls_no_arsenic_safe()
        {
            Assert.IsTrue(LimitSets.Find("is-10500-2012-permissible/1").Of(Channel.As) == null);
        }

        [TestMethod]
        public void Little_fluoride_is_no_danger()
        {
            Limit limit = LimitSets.Find("np-ndwqs-2062/1").Of(Channel.F);

            Assert.IsTrue(limit.Low == 0.5);
            Assert.IsTrue(Verdicts.Of(Clean(Channel.F, 0.1), limit) == Verdict.Safe);
            Assert.IsTrue(Verdicts.Of(Clean(Channel.F, 1.9), limit) == Verdict.Unsafe);
        }

        [TestMethod]
        public void Dissolved_solids_are_told_within_the_ten_percent_of_their_factor()
        {
            Limit limit = LimitSets.Find("sls-614-2013/1").Of(Limit.DissolvedSolids);

            // 1.645 x 10 %: safe up to 500 / 1.1645 = 429.4 mg/L (671 microsiemens per cm), unsafe from 500 / 0.8355 = 598.4 on.
            Assert.IsTrue(Solids(429.3, limit) == Verdict.Safe);
            Assert.IsTrue(Solids(429.5, limit) == Verdict.Uncertain);
            Assert.IsTrue(Solids(598.3, limit) == Verdict.Uncertain);
            Assert.IsTrue(Solids(598.5, limit) == Verdict.Unsafe);
            Assert.IsTrue(Verdicts.OfDissolvedSolids(100, 10, QualityFlag.Suspect, limit) == Verdict.Uncertain);
            Assert.IsTrue(Verdicts.OfDissolvedSolids(900, 90, QualityFlag.Fail, limit) == Verdict.Uncertain);
        }

        private static Verdict Solids(double milligramsPerLitre, Limit limit)
        {
            return Verdicts.OfDissolvedSolids(milligramsPerLitre, 0.1 * milligramsPerLitre, QualityFlag.Pass, limit);
        }

        private static double High(string id, int channel)
        {
            return LimitSets.Find(id).Of(channel).High;
        }

        private static Reading Clean(int channel, double value)
        {
            var reading = new Reading(channel);
            reading.Measured(value, 0.01 * value);
            return reading;
        }
    }
}
