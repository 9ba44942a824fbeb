using WaterNode.Station.Operation.Settings;
using WaterNode.Station.Tests.Simulation;

namespace WaterNode.Station.Tests.Settings;

/// <summary>The command <c>configure</c>: what takes effect at once, what waits for the button, and what becomes of it when the power goes.</summary>
[TestClass]
public class ChangeFromAfarTests
{
    private const string Accepted = "\"what\":\"accepted\"", Waiting = "\"what\":\"waiting\"", Unchanged = "\"what\":\"unchanged\"";
    private const string Who = """{"limitSet":"who-2022/1"}""";

    [TestMethod]
    public void A_change_of_the_schedule_takes_effect_by_a_restart_and_leaves_the_rest_as_it_was()
    {
        var bench = SettingsBench.Started(SettingsBench.Full);

        Assert.AreEqual(Accepted, bench.Propose("""{"schedule":{"intervalSeconds":300}}""", "c-18"));

        Assert.IsTrue(bench.Store.WantsRestart);
        Assert.AreEqual("\"what\":\"accepted\",\"by\":\"command\",\"command\":\"c-18\",\"changed\":{\"schedule.intervalSeconds\":{\"old\":600,\"new\":300}}", bench.Events()[^1]);
        Assert.IsTrue(bench.Start());
        Assert.IsFalse(bench.Store.WantsRestart);
        Assert.AreEqual(300, bench.Store.InForce.NumberOf(SettingsMember.IntervalSeconds));
        Assert.AreEqual(7200, bench.Store.InForce.NumberOf(SettingsMember.WetIntervalSeconds));
        Assert.AreEqual("geheim", bench.Store.InForce.TextOf(SettingsMember.GatewayPassword));
    }

    [TestMethod]
    [DataRow(Who, SettingsMember.LimitSet, "sls-614-2013/1", "who-2022/1")]
    [DataRow("""{"gateway":{"host":"evil.example"}}""", SettingsMember.GatewayHost, "gateway.local", "evil.example")]
    [DataRow("""{"gateway":{"password":"new secret"}}""", SettingsMember.GatewayPassword, "", "***")]
    [DataRow("""{"wifi":{"ssid":"other"}}""", SettingsMember.WirelessName, "", "other")]
    public void A_change_of_limit_set_gateway_or_network_waits_for_the_button_also_through_a_restart(string set, int member, string from, string to)
    {
        var bench = SettingsBench.Started();

        Assert.AreEqual(Waiting, bench.Propose(set, "c-18"));

        Assert.IsFalse(bench.Store.WantsRestart);
        bench.Start();
        Assert.AreEqual(from, bench.Store.InForce.Shown(member));
        Assert.AreEqual(1, bench.Store.Pending.CountAgainst(bench.Store.InForce));
        Assert.AreEqual(member, bench.Store.Pending.MemberAt(0, bench.Store.InForce));
        Assert.AreEqual(to, bench.Store.Pending.Change.Shown(member));
        Assert.AreEqual("c-18", bench.Store.Pending.CommandId);

        Assert.IsTrue(bench.Store.TryAccept());
        Assert.IsTrue(bench.Store.WantsRestart);
        StringAssert.StartsWith(bench.Events()[^1], "\"what\":\"accepted\",\"by\":\"button\",\"command\":\"c-18\",\"changed\":{\"" + SettingsMember.At(member).Path);
        bench.Start();
        Assert.AreEqual(to, bench.Store.InForce.Shown(member));
        Assert.IsTrue(bench.Store.Pending.Change.IsEmpty);
        Assert.IsFalse(string.Join("", bench.Events()).Contains("secret"));
    }

    [TestMethod]
    public void A_change_that_somebody_refuses_is_gone_and_the_journal_knows()
    {
        var bench = SettingsBench.Started();
        bench.Propose(Who, "c-18");

        Assert.IsTrue(bench.Store.TryRefuse());

        Assert.IsFalse(bench.Store.WantsRestart);
        Assert.AreEqual("\"what\":\"refused\",\"by\":\"button\",\"command\":\"c-18\",\"changed\":{\"limitSet\":{\"old\":\"sls-614-2013/1\",\"new\":\"who-2022/1\"}}", bench.Events()[^1]);
        bench.Start();
        Assert.IsTrue(bench.Store.Pending.Change.IsEmpty);
        Assert.IsFalse(bench.Store.TryAccept(), "nothing is left to accept");
        Assert.IsFalse(bench.Store.TryRefuse());
    }

    [TestMethod]
    public void What_comes_together_waits_together()
    {
        var bench = SettingsBench.Started();

        Assert.AreEqual(Waiting, bench.Propose("""{"schedule":{"intervalSeconds":300},"limitSet":"who-2022/1"}"""));

        bench.Start();
        Assert.AreEqual(900, bench.Store.InForce.NumberOf(SettingsMember.IntervalSeconds));
        Assert.AreEqual(2, bench.Store.Pending.CountAgainst(bench.Store.InForce));
        bench.Store.TryAccept();
        bench.Start();
        Assert.AreEqual(300, bench.Store.InForce.NumberOf(SettingsMember.IntervalSeconds));
        Assert.AreEqual("who-2022/1", bench.Store.InForce.TextOf(SettingsMember.LimitSet));
    }

    [TestMethod]
    public void The_newest_change_replaces_one_that_waits_and_says_so()
    {
        var bench = SettingsBench.Started();
        bench.Propose(Who, "c-1");

        Assert.AreEqual(Waiting + ",\"replaces\":\"c-1\"", bench.Propose("""{"gateway":{"port":8883}}""", "c-2"));

        StringAssert.StartsWith(bench.Events()[^1], "\"what\":\"waiting\",\"by\":\"command\",\"command\":\"c-2\",\"replaces\":\"c-1\"");
        bench.Start();
        Assert.AreEqual("c-2", bench.Store.Pending.CommandId);
        bench.Store.TryAccept();
        bench.Start();
        Assert.AreEqual("sls-614-2013/1", bench.Store.InForce.TextOf(SettingsMember.LimitSet));
        Assert.AreEqual(8883, bench.Store.InForce.NumberOf(SettingsMember.GatewayPort));
    }

    [TestMethod]
    public void A_change_of_something_else_leaves_what_waits_waiting()
    {
        var bench = SettingsBench.Started();
        bench.Propose(Who);
        bench.Propose("""{"samplePoint":"raw"}""");
        bench.Start();

        Assert.AreEqual("raw", bench.Store.InForce.TextOf(SettingsMember.SamplePoint));
        Assert.IsTrue(bench.Store.TryAccept());
        bench.Start();
        Assert.AreEqual("raw", bench.Store.InForce.TextOf(SettingsMember.SamplePoint), "accepting an older change does not bring older values back");
        Assert.AreEqual("who-2022/1", bench.Store.InForce.TextOf(SettingsMember.LimitSet));
    }

    [TestMethod]
    public void A_change_that_takes_effect_at_once_says_which_waiting_one_it_ends()
    {
        var bench = SettingsBench.Started();
        bench.Propose("""{"limitSet":"who-2022/1","samplePoint":"tap-2"}""", "c-1");

        Assert.AreEqual(Accepted + ",\"replaces\":\"c-1\"", bench.Propose("""{"samplePoint":"raw"}""", "c-2"));
        Assert.IsTrue(bench.Store.Pending.Change.IsEmpty);
    }

    [TestMethod]
    public void Asking_for_what_is_in_force_withdraws_what_waits()
    {
        var bench = SettingsBench.Started();
        bench.Propose(Who, "c-1");

        Assert.AreEqual("\"what\":\"withdrawn\",\"replaces\":\"c-1\"", bench.Propose("""{"limitSet":"sls-614-2013/1"}""", "c-2"));

        Assert.IsTrue(bench.Store.Pending.Change.IsEmpty);
        Assert.IsFalse(bench.Store.WantsRestart);
        StringAssert.StartsWith(bench.Events()[^1], "\"what\":\"refused\",\"by\":\"command\",\"command\":\"c-2\",\"replaces\":\"c-1\"");
        var events = bench.Events().Length;
        Assert.AreEqual(Unchanged, bench.Propose("""{"language":"en"}""", "c-3"));
        Assert.HasCount(events, bench.Events(), "nothing happened, nothing is told");
    }

    [TestMethod]
    [DataRow("""{"id":"lk-anp-0008"}""", "Nothing was changed. id cannot be changed from afar: write station.json at the station.")]
    [DataRow("""{"calibration":{}}""", "Nothing was changed. calibration is no setting: send the command calibrate.")]
    [DataRow("""{"schedule":{"wetIntervalSeconds":60},"langage":"si"}""", "Nothing was changed. There is no 'langage': correct it, or take it out. schedule.wetIntervalSeconds is 60: give 0, or 900 or more.")]
    public void A_faulty_change_changes_nothing_and_the_answer_has_all_faults(string set, string error)
    {
        var bench = SettingsBench.Started();
        var events = bench.Events().Length;

        Assert.AreEqual(error, bench.Propose(set));

        bench.Start();
        Assert.HasCount(events, bench.Events());
        Assert.IsFalse(bench.Store.WantsRestart);
    }

    [TestMethod]
    public void A_new_file_at_the_station_ends_a_change_that_waits()
    {
        var bench = SettingsBench.Started();
        bench.Propose(Who, "c-1");
        bench.Write(SettingsBench.Least + " ");

        bench.Start();

        Assert.IsTrue(bench.Store.Pending.Change.IsEmpty);
        Assert.AreEqual("\"what\":\"accepted\",\"by\":\"file\",\"replaces\":\"c-1\",\"changed\":{}", bench.Events()[^1]);
        bench.Start();
        Assert.IsTrue(bench.Store.Pending.Change.IsEmpty);
    }

    [TestMethod]
    public void A_change_from_afar_outlives_restarts_with_the_same_file_and_ends_with_another()
    {
        var bench = SettingsBench.Started();
        bench.Propose("""{"samplePoint":"raw"}""");
        bench.Start();
        bench.Write(SettingsBench.Least);
        bench.Start();
        Assert.AreEqual("raw", bench.Store.InForce.TextOf(SettingsMember.SamplePoint));

        bench.Write(SettingsBench.Least + "\n");
        bench.Start();

        Assert.AreEqual("treated", bench.Store.InForce.TextOf(SettingsMember.SamplePoint));
    }

    [TestMethod]
    public void A_change_that_does_not_fit_any_more_when_somebody_agrees_is_refused()
    {
        var bench = SettingsBench.Started();
        bench.Propose("""{"limitSet":"who-2022/1","schedule":{"wetIntervalSeconds":900}}""", "c-1");
        bench.Propose("""{"schedule":{"intervalSeconds":1800}}""", "c-2");

        Assert.IsFalse(bench.Store.TryAccept());

        Assert.IsTrue(bench.Store.Pending.Change.IsEmpty);
        StringAssert.Contains(bench.Events()[^1], "\"what\":\"refused\",\"by\":\"button\",\"command\":\"c-1\",\"faults\":\"schedule.wetIntervalSeconds is 900");
    }

    [TestMethod]
    public void When_the_flash_refuses_the_answer_says_so_and_nothing_counts()
    {
        var bench = SettingsBench.Started();
        bench.Flash.RefusesAfterBytes = 0;

        StringAssert.StartsWith(bench.Propose("""{"samplePoint":"raw"}"""), "The flash refused to keep the change, so nothing was changed.");
        StringAssert.StartsWith(bench.Propose(Who), "The flash refused to keep the change, so nothing was changed.");

        Assert.IsFalse(bench.Store.WantsRestart);
        Assert.IsTrue(bench.Store.Pending.Change.IsEmpty);
        bench.Flash.RefusesAfterBytes = null;
        bench.Start();
        Assert.AreEqual("treated", bench.Store.InForce.TextOf(SettingsMember.SamplePoint));
    }

    [TestMethod]
    public void Settings_and_a_change_with_every_text_at_its_longest_fit_the_flash_and_the_events()
    {
        string Of(char letter, int length) => new(letter, length);
        var bench = SettingsBench.Started(SettingsBench.Full);
        var set = $$$"""
            {"gateway":{"host":"{{{Of('h', 62)}}}","port":65535,"password":"{{{Of('p', 64)}}}"},"wifi":{"ssid":"{{{string.Concat(Enumerable.Repeat("\\\"", 32))}}}","password":"{{{Of('w', 64)}}}"},
            "schedule":{"intervalSeconds":86400,"wetIntervalSeconds":604800,"awake":false},"limitSet":"is-10500-2012-permissible/1","samplePoint":"{{{Of('s', 32)}}}","language":"si","timeZoneMinutes":-720,
            "bottlesMillilitres":{"tisab":10000,"electrolyte":10000,"standard":1000,"rinse":50000}}
            """;

        Assert.AreEqual(Waiting, bench.Propose(set, Of('c', 64)));
        bench.Start();
        Assert.AreEqual(16, bench.Store.Pending.CountAgainst(bench.Store.InForce));
        Assert.IsTrue(bench.Store.TryAccept());
        bench.Start();

        Assert.AreEqual(Of('"', 32), bench.Store.InForce.TextOf(SettingsMember.WirelessName));
        Assert.AreEqual(50000, bench.Store.InForce.NumberOf(SettingsMember.RinseBottle));
        var accepted = bench.Events().Where(one => one.Contains("\"by\":\"button\"")).ToArray();
        Assert.AreEqual(16, accepted.Sum(one => one.Split("\"old\"").Length - 1), "every member is told once, in as many events as it takes");
    }

    [TestMethod]
    public void A_power_cut_at_any_byte_of_a_change_leaves_it_whole_or_not_made()
    {
        CutEverywhere(
            bench => bench.Propose("""{"samplePoint":"raw","schedule":{"intervalSeconds":300}}"""),
            (bench, at) =>
            {
                var isNew = bench.Store.InForce.TextOf(SettingsMember.SamplePoint) == "raw";
                Assert.AreEqual(isNew ? 300 : 900, bench.Store.InForce.NumberOf(SettingsMember.IntervalSeconds), at);
                Assert.IsTrue(!isNew || bench.Events().Any(one => one.Contains("raw")), $"{at}: nothing counts that was not told");
                return isNew;
            });
    }

    [TestMethod]
    public void A_power_cut_at_any_byte_of_the_consent_leaves_a_change_that_is_in_force_or_waits_on()
    {
        CutEverywhere(
            bench =>
            {
                if (bench.Store.Pending.Change.IsEmpty) bench.Propose(Who, "c-1");
                bench.Store.TryAccept();
            },
            (bench, at) =>
            {
                var isInForce = bench.Store.InForce.TextOf(SettingsMember.LimitSet) == "who-2022/1";
                Assert.IsTrue(!isInForce || bench.Store.Pending.Change.IsEmpty, $"{at}: nobody is asked about what is in force");
                return isInForce;
            });
    }

    /// <summary>Does the same with the power cut after 0, 1, 2 ... bytes, until it is done before the cut.</summary>
    /// <param name="isDone">Checks a station that started again; tells whether the change is in force.</param>
    private static void CutEverywhere(Action<SettingsBench> change, Func<SettingsBench, string, bool> isDone)
    {
        for (var bytes = 0; ; bytes++)
        {
            var bench = SettingsBench.Started();
            bench.Flash.BytesUntilPowerCut = bytes;
            var wasCut = SettingsAtStartTests.IsCut(() => change(bench));
            bench.Flash.BytesUntilPowerCut = null;
            Assert.IsTrue(bench.Start());
            isDone(bench, $"cut after {bytes} bytes");

            change(bench);
            Assert.IsTrue(bench.Start());
            Assert.IsTrue(isDone(bench, $"cut after {bytes} bytes, asked again"));
            if (!wasCut) return;
        }
    }
}
