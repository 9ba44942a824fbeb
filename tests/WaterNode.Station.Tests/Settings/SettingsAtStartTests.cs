using System.Text;
using WaterNode.Station.Operation.Settings;
using WaterNode.Station.Tests.Simulation;

namespace WaterNode.Station.Tests.Settings;

/// <summary>Which settings a station starts with, and what the journal hears of it.</summary>
[TestClass]
public class SettingsAtStartTests
{
    private const string Other = """{"id":"lk-anp-0007","gateway":{"host":"gateway.local"},"limitSet":"who-2022/1"}""";
    private const string Misspelt = """{"id":"lk-anp-0007","gateway":{"host":"gateway.local"},"limitset":"who-2022/1"}""";
    private const string MisspeltFault = "There is no 'limitset': look for a misspelling, or take it out.";

    [TestMethod]
    public void A_new_station_takes_its_file_tells_of_it_once_and_hands_the_calibrations_over_once()
    {
        var bench = SettingsBench.Started(SettingsBench.Full);
        bench.Start();
        bench.Start();

        Assert.AreEqual("who-2022/1", LimitSet(bench));
        CollectionAssert.AreEqual(new[] { 1763740800L }, bench.Calibrations);
        var told = string.Join('\n', bench.Events());
        StringAssert.Contains(told, "\"what\":\"accepted\",\"by\":\"file\",\"changed\":{\"id\":{\"old\":\"\",\"new\":\"lk-anp-0007\"}");
        Assert.HasCount(1, told.Split("\"bottlesMillilitres.rinse\":{\"old\":2000,\"new\":1000}")[1..]);
        Assert.IsFalse(told.Contains("geheim"), "no password leaves the station");
    }

    [TestMethod]
    public void Another_good_file_replaces_everything_and_the_journal_says_what_changed()
    {
        var bench = SettingsBench.Started();
        bench.Write(Other);

        Assert.IsTrue(bench.Start());

        Assert.AreEqual("who-2022/1", LimitSet(bench));
        Assert.AreEqual("\"what\":\"accepted\",\"by\":\"file\",\"changed\":{\"limitSet\":{\"old\":\"sls-614-2013/1\",\"new\":\"who-2022/1\"}}", bench.Events()[^1]);
    }

    [TestMethod]
    public void A_faulty_file_leaves_the_last_good_settings_in_force_and_is_told_once()
    {
        var bench = SettingsBench.Started(Other);
        bench.Write(Misspelt);

        for (var start = 1; start <= 3; start++)
        {
            Assert.IsTrue(bench.Start());
            Assert.AreEqual("who-2022/1", LimitSet(bench));
            Assert.AreEqual(MisspeltFault, bench.FaultText, "the display shows it at every start");
        }

        Assert.AreEqual($"\"what\":\"rejected-file\",\"by\":\"file\",\"faults\":\"{MisspeltFault}\"", bench.Events()[^1]);
        Assert.HasCount(2, bench.Events());
    }

    [TestMethod]
    public void A_file_that_is_gone_leaves_the_last_good_settings_in_force_and_is_told_once()
    {
        var bench = SettingsBench.Started(Other);
        bench.Flash.Delete(SettingsFile.Name);

        Assert.IsTrue(bench.Start());
        Assert.IsTrue(bench.Start());

        Assert.AreEqual("who-2022/1", LimitSet(bench));
        Assert.HasCount(2, bench.Events());
        StringAssert.Contains(bench.Events()[^1], "station.json is missing or empty");
    }

    [TestMethod]
    public void Without_any_good_settings_the_station_does_not_run_and_says_why()
    {
        var empty = new SettingsBench();
        Assert.IsFalse(empty.Start());
        StringAssert.StartsWith(empty.FaultText, "station.json is missing");

        var misspelt = SettingsBench.With(Misspelt);
        Assert.IsFalse(misspelt.Start());
        Assert.AreEqual(MisspeltFault, misspelt.FaultText);
    }

    [TestMethod]
    public void A_file_that_is_corrected_after_it_was_refused_is_taken()
    {
        var bench = SettingsBench.Started();
        bench.Write(Misspelt);
        bench.Start();
        bench.Write(Other);

        Assert.IsTrue(bench.Start());

        Assert.AreEqual("who-2022/1", LimitSet(bench));
        Assert.AreEqual(0, bench.Store.Faults.Count);
    }

    [TestMethod]
    public void Refused_calibrations_do_not_keep_the_rest_of_a_file_from_counting()
    {
        var bench = new SettingsBench { CalibrationProblem = "ph: 4.00 is no buffer." };
        bench.Write(SettingsBench.Full);

        Assert.IsTrue(bench.Start());

        Assert.AreEqual("ph: 4.00 is no buffer.", bench.FaultText);
        Assert.AreEqual("who-2022/1", LimitSet(bench));
        Assert.IsTrue(bench.Start());
        Assert.HasCount(1, bench.Calibrations);
    }

    [TestMethod]
    public void While_the_flash_refuses_the_event_a_new_file_counts_and_is_told_at_a_later_start()
    {
        var bench = SettingsBench.Started();
        bench.Write(Other);
        bench.Flash.RefusesAfterBytes = 0;
        Assert.IsTrue(bench.Start());
        Assert.AreEqual("who-2022/1", LimitSet(bench));

        bench.Flash.RefusesAfterBytes = null;
        Assert.IsTrue(bench.Start());
        Assert.IsTrue(bench.Start());

        Assert.HasCount(1, bench.Events().Where(one => one.Contains("who-2022/1")));
    }

    [TestMethod]
    public void Kept_settings_with_a_limit_set_that_the_program_does_not_know_any_more_do_not_stop_a_good_file()
    {
        var bench = SettingsBench.Started(Other);
        var state = bench.Flash.Bytes("k0000001.log");
        Assert.IsTrue(Forge(state, "who-2022/1", "who-2001/1"));

        Assert.IsTrue(bench.Start(), bench.FaultText);

        Assert.AreEqual("who-2022/1", LimitSet(bench));
    }

    [TestMethod]
    public void A_power_cut_at_any_byte_of_a_change_by_file_leaves_the_old_or_the_new_settings_and_in_the_end_the_new_ones_told()
    {
        for (var bytes = 0; ; bytes++)
        {
            var bench = SettingsBench.Started(SettingsBench.Full);
            bench.Write(Other);
            bench.Flash.BytesUntilPowerCut = bytes;
            var wasCut = IsCut(() => bench.Start());
            bench.Flash.BytesUntilPowerCut = null;

            Assert.IsTrue(bench.Start(), $"cut after {bytes} bytes");
            Assert.AreEqual("who-2022/1", LimitSet(bench), $"cut after {bytes} bytes");
            Assert.AreEqual(900, bench.Store.InForce.NumberOf(SettingsMember.IntervalSeconds), $"cut after {bytes} bytes");
            var told = bench.Events().Count(one => one.Contains("\"schedule.intervalSeconds\":{\"old\":600,\"new\":900}"));
            Assert.IsTrue(told is 1 or 2, $"cut after {bytes} bytes: told {told} times");
            if (!wasCut) return;
        }
    }

    [TestMethod]
    public void A_power_cut_at_any_byte_while_the_file_itself_is_written_leaves_a_station_that_runs()
    {
        var whole = Encoding.UTF8.GetBytes(Other);
        for (var length = 0; length < whole.Length; length++)
        {
            var bench = SettingsBench.Started(SettingsBench.Full);
            bench.Write(whole[..length]);

            Assert.IsTrue(bench.Start(), $"{length} bytes");
            Assert.AreEqual("tap-2", bench.Store.InForce.TextOf(SettingsMember.SamplePoint), $"{length} bytes");
            Assert.AreEqual(1, bench.Store.Faults.Count, $"{length} bytes");
        }
    }

    internal static bool IsCut(Action action)
    {
        try
        {
            action();
            return false;
        }
        catch (PowerCutException)
        {
            return true;
        }
    }

    private static string LimitSet(SettingsBench bench) => bench.Store.InForce.TextOf(SettingsMember.LimitSet);

    /// <summary>Changes a text in the last frame of a state, as another program would have written it.</summary>
    private static bool Forge(List<byte> file, string text, string other)
    {
        var at = Encoding.ASCII.GetString([.. file]).LastIndexOf(text, StringComparison.Ordinal);
        for (var i = 0; i < other.Length; i++) file[at + i] = (byte)other[i];
        var bytes = file.ToArray();
        BitConverter.GetBytes(CrcOf(bytes)).CopyTo(bytes, bytes.Length - 4);
        file.Clear();
        file.AddRange(bytes);
        return at > 0;
    }

    private static uint CrcOf(byte[] file) => Station.Journal.Crc32.Of(file, 0, file.Length - 4);
}
