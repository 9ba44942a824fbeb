using nanoFramework.TestFramework;
using WaterNode.Station.Chemistry;

namespace WaterNode.Station.Tests.Chemistry
{
    [TestClass]
    public class ConductivityTests
    {
        [TestMethod]
        public void The_factor_follows_the_table_of_ISO_7888()
        {
            double[] table =
            {
                1.918, 1.857, 1.800, 1.745, 1.693, 1.643, 1.596, 1.551, 1.508, 1.467, 1.428, 1.390, 1.354, 1.320, 1.287, 1.256, 1.225, 1.196,
                1.168, 1.141, 1.116, 1.091, 1.067, 1.044, 1.021, 1.000, 0.979, 0.959, 0.940, 0.921, 0.903, 0.886, 0.869, 0.853, 0.837, 0.822,
            };
            for (int celsius = 0; celsius < table.Length; celsius++)
            {
                Near.AreEqual(table[celsius], Conductivity.NaturalFactor(celsius), 0.0009);
            }
        }

        [TestMethod]
        public void The_factor_holds_between_whole_degrees()
        {
            Near.AreEqual(1.912, Conductivity.NaturalFactor(0.1), 0.001);
            Near.AreEqual(1.344, Conductivity.NaturalFactor(12.3), 0.001);
            Near.AreEqual(0.998, Conductivity.NaturalFactor(25.1), 0.001);
            Near.AreEqual(0.817, Conductivity.NaturalFactor(35.3), 0.001);
        }

        [TestMethod]
        public void Natural_water_is_referred_to_25_degrees_by_the_table()
        {
            Assert.IsTrue(Conductivity.TryAt25(500, 20, out double at25, out _));
            Near.AreEqual(558, at25, 0.5);
        }

        [TestMethod]
        public void Outside_the_table_the_linear_rule_applies()
        {
            Assert.IsTrue(Conductivity.TryAt25(5000, 20, out double salty, out _));
            Near.AreEqual(5000 / (1 - (5 * 0.0187)), salty, 0.001);

            Assert.IsTrue(Conductivity.TryAt25(1000, 38, out double warm, out _));
            Near.AreEqual(1000 / (1 + (13 * 0.0187)), warm, 0.001);
        }

        [TestMethod]
        public void The_compensation_is_less_certain_the_further_the_water_is_from_25_degrees()
        {
            // At 20 degrees the table and the linear rule of Hayashi 2004 differ by 1 %: both lie within two uncertainties of each other.
            Conductivity.TryAt25(500, 20, out double natural, out double near);
            Near.AreEqual(500 / (1 - (5 * 0.0187)), natural, 2 * near * natural);
            Near.AreEqual(0.0096, near, 0.0001);

            Conductivity.TryAt25(500, 10, out natural, out double far);
            Near.AreEqual(500 / (1 - (15 * 0.0187)), natural, 2 * far * natural);
            Near.AreEqual(0.0286, far, 0.0001);
        }

        [TestMethod]
        public void The_standard_1413_gives_the_cell_constant_at_20_degrees()
        {
            Assert.IsTrue(Conductivity.TryCellConstant(1278, 1200, out double perCentimetre));
            Near.AreEqual(1.065, perCentimetre, 0.0001);
            Assert.IsFalse(Conductivity.TryCellConstant(1278, 0, out _));
        }
    }
}
