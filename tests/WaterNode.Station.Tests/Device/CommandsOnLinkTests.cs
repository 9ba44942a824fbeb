using nanoFramework.TestFramework;
using WaterNode.Station.Ports;

namespace WaterNode.Station.Tests.Device
{
    /// <summary>Commands as a whole station takes them from its link.</summary>
    [TestClass]
    public class CommandsOnLinkTests
    {
        [TestMethod]
        public void Measure_asks_for_a_cycle_now_and_answers_with_its_record()
        {
            PortableStation station = Measured(true);
            station.Clock.PassSeconds(60);

            Assert.AreEqual("{\"id\":\"c-1\",\"ok\":true,\"seq\":5,\"verdict\":\"safe\"}", station.Command("{\"id\":\"c-1\",\"do\":\"measure\",\"channels\":[\"as\"]}"));
        }

        [TestMethod]
        public void A_command_is_carried_out_once_and_answered_again_also_after_a_restart()
        {
            PortableStation station = Measured(false);
            station.Command("{\"id\":\"c-1\",\"do\":\"measure\",\"channels\":[\"ph\"]}");
            long sequence = station.Cycle.Journal.LastSequence;

            Assert.AreEqual("{\"id\":\"c-1\",\"ok\":true,\"again\":true}", station.Command("{\"id\":\"c-1\",\"do\":\"measure\",\"channels\":[\"ph\"]}"));
            station.WakeUp(StartReason.Software).Start();
            Assert.AreEqual("{\"id\":\"c-1\",\"ok\":true,\"again\":true}", station.Command("{\"id\":\"c-1\",\"do\":\"measure\",\"channels\":[\"ph\"]}"));
            Assert.AreEqual(
                "{\"id\":\"c-1\",\"ok\":false,\"error\":\"The id c-1 was used for another measure before: give this command another.\"}",
                station.Command("{\"id\":\"c-1\",\"do\":\"measure\",\"channels\":[\"ec\"]}"));
            Assert.AreEqual(sequence, station.Cycle.Journal.LastSequence);
        }

        [TestMethod]
        public void An_expired_command_is_refused_with_the_time_when_it_expired()
        {
            PortableStation station = Measured(false);

            Assert.AreEqual(
                "{\"id\":\"c-1\",\"ok\":false,\"error\":\"Expired since 2025-11-21 16:00:00 UTC, so nothing was done: send it again with a later exp.\"}",
                station.Command("{\"id\":\"c-1\",\"exp\":1763740800,\"do\":\"identify\"}"));
            Assert.AreEqual("{\"id\":\"c-2\",\"ok\":true}", station.Command("{\"id\":\"c-2\",\"exp\":1763744400,\"do\":\"identify\"}"));
        }

        [TestMethod]
        public void A_command_with_faults_is_told_all_of_them()
        {
            PortableStation station = Measured(false);

            Assert.AreEqual(
                "{\"id\":\"c-1\",\"ok\":false,\"error\":\"'chanels' is no member of measure: beside id, exp and do it has 'channels'. There is no channel 'x': choose temp, ph, ec, f, as.\"}",
                station.Command("{\"id\":\"c-1\",\"do\":\"measure\",\"chanels\":1,\"channels\":[\"x\"]}"));
            Assert.Contains("There is no command 'dance': do is measure, ", station.Command("{\"id\":\"c-2\",\"do\":\"dance\"}"));
        }

        [TestMethod]
        public void What_is_no_command_is_answered_without_an_id()
        {
            PortableStation station = Measured(false);
            string[] garbage = { "", "{", "null", "[]", "{}", "{\"id\":1}", "{\"id\":\"\"}", "{\"id\":\"x\",\"do\":", "\u0000\u0001", "{\"id\":\"" + new string('x', 100) + "\",\"do\":\"reboot\"}" };
            for (int i = 0; i < garbage.Length; i++)
            {
                Assert.StartsWith("{\"id\":\"\",\"ok\":false,\"error\":\"", station.Command(garbage[i]));
            }

            string whole = "{\"id\":\"c-1\",\"exp\":1763744400,\"do\":\"measure\",\"channels\":[\"ph\",\"ec\"]}";
            for (int length = 0; length < whole.Length; length++)
            {
                Assert.Contains("ends too early, after " + length.ToString() + " bytes", station.Command(whole.Substring(0, length)));
            }
        }

        [TestMethod]
        public void Letters_that_are_no_UTF_8_in_a_command_end_nothing()
        {
            PortableStation station = Measured(false);
            byte[] command = System.Text.Encoding.UTF8.GetBytes("{\"id\":\"c-1\",\"do\":\"abc\"}");
            for (int value = 0x80; value < 0x100; value += 7)
            {
                for (int place = 18; place < 21; place++)
                {
                    command[place] = (byte)value;
                }

                station.Link.DeliverBytes("waternode/v1/lk-anp-0007/command", command);
                station.Cycle.Serve(10);
            }

            Assert.AreEqual("{\"id\":\"c-2\",\"ok\":true}", station.Command("{\"id\":\"c-2\",\"do\":\"identify\"}"), "it goes on");
        }

        [TestMethod]
        public void The_self_test_tries_every_part_and_says_what_is_wrong()
        {
            PortableStation station = Measured(false);
            string good = station.Command("{\"id\":\"c-1\",\"do\":\"selftest\"}");
            Assert.StartsWith("{\"id\":\"c-1\",\"ok\":true,\"parts\":{\"clock\":\"ok\",\"screen\":\"ok\",\"link\":\"ok\",\"flash\":\"ok\",\"probe\":\"ok\",\"adc-ph\":\"ok\",", good);
            Assert.Contains(",\"rssi\":-71,\"battery\":3.91,\"heap\":51200,\"free\":", good);

            station.Instruments.PotentiostatAnswers = false;
            station.Instruments.AdcFaults[AdcInput.Conductivity] = AdcStatus.NoAnswer;
            Assert.Contains("Failed: adc-ec no-answer, potentiostat no-answer. ", station.Command("{\"id\":\"c-2\",\"do\":\"selftest\"}"));
        }

        [TestMethod]
        public void Identify_shows_the_id_until_a_press_ends_it()
        {
            PortableStation station = Measured(false);
            station.Command("{\"id\":\"c-1\",\"do\":\"identify\",\"seconds\":30}");
            Assert.IsTrue(station.Cycle.IsAttended);
            int lit = DrawnText.LitPixels(station.Instruments.LastPage);
            station.Clock.PassSeconds(1);
            station.Cycle.Serve(0);
            Assert.AreEqual(128 * 64, lit + DrawnText.LitPixels(station.Instruments.LastPage), "it blinks");

            station.Press(ButtonPress.Short);
            Assert.IsFalse(station.Cycle.IsAttended);
        }

        [TestMethod]
        public void A_reboot_is_answered_when_the_station_is_back()
        {
            PortableStation station = Measured(false);
            Assert.AreEqual("", station.Command("{\"id\":\"c-1\",\"do\":\"reboot\"}"));
            Assert.IsTrue(station.Cycle.WantsRestart);
            station.Cycle.End();

            station.WakeUp(StartReason.Software).Run();
            station.Cycle.Serve(10);
            Assert.AreEqual("{\"id\":\"c-1\",\"ok\":true}", station.Link.LastOn("result"));
        }

        private static PortableStation Measured(bool measuresWet)
        {
            var station = new PortableStation(measuresWet);
            station.Cycle.Run();
            return station;
        }
    }
}
