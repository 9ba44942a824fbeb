using nanoFramework.TestFramework;
using WaterNode.Station.Chemistry;

namespace WaterNode.Station.Tests.Chemistry
{
    [TestClass]
    public class FluorideElectrodeTests
    {
        [TestMethod]
        public void One_millivolt_is_4_percent()
        {
            FluorideElectrode.TrySeen(59.0, 60.0, 1.0, 25, 25, out double concentration);
            Near.AreEqual(1.0397, concentration, 0.0001);
            Near.AreEqual(0.0389, FluorideElectrode.RelativeUncertainty(1.0, 1.0, 25, 0, 0), 0.0001);
        }

        [TestMethod]
        public void Five_degrees_from_calibration_may_be_5_millivolts()
        {
            Near.AreEqual(5 * 0.0389 / 2.449, FluorideElectrode.RelativeUncertainty(0, 1.0, 25, -5, 0), 0.0003);
        }

        [TestMethod]
        public void The_line_turns_about_1_mol_per_litre_with_the_sample_s_temperature()
        {
            // E = E' - k(t) log10(mol/L): 10 mg/L is 5.264e-4 mol/L, 1 mg/L 5.264e-5.
            double atOneMolar = 60 - (4.2787 * 59.159);
            double at10Degrees = atOneMolar + (3.2787 * 56.183);

            FluorideElectrode.TrySeen(at10Degrees, 60, 1.0, 25, 10, out double concentration);
            Near.AreEqual(10, concentration, 0.002);
        }

        [TestMethod]
        public void The_buffer_halves_the_sample()
        {
            Near.AreEqual(2.0, FluorideElectrode.Dilution(5000, 5000), 0.0001);
            Near.AreEqual(1.1, FluorideElectrode.Dilution(10000, 1000), 0.0001);
        }

        [TestMethod]
        public void Acid_binds_fluoride()
        {
            Near.AreEqual(0.871, FluorideElectrode.FreeFraction(4), 0.0005);
            Near.AreEqual(0.985, FluorideElectrode.FreeFraction(5), 0.0005);
            Near.AreEqual(0.995, FluorideElectrode.FreeFraction(5.5), 0.0005);
        }

        [TestMethod]
        public void Without_buffer_the_activities_of_water_and_standard_are_told_apart()
        {
            // 0.7336 in a buffered standard (Davies at 0.5 mol/L), 0.882 in water of 1000 microsiemens per cm.
            Near.AreEqual(0.7336 / 0.882, FluorideElectrode.Unbuffered(1, 0.882, 8), 0.0002);
            Near.AreEqual(0.7336 / 0.882 / 0.871, FluorideElectrode.Unbuffered(1, 0.882, 4), 0.001);
        }

        [TestMethod]
        public void What_cannot_be_a_curve_or_a_water_is_refused()
        {
            Assert.IsFalse(FluorideElectrode.TrySeen(60, 60, 0, 25, 25, out _));
            Assert.IsFalse(FluorideElectrode.TrySeen(-100000, 60, 1, 25, 25, out _));
        }
    }
}
