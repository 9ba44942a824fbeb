using nanoFramework.TestFramework;
using WaterNode.Station.Chemistry;
using WaterNode.Station.Ports;
using WaterNode.Station.Tests.Chemistry;

namespace WaterNode.Station.Tests.Device
{
    /// <summary>Calibrations, by the button and by command, with the station's own sensors in the bottles.</summary>
    [TestClass]
    public class SensorsInBottlesTests
    {
        private const int CalibrationPage = 9;

        [TestMethod]
        public void Two_buffers_make_a_pH_calibration_by_the_button_that_outlives_deep_sleep()
        {
            PortableStation station = AtDialog();
            Dip(station, 6.86);
            station.Press(ButtonPress.Hold, ButtonPress.Hold, ButtonPress.Hold);
            Dip(station, 4.01);
            station.Press(ButtonPress.Hold, ButtonPress.Hold, ButtonPress.Hold);
            Assert.AreEqual(17, station.Config.PhCalibration.Id, "not in force before it is confirmed");
            station.Press(ButtonPress.Hold, ButtonPress.Hold);

            station.Config.PhCalibration = new PhCalibration();
            station.WakeUp(StartReason.DeepSleep).Run();
            Assert.AreEqual(18, station.Config.PhCalibration.Id);
            Assert.AreEqual(2, station.Config.PhCalibration.Points);
            Near.AreEqual(1.0, station.Config.PhCalibration.Efficiency, 0.01);
            Near.AreEqual(0.0, station.Config.PhCalibration.OffsetMilliVolts, 0.5);
            Assert.Contains("\"pt\":\"treated\"", station.Link.LastOn("readings"), "the sensors are back in the water");
            Assert.Contains("\"id\":18,\"channel\":\"ph\",\"points\":2,\"slope\":", station.Link.LastWith("events", "\"calibration\""));
        }

        [TestMethod]
        public void A_buffer_taken_for_another_is_no_point_of_the_calibration()
        {
            PortableStation station = AtDialog();
            Dip(station, 4.01);
            station.Press(ButtonPress.Hold, ButtonPress.Hold, ButtonPress.Hold);
            Dip(station, 6.86);
            station.Press(ButtonPress.Hold, ButtonPress.Hold);
            Dip(station, 4.01);
            station.Press(ButtonPress.Hold, ButtonPress.Hold, ButtonPress.Hold, ButtonPress.Hold);

            Assert.AreEqual(18, station.Config.PhCalibration.Id);
            Assert.AreEqual(2, station.Config.PhCalibration.Points);
            Near.AreEqual(1.0, station.Config.PhCalibration.Efficiency, 0.01);
        }

        [TestMethod]
        public void A_worn_electrode_is_refused_and_the_calibration_before_stays()
        {
            PortableStation station = AtDialog();
            Dip(station, 6.86);
            station.Press(ButtonPress.Hold, ButtonPress.Hold, ButtonPress.Hold);
            Dip(station, 5.4);
            station.Press(ButtonPress.Hold, ButtonPress.Hold, ButtonPress.Hold, ButtonPress.Hold, ButtonPress.Hold);

            Assert.AreEqual(17, station.Config.PhCalibration.Id);
            Assert.Contains("\"channel\":\"ph\",\"why\":\"The slope is too low", station.Link.LastWith("events", "\"calibration-refused\""));
        }

        [TestMethod]
        public void One_standard_makes_a_cell_constant_by_the_button()
        {
            PortableStation station = AtDialog();
            station.Instruments.Celsius = 25;
            station.Instruments.ConductivityAtTemperature = 1413 / 1.1;
            station.Press(ButtonPress.Short, ButtonPress.Hold, ButtonPress.Hold, ButtonPress.Hold, ButtonPress.Hold);

            Near.AreEqual(1.1, station.Config.EcCalibration.CellConstantPerCentimetre, 0.001);
        }

        [TestMethod]
        public void Fluoride_standards_step_by_step_make_a_calibration_by_command()
        {
            PortableStation station = Measured();
            Assert.AreEqual("{\"id\":\"c-1\",\"ok\":true}", station.Command("{\"id\":\"c-1\",\"do\":\"calibrate\",\"step\":\"begin\"}"));
            TakeFluoride(station, "c-2", "0.4", 0.4);
            TakeFluoride(station, "c-3", "1", 1);
            TakeFluoride(station, "c-4", "4", 4);
            Assert.StartsWith("{\"id\":\"c-5\",\"ok\":true,\"cal\":18,\"slope\":0.9", station.Command("{\"id\":\"c-5\",\"do\":\"calibrate\",\"channel\":\"f\",\"step\":\"save\"}"));
            Assert.AreEqual("{\"id\":\"c-6\",\"ok\":true}", station.Command("{\"id\":\"c-6\",\"do\":\"calibrate\",\"step\":\"end\"}"));

            Near.AreEqual(0.98, station.Config.FluorideCalibration.Efficiency, 0.002);
            Assert.AreEqual(3, station.Config.FluorideCalibration.Points);
        }

        [TestMethod]
        public void Points_from_elsewhere_are_held_to_the_same_gates()
        {
            PortableStation station = Measured();
            string points = ",\"points\":[{\"buffer\":\"6.86\",\"mv\":-3.2,\"celsius\":25.1},{\"buffer\":\"4.01\",\"mv\":163.9,\"celsius\":25.0}],\"taken\":";

            Assert.StartsWith("{\"id\":\"c-1\",\"ok\":true,\"cal\":18,\"slope\":0.99", station.Command("{\"id\":\"c-1\",\"do\":\"calibrate\",\"channel\":\"ph\"" + points + "1763741000}"));
            Assert.Contains("\"ok\":false,\"error\":\"ec: ", station.Command("{\"id\":\"c-2\",\"do\":\"calibrate\",\"channel\":\"ec\"" + points + "1763741000}"));
            Assert.Contains(" taken must be the Unix second", station.Command("{\"id\":\"c-3\",\"do\":\"calibrate\",\"channel\":\"as\",\"standardMicrogramsPerLitre\":500,\"taken\":1}"));
            Assert.Contains(" is older than calibration 18 in force", station.Command("{\"id\":\"c-4\",\"do\":\"calibrate\",\"channel\":\"ph\"" + points + "1763740900}"));
            Assert.AreEqual(1763741000L, station.Config.PhCalibration.TakenUtcSeconds);
        }

        [TestMethod]
        public void A_new_bottle_of_arsenic_standard_is_taken_with_its_label()
        {
            PortableStation station = Measured();
            Assert.StartsWith("{\"id\":\"c-1\",\"ok\":true,\"cal\":18,", station.Command("{\"id\":\"c-1\",\"do\":\"calibrate\",\"channel\":\"as\",\"standardMicrogramsPerLitre\":500.5}"));

            Near.AreEqual(500.5, station.Config.ArsenicStandardMicrogramsPerLitre, 1e-9);
            Assert.AreEqual(18, station.Config.ArsenicCalibration);
        }

        [TestMethod]
        public void What_is_measured_meanwhile_is_maintenance_without_a_verdict_also_after_a_restart()
        {
            PortableStation station = AtDialog();
            station.Press(ButtonPress.Hold);
            station.WakeUp(StartReason.Fault).Run();

            Assert.Contains("\"pt\":\"maintenance\"", station.Link.LastOn("readings"));
            Assert.IsTrue(station.Link.LastOn("readings").IndexOf("\"vd\"") < 0);
        }

        private static PortableStation Measured()
        {
            var station = new PortableStation(false);
            station.Cycle.Run();
            return station;
        }

        private static PortableStation AtDialog()
        {
            PortableStation station = Measured();
            for (int i = 0; i < CalibrationPage; i++)
            {
                station.Press(ButtonPress.Short);
            }

            station.Press(ButtonPress.Long);
            return station;
        }

        private static void Dip(PortableStation station, double ph)
        {
            station.Instruments.Celsius = 25;
            station.Instruments.Ph = ph;
        }

        private static void TakeFluoride(PortableStation station, string id, string solution, double milligramsPerLitre)
        {
            station.Instruments.Celsius = 25;
            station.Instruments.Fluoride = milligramsPerLitre;
            Assert.Contains("\"ok\":true,\"point\":", station.Command("{\"id\":\"" + id + "\",\"do\":\"calibrate\",\"channel\":\"f\",\"step\":\"take\",\"solution\":\"" + solution + "\"}"));
        }
    }
}
