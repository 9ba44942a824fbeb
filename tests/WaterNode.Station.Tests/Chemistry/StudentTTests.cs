using nanoFramework.TestFramework;
using WaterNode.Station.Chemistry;

namespace WaterNode.Station.Tests.Chemistry
{
    [TestClass]
    public class StudentTTests
    {
        [TestMethod]
        public void The_table_is_that_of_the_statistics_books()
        {
            Assert.AreEqual(6314, StudentT.OneSided95Thousandths(1));
            Assert.AreEqual(2920, StudentT.OneSided95Thousandths(2));
            Assert.AreEqual(2132, StudentT.OneSided95Thousandths(4));
            Assert.AreEqual(1812, StudentT.OneSided95Thousandths(10));
            Assert.AreEqual(1697, StudentT.OneSided95Thousandths(30));
            Assert.AreEqual(1658, StudentT.OneSided95Thousandths(120));
            Assert.AreEqual(1645, StudentT.OneSided95Thousandths(EffectiveDegrees.Many));
        }

        [TestMethod]
        public void Between_the_lines_it_is_right_within_two_thousandths_and_never_too_small()
        {
            // 11: 1.796; 14: 1.761; 18: 1.734; 25: 1.708; 40: 1.684.
            IsJustAbove(1796, 11);
            IsJustAbove(1761, 14);
            IsJustAbove(1734, 18);
            IsJustAbove(1708, 25);
            IsJustAbove(1684, 40);
        }

        [TestMethod]
        public void Broken_degrees_of_freedom_lie_between_the_whole_ones_and_less_than_one_counts_as_one()
        {
            int t = StudentT.OneSided95Thousandths(4.5);
            Assert.IsTrue(t > 2015 && t < 2132);
            Assert.AreEqual(6314, StudentT.OneSided95Thousandths(0.2));
            Assert.AreEqual(6314, StudentT.OneSided95Thousandths(-1));
        }

        [TestMethod]
        public void Welch_and_Satterthwaite_give_the_degrees_of_the_component_that_dominates()
        {
            // u^4 / (u^4/4) when the line is all of it; many when it is a tenth of the whole: 1 / (0.1^4 / 4) = 40,000.
            Near.AreEqual(4, EffectiveDegrees.Of(1, 1, 4, 0, 2), 1e-9);
            Near.AreEqual(40000, EffectiveDegrees.Of(1, 0.1, 4, 0, 2), 1e-3);

            // Two equal ones: u^2 = 2 a^2, so (4 a^4) / (a^4/4 + a^4/2) = 16/3.
            Near.AreEqual(16.0 / 3, EffectiveDegrees.Of(System.Math.Sqrt(2), 1, 4, 1, 2), 1e-9);
            Near.AreEqual(EffectiveDegrees.Many, EffectiveDegrees.Of(1, 0, 4, 0, 2), 1);
        }

        private static void IsJustAbove(int thousandths, int degrees)
        {
            int t = StudentT.OneSided95Thousandths(degrees);
            Assert.IsTrue(t >= thousandths && t <= thousandths + 2, degrees.ToString() + " degrees: " + t.ToString());
        }
    }
}
