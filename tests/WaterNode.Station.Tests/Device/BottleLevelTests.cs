using nanoFramework.TestFramework;
using WaterNode.Station.Ports;

namespace WaterNode.Station.Tests.Device
{
    [TestClass]
    public class BottleLevelTests
    {
        [TestMethod]
        public void A_new_station_asks_once_to_fill_and_confirm()
        {
            var station = new PortableStation(true);
            station.Cycle.Run();
            int asked = station.Link.CountOn("events");
            Assert.Contains("\"unknown\":\"tisab electrolyte standard rinse\"", station.Link.LastOn("events"));

            station.Clock.PassSeconds(900);
            station.WakeUp(StartReason.DeepSleep).Run();
            Assert.AreEqual(asked, station.Link.CountOn("events"));
        }

        [TestMethod]
        public void A_confirmed_filling_counts_down_through_deep_sleep_and_is_told_below_ten_runs()
        {
            var station = new PortableStation(true);
            station.Config.TisabBottleMilliLitres = 55;
            station.WakeUp(StartReason.PowerOn).Run();
            Assert.AreEqual("{\"id\":\"c-1\",\"ok\":true}", station.Command("{\"id\":\"c-1\",\"do\":\"maintain\",\"refilled\":[\"all\"]}"));
            Assert.AreEqual("", station.Link.LastWith("events", "\"runs\""));
            for (int i = 0; i < 2; i++)
            {
                station.Clock.PassSeconds(900);
                station.WakeUp(StartReason.DeepSleep).Run();
            }

            station.Cycle.Serve(10);
            Assert.Contains("\"type\":\"reagent\",\"bottle\":\"tisab\",\"leftMilliLitres\":45,\"runs\":9}", station.Link.LastWith("events", "\"runs\""));
        }

        [TestMethod]
        public void A_bottle_that_does_not_exist_is_told_with_those_that_do()
        {
            var station = new PortableStation(false);
            station.Cycle.Run();

            Assert.Contains("There is no bottle 'beer': give tisab, electrolyte, standard, rinse or all.", station.Command("{\"id\":\"c-1\",\"do\":\"maintain\",\"refilled\":[\"beer\"]}"));
        }

        [TestMethod]
        public void All_full_is_confirmed_at_the_station_by_two_holds()
        {
            var station = new PortableStation(false);
            station.Cycle.Run();
            for (int i = 0; i < 10; i++)
            {
                station.Press(ButtonPress.Short);
            }

            Assert.IsTrue(DrawnText.IsTitle(station.Instruments.LastPage, "Reagents"));
            station.Press(ButtonPress.Hold, ButtonPress.Hold);
            station.Cycle.Serve(10);
            Assert.Contains("\"refilled\":true,\"leftMilliLitres\":2000,\"who\":\"button\"}", station.Link.LastWith("events", "\"rinse\""));
        }
    }
}
