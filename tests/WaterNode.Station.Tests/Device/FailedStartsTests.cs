using nanoFramework.TestFramework;
using WaterNode.Station.Operation.Starting;
using WaterNode.Station.Ports;
using WaterNode.Station.Wire;

namespace WaterNode.Station.Tests.Device
{
    [TestClass]
    public class FailedStartsTests
    {
        [TestMethod]
        public void After_five_failed_starts_the_sixth_measures_what_needs_no_pumps_and_says_why()
        {
            PortableStation station = Failed(5);
            station.WakeUp(StartReason.Fault).Run();

            Assert.Contains("\"n\":\"ph\"", station.Link.LastOn("readings"));
            Assert.AreEqual("", station.Entry("as"));
            Assert.Contains("\"reset\":\"fault\",\"safe\":true", station.Link.LastOn("status"));
            station.Cycle.Serve(10);
            Assert.Contains(
                "\"what\":\"safe-mode\",\"why\":\"5 starts without a whole measurement. Last fault: watchdog (measuring).\"",
                station.Link.LastWith("events", "safe-mode"));
            Assert.IsTrue(station.Cycle.Verdict == Verdict.Uncertain);
        }

        [TestMethod]
        public void Four_failed_starts_are_none_of_its_business()
        {
            PortableStation station = Failed(4);
            station.WakeUp(StartReason.Fault).Run();

            Assert.Contains("\"n\":\"as\"", station.Entry("as"));
            Assert.IsTrue(station.Link.LastOn("status").IndexOf("safe") < 0);
        }

        [TestMethod]
        public void In_safe_mode_what_needs_pumps_is_refused_with_the_reason()
        {
            PortableStation station = Failed(5);
            station.WakeUp(StartReason.Fault).Run();

            Assert.Contains("\"ok\":false,\"error\":\"The station is in safe mode and moves no liquids. ", station.Command("{\"id\":\"c-1\",\"do\":\"measure\",\"channels\":[\"as\"]}"));
        }

        [TestMethod]
        public void The_command_reboot_makes_it_try_normally_once()
        {
            PortableStation station = Failed(5);
            station.WakeUp(StartReason.Fault).Run();
            station.Command("{\"id\":\"c-1\",\"do\":\"reboot\"}");
            station.Cycle.End();
            station.WakeUp(StartReason.Software).Run();

            Assert.Contains("\"n\":\"as\"", station.Entry("as"));
        }

        private static PortableStation Failed(int starts)
        {
            var station = new PortableStation(true);
            for (int i = 0; i < starts; i++)
            {
                station.WakeUp(StartReason.Fault).Start();
                FaultNote.Keep(station.Flash, FaultNote.Watchdog, "measuring");
            }

            return station;
        }
    }
}
