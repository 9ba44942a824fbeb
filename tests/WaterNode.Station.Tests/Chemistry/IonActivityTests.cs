using nanoFramework.TestFramework;
using WaterNode.Station.Chemistry;

namespace WaterNode.Station.Tests.Chemistry
{
    [TestClass]
    public class IonActivityTests
    {
        [TestMethod]
        public void The_coefficient_follows_Davies_over_the_conductivity_of_natural_waters()
        {
            double[] conductivity = { 100, 500, 1000, 1500, 3000 };
            double[] gamma = { 0.957, 0.911, 0.882, 0.862, 0.824 };
            for (int i = 0; i < gamma.Length; i++)
            {
                Near.AreEqual(gamma[i], IonActivity.Coefficient(IonActivity.StrengthOfNaturalWater(conductivity[i])), 0.0006);
            }
        }

        [TestMethod]
        public void Pure_water_has_a_coefficient_of_one_and_beyond_the_equation_it_stays()
        {
            Near.AreEqual(1, IonActivity.Coefficient(0), 1e-12);
            Near.AreEqual(1, IonActivity.Coefficient(-1), 1e-12);
            Near.AreEqual(IonActivity.Coefficient(0.5), IonActivity.Coefficient(5), 1e-12);
        }
    }
}
