using nanoFramework.TestFramework;
using WaterNode.Station.Chemistry;

namespace WaterNode.Station.Tests.Chemistry
{
    [TestClass]
    public class NernstTests
    {
        [TestMethod]
        public void The_ideal_slope_is_that_of_the_tables()
        {
            double[] celsius = { 0, 10, 20, 25, 30, 40 };
            double[] milliVolts = { 54.199, 56.183, 58.167, 59.159, 60.151, 62.136 };
            for (int i = 0; i < celsius.Length; i++)
            {
                Near.AreEqual(milliVolts[i], Nernst.SlopeMilliVolts(celsius[i]), 0.0006);
            }
        }
    }
}
