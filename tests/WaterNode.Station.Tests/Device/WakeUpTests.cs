using nanoFramework.TestFramework;
using WaterNode.Station.Operation;
using WaterNode.Station.Ports;
using WaterNode.Station.Wire;

namespace WaterNode.Station.Tests.Device
{
    [TestClass]
    public class WakeUpTests
    {
        [TestMethod]
        public void One_wake_up_measures_five_channels_and_sends_them_as_the_contract_writes_them()
        {
            var station = new PortableStation(true);
            CycleReport report = station.Cycle.Run();

            Assert.IsTrue(report.Stored);
            Assert.AreEqual(2L, report.Sequence, "fluoride and arsenic have a record of their own");
            Assert.AreEqual(0, report.Pending);
            Assert.IsTrue(report.Verdict == Verdict.Safe);
            Assert.AreEqual("\"n\":\"temp\",\"u\":\"Cel\",\"v\":27.4,\"q\":1,\"uc\":0.25", station.Entry("temp"));
            Assert.AreEqual("\"n\":\"ph\",\"u\":\"pH\",\"v\":7.12,\"q\":1,\"uc\":0.014,\"cal\":17,\"vd\":\"safe\"", station.Entry("ph"));
            Assert.AreEqual("\"n\":\"ec\",\"u\":\"S/m\",\"v\":0.060902,\"q\":1,\"uc\":0.00075,\"cal\":15", station.Entry("ec"));
            Assert.AreEqual("\"n\":\"f\",\"u\":\"kg/m3\",\"v\":0.00049998,\"q\":1,\"uc\":0.000032,\"cal\":9,\"lod\":0.00004,\"vd\":\"safe\"", station.Entry("f"));
            Assert.AreEqual("\"n\":\"as\",\"u\":\"kg/m3\",\"v\":0.00000299948,\"q\":1,\"uc\":0.00000033,\"cal\":3,\"lod\":0.00000068,\"vd\":\"safe\"", station.Entry("as"));
        }

        [TestMethod]
        public void The_pack_names_station_time_and_limits()
        {
            var station = new PortableStation(false);
            station.Cycle.Run();

            Assert.StartsWith("[{\"bn\":\"waternode/lk-anp-0007/\",\"bt\":17637408", station.Link.LastOn("readings"));
            Assert.Contains("\"gen\":\"" + station.Cycle.Journal.Generation + "\",\"seq\":1,\"old\":1,\"pon\":1,", station.Link.LastOn("readings"));
            Assert.Contains("\"pt\":\"treated\",\"ls\":\"sls-614-2013/1\",", station.Link.LastOn("readings"));
            Assert.Contains("{\"online\":true,", station.Link.LastOn("status"));
            Assert.Contains(",\"heap\":51200,\"reset\":\"power\",\"battery\":3.91,\"rssi\":-71}", station.Link.LastOn("status"));
        }

        [TestMethod]
        public void Much_arsenic_makes_the_water_unsafe()
        {
            var station = new PortableStation(true);
            station.Instruments.Arsenic = 60;

            Assert.IsTrue(station.Cycle.Run().Verdict == Verdict.Unsafe);
            Assert.Contains("\"vd\":\"unsafe\"", station.Entry("as"));
            Assert.Contains("\"vd\":\"safe\"", station.Entry("f"));
        }

        [TestMethod]
        public void A_dead_pump_a_silent_potentiostat_and_an_open_input_each_say_so_and_the_others_are_measured()
        {
            var station = new PortableStation(true);
            station.Instruments.DeadPumps.Add(FluidLine.Tisab);
            station.Instruments.PotentiostatAnswers = false;
            station.Instruments.AdcFaults[AdcInput.Ph] = AdcStatus.Rail;
            CycleReport report = station.Cycle.Run();

            Assert.IsTrue(report.Stored);
            Assert.IsTrue(report.Verdict == Verdict.Uncertain);
            Assert.Contains("\"why\":\"pump-no-answer untreated\",\"vd\":\"uncertain\"", station.Entry("f"));
            Assert.Contains("\"vs\":\"missing\",\"q\":9,\"cal\":3,\"why\":\"potentiostat-no-answer\"", station.Entry("as"));
            Assert.Contains("\"vs\":\"missing\",\"q\":4,\"cal\":17,\"why\":\"fault\"", station.Entry("ph"));
            Assert.Contains("\"v\":0.0609", station.Entry("ec"));
        }

        [TestMethod]
        public void Without_a_temperature_nothing_is_reckoned_with_a_guessed_one()
        {
            var station = new PortableStation(true);
            station.Instruments.HasTemperature = false;
            station.Cycle.Run();

            Assert.Contains("\"why\":\"no-answer\"", station.Entry("temp"));
            Assert.Contains("\"why\":\"no-temperature\"", station.Entry("ph"));
            Assert.Contains("\"why\":\"no-temperature\"", station.Entry("ec"));
            Assert.Contains("\"why\":\"no-temperature\"", station.Entry("f"));
        }

        [TestMethod]
        public void What_the_flash_refuses_is_told_as_not_stored_and_not_sent()
        {
            var station = new PortableStation(false);
            station.Cycle.Run();
            station.Flash.RefusesAppends = true;
            station.Clock.PassSeconds(900);

            Assert.IsFalse(station.Cycle.Run().Stored);
            Assert.AreEqual(1, station.Link.CountOn("readings"));
        }

        [TestMethod]
        public void What_was_measured_without_a_connection_is_sent_when_there_is_one()
        {
            var station = new PortableStation(false);
            station.Link.AcceptsConnections = false;
            for (int i = 0; i < 3; i++)
            {
                station.Cycle.Run();
                station.Clock.PassSeconds(900);
            }

            Assert.AreEqual(3, station.Cycle.Journal.PendingCount);
            station.Link.AcceptsConnections = true;
            Assert.AreEqual(0, station.Cycle.Run().Pending);
            Assert.Contains("\"seq\":1,", station.Link.LastOn("readings"), "all in one pack");
        }

        [TestMethod]
        public void The_gateways_time_sets_a_clock_that_nobody_set()
        {
            var station = new PortableStation(false);
            station.Clock.PowerOn(false);
            station.Link.TimeUtcSeconds = PortableStation.Morning + 77;
            station.Cycle.Run();
            Assert.IsTrue(station.Link.LastOn("readings").IndexOf("\"bt\"") < 0, "nobody knows when it was");

            station.Clock.PassSeconds(900);
            station.Cycle.Run();
            Assert.Contains("\"bt\":1763741", station.Link.LastOn("readings"));
        }

        [TestMethod]
        public void A_program_fault_in_one_channel_is_told_and_ends_no_other()
        {
            var station = new PortableStation(false);
            station.Ports.TemperatureProbe = new BrokenProbe();
            station.WakeUp(StartReason.PowerOn).Run();

            Assert.Contains("\"why\":\"software-fault\"", station.Entry("temp"));
            Assert.Contains("\"why\":\"no-temperature\"", station.Entry("ph"));
            station.Cycle.Serve(10);
            Assert.Contains("\"type\":\"fault\",\"what\":\"System.InvalidOperationException temp\",\"during\":\"measuring\"", station.Link.LastOn("events"));
        }
    }
}
