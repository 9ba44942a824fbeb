using System;
using nanoFramework.TestFramework;
using WaterNode.Station.Chemistry;

namespace WaterNode.Station.Tests.Chemistry
{
    [TestClass]
    public class ArsenicTests
    {
        [TestMethod]
        public void A_peak_is_measured_over_its_sloping_baseline()
        {
            int[] scan = Scan(30000, 0);
            var peak = new StrippingPeak();

            Assert.IsTrue(peak.TryLocate(scan, 40, 125));
            Near.AreEqual(80, peak.Top, 1);

            // The mean of five points at the top of this peak lies 2.5 % below it.
            Near.AreEqual(30000, peak.Height(scan), 30000 * 0.03);
        }

        [TestMethod]
        public void A_scan_without_a_peak_has_a_height_of_about_nothing()
        {
            var peak = new StrippingPeak();
            peak.TryLocate(Scan(30000, 0), 40, 125);

            Near.AreEqual(0, peak.Height(Scan(0, 0)), 1);
        }

        [TestMethod]
        public void A_straight_line_has_no_peak_and_a_window_outside_the_scan_none_either()
        {
            var peak = new StrippingPeak();

            Assert.IsFalse(peak.TryLocate(Scan(0, 0), 40, 125));
            Assert.IsFalse(peak.TryLocate(Scan(30000, 0), 40, 400));
            Assert.IsFalse(peak.TryLocate(Scan(30000, 0), 80, 84));
        }

        [TestMethod]
        public void Noise_is_told_from_the_scan_itself()
        {
            // Alternating by +-100 pA: a second difference of 400, so 400 / sqrt(6) a point, times sqrt(1.5 / 5).
            Near.AreEqual(400 / Math.Sqrt(6) * Math.Sqrt(0.3), StrippingPeak.Noise(Scan(0, 100)), 1);
        }

        [TestMethod]
        public void One_addition_gives_the_concentration_in_the_sample()
        {
            // 5 mL sample with 8 micrograms per litre in a cell of 10 mL: 4 in the cell, 3 nA each. 100 microlitres of 1,000 add 10 and dilute by 1.01.
            StandardAddition addition = Addition();

            Assert.IsTrue(addition.TrySolve(500 + (4 * 3000), 500 + (14 * 3000 / 1.01)));
            Near.AreEqual(8.0, addition.Concentration, 0.0001);
        }

        [TestMethod]
        public void The_uncertainty_is_that_of_the_two_heights_and_the_shares()
        {
            StandardAddition addition = Addition();
            addition.HeightUncertainty = 300;
            addition.Repeatability = 0;
            addition.RelativeUncertainty = 0.06;
            addition.TrySolve(500 + (4 * 3000), 500 + (14 * 3000 / 1.01));

            // Cell: 10 * 42 / 30^2 * 0.3 = 0.14 and 10 * 12 / 30^2 * 0.303 = 0.0404; twice that in the sample; 6 % of 8 is 0.48.
            Near.AreEqual(Math.Sqrt((0.28 * 0.28) + (0.0808 * 0.0808) + (0.48 * 0.48)), addition.Uncertainty, 0.001);

            // 3.3 * 0.3 nA / (3 nA per microgram per litre) * 2.
            Near.AreEqual(0.66, addition.DetectionLimit, 0.0001);
        }

        [TestMethod]
        public void A_peak_that_does_not_grow_gives_no_concentration()
        {
            StandardAddition addition = Addition();
            addition.HeightUncertainty = 300;

            Assert.IsFalse(addition.TrySolve(12500, 12500));
            Assert.IsFalse(addition.TrySolve(12500, 5000));
            Assert.IsFalse(addition.TrySolve(0, 2000));
        }

        [TestMethod]
        public void An_estimate_below_zero_stays_what_it_is()
        {
            StandardAddition addition = Addition();

            Assert.IsTrue(addition.TrySolve(500 - 150, 500 + (10 * 3000)));
            Assert.IsTrue(addition.Concentration < 0);
        }

        private static StandardAddition Addition()
        {
            return new StandardAddition
            {
                SampleMicroLitres = 5000,
                CellMicroLitres = 10000,
                AddedMicroLitres = 100,
                StandardMicrogramsPerLitre = 1000,
                BlankPicoAmperes = 500,
            };
        }

        /// <summary>A Gaussian peak, nine points wide, at point 80 of 176, on a line of 60 nA and 320 pA a point.</summary>
        private static int[] Scan(double peakPicoAmperes, int alternating)
        {
            int[] scan = new int[176];
            for (int i = 0; i < scan.Length; i++)
            {
                double distance = (i - 80) / 9.0;
                double peak = peakPicoAmperes * Math.Exp(-0.5 * distance * distance);
                scan[i] = (int)(60000 + (320.0 * i) + peak) + (i % 2 == 0 ? alternating : -alternating);
            }

            return scan;
        }
    }
}
