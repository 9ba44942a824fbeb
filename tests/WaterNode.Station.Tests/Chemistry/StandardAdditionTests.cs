using System;
using nanoFramework.TestFramework;
using WaterNode.Station.Chemistry;

namespace WaterNode.Station.Tests.Chemistry
{
    [TestClass]
    public class StandardAdditionTests
    {
        [TestMethod]
        public void The_worked_example_of_a_textbook_is_found_again()
        {
            // Miller and Miller, Statistics and Chemometrics for Analytical Chemistry, section 5.8: silver in photographic waste by atomic absorption.
            // Slope 0.0186, s_y/x 0.01094, 17.3 micrograms per millilitre, s_xE 0.749. Volumes do not change there: tiny volumes of a strong standard.
            double[] added = { 0, 5, 10, 15, 20, 25, 30 };
            double[] signal = { 0.32, 0.41, 0.52, 0.60, 0.70, 0.77, 0.89 };
            var addition = new StandardAddition();
            addition.Begin(1, 1, 1e12);
            for (int i = 0; i < added.Length; i++)
            {
                addition.Add(signal[i], added[i] * 1e-12);
            }

            Assert.IsTrue(addition.TrySolve());
            Near.AreEqual(0.018643, addition.Slope, 1e-6);
            Near.AreEqual(0.32179, addition.Intercept, 1e-5);
            Near.AreEqual(0.01094, addition.ResidualDeviation, 5e-5);
            Near.AreEqual(17.26, addition.Concentration, 0.005);
            Near.AreEqual(0.749, addition.ExtrapolationUncertainty(addition.ResidualDeviation), 0.002);
            Assert.AreEqual(5, addition.DegreesOfFreedom);
        }

        [TestMethod]
        public void A_worked_example_whose_volume_grows_is_found_again()
        {
            // Harris, Quantitative Chemical Analysis, section 5-3: ascorbic acid in 50 mL of orange juice, additions of 279 mmol/L, current in microamperes.
            // Slope 0.646, intercept 1.869, 2.89 mmol/L with a standard uncertainty of 0.098.
            double[] millilitres = { 0, 0.05, 0.25, 0.4, 0.55, 0.7, 0.85, 1, 1.15 };
            double[] current = { 1.78, 2.00, 2.81, 3.35, 3.88, 4.37, 4.86, 5.33, 5.82 };
            var addition = new StandardAddition();
            addition.Begin(50, 50, 279);
            for (int i = 0; i < current.Length; i++)
            {
                addition.Add(current[i], millilitres[i]);
            }

            Assert.IsTrue(addition.TrySolve());
            Near.AreEqual(0.646, addition.Slope, 0.0005);
            Near.AreEqual(1.869, addition.Intercept, 0.0005);
            Near.AreEqual(2.89, addition.Concentration, 0.005);
            Near.AreEqual(0.098, addition.ExtrapolationUncertainty(addition.ResidualDeviation), 0.0005);
        }

        [TestMethod]
        public void A_run_of_six_points_is_the_line_that_a_calculator_gives()
        {
            // y: 1, 3, 4, 6, 9, 9 at x: 0, 0, 5, 5, 10, 10. Means 5 and 16/3; Sxx 100, Sxy 70, b 0.7, a 11/6; residuals -5/6, 7/6, -4/3, 2/3, 1/6, 1/6.
            var addition = new StandardAddition();
            addition.Begin(5000, 10000, 1e9);
            double[] y = { 1, 3, 4, 6, 9, 9 };
            for (int i = 0; i < y.Length; i++)
            {
                addition.Add(y[i], 5e-5 * (i / 2));
            }

            Assert.IsTrue(addition.TrySolve());
            Near.AreEqual(0.7, addition.Slope, 1e-6);
            Near.AreEqual(11.0 / 6, addition.Intercept, 1e-6);
            double s = Math.Sqrt(((25 + 49 + 64 + 16 + 1 + 1) / 36.0) / 4);
            Near.AreEqual(s, addition.ResidualDeviation, 1e-6);
            Near.AreEqual(2 * 11.0 / 6 / 0.7, addition.Concentration, 1e-5);
            double share = 16.0 / 3 / 0.7;
            Near.AreEqual(2 * s / 0.7 * Math.Sqrt((1.0 / 6) + (share * share / 100)), addition.ExtrapolationUncertainty(s), 1e-5);

            // (9 - 2) over (5 - 2), against 10 over 5.
            Near.AreEqual(7.0 / 3 * 5 / 10, addition.Recovery(), 1e-6);
        }

        [TestMethod]
        public void The_volume_of_the_additions_is_accounted_for()
        {
            // 5 mL of 8 micrograms per litre in 10 mL: 4 in the cell. 50 and 100 microlitres of 1,000 add 5 and 10 and thin the cell.
            StandardAddition addition = Solved(4, 50, 100, 3000);
            Near.AreEqual(8, addition.Concentration, 1e-9);
            Near.AreEqual(3000, addition.Slope, 1e-6);
            Near.AreEqual(1, addition.Correlation, 1e-9);
            Near.AreEqual(1, addition.Recovery(), 1e-9);

            // 750 and 1,500 microlitres thin it by a seventh: without the correction the answer would be far off.
            Near.AreEqual(150, Solved(75, 750, 1500, 3000).Concentration, 1e-6);
        }

        [TestMethod]
        public void An_estimate_below_zero_stays_what_it_is()
        {
            Near.AreEqual(-0.4, Solved(-0.2, 50, 100, 3000).Concentration, 1e-9);
        }

        [TestMethod]
        public void Without_growth_or_additions_there_is_no_concentration()
        {
            Assert.IsFalse(TrySolve(4, 50, 100, 0));
            Assert.IsFalse(TrySolve(4, 50, 100, -10));
            Assert.IsFalse(TrySolve(4, 0, 0, 3000));
            var empty = new StandardAddition();
            empty.Begin(5000, 10000, 1000);
            Assert.IsFalse(empty.TrySolve());
        }

        [TestMethod]
        public void A_bending_answer_is_a_low_recovery()
        {
            var addition = new StandardAddition();
            addition.Begin(5000, 10000, 1e9);
            double[] y = { 0, 0, 10, 10, 15, 15 };
            for (int i = 0; i < y.Length; i++)
            {
                addition.Add(y[i], 5e-5 * (i / 2));
            }

            addition.TrySolve();
            Near.AreEqual(0.75, addition.Recovery(), 1e-6);
        }

        private static StandardAddition Solved(double inCell, double first, double both, double slope)
        {
            StandardAddition addition = Filled(inCell, first, both, slope);
            Assert.IsTrue(addition.TrySolve());
            return addition;
        }

        private static bool TrySolve(double inCell, double first, double both, double slope)
        {
            return Filled(inCell, first, both, slope).TrySolve();
        }

        private static StandardAddition Filled(double inCell, double first, double both, double slope)
        {
            var addition = new StandardAddition();
            addition.Begin(5000, 10000, 1000);
            double[] added = { 0, 0, first, first, both, both };
            for (int i = 0; i < added.Length; i++)
            {
                double concentration = ((inCell * 10000) + (added[i] * 1000)) / (10000 + added[i]);
                addition.Add(slope * concentration, added[i]);
            }

            return addition;
        }
    }
}
