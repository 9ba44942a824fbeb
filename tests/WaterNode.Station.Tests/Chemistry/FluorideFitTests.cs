using System;
using nanoFramework.TestFramework;
using WaterNode.Station.Chemistry;

namespace WaterNode.Station.Tests.Chemistry
{
    [TestClass]
    public class FluorideFitTests
    {
        [TestMethod]
        public void Two_standards_give_the_line()
        {
            // 57 mV a decade at 25 degrees: inside the 54 to 60 of the Thermo 9609 manual.
            FluorideCalibration calibration = Fitted(new FluoridePoint(0.1, 117, 25), new FluoridePoint(10, 3, 25));

            Near.AreEqual(57 / 59.159, calibration.Efficiency, 0.0001);
            Near.AreEqual(60, calibration.E0MilliVolts, 0.0001);
            Near.AreEqual(0, calibration.BackgroundMilligramsPerLitre, 1e-12);
        }

        [TestMethod]
        public void Three_standards_are_fitted_by_least_squares()
        {
            // A line of 58 mV a decade through 60 mV at 1 mg/L; 1 mg/L in the middle of the logarithms reads 1.2 mV too much.
            FluorideCalibration calibration = Fitted(
                new FluoridePoint(0.5, At(0.5, 58), 25), new FluoridePoint(1, 61.2, 25), new FluoridePoint(2, At(2, 58), 25));

            Near.AreEqual(58 / 59.159, calibration.Efficiency, 0.0001);
            Near.AreEqual(60.4, calibration.E0MilliVolts, 0.0001);
            Near.AreEqual(0.8, calibration.ResidualMilliVolts, 0.0001);
        }

        [TestMethod]
        public void The_slope_is_accepted_from_91_to_102_percent()
        {
            Fitted(WithSlope(0.911 * 59.159));
            Fitted(WithSlope(1.019 * 59.159));
            AssertRefused(CalibrationProblem.SlopeLow, WithSlope(0.909 * 59.159));
            AssertRefused(CalibrationProblem.SlopeHigh, WithSlope(1.021 * 59.159));

            // The manual's bounds at 20 to 25 degrees, 54 and 60 mV, lie inside.
            Fitted(WithSlope(54));
            Fitted(WithSlope(60));
        }

        [TestMethod]
        public void A_standard_off_the_line_by_more_than_1_5_millivolts_is_refused()
        {
            Fitted(new FluoridePoint(0.5, At(0.5, 58), 25), new FluoridePoint(1, 60 + 2.2, 25), new FluoridePoint(2, At(2, 58), 25));
            AssertRefused(
                CalibrationProblem.NotOnALine, new FluoridePoint(0.5, At(0.5, 58), 25), new FluoridePoint(1, 60 + 2.3, 25), new FluoridePoint(2, At(2, 58), 25));
        }

        [TestMethod]
        public void A_standard_measured_twice_may_drift_by_2_millivolts()
        {
            Fitted(new FluoridePoint(0.4, At(0.4, 58), 25), new FluoridePoint(4, At(4, 58), 25), new FluoridePoint(0.4, At(0.4, 58) + 1.9, 25));
            AssertRefused(
                CalibrationProblem.Drifted, new FluoridePoint(0.4, At(0.4, 58), 25), new FluoridePoint(4, At(4, 58), 25), new FluoridePoint(0.4, At(0.4, 58) + 2.1, 25));
        }

        [TestMethod]
        public void A_background_is_found_with_four_standards_of_which_one_is_low()
        {
            FluorideCalibration calibration = Fitted(WithBackground(0.02, 0.1, 0.4, 1, 4));

            Near.AreEqual(0.02, calibration.BackgroundMilligramsPerLitre, 0.0005);
            Near.AreEqual(58 / 59.159, calibration.Efficiency, 0.0005);
        }

        [TestMethod]
        public void A_background_is_not_guessed_from_fewer_standards_or_from_strong_ones()
        {
            Near.AreEqual(0, Fitted(WithBackground(0.002, 0.1, 1, 4)).BackgroundMilligramsPerLitre, 1e-12);
            Near.AreEqual(0, Fitted(WithBackground(0.01, 0.4, 1, 2, 4)).BackgroundMilligramsPerLitre, 1e-12);

            // The low one twice makes four points of three standards.
            Near.AreEqual(0, Fitted(WithBackground(0.002, 0.1, 0.1, 1, 4)).BackgroundMilligramsPerLitre, 1e-12);
        }

        [TestMethod]
        public void Exchanged_too_few_too_near_and_impossible_standards_are_refused()
        {
            AssertRefused(CalibrationProblem.Exchanged, new FluoridePoint(0.4, 20, 25), new FluoridePoint(4, 80, 25));
            AssertRefused(CalibrationProblem.Exchanged, new FluoridePoint(4, 80, 25), new FluoridePoint(0.4, 20, 25));
            AssertRefused(CalibrationProblem.PointCount, new FluoridePoint(1, 60, 25));
            AssertRefused(CalibrationProblem.SolutionsTooNear, new FluoridePoint(1, 60, 25), new FluoridePoint(2, 42, 25));
            AssertRefused(CalibrationProblem.NoSolution, new FluoridePoint(0, 160, 25), new FluoridePoint(2, 42, 25));
            AssertRefused(CalibrationProblem.NoTemperature, new FluoridePoint(0.4, 80, -273.15), new FluoridePoint(4, 20, -273.15));
        }

        [TestMethod]
        public void Standards_of_different_temperatures_are_refused()
        {
            Fitted(new FluoridePoint(0.4, At(0.4, 58), 24.1), new FluoridePoint(4, At(4, 58), 25.9));
            AssertRefused(CalibrationProblem.TemperaturesDiffer, new FluoridePoint(0.4, At(0.4, 58), 23.9), new FluoridePoint(4, At(4, 58), 26.1));
        }

        [TestMethod]
        public void The_calibration_drifts_by_10_percent_in_a_week_and_20_in_two()
        {
            var calibration = new FluorideCalibration { Id = 1 };

            // Fresh, a bound of 5 %: 0.0289. Then 0.10 and 0.20 beside it.
            Near.AreEqual(0.0289, calibration.RelativeUncertainty(0), 0.0001);
            Near.AreEqual(0.1041, calibration.RelativeUncertainty(7), 0.0001);
            Near.AreEqual(0.2021, calibration.RelativeUncertainty(14), 0.0001);
            Near.AreEqual(1, new FluorideCalibration().RelativeUncertainty(0), 1e-9);
        }

        private static double At(double concentration, double slope)
        {
            return 60 - (slope * Math.Log10(concentration));
        }

        private static FluoridePoint[] WithSlope(double slope)
        {
            return new FluoridePoint[] { new FluoridePoint(0.4, At(0.4, slope), 25), new FluoridePoint(1, 60, 25), new FluoridePoint(4, At(4, slope), 25) };
        }

        private static FluoridePoint[] WithBackground(double background, params double[] standards)
        {
            FluoridePoint[] points = new FluoridePoint[standards.Length];
            for (int i = 0; i < points.Length; i++)
            {
                points[i] = new FluoridePoint(standards[i], At(standards[i] + background, 58), 25);
            }

            return points;
        }

        private static FluorideCalibration Fitted(params FluoridePoint[] points)
        {
            bool good = new FluorideFit().TryFit(points, points.Length, true, out FluorideCalibration calibration, out CalibrationProblem problem);
            Assert.IsTrue(good, CalibrationProblemText.Of(problem));
            return calibration;
        }

        private static void AssertRefused(CalibrationProblem expected, params FluoridePoint[] points)
        {
            Assert.IsFalse(new FluorideFit().TryFit(points, points.Length, true, out FluorideCalibration calibration, out CalibrationProblem problem));
            Assert.IsTrue(problem == expected, CalibrationProblemText.Of(problem));
            Assert.IsTrue(calibration == null);
        }
    }
}
