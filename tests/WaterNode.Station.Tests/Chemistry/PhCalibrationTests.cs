using nanoFramework.TestFramework;
using WaterNode.Station.Chemistry;

namespace WaterNode.Station.Tests.Chemistry
{
    [TestClass]
    public class PhCalibrationTests
    {
        private const double Slope25 = 59.159;

        private const long Start = 1763740800, SecondsPerYear = 365 * 86400;

        [TestMethod]
        public void Two_buffers_at_25_degrees_give_slope_and_offset()
        {
            // 170 mV between 4.01 and 7.00: within the 150 to 186 mV that the manuals ask for.
            PhCalibration calibration = Fitted(new PhPoint(PhBuffer.Technical700, -8, 25), new PhPoint(PhBuffer.Phthalate401, 162, 25));

            Near.AreEqual(170 / (2.99 * Slope25), calibration.Efficiency, 0.0001);
            Near.AreEqual(-8, calibration.OffsetMilliVolts, 0.001);
            Assert.IsTrue(calibration.Grade == CalibrationGrade.Good);
            Near.AreEqual(25, calibration.Celsius, 1e-9);
        }

        [TestMethod]
        public void The_order_in_which_the_buffers_were_measured_does_not_matter()
        {
            PhCalibration one = Fitted(new PhPoint(PhBuffer.Technical700, -8, 25), new PhPoint(PhBuffer.Phthalate401, 162, 25));
            PhCalibration other = Fitted(new PhPoint(PhBuffer.Phthalate401, 162, 25), new PhPoint(PhBuffer.Technical700, -8, 25));

            Near.AreEqual(one.Efficiency, other.Efficiency, 1e-12);
        }

        [TestMethod]
        public void The_offset_of_a_buffer_beside_pH_7_is_moved_to_pH_7()
        {
            PhCalibration calibration = Fitted(new PhPoint(PhBuffer.Phosphate686, 10, 25), new PhPoint(PhBuffer.Phthalate401, 10 + (2.85 * Slope25), 25));

            Near.AreEqual(1, calibration.Efficiency, 0.0001);
            Near.AreEqual(10 - (0.14 * Slope25), calibration.OffsetMilliVolts, 0.001);
        }

        [TestMethod]
        public void Every_buffer_has_the_pH_and_the_slope_of_its_own_temperature()
        {
            // 6.88 at 20 degrees, 4.01 at 30.
            PhCalibration calibration = Fitted(
                new PhPoint(PhBuffer.Phosphate686, 5 + (0.97 * 58.167 * 0.12), 20),
                new PhPoint(PhBuffer.Phthalate401, 5 + (0.97 * 60.151 * 2.99), 30));

            Near.AreEqual(0.97, calibration.Efficiency, 0.0001);
            Near.AreEqual(5, calibration.OffsetMilliVolts, 0.01);
        }

        [TestMethod]
        public void Three_buffers_are_fitted_by_least_squares_and_leave_a_residual()
        {
            // An ideal electrode whose middle buffer reads 1.5 mV too much.
            PhCalibration calibration = Fitted(
                new PhPoint(PhBuffer.Phthalate401, 2.99 * Slope25, 25),
                new PhPoint(PhBuffer.Technical700, 1.5, 25),
                new PhPoint(PhBuffer.Carbonate1001, -3.02 * Slope25, 25));

            // By hand: the mean moves by 0.5 mV; slope by less than 0.0001; the middle residual is 1.5 - 0.5.
            Near.AreEqual(0.5, calibration.OffsetMilliVolts, 0.01);
            Near.AreEqual(1.0, calibration.Efficiency, 0.0001);
            Near.AreEqual(1.0, calibration.ResidualMilliVolts, 0.01);
        }

        [TestMethod]
        public void One_buffer_moves_the_offset_and_keeps_the_slope_of_before()
        {
            var before = new PhCalibration { Id = 7, Efficiency = 0.93, OffsetMilliVolts = 4, EfficiencyUncertainty = 0.004 };
            Assert.IsTrue(PhCalibration.TryFit(new PhPoint[] { new PhPoint(PhBuffer.Technical700, -12, 25) }, 1, before, out PhCalibration calibration, out _));

            Near.AreEqual(-12, calibration.OffsetMilliVolts, 0.001);
            Near.AreEqual(0.93, calibration.Efficiency, 1e-9);
            Near.AreEqual(0.004, calibration.EfficiencyUncertainty, 1e-9);
            Assert.IsTrue(calibration.Grade == CalibrationGrade.Clean);
        }

        [TestMethod]
        public void One_buffer_without_a_slope_of_before_leaves_the_slope_uncertain()
        {
            Assert.IsTrue(PhCalibration.TryFit(new PhPoint[] { new PhPoint(PhBuffer.Technical700, -12, 25) }, 1, new PhCalibration(), out PhCalibration calibration, out _));

            // Two units from the buffer: 0.029 * 2.
            Near.AreEqual(0.058, calibration.Uncertainty(9, 25, 0, 0, 0), 0.003);
        }

        [TestMethod]
        public void A_single_buffer_does_not_make_the_slope_any_younger()
        {
            PhCalibration measured = Fitted(Neutral(0), Acid(1, 0));
            measured.TakenUtcSeconds = Start;
            PhCalibration once = Moved(measured, Start + (SecondsPerYear / 2));
            PhCalibration twice = Moved(once, Start + SecondsPerYear);

            // Two units from the buffer; 0.1 / 1.732 in a year, linear in time.
            Near.AreEqual(0.0577 / 2, SlopePart(once, measured), 0.0005);
            Near.AreEqual(0.0577, SlopePart(twice, measured), 0.0005);
        }

        [TestMethod]
        public void The_slope_of_two_buffers_ages_with_them()
        {
            PhCalibration measured = Fitted(Neutral(0), Acid(1, 0));
            measured.TakenUtcSeconds = Start;
            double drift = Square(measured.Uncertainty(measured.CentrePh, 25, 0, 0, 30)) - Square(measured.Uncertainty(measured.CentrePh, 25, 0, 0, 0));
            double beyond = Square(measured.Uncertainty(9, 25, 0, 0, 30)) - Square(measured.Uncertainty(9, 25, 0, 0, 0));

            Near.AreEqual((9 - measured.CentrePh) * 0.0577 * 30 / 365, System.Math.Sqrt(beyond - drift), 0.0002);
        }

        [TestMethod]
        public void A_kept_slope_of_unknown_age_is_worth_no_more_than_an_unmeasured_one()
        {
            PhCalibration kept = Moved(Fitted(Neutral(0), Acid(0.93, 0)), Start);

            Near.AreEqual(0.93, kept.Efficiency, 1e-4);
            Near.AreEqual(2 * 0.029 / 0.93, kept.Uncertainty(9, 25, 0, 0, 0), 0.003);
        }

        [TestMethod]
        public void The_slope_is_graded_at_95_90_and_85_percent()
        {
            AssertGrade(1.049, CalibrationGrade.Good);
            AssertGrade(0.951, CalibrationGrade.Good);
            AssertGrade(0.949, CalibrationGrade.Clean);
            AssertGrade(0.901, CalibrationGrade.Clean);
            AssertGrade(0.899, CalibrationGrade.Service);
            AssertGrade(0.851, CalibrationGrade.Service);
            AssertRefused(CalibrationProblem.SlopeLow, Neutral(0), Acid(0.849, 0));
            AssertRefused(CalibrationProblem.SlopeHigh, Neutral(0), Acid(1.051, 0));
        }

        [TestMethod]
        public void The_offset_is_accepted_up_to_30_millivolts()
        {
            Fitted(Neutral(29.9), Acid(1, 29.9));
            Fitted(Neutral(-29.9), Acid(1, -29.9));
            AssertRefused(CalibrationProblem.OffsetLarge, Neutral(30.1), Acid(1, 30.1));
            AssertRefused(CalibrationProblem.OffsetLarge, Neutral(-30.1), Acid(1, -30.1));
        }

        [TestMethod]
        public void Exchanged_buffers_are_refused()
        {
            AssertRefused(CalibrationProblem.Exchanged, new PhPoint(PhBuffer.Phthalate401, 0, 25), new PhPoint(PhBuffer.Technical700, 170, 25));
            AssertRefused(
                CalibrationProblem.Exchanged,
                new PhPoint(PhBuffer.Phthalate401, 177, 25),
                new PhPoint(PhBuffer.Technical700, -178, 25),
                new PhPoint(PhBuffer.Carbonate1001, 0, 25));
        }

        [TestMethod]
        public void The_same_buffer_twice_and_buffers_too_near_are_refused()
        {
            AssertRefused(CalibrationProblem.SameSolutionTwice, Neutral(0), Neutral(1));
            AssertRefused(CalibrationProblem.SolutionsTooNear, Neutral(0), new PhPoint(PhBuffer.Phosphate686, 8, 25));
            AssertRefused(CalibrationProblem.SolutionsTooNear, new PhPoint(PhBuffer.Borax918, -129, 25), new PhPoint(PhBuffer.Carbonate1001, -178, 25));
        }

        [TestMethod]
        public void A_wrong_buffer_among_three_does_not_lie_on_the_line()
        {
            // 6.86 was in the glass that should have held 7.00.
            AssertRefused(
                CalibrationProblem.NotOnALine,
                new PhPoint(PhBuffer.Phthalate401, 2.99 * Slope25, 25),
                new PhPoint(PhBuffer.Technical700, 0.14 * Slope25, 25),
                new PhPoint(PhBuffer.Carbonate1001, -3.02 * Slope25, 25));
        }

        [TestMethod]
        public void Buffers_outside_their_table_and_too_many_or_no_points_are_refused()
        {
            AssertRefused(CalibrationProblem.TemperatureOutsideTable, Neutral(0), new PhPoint(PhBuffer.Carbonate1001, -178, 36));
            AssertRefused(CalibrationProblem.PointCount);
            AssertRefused(CalibrationProblem.PointCount, Neutral(0), Acid(1, 0), Neutral(0), Neutral(0));
        }

        [TestMethod]
        public void A_refusal_says_what_to_do()
        {
            for (CalibrationProblem problem = CalibrationProblem.PointCount; problem <= CalibrationProblem.NoTemperature; problem++)
            {
                Assert.IsTrue(CalibrationProblemText.Of(problem).IndexOf(": ") > 0, ((int)problem).ToString());
            }

            Assert.AreEqual("", CalibrationProblemText.Of(CalibrationProblem.None));
        }

        [TestMethod]
        public void The_drift_check_allows_a_tenth_of_pH()
        {
            PhCalibration calibration = Fitted(Neutral(0), Acid(1, 0));

            Assert.IsTrue(calibration.TryCheck(new PhPoint(PhBuffer.Phosphate686, (0.14 + 0.099) * Slope25, 25), out double difference, out _));
            Near.AreEqual(-0.099, difference, 0.0005);
            Assert.IsFalse(calibration.TryCheck(new PhPoint(PhBuffer.Phosphate686, (0.14 - 0.101) * Slope25, 25), out difference, out CalibrationProblem problem));
            Near.AreEqual(0.101, difference, 0.0005);
            Assert.IsTrue(problem == CalibrationProblem.Drifted);
            Assert.IsFalse(calibration.TryCheck(new PhPoint(PhBuffer.Phosphate686, 8, 45), out _, out problem));
            Assert.IsTrue(problem == CalibrationProblem.TemperatureOutsideTable);
        }

        [TestMethod]
        public void Uncertainty_grows_with_the_distance_to_the_buffers()
        {
            var calibration = new PhCalibration { CentrePh = 5.5, CentreUncertaintyPh = 0.01, EfficiencyUncertainty = 0.01 };

            // 1 mV is 0.0169 pH; 1 % of 1.5 units adds 0.015, of 3.5 units 0.035.
            Near.AreEqual(0.0247, calibration.Uncertainty(7, 25, 1, 0, 0), 0.0002);
            Near.AreEqual(0.0401, calibration.Uncertainty(9, 25, 1, 0, 0), 0.0002);
        }

        [TestMethod]
        public void Uncertainty_grows_with_the_distance_in_temperature_and_more_so_away_from_pH_7()
        {
            PhCalibration calibration = Fitted(Neutral(0), Acid(1, 0));
            double nearWarm = calibration.Uncertainty(7, 35, 0, 0, 0);
            double far = calibration.Uncertainty(10, 25, 0, 0, 0);
            double farWarm = calibration.Uncertainty(10, 35, 0, 0, 0);

            // 10 / 308.15 of 0.25 pH, and of 0.2 * 3 pH besides.
            Near.AreEqual(0.00811 * 0.00811, (nearWarm * nearWarm) - Square(calibration.Uncertainty(7, 25, 0, 0, 0)), 0.000001);
            Near.AreEqual((0.00811 * 0.00811) + (0.01947 * 0.01947), (farWarm * farWarm) - Square(far), 0.000001);
        }

        [TestMethod]
        public void At_30_days_the_drift_check_is_two_standard_uncertainties()
        {
            var calibration = new PhCalibration { CentreUncertaintyPh = 0, EfficiencyUncertainty = 0 };

            Near.AreEqual(0.1 / 2, calibration.Uncertainty(7, 25, 0, 0, 30), 0.0001);
        }

        /// <summary>The calibration that a single buffer of pH 7 makes of one before.</summary>
        private static PhCalibration Moved(PhCalibration before, long takenUtcSeconds)
        {
            before.Id = 7;
            Assert.IsTrue(PhCalibration.TryFit(new PhPoint[] { Neutral(-12) }, 1, before, out PhCalibration moved, out _));
            moved.TakenUtcSeconds = takenUtcSeconds;
            return moved;
        }

        /// <summary>What the age of the slope adds at pH 9, for each unit of pH from the buffer.</summary>
        private static double SlopePart(PhCalibration moved, PhCalibration measured)
        {
            double fresh = 2 * measured.EfficiencyUncertainty;
            double added = Square(moved.Uncertainty(9, 25, 0, 0, 0)) - Square(moved.Uncertainty(7, 25, 0, 0, 0)) - Square(fresh);
            return System.Math.Sqrt(added) / 2;
        }

        private static double Square(double value)
        {
            return value * value;
        }

        private static PhPoint Neutral(double offset)
        {
            return new PhPoint(PhBuffer.Technical700, offset, 25);
        }

        private static PhPoint Acid(double efficiency, double offset)
        {
            return new PhPoint(PhBuffer.Phthalate401, offset + (efficiency * 2.99 * Slope25), 25);
        }

        private static void AssertGrade(double efficiency, CalibrationGrade grade)
        {
            Assert.IsTrue(Fitted(Neutral(0), Acid(efficiency, 0)).Grade == grade);
        }

        private static PhCalibration Fitted(params PhPoint[] points)
        {
            bool good = PhCalibration.TryFit(points, points.Length, new PhCalibration(), out PhCalibration calibration, out CalibrationProblem problem);
            Assert.IsTrue(good, CalibrationProblemText.Of(problem));
            return calibration;
        }

        private static void AssertRefused(CalibrationProblem expected, params PhPoint[] points)
        {
            Assert.IsFalse(PhCalibration.TryFit(points, points.Length, new PhCalibration(), out PhCalibration calibration, out CalibrationProblem problem));
            Assert.IsTrue(problem == expected, CalibrationProblemText.Of(problem));
            Assert.IsTrue(calibration == null);
        }
    }
}
