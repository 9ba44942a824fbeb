using nanoFramework.TestFramework;
using WaterNode.Station.Chemistry;

namespace WaterNode.Station.Tests.Chemistry
{
    [TestClass]
    public class FluorideElectrodeTests
    {
        [TestMethod]
        public void Two_standards_give_the_curve_and_a_sample_between_them()
        {
            // 57 mV a decade at 25 degrees: inside the 54 to 60 of the electrode's manual.
            Assert.IsTrue(FluorideElectrode.TryCalibrate(117.0, 0.1, 3.0, 10, 25, out double efficiency, out double e0));
            Near.AreEqual(57.0 / 59.159, efficiency, 0.0001);
            Near.AreEqual(60.0, e0, 0.0001);

            Assert.IsTrue(FluorideElectrode.TryConcentration(60.0, e0, efficiency, 25, out double one));
            Near.AreEqual(1.0, one, 0.0001);
            Assert.IsTrue(FluorideElectrode.TryConcentration(3.0, e0, efficiency, 25, out double ten));
            Near.AreEqual(10.0, ten, 0.0001);
        }

        [TestMethod]
        public void One_millivolt_is_4_percent()
        {
            FluorideElectrode.TryConcentration(59.0, 60.0, 1.0, 25, out double concentration);
            Near.AreEqual(1.0397, concentration, 0.0001);
            Near.AreEqual(0.0389, FluorideElectrode.RelativeUncertainty(1.0, 1.0, 25, 0, 0), 0.0001);
        }

        [TestMethod]
        public void Five_degrees_from_calibration_cost_5_millivolts_of_certainty()
        {
            Near.AreEqual(5 * 0.0389, FluorideElectrode.RelativeUncertainty(0, 1.0, 25, -5, 0), 0.0003);
        }

        [TestMethod]
        public void The_buffer_halves_the_sample()
        {
            Near.AreEqual(2.0, FluorideElectrode.Dilution(5000, 5000), 0.0001);
            Near.AreEqual(1.1, FluorideElectrode.Dilution(10000, 1000), 0.0001);
        }

        [TestMethod]
        public void What_cannot_be_a_curve_or_a_water_is_refused()
        {
            Assert.IsFalse(FluorideElectrode.TryCalibrate(60, 0, 3, 10, 25, out _, out _));
            Assert.IsFalse(FluorideElectrode.TryCalibrate(60, 1, 3, 1, 25, out _, out _));
            Assert.IsFalse(FluorideElectrode.TryConcentration(60, 60, 0, 25, out _));
            Assert.IsFalse(FluorideElectrode.TryConcentration(-100000, 60, 1, 25, out _));
        }
    }
}
