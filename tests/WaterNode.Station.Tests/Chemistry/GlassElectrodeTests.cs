using nanoFramework.TestFramework;
using WaterNode.Station.Chemistry;

namespace WaterNode.Station.Tests.Chemistry
{
    [TestClass]
    public class GlassElectrodeTests
    {
        [TestMethod]
        public void Two_buffers_at_25_degrees_give_slope_and_offset()
        {
            // A good electrode by the manuals: 0 +- 30 mV at pH 7, a step of 150 to 186 mV between 4.01 and 7.01.
            bool good = GlassElectrode.TryCalibrate(-8.0, 7.00, 162.0, 4.00, 25, out double efficiency, out double offset);

            Assert.IsTrue(good);
            Near.AreEqual(170.0 / (3 * 59.159), efficiency, 0.0001);
            Near.AreEqual(-8.0, offset, 0.0001);
        }

        [TestMethod]
        public void The_offset_of_a_buffer_beside_pH_7_is_moved_to_pH_7()
        {
            GlassElectrode.TryCalibrate(10.0, 6.86, 10.0 + (2.86 * 59.159), 4.00, 25, out double efficiency, out double offset);

            Near.AreEqual(1.0, efficiency, 0.0001);
            Near.AreEqual(10.0 - (0.14 * 59.159), offset, 0.001);
        }

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
            Assert.IsFalse(GlassElectrode.TryCalibrate(0, 7, 100, 7, 25, out _, out _));
        }

        [TestMethod]
        public void Uncertainty_grows_with_the_distance_from_pH_7()
        {
            double near = GlassElectrode.Uncertainty(7.0, 1.0, 25, 1.0, 0.01, 0.25, 0.01);
            double far = GlassElectrode.Uncertainty(9.0, 1.0, 25, 1.0, 0.01, 0.25, 0.01);

            // 1 mV is 0.0169 pH, with 0.01 of the buffers 0.0196; 1 % of two units adds 0.02.
            Near.AreEqual(0.0196, near, 0.0002);
            Near.AreEqual(0.0281, far, 0.0003);
        }
    }
}
