using nanoFramework.TestFramework;
using WaterNode.Station.Ports;
using WaterNode.Station.Wire;

namespace WaterNode.Station.Tests.Device
{
    /// <summary>Deep sleep and restarts: all that is in memory is gone.</summary>
    [TestClass]
    public class SleepTests
    {
        private const int Interval = 900;

        [TestMethod]
        public void Sequence_and_power_on_go_on_after_deep_sleep_and_a_cold_start_is_counted()
        {
            var station = new PortableStation(false);
            station.Cycle.Run();
            string generation = station.Cycle.Journal.Generation;
            station.WakeUp(StartReason.DeepSleep).Run();
            Assert.AreEqual(2L, station.Cycle.Journal.LastSequence);
            Assert.AreEqual(1L, station.Cycle.Journal.PowerOn);

            station.WakeUp(StartReason.PowerOn).Run();
            Assert.AreEqual(3L, station.Cycle.Journal.LastSequence);
            Assert.AreEqual(2L, station.Cycle.Journal.PowerOn);
            Assert.AreEqual(generation, station.Cycle.Journal.Generation);
            Assert.Contains("\"reset\":\"power\"", station.Link.LastOn("status"));
        }

        [TestMethod]
        public void The_verdict_outlives_deep_sleep_for_two_intervals_and_no_longer()
        {
            var station = new PortableStation(true);
            station.Cycle.Run();
            station.WakeUp(StartReason.DeepSleep).Start();
            Assert.IsTrue(station.Cycle.Verdict == Verdict.Safe);

            station.Clock.PassSeconds(2 * Interval);
            Assert.IsTrue(station.Cycle.Verdict == Verdict.Uncertain);
        }

        [TestMethod]
        public void A_value_unlike_those_before_the_sleep_is_suspect()
        {
            var station = new PortableStation(false);
            for (int i = 0; i < 4; i++)
            {
                station.WakeUp(i == 0 ? StartReason.PowerOn : StartReason.DeepSleep).Run();
                station.Clock.PassSeconds(Interval);
            }

            station.Instruments.Ph = 8.4;
            station.WakeUp(StartReason.DeepSleep).Run();
            Assert.Contains("\"q\":3,", station.Entry("ph"));
            Assert.Contains("\"why\":\"spike\",\"vd\":\"uncertain\"", station.Entry("ph"));
        }

        [TestMethod]
        public void A_sleeping_station_sends_and_disconnects()
        {
            var station = new PortableStation(false);
            station.Config.StaysConnected = false;
            station.WakeUp(StartReason.DeepSleep).Run();

            Assert.AreEqual(0, station.Cycle.Journal.PendingCount);
            Assert.IsFalse(station.Link.IsConnected);
        }
    }
}
