using nanoFramework.TestFramework;
using WaterNode.Station.Chemistry;

namespace WaterNode.Station.Tests.Chemistry
{
    [TestClass]
    public class ConductivityCalibrationTests
    {
        [TestMethod]
        public void The_standards_have_the_values_of_their_table_between_15_and_30_degrees()
        {
            AssertStandard(ConductivityStandard.Chloride84, 67.6, 75.8, 84.0, 92.2);
            AssertStandard(ConductivityStandard.Chloride1413, 1147, 1278, 1413, 1552);
            AssertStandard(ConductivityStandard.Chloride12880, 10480, 11670, 12880, 14120);

            ConductivityStandards.TryAt(ConductivityStandard.Chloride1413, 22, out double between);
            Near.AreEqual(1332, between, 0.001);
            Assert.IsFalse(ConductivityStandards.TryAt(ConductivityStandard.Chloride1413, 14.9, out _));
            Assert.IsFalse(ConductivityStandards.TryAt(ConductivityStandard.Chloride1413, 30.1, out _));
        }

        [TestMethod]
        public void The_standard_at_its_own_temperature_gives_the_cell_constant()
        {
            Assert.IsTrue(Fit(ConductivityStandard.Chloride1413, 1200, 20, 1.0, out ConductivityCalibration calibration, out _));

            Near.AreEqual(1278 / 1200.0, calibration.CellConstantPerCentimetre, 1e-9);

            // 0.5 % of the standard, and 0.25 degrees of 1.94 %.
            Near.AreEqual(0.00697, calibration.RelativeUncertainty(0), 0.00002);
        }

        [TestMethod]
        public void A_cell_constant_far_from_the_nominal_one_is_refused()
        {
            Assert.IsTrue(Fit(ConductivityStandard.Chloride1413, 1413 / 1.29, 25, 1.0, out _, out _));
            Assert.IsTrue(Fit(ConductivityStandard.Chloride1413, 1413 / 0.71, 25, 1.0, out _, out _));
            AssertRefused(CalibrationProblem.CellConstant, 1413 / 1.31, 25);
            AssertRefused(CalibrationProblem.CellConstant, 1413 / 0.69, 25);

            // The bottle with 84 in place of 1413.
            AssertRefused(CalibrationProblem.CellConstant, 84, 25);
        }

        [TestMethod]
        public void A_standard_outside_its_table_and_a_dry_cell_are_refused()
        {
            AssertRefused(CalibrationProblem.TemperatureOutsideTable, 1000, 12);
            AssertRefused(CalibrationProblem.TemperatureOutsideTable, 1000, 31);
            AssertRefused(CalibrationProblem.NoSolution, 0, 25);
            AssertRefused(CalibrationProblem.NoSolution, -3, 25);
        }

        [TestMethod]
        public void After_a_month_the_cell_may_be_3_percent_off()
        {
            var calibration = new ConductivityCalibration { FreshRelativeUncertainty = 0 };

            Near.AreEqual(0.03 / 1.732, calibration.RelativeUncertainty(30), 0.0001);
        }

        [TestMethod]
        public void Dissolved_solids_are_64_percent_of_the_conductivity_within_10_percent()
        {
            double solids = DissolvedSolids.MilligramsPerLitre(1000, 0, DissolvedSolids.DefaultFactor, DissolvedSolids.DefaultRelativeUncertainty, out double uncertainty);
            Near.AreEqual(640, solids, 1e-9);
            Near.AreEqual(64, uncertainty, 1e-9);

            // u(EC) of 75 adds 48 to the 64.
            DissolvedSolids.MilligramsPerLitre(1000, 75, DissolvedSolids.DefaultFactor, DissolvedSolids.DefaultRelativeUncertainty, out uncertainty);
            Near.AreEqual(80, uncertainty, 1e-9);
        }

        [TestMethod]
        public void The_factors_of_the_Aral_basin_lie_within_two_uncertainties()
        {
            // Karimov 2019: 1000 mg/L at 1330 and at 1930 microsiemens per cm.
            AssertWithin(1330);
            AssertWithin(1930);
        }

        private static void AssertWithin(double conductivity)
        {
            double solids = DissolvedSolids.MilligramsPerLitre(conductivity, 0, DissolvedSolids.DefaultFactor, DissolvedSolids.DefaultRelativeUncertainty, out double uncertainty);
            Near.AreEqual(1000, solids, 2 * uncertainty);
        }

        private static void AssertStandard(ConductivityStandard standard, double at15, double at20, double at25, double at30)
        {
            double[] row = { at15, at20, at25, at30 };
            for (int i = 0; i < row.Length; i++)
            {
                Assert.IsTrue(ConductivityStandards.TryAt(standard, 15 + (5 * i), out double microSiemens));
                Near.AreEqual(row[i], microSiemens, 1e-9);
            }
        }

        private static void AssertRefused(CalibrationProblem expected, double conductance, double celsius)
        {
            Assert.IsFalse(Fit(ConductivityStandard.Chloride1413, conductance, celsius, 1.0, out _, out CalibrationProblem problem));
            Assert.IsTrue(problem == expected, CalibrationProblemText.Of(problem));
        }

        private static bool Fit(ConductivityStandard standard, double conductance, double celsius, double nominal, out ConductivityCalibration calibration, out CalibrationProblem problem)
        {
            return ConductivityCalibration.TryFit(standard, conductance, 0, celsius, 0.25, nominal, out calibration, out problem);
        }
    }
}
