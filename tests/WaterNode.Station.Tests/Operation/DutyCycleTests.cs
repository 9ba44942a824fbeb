using System.Text.Json;
using WaterNode.Station.Ports;
using WaterNode.Station.Tests.Simulation;
using WaterNode.Station.Wire;

namespace WaterNode.Station.Tests.Operation;

[TestClass]
public class DutyCycleTests
{
    [TestMethod]
    public void One_wake_up_measures_stores_and_sends_five_channels_with_the_right_values()
    {
        var station = new TestStation();
        var report = station.Cycle.Run();

        Assert.IsTrue(report.Stored);
        Assert.AreEqual(2, report.Sequence, "fluoride and arsenic have a record of their own");
        Assert.AreEqual(0, report.Pending);
        Assert.AreEqual(Verdict.Safe, report.Verdict);
        var readings = station.LastReadings();
        AssertMeasured(readings["temp"], 27.4, 0.001);
        AssertMeasured(readings["ph"], 7.12, 0.005);
        AssertMeasured(readings["ec"], 640 * 0.951 * 1e-4, 0.0005);
        AssertMeasured(readings["f"], 0.5e-3, 0.00001);
        AssertMeasured(readings["as"], 3e-6, 0.00000005);
    }

    [TestMethod]
    public void The_next_wake_up_is_one_interval_after_this_one_began()
    {
        var station = new TestStation();
        var began = station.Clock.UpSeconds;
        var report = station.Cycle.Run();

        Assert.AreEqual(began + 900, station.Clock.UpSeconds + report.NextWakeSeconds);
    }

    [TestMethod]
    [DataRow(0.5, 3.0, Verdict.Safe)]
    [DataRow(1.0, 3.0, Verdict.Uncertain)]
    [DataRow(3.0, 3.0, Verdict.Unsafe)]
    [DataRow(0.5, 60.0, Verdict.Unsafe)]
    public void The_verdict_follows_fluoride_and_arsenic(double fluoride, double arsenic, Verdict verdict)
    {
        var station = new TestStation();
        station.Instruments.Fluoride = fluoride;
        station.Instruments.Arsenic = arsenic;

        Assert.AreEqual(verdict, station.Cycle.Run().Verdict);
    }

    [TestMethod]
    public void Under_another_id_nothing_is_stored_or_sent_while_readings_of_the_first_one_wait()
    {
        var station = new TestStation(measuresWet: false);
        station.Link.AcceptsConnections = false;
        station.RunCycles(5);
        station.Link.AcceptsConnections = true;
        station.Config.Id = "lk-anp-0008";

        var renamed = station.WakeUp(StartReason.PowerOn);

        Assert.IsFalse(renamed.Start());
        StringAssert.StartsWith(renamed.Journal.Opening.Problem, "This flash holds 5 unsent readings of lk-anp-0007.");
        Assert.AreEqual("lk-anp-0007", renamed.Journal.Opening.OwnerId);
        Assert.IsFalse(renamed.Run().Stored);
        renamed.Serve(1000);
        Assert.IsEmpty(station.Link.Messages);

        station.Config.Id = "lk-anp-0007";
        station.WakeUp(StartReason.PowerOn).Serve(1000);
        Assert.AreEqual(0, station.Cycle.Journal.PendingCount, "given its id back, it sends them");
        station.Config.Id = "lk-anp-0008";
        Assert.AreEqual(1, station.WakeUp(StartReason.PowerOn).Run().Sequence);
        StringAssert.Contains(station.Link.On("readings").Last().Topic, "lk-anp-0008");
    }

    [TestMethod]
    public void A_journal_of_random_bytes_is_told_and_left_as_it_is()
    {
        var station = new TestStation(measuresWet: false);
        station.Link.AcceptsConnections = false;
        station.RunCycles(5);
        var random = new Random(1);
        foreach (var name in station.Flash.Names)
            for (var i = 0; i < station.Flash.Bytes(name).Count; i++) station.Flash.Bytes(name)[i] = (byte)random.Next(256);
        var ruined = station.Flash.Bytes("j0000001.log").ToArray();
        station.Link.AcceptsConnections = true;

        var report = station.WakeUp(StartReason.PowerOn).Run();

        Assert.AreEqual(ruined.Length, station.Cycle.Journal.Opening.UnreadableBytes);
        CollectionAssert.AreEqual(ruined, station.Flash.Bytes("j0000001.log"));
        Assert.AreEqual(2, report.Sequence, "the loss is told first");
        using var json = JsonDocument.Parse(station.Link.On("events").Single().Payload);
        Assert.AreEqual("loss", json.RootElement.GetProperty("type").GetString());
        Assert.AreEqual("journal-unreadable", json.RootElement.GetProperty("why").GetString());
        Assert.AreEqual(ruined.Length, json.RootElement.GetProperty("bytes").GetInt32());
        Assert.AreEqual(0, station.WakeUp(StartReason.PowerOn).Run().Pending);
        Assert.HasCount(1, station.Link.On("events").ToList(), "it is told once");
    }

    [TestMethod]
    public void A_verdict_older_than_two_intervals_is_uncertain()
    {
        var station = new TestStation();
        Assert.AreEqual(Verdict.Uncertain, station.Cycle.Verdict, "nothing was measured yet");
        station.Cycle.Run();
        station.Clock.PassSeconds(1000);
        Assert.AreEqual(Verdict.Safe, station.Cycle.Verdict);

        station.Clock.PassSeconds(900);
        Assert.AreEqual(Verdict.Uncertain, station.Cycle.Verdict);
    }

    [TestMethod]
    public void A_value_unlike_those_before_the_sleep_is_suspect_and_not_safe()
    {
        var station = new TestStation();
        for (var i = 0; i < 4; i++)
        {
            Assert.AreEqual(Verdict.Safe, station.WakeUp(i == 0 ? StartReason.PowerOn : StartReason.DeepSleep).Run().Verdict);
            station.Clock.PassSeconds(station.Config.IntervalSeconds);
        }

        station.Instruments.Ph = 8.4;
        station.WakeUp(StartReason.DeepSleep).Run();
        var ph = station.LastReadings()["ph"];
        Assert.AreEqual((3, "spike", "uncertain"), (ph.GetProperty("q").GetInt32(), ph.GetProperty("why").GetString(), ph.GetProperty("vd").GetString()));
        Assert.AreEqual(1, station.LastReadings()["as"].GetProperty("q").GetInt32());
    }

    [TestMethod]
    public void Buffers_seen_under_maintenance_are_nobodys_history()
    {
        var station = new TestStation();
        station.RunCycles(4);
        station.Config.SamplePoint = "maintenance";
        station.Instruments.Ph = 4.01;
        station.RunCycles(2);
        Assert.IsFalse(station.LastReadings()["ph"].TryGetProperty("why", out _));

        station.Config.SamplePoint = "treated";
        station.Instruments.Ph = 7.12;
        station.RunCycles(1);
        Assert.AreEqual(1, station.LastReadings()["ph"].GetProperty("q").GetInt32());
    }

    [TestMethod]
    public void Under_maintenance_there_is_no_verdict()
    {
        var station = new TestStation();
        station.Config.SamplePoint = "maintenance";

        Assert.AreEqual(Verdict.Uncertain, station.Cycle.Run().Verdict);
        Assert.IsFalse(station.LastReadings()["f"].TryGetProperty("vd", out _));
    }

    [TestMethod]
    public void A_reading_that_the_flash_refuses_is_not_sent()
    {
        var station = new TestStation(measuresWet: false);
        station.Cycle.Run();
        var sent = station.Link.On("readings").Count();
        station.Flash.RefusesAfterBytes = 10;
        var report = station.Cycle.Run();

        Assert.IsFalse(report.Stored);
        Assert.AreEqual(0, report.Sequence);
        Assert.AreEqual(sent, station.Link.On("readings").Count());

        station.Flash.RefusesAfterBytes = null;
        Assert.AreEqual(2, station.Cycle.Run().Sequence);
    }

    [TestMethod]
    public void What_was_stored_before_the_flash_refused_is_still_sent()
    {
        var station = new TestStation(measuresWet: false);
        station.Config.StaysConnected = false;
        station.Link.AcceptsConnections = false;
        station.RunCycles(3);
        station.Flash.RefusesAfterBytes = 10;
        station.Link.AcceptsConnections = true;
        var report = station.Cycle.Run();

        Assert.IsFalse(report.Stored);
        Assert.AreEqual(0, report.Pending);
        CollectionAssert.AreEqual(new long[] { 1, 2, 3 }, station.Link.Gateway!.Held.ToArray());
    }

    [TestMethod]
    public void A_flash_that_refuses_from_the_first_day_is_tried_again_every_time()
    {
        var station = new TestStation();
        station.Flash.RefusesAfterBytes = 0;
        Assert.IsFalse(station.Cycle.Run().Stored);
        station.Cycle.Serve(10);

        station.Flash.RefusesAfterBytes = null;
        Assert.IsTrue(station.Cycle.Run().Stored);
        Assert.AreEqual(1, station.Cycle.Journal.PowerOn);
    }

    [TestMethod]
    public void Deep_sleep_goes_on_with_sequence_generation_and_power_on()
    {
        var station = new TestStation(measuresWet: false);
        station.RunCycles(2);
        var generation = station.Cycle.Journal.Generation;
        station.WakeUp(StartReason.DeepSleep);
        var report = station.Cycle.Run();

        Assert.AreEqual(3, report.Sequence);
        Assert.AreEqual(generation, station.Cycle.Journal.Generation);
        Assert.AreEqual(1, station.Cycle.Journal.PowerOn);
        CollectionAssert.AreEqual(new long[] { 1, 2, 3 }, station.Link.Gateway!.Arrivals, "nothing was sent twice");
    }

    [TestMethod]
    public void Every_power_on_is_counted_even_when_the_bookmark_is_gone()
    {
        var station = new TestStation();
        station.Cycle.Run();
        station.WakeUp(StartReason.PowerOn).Run();
        Assert.AreEqual(2, station.Cycle.Journal.PowerOn);

        foreach (var name in station.Flash.Names.Where(name => name[0] == 'b').ToArray()) station.Flash.Delete(name);
        station.WakeUp(StartReason.PowerOn).Run();
        Assert.AreEqual(3, station.Cycle.Journal.PowerOn);
        station.WakeUp(StartReason.Fault).Run();
        Assert.AreEqual(3, station.Cycle.Journal.PowerOn);
    }

    [TestMethod]
    public void Records_without_clock_keep_power_on_and_uptime_for_ever()
    {
        var station = new TestStation(measuresWet: false);
        station.Clock.LoseTime();
        station.Link.TimeUtc = 1763740800;
        station.Link.Acknowledges = false;
        station.Cycle.Run();
        Assert.IsTrue(station.Clock.IsSet, "the gateway told the time after the subscription");
        station.Clock.PassSeconds(900);
        station.Cycle.Run();

        station.WakeUp(StartReason.DeepSleep).Run();
        using var json = JsonDocument.Parse(station.Link.On("readings").Last().Payload);
        var heads = json.RootElement.EnumerateArray().Where(entry => entry.TryGetProperty("seq", out _)).ToArray();
        Assert.IsFalse(heads[0].TryGetProperty("bt", out _));
        Assert.AreEqual(1, heads[0].GetProperty("pon").GetInt64());
        Assert.IsTrue(heads[1].TryGetProperty("bt", out var time));
        Assert.IsGreaterThan(1763740800, time.GetInt64());
    }

    [TestMethod]
    public void The_clock_is_set_when_it_is_off_by_more_than_5_seconds_and_only_by_a_time()
    {
        var station = new TestStation();
        station.Cycle.Run();
        var now = station.Clock.UtcSeconds;
        foreach (var told in new[] { (now + 5).ToString(), (now - 5).ToString(), "0", "99999999999", "\"x\"" })
        {
            station.Link.Deliver("waternode/v1/lk-anp-0007/time", $$"""{"utc":{{told}}}""");
        }
        station.Cycle.Serve(10);
        Assert.AreEqual(1, station.Clock.TimesSet);

        station.Link.Deliver("waternode/v1/lk-anp-0007/time", $$"""{"utc":{{now + 6}}}""");
        station.Cycle.Serve(10);
        Assert.AreEqual(2, station.Clock.TimesSet);
        Assert.AreEqual(now + 6, station.Clock.UtcSeconds);
    }

    [TestMethod]
    public void A_battery_station_disconnects_when_everything_is_acknowledged()
    {
        var station = new TestStation();
        station.Config.StaysConnected = false;
        var report = station.Cycle.Run();

        Assert.AreEqual(0, report.Pending);
        Assert.IsFalse(station.Link.IsConnected);
        station.Cycle.Serve(1000);
        Assert.IsFalse(station.Link.IsConnected, "nothing is pending");
    }

    [TestMethod]
    public void A_display_that_does_not_answer_changes_nothing()
    {
        var station = new TestStation();
        station.Instruments.ScreenAnswers = false;

        Assert.IsTrue(station.Cycle.Run().Stored);
    }

    private static void AssertMeasured(JsonElement reading, double value, double tolerance)
    {
        Assert.AreEqual(1, reading.GetProperty("q").GetInt32(), reading.GetRawText());
        Assert.AreEqual(value, reading.GetProperty("v").GetDouble(), tolerance, reading.GetRawText());
        Assert.IsGreaterThan(0, reading.GetProperty("uc").GetDouble());
    }
}
