using System;
using nanoFramework.TestFramework;
using WaterNode.Station.Chemistry;

namespace WaterNode.Station.Tests.Chemistry
{
    [TestClass]
    public class PhBuffersTests
    {
        [TestMethod]
        public void The_buffers_have_the_values_of_JIS_Z_8802()
        {
            AssertRow(PhBuffer.Phthalate401, 4.01, 4.01, 4.00, 4.00, 4.00, 4.01, 4.01, 4.02, 4.03);
            AssertRow(PhBuffer.Phosphate686, 6.98, 6.95, 6.92, 6.90, 6.88, 6.86, 6.85, 6.84, 6.84);
            AssertRow(PhBuffer.Borax918, 9.46, 9.39, 9.33, 9.27, 9.22, 9.18, 9.14, 9.10, 9.07);
            AssertRow(PhBuffer.Carbonate1001, 10.32, 10.25, 10.18, 10.12, 10.07, 10.02, 9.97, 9.93);
            AssertRow(PhBuffer.Technical700, 7.12, 7.09, 7.06, 7.04, 7.02, 7.00, 6.99, 6.99, 6.98);
        }

        [TestMethod]
        public void Phthalate_agrees_with_the_exact_equation_of_Hetzer_1977()
        {
            for (int celsius = 0; celsius <= 40; celsius++)
            {
                double kelvin = celsius + 273.15;
                double exact = (2073.44 / kelvin) - 13.3270 + (0.045199 * kelvin) - (3.4846e-5 * kelvin * kelvin);
                Assert.IsTrue(PhBuffers.TryPh(PhBuffer.Phthalate401, celsius, out double ph));
                Near.AreEqual(exact, ph, 0.008);
            }
        }

        [TestMethod]
        public void Between_the_rows_it_is_interpolated()
        {
            PhBuffers.TryPh(PhBuffer.Borax918, 22.5, out double ph);

            Near.AreEqual(9.20, ph, 0.0001);
        }

        [TestMethod]
        public void Outside_the_table_nobody_knows_the_pH()
        {
            Assert.IsFalse(PhBuffers.TryPh(PhBuffer.Phosphate686, -0.1, out _));
            Assert.IsFalse(PhBuffers.TryPh(PhBuffer.Phosphate686, 40.1, out _));
            Assert.IsFalse(PhBuffers.TryPh(PhBuffer.Carbonate1001, 35.1, out _));
            Assert.IsFalse(PhBuffers.TryPh(PhBuffer.Carbonate1001, 40, out _));
        }

        private static void AssertRow(PhBuffer buffer, params double[] row)
        {
            for (int i = 0; i < row.Length; i++)
            {
                Assert.IsTrue(PhBuffers.TryPh(buffer, 5 * i, out double ph));
                Near.AreEqual(row[i], ph, 1e-9);
            }
        }
    }
}
