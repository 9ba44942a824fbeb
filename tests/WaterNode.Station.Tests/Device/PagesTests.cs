using nanoFramework.TestFramework;
using WaterNode.Station.Display;
using WaterNode.Station.Ports;

namespace WaterNode.Station.Tests.Device
{
    [TestClass]
    public class PagesTests
    {
        [TestMethod]
        public void The_verdict_is_shown_with_what_was_measured_and_that_it_is_stored()
        {
            byte[] page = Measured().Instruments.LastPage;

            Assert.IsTrue(DrawnText.IsAt(page, 54, 1, "SAFE", 2, 2));
            Assert.IsTrue(DrawnText.IsAt(page, 54, 18, "chemicals", 1, 1));
            Assert.IsTrue(DrawnText.IsAt(page, 54, 27, "measured", 1, 1));
            Assert.IsTrue(DrawnText.IsAt(page, 69, 55, "stored", 1, 1));
        }

        [TestMethod]
        public void Short_presses_turn_through_all_pages_back_to_the_verdict()
        {
            string[] titles =
            {
                "Arsenic", "Fluoride", "pH", "Salts (EC)", "Salts (TDS)", "Temperature", "Connection", "Time", "Calibration", "Reagents",
            };
            PortableStation station = Measured();
            for (int i = 0; i < titles.Length; i++)
            {
                station.Press(ButtonPress.Short);
                Assert.IsTrue(DrawnText.IsTitle(station.Instruments.LastPage, titles[i]), titles[i]);
            }

            station.Press(ButtonPress.Short);
            Assert.IsTrue(DrawnText.IsAt(station.Instruments.LastPage, 54, 1, "SAFE", 2, 2));
        }

        [TestMethod]
        public void Values_are_shown_rounded_for_people()
        {
            PortableStation station = Measured();
            station.Press(ButtonPress.Short);
            Assert.IsTrue(DrawnText.IsNumber(station.Instruments.LastPage, "3.0"), "arsenic");
            station.Press(ButtonPress.Short);
            Assert.IsTrue(DrawnText.IsNumber(station.Instruments.LastPage, "0.50"), "fluoride");
            station.Press(ButtonPress.Short);
            Assert.IsTrue(DrawnText.IsNumber(station.Instruments.LastPage, "7.12"), "pH");
            station.Press(ButtonPress.Short);
            Assert.IsTrue(DrawnText.IsNumber(station.Instruments.LastPage, "609"), "conductivity at 25 degrees C");
        }

        [TestMethod]
        public void The_clock_is_shown_in_the_stations_zone()
        {
            PortableStation station = Measured();
            station.Config.TimeZoneMinutes = 330;
            station.Clock.Set(PortableStation.Morning);
            station.Press(ButtonPress.Short, ButtonPress.Short, ButtonPress.Short, ButtonPress.Short, ButtonPress.Short, ButtonPress.Short, ButtonPress.Short, ButtonPress.Short);

            byte[] page = station.Instruments.LastPage;
            Assert.IsTrue(DrawnText.IsTitle(page, "Time"));
            Assert.IsTrue(DrawnText.IsAt(page, 0, 50, "2025-11-21", 1, 1));
            var canvas = new Canvas();
            int end = canvas.Large(0, 22, "21:30");
            Assert.IsTrue(DrawnText.IsAt(page, end + 2, 34, "UTC+5:30", 1, 1));
        }

        [TestMethod]
        public void Every_page_has_a_name_in_Sinhala_and_Tamil()
        {
            for (int name = 0; name <= (int)PageName.Reagents; name++)
            {
                byte[] sinhala = PageNames.Of((PageName)name, Language.Sinhala);
                byte[] tamil = PageNames.Of((PageName)name, Language.Tamil);

                Assert.IsTrue(DrawnText.LitPixels(sinhala) > 10, "Sinhala, page " + name.ToString());
                Assert.IsTrue(DrawnText.LitPixels(tamil) > 10, "Tamil, page " + name.ToString());
                Assert.AreEqual(1, sinhala.Length % 2);
                Assert.AreEqual(1, tamil.Length % 2);
            }
        }

        [TestMethod]
        public void A_minute_after_the_last_press_the_verdict_is_back()
        {
            PortableStation station = Measured();
            station.Press(ButtonPress.Short);
            Assert.IsTrue(station.Cycle.IsAttended);

            station.Clock.PassSeconds(OperatorDisplay.PageSecondsMax);
            station.Cycle.Serve(0);
            Assert.IsFalse(station.Cycle.IsAttended, "the station may sleep");
            Assert.IsTrue(DrawnText.IsAt(station.Instruments.LastPage, 54, 1, "SAFE", 2, 2));
        }

        [TestMethod]
        public void A_press_is_short_long_or_a_hold_by_its_time()
        {
            var timer = new PressTimer();
            timer.Changed(true, 1000);
            timer.Changed(false, 1699);
            timer.Changed(true, 5000);
            timer.Changed(false, 5700);
            timer.Changed(true, 9000);

            Assert.IsTrue(timer.Next(9001) == ButtonPress.Short);
            Assert.IsTrue(timer.Next(9002) == ButtonPress.Long);
            Assert.IsTrue(timer.Next(11999) == ButtonPress.None);
            Assert.IsTrue(timer.Next(12000) == ButtonPress.Hold, "told while it is still down");
        }

        private static PortableStation Measured()
        {
            var station = new PortableStation(true);
            station.Cycle.Run();
            return station;
        }
    }
}
