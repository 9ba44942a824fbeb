using nanoFramework.TestFramework;
using WaterNode.Station.Display;
using WaterNode.Station.Operation.Settings;
using WaterNode.Station.Ports;

namespace WaterNode.Station.Tests.Device
{
    /// <summary>station.json on the flash, and changes that come from afar.</summary>
    [TestClass]
    public class SettingsOnFlashTests
    {
        private const string Good =
            "{\"id\":\"lk-anp-0007\",\"gateway\":{\"host\":\"192.168.4.1\",\"port\":8883,\"password\":\"geheim\"},\"wifi\":{\"ssid\":\"Caf\u00E9 \\u0d9c\",\"password\":\"sehr geheim\"},"
            + "\"schedule\":{\"intervalSeconds\":600,\"wetIntervalSeconds\":0,\"awake\":true},\"limitSet\":\"who-2022/1\",\"samplePoint\":\"tap-2\",\"language\":\"ta\","
            + "\"timeZoneMinutes\":-330,\"bottlesMillilitres\":{\"tisab\":250,\"electrolyte\":251,\"standard\":20,\"rinse\":1000}}";

        private const string Head = "{\"id\":\"lk-anp-0007\",\"gateway\":{\"host\":\"g\"}";

        [TestMethod]
        public void Every_member_of_the_file_reaches_the_station_and_is_kept_without_it()
        {
            var station = new PortableStation(false);
            station.WriteSettings(Good);
            AssertStartsAsGood(station);

            station.Flash.Delete(SettingsFile.Name);
            AssertStartsAsGood(station);
        }

        [TestMethod]
        public void Each_fault_says_where_what_and_what_to_do()
        {
            string[] files =
            {
                "",
                "{\"id\":\"abc\",",
                "{\n \"id\":\"abc\",\n \"gateway\":{\"host\":\"g\"},\n}",
                "[\"id\"]",
                "{\"gateway\":{\"host\":\"g\"}}",
                "{\"id\":\"ABC\",\"gateway\":{\"host\":\"g\"}}",
                "{\"id\":\"abc\",\"gateway\":\"g\"}",
                Head + ",\"schedule\":{\"intervalSeconds\":5}}",
                Head + ",\"schedule\":{\"intervalSeconds\":900.5}}",
                Head + ",\"schedule\":{\"awake\":\"yes\"}}",
                Head + ",\"limitSet\":\"sls\"}",
                Head + ",\"language\":\"de\"}",
                Head + ",\"timeZoneMinutes\":841}",
                Head + ",\"wifi\":{\"ssid\":\"x\",\"password\":\"1234567\"}}",
                Head + ",\"Limitset\":\"x\"}",
                Head + ",\"id\":\"abd\"}",
            };
            string[] faults =
            {
                "station.json is missing or empty: write it with nanoff --filedeployment.",
                "station.json ends in the middle (line 1, column 13): write it again.",
                "station.json is no JSON (line 4, column 1): mend a comma, quote or brace there.",
                "station.json must be one object {...} with no more than 16 members.",
                "id is missing: give the station's id, for example lk-anp-0007.",
                "id is 'ABC': give 3 to 32 of a-z, 0-9 and -.",
                "gateway must be an object: {...}. gateway.host is missing: give the gateway's name or address.",
                "schedule.intervalSeconds is 5: give 60 to 86400.",
                "schedule.intervalSeconds is no whole number: give 60 to 86400.",
                "schedule.awake must be true or false, without quotes.",
                "There is no limitSet 'sls': choose sls-614-2013/1 or another.",
                "language is 'de': give en, si or ta.",
                "timeZoneMinutes is 841: give -720 to 840.",
                "wifi.password has fewer than 8 letters: correct it; an open network has none.",
                "There is no 'Limitset': correct it, or take it out.",
                "'id' is there twice: take one out.",
            };
            for (int i = 0; i < files.Length; i++)
            {
                Assert.AreEqual(faults[i], FaultsOf(files[i]));
            }
        }

        [TestMethod]
        public void Every_truncation_of_the_file_is_refused_without_an_exception()
        {
            for (int length = 0; length < Head.Length; length++)
            {
                Assert.IsTrue(FaultsOf(Head.Substring(0, length)).Length > 0);
            }
        }

        [TestMethod]
        public void Letters_that_are_no_UTF_8_are_told_by_their_place()
        {
            var station = new PortableStation(false);
            byte[] file = System.Text.Encoding.UTF8.GetBytes(Head + ",\"wifi\":{\"ssid\":\"Caf_\"}}");
            file[Head.Length + 20] = 0xE9;
            station.Flash.Replace(SettingsFile.Name, file);

            Assert.IsFalse(station.StartBySettings(StartReason.PowerOn, out SettingsStore settings));
            Assert.AreEqual("station.json is not UTF-8 (line 1, column " + (Head.Length + 21).ToString() + "): save it as UTF-8.", settings.Faults.ToLine(200));
        }

        [TestMethod]
        public void A_file_with_faults_changes_nothing_and_is_told_on_the_display_and_in_an_event()
        {
            var station = new PortableStation(false);
            station.WriteSettings(Good);
            AssertStartsAsGood(station);
            station.WriteSettings(Head + ",\"timeZoneMinutes\":841}");

            Assert.IsTrue(station.StartBySettings(StartReason.PowerOn, out SettingsStore settings));
            Assert.AreEqual("who-2022/1", settings.InForce.TextOf(SettingsMember.LimitSet));
            station.Cycle.Run();
            station.Press(ButtonPress.Short, ButtonPress.Short, ButtonPress.Short, ButtonPress.Short, ButtonPress.Short, ButtonPress.Short, ButtonPress.Short, ButtonPress.Short);
            Assert.IsTrue(station.Config.DisplayLanguage == Language.Tamil);
            Assert.IsTrue(DrawnText.IsAt(station.Instruments.LastPage, 0, 18, "timeZoneMinutes is", 1, 1));
            Assert.Contains("\"what\":\"rejected-file\"", station.Link.LastWith("events", "configuration"));
        }

        [TestMethod]
        public void A_change_from_afar_that_harms_nobody_is_in_force_after_a_restart()
        {
            PortableStation station = Started();

            Assert.AreEqual("{\"id\":\"c-1\",\"ok\":true,\"what\":\"accepted\"}", station.Command("{\"id\":\"c-1\",\"do\":\"configure\",\"set\":{\"schedule\":{\"intervalSeconds\":1200}}}"));
            Assert.IsTrue(station.Cycle.WantsRestart);
            Assert.IsTrue(station.StartBySettings(StartReason.Software, out SettingsStore _));
            Assert.AreEqual(1200, station.Config.IntervalSeconds);
            Assert.Contains("\"changed\":{\"schedule.intervalSeconds\":{\"old\":600,\"new\":1200}}", station.Link.LastWith("events", "configuration"));
        }

        [TestMethod]
        public void Another_limit_set_waits_until_somebody_at_the_station_agrees()
        {
            PortableStation station = Started();
            Assert.Contains("\"what\":\"waiting\"", station.Command("{\"id\":\"c-1\",\"do\":\"configure\",\"set\":{\"limitSet\":\"sls-614-2013/1\"}}"));
            Assert.IsFalse(station.Cycle.WantsRestart);

            station.Press(ButtonPress.Short);
            station.Clock.PassSeconds(5);
            station.Press(ButtonPress.Hold);
            Assert.IsTrue(station.Cycle.WantsRestart);
            Assert.IsTrue(station.StartBySettings(StartReason.Software, out SettingsStore _));
            Assert.AreEqual("sls-614-2013/1", station.Config.LimitSetId);
        }

        [TestMethod]
        public void A_change_with_faults_is_refused_with_all_of_them()
        {
            PortableStation station = Started();

            Assert.AreEqual(
                "{\"id\":\"c-1\",\"ok\":false,\"error\":\"Nothing was changed. schedule.intervalSeconds is 5: give 60 to 86400. language is 'xx': give en, si or ta.\"}",
                station.Command("{\"id\":\"c-1\",\"do\":\"configure\",\"set\":{\"schedule\":{\"intervalSeconds\":5},\"language\":\"xx\"}}"));
        }

        private static PortableStation Started()
        {
            var station = new PortableStation(false);
            station.WriteSettings(Good);
            Assert.IsTrue(station.StartBySettings(StartReason.PowerOn, out SettingsStore _));
            station.Cycle.Run();
            return station;
        }

        private static void AssertStartsAsGood(PortableStation station)
        {
            Assert.IsTrue(station.StartBySettings(StartReason.PowerOn, out SettingsStore settings));
            Assert.IsTrue(station.Cycle.Start());
            Assert.AreEqual(600, station.Config.IntervalSeconds);
            Assert.AreEqual("who-2022/1", station.Config.LimitSetId);
            Assert.AreEqual("tap-2", station.Config.SamplePoint);
            Assert.AreEqual(-330, station.Config.TimeZoneMinutes);
            Assert.AreEqual(20, station.Config.StandardBottleMilliLitres);
            Assert.IsTrue(station.Config.DisplayLanguage == Language.Tamil);
            Assert.AreEqual("Caf\u00E9 \u0d9c", settings.InForce.TextOf(SettingsMember.WirelessName));
            Assert.AreEqual(8883, settings.InForce.NumberOf(SettingsMember.GatewayPort));
        }

        private static string FaultsOf(string file)
        {
            var station = new PortableStation(false);
            station.WriteSettings(file);
            Assert.IsFalse(station.StartBySettings(StartReason.PowerOn, out SettingsStore settings), file);
            return settings.Faults.ToLine(500);
        }
    }
}
