using nanoFramework.TestFramework;
using WaterNode.Station.Chemistry;

namespace WaterNode.Station.Tests.Chemistry
{
    [TestClass]
    public class GlassElectrodeTests
    {
        [TestMethod]
        public void A_calibrated_electrode_reads_its_buffers_at_another_temperature()
        {
            // The phthalate buffer has pH 4.02 at 35 degrees; an ideal electrode gives 2.98 slopes of 61.14 mV.
            double milliVolts = 2.98 * Nernst.SlopeMilliVolts(35);

            Assert.IsTrue(GlassElectrode.TryPh(milliVolts, 0, 1.0, 35, out double ph));
            Near.AreEqual(4.02, ph, 0.0001);
        }

        [TestMethod]
        public void Half_a_millivolt_of_bias_current_is_8_thousandths_of_pH()
        {
            // 1 pA over 500 megaohm is 0.5 mV (measurement.md, section 2).
            GlassElectrode.TryPh(0.5, 0, 1.0, 25, out double ph);

            Near.AreEqual(7 - 0.008, ph, 0.0005);
        }

        [TestMethod]
        public void Without_a_slope_there_is_no_pH()
        {
            Assert.IsFalse(GlassElectrode.TryPh(100, 0, 0, 25, out _));
        }
    }
}
