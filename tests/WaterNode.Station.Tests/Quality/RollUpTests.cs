using nanoFramework.TestFramework;
using WaterNode.Station.Wire;

namespace WaterNode.Station.Tests.Quality
{
    /// <summary>All of 625 combinations of four tests: more than chance would draw.</summary>
    [TestClass]
    public class RollUpTests
    {
        private static readonly int[] WeakToStrong = { 9, 2, 1, 3, 4 };

        [TestMethod]
        public void The_strongest_flag_decides_in_whatever_order_the_tests_ran()
        {
            for (int combination = 0; combination < 625; combination++)
            {
                int rolled = QualityFlag.Missing;
                int reversed = QualityFlag.Missing;
                int strongest = 0;
                for (int test = 0; test < 4; test++)
                {
                    rolled = QualityFlag.RollUp(rolled, FlagOf(combination, test));
                    reversed = QualityFlag.RollUp(FlagOf(combination, 3 - test), reversed);
                    int strength = StrengthOf(combination, test);
                    strongest = strength > strongest ? strength : strongest;
                }

                Assert.AreEqual(WeakToStrong[strongest], rolled);
                Assert.AreEqual(rolled, reversed);
                Assert.AreEqual(rolled, QualityFlag.RollUp(rolled, rolled));
            }
        }

        [TestMethod]
        public void Every_test_keeps_its_own_flag_beside_the_rolled_up_one()
        {
            for (int combination = 0; combination < 625; combination++)
            {
                var reading = new Reading(Channel.Ph);
                reading.Measured(7.2, 0.02);
                int expected = QualityFlag.Pass;
                for (int test = 0; test < 4; test++)
                {
                    int flag = FlagOf(combination, test);
                    if (flag != QualityFlag.Missing)
                    {
                        reading.Tested(test, flag, 1 << test);
                        expected = QualityFlag.RollUp(expected, flag);
                    }
                }

                for (int test = 0; test < 4; test++)
                {
                    int flag = FlagOf(combination, test);
                    Assert.AreEqual(flag == QualityFlag.Missing ? QualityFlag.NotEvaluated : flag, reading.FlagOf(test));
                    Assert.AreEqual(flag == QualityFlag.Suspect || flag == QualityFlag.Fail, (reading.Reasons & (1 << test)) != 0);
                }

                Assert.AreEqual(expected, reading.Quality);
            }
        }

        [TestMethod]
        public void A_missing_value_stays_missing_whatever_is_tested()
        {
            for (int flag = QualityFlag.Pass; flag <= QualityFlag.Fail; flag++)
            {
                var reading = new Reading(Channel.F);
                reading.Missing(QualityFlag.Missing, Reasons.PumpNoAnswer);
                reading.Tested(QualityTest.Spike, flag, Reasons.Spike);

                Assert.AreEqual(QualityFlag.Missing, reading.Quality);
                Assert.AreEqual(QualityFlag.Missing, reading.FlagOf(QualityTest.Spike));
                Assert.AreEqual(Reasons.PumpNoAnswer, reading.Reasons);
            }
        }

        private static int StrengthOf(int combination, int test)
        {
            for (int i = 0; i < test; i++)
            {
                combination /= 5;
            }

            return combination % 5;
        }

        private static int FlagOf(int combination, int test)
        {
            return WeakToStrong[StrengthOf(combination, test)];
        }
    }
}
