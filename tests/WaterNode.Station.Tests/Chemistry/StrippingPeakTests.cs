using nanoFramework.TestFramework;
using WaterNode.Station.Chemistry;

namespace WaterNode.Station.Tests.Chemistry
{
    [TestClass]
    public class StrippingPeakTests
    {
        // -120 to 180 mV, the window of the default configuration.
        private const int First = 45, Last = 120, TopPoint = 80;

        private const double UsualTilt = 80;

        /// <summary>The mean of five points at the top lies 2 % below it; feet at three widths add nothing.</summary>
        private const double Tolerance = 0.03;

        [TestMethod]
        public void A_peak_is_measured_over_level_sloping_and_bent_backgrounds()
        {
            double[] tilts = { 0, 80, -300, 80, 80, 0 };
            double[] curvatures = { 0, 0, 0, 0.04, 0.1, -0.05 };
            for (int i = 0; i < tilts.Length; i++)
            {
                int[] scan = DrawnScan.Of(30000, tilts[i], curvatures[i], 0, 0);
                var peak = new StrippingPeak();

                Assert.IsTrue(peak.TryLocate(scan, First, Last));
                Near.AreEqual(TopPoint, peak.Top, 1);

                // What the bend adds to the height of a scan it adds to that of a blank, and goes with it.
                double height = peak.Height(scan) - peak.Height(DrawnScan.Of(0, tilts[i], curvatures[i], 0, 0));
                Near.AreEqual(30000, height, 30000 * Tolerance);
            }
        }

        [TestMethod]
        public void The_half_width_is_that_of_a_Gaussian()
        {
            int[] scan = DrawnScan.Of(30000, UsualTilt, 0, 0, 0);
            var peak = new StrippingPeak();
            peak.TryLocate(scan, First, Last);

            // 1.18 x 25 mV in steps of 4 mV, and a little for the flattened top.
            Near.AreEqual(8, peak.HalfWidth(scan), 1);
        }

        [TestMethod]
        public void Without_a_peak_or_with_too_few_points_nothing_is_found()
        {
            var peak = new StrippingPeak();
            int[] good = DrawnScan.Of(30000, UsualTilt, 0, 0, 0);

            Assert.IsFalse(peak.TryLocate(DrawnScan.Of(0, UsualTilt, 0, 0, 0), First, Last), "a straight line");
            Assert.IsFalse(peak.TryLocate(DrawnScan.Of(0, UsualTilt, 0.1, 0, 0), First, Last), "a sagging one");
            Assert.IsFalse(peak.TryLocate(good, First, 400), "the window reaches beyond the scan");
            Assert.IsFalse(peak.TryLocate(good, -5, Last), "and before it");
            Assert.IsFalse(peak.TryLocate(good, TopPoint, TopPoint + 4), "the window is too narrow");
            Assert.IsFalse(peak.TryLocate(new int[0], First, Last));
            Assert.IsFalse(peak.TryLocate(new int[] { 1, 2, 3 }, 0, 2));
        }

        [TestMethod]
        public void Copper_stands_beside_the_arsenic_peak_and_is_measured_over_its_own_line()
        {
            StrippingPeak arsenic = Located();
            var copper = new CopperPeak();

            Assert.IsTrue(copper.TryLocate(DrawnScan.Of(6000, UsualTilt, 0, 8000, 220), arsenic, 170));
            Near.AreEqual((220 + 300) / 4, copper.Top, 2);
            Near.AreEqual(8000, copper.Height, 500);
            Assert.IsFalse(copper.Overlaps(arsenic, 8), "200 mV apart");
        }

        [TestMethod]
        public void A_copper_peak_close_by_overlaps()
        {
            StrippingPeak arsenic = Located();
            var copper = new CopperPeak();

            Assert.IsTrue(copper.TryLocate(DrawnScan.Of(6000, UsualTilt, 0, 4000, 105), arsenic, 170));
            Assert.IsTrue(copper.Overlaps(arsenic, 8));
        }

        private static StrippingPeak Located()
        {
            var peak = new StrippingPeak();
            Assert.IsTrue(peak.TryLocate(DrawnScan.Of(45000, UsualTilt, 0, 0, 0), First, Last));
            return peak;
        }
    }
}
