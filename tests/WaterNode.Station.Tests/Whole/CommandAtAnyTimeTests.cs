using WaterNode.Station.Ports;
using WaterNode.Station.Wire;

namespace WaterNode.Station.Tests.Whole;

/// <summary>Commands arrive when they arrive: while the station measures, is calibrated, sleeps, or is about to restart.</summary>
[TestClass]
public class CommandAtAnyTimeTests
{
    private const string MeasureArsenic = "\"do\":\"measure\",\"channels\":[\"as\"]";

    private readonly Node _node = new();

    [TestMethod]
    public void Asked_for_arsenic_it_measures_that_and_sends_it_before_it_answers()
    {
        _node.Run();
        var before = _node.Link.On("readings").Count();
        var answer = _node.Ask("c-1", MeasureArsenic);

        Assert.IsTrue(answer.GetProperty("ok").GetBoolean());
        var record = _node.Link.On("readings").Last().Text;
        Assert.Contains($"\"seq\":{answer.GetProperty("seq")}", record);
        Assert.Contains("\"n\":\"as\"", record);
        Assert.DoesNotContain("\"n\":\"f\"", record);
        CollectionAssert.AreEquivalent(new[] { "temp", "ph", "ec", "as" }, _node.ReadingsSince(before).Keys);
        Assert.AreEqual("safe", answer.GetProperty("verdict").GetString());
    }

    [TestMethod]
    public void One_that_arrives_during_a_wet_measurement_is_carried_out_after_it()
    {
        _node.Instruments.BeforeScan = () =>
        {
            _node.Instruments.BeforeScan = () => { };
            _node.Send("c-1", "\"do\":\"identify\",\"seconds\":5");
        };
        _node.Run();
        _node.Serve();

        Assert.IsTrue(_node.AnswerTo("c-1").GetProperty("ok").GetBoolean());
        Assert.AreEqual(Verdict.Safe, _node.Cycle.Verdict);
    }

    [TestMethod]
    public void One_that_arrives_during_a_commanded_measurement_waits_for_its_turn_and_the_same_one_again_measures_once()
    {
        _node.Run();
        var scans = 0;
        _node.Instruments.BeforeScan = () =>
        {
            if (scans++ > 0) return;
            _node.Send("c-1", MeasureArsenic);
            _node.Send("c-2", "\"do\":\"configure\",\"set\":{\"timeZoneMinutes\":330}");
        };
        _node.Ask("c-1", MeasureArsenic);
        var perRun = scans;
        _node.Run();

        Assert.AreEqual(perRun, scans, "measured once");
        Assert.AreEqual(1, _node.Restarts);
        Assert.IsTrue(_node.AnswerTo("c-1").GetProperty("ok").GetBoolean());
        Assert.IsTrue(_node.AnswerTo("c-2").GetProperty("ok").GetBoolean());
        Assert.AreEqual(330, _node.Config.TimeZoneMinutes);
    }

    [TestMethod]
    public void Under_maintenance_it_measures_nothing_tests_nothing_and_takes_no_settings()
    {
        _node.Run();
        _node.AssertDone("c-1", "\"do\":\"calibrate\",\"step\":\"begin\"");

        StringAssert.Contains(_node.Refusal("c-2", MeasureArsenic), "maintenance is open");
        StringAssert.Contains(_node.Refusal("c-3", "\"do\":\"selftest\""), "maintenance is open");
        StringAssert.Contains(_node.Refusal("c-4", "\"do\":\"configure\",\"set\":{\"timeZoneMinutes\":330}"), "maintenance is open");
        _node.AssertDone("c-5", "\"do\":\"identify\",\"seconds\":5");
        _node.AssertDone("c-6", "\"do\":\"maintain\",\"refilled\":[\"all\"]");

        _node.AssertDone("c-7", "\"do\":\"calibrate\",\"step\":\"end\"");
        _node.AssertDone("c-8", "\"do\":\"configure\",\"set\":{\"timeZoneMinutes\":330}");
        Assert.AreEqual(1, _node.Restarts);
    }

    [TestMethod]
    public void Shown_to_whoever_looks_for_it_a_station_goes_on_with_the_calibration_that_is_open()
    {
        _node.Run();
        _node.TurnPages(9);
        _node.Press(ButtonPress.Long, ButtonPress.Hold);
        _node.Instruments.Ph = 6.86;
        _node.Instruments.Celsius = 25;
        _node.Press(ButtonPress.Hold);
        var calibrating = Convert.ToHexString(_node.Instruments.LastPage);
        _node.AssertDone("c-1", "\"do\":\"identify\",\"seconds\":60");
        Assert.AreNotEqual(calibrating, Convert.ToHexString(_node.Instruments.LastPage), "it shows itself");

        // The first press says that it was found; the next go on where the calibration was.
        _node.Press(ButtonPress.Hold);
        Assert.AreEqual(calibrating, Convert.ToHexString(_node.Instruments.LastPage));
        _node.Press(ButtonPress.Hold);
        _node.Instruments.Ph = 4.01;
        _node.Press(ButtonPress.Hold, ButtonPress.Hold, ButtonPress.Hold, ButtonPress.Hold, ButtonPress.Hold);

        Assert.AreEqual("ph button", $"{_node.EventsOf("calibration").Last().GetProperty("channel")} {_node.EventsOf("calibration").Last().GetProperty("who")}");
    }

    [TestMethod]
    public void A_station_that_sleeps_carries_out_what_waits_at_the_gateway_and_answers_in_the_same_waking()
    {
        var node = new Node(staysAwake: false);
        node.Run();
        node.Start(StartReason.DeepSleep);
        node.Link.WaitingCommands.Add("{\"id\":\"c-1\"," + MeasureArsenic + "}");
        var before = node.Link.On("readings").Count();
        node.Run();
        node.Link.WaitingCommands.Clear();

        Assert.IsTrue(node.AnswerTo("c-1").GetProperty("ok").GetBoolean());
        Assert.Contains("as", node.ReadingsSince(before).Keys);
        Assert.IsFalse(node.Link.IsConnected, "it may sleep");
        node.Start(StartReason.DeepSleep);
        node.Run();
        Assert.HasCount(1, node.Results, "confirmed, so not told again");
    }

    [TestMethod]
    public void Several_commands_that_wait_for_a_station_that_sleeps_are_all_done_before_it_sleeps_again()
    {
        var node = new Node(staysAwake: false);
        node.Run();
        node.Start(StartReason.DeepSleep);
        for (var i = 1; i <= 4; i++) node.Link.WaitingCommands.Add($"{{\"id\":\"c-{i}\",\"do\":\"identify\",\"seconds\":5}}");
        node.Cycle.Run();
        node.Link.WaitingCommands.Clear();
        for (var second = 0; second < 60 && node.Cycle.IsAttended; second++)
        {
            node.Clock.PassSeconds(1);
            node.Cycle.Serve(1000);
        }

        for (var i = 1; i <= 4; i++) Assert.IsTrue(node.AnswerTo($"c-{i}").GetProperty("ok").GetBoolean(), $"c-{i}");
        Assert.IsFalse(node.Cycle.IsAttended);
    }

    [TestMethod]
    public void A_station_that_sleeps_stays_awake_and_connected_while_somebody_calibrates_it_by_command()
    {
        var node = new Node(staysAwake: false);
        node.Run();
        node.Start(StartReason.DeepSleep);
        node.Link.WaitingCommands.Add("{\"id\":\"c-1\",\"do\":\"calibrate\",\"step\":\"begin\"}");
        node.Run();
        node.Link.WaitingCommands.Clear();
        Assert.IsTrue(node.Cycle.IsAttended);

        node.Instruments.Celsius = 25;
        foreach (var (id, ph, solution) in new[] { ("c-2", 6.86, "6.86"), ("c-3", 4.01, "4.01") })
        {
            node.Clock.PassSeconds(300);
            node.Cycle.Serve(1000);
            Assert.IsTrue(node.Link.IsConnected, "otherwise nobody could say that the sensor is in the next buffer");
            node.Instruments.Ph = ph;
            node.AssertDone(id, $"\"do\":\"calibrate\",\"channel\":\"ph\",\"step\":\"take\",\"solution\":\"{solution}\"");
        }
        node.AssertDone("c-4", "\"do\":\"calibrate\",\"channel\":\"ph\",\"step\":\"save\"");
        node.AssertDone("c-5", "\"do\":\"calibrate\",\"step\":\"end\"");

        Assert.IsFalse(node.Cycle.IsAttended);
        Assert.IsFalse(node.Link.IsConnected);
    }

    [TestMethod]
    public void A_measurement_that_was_asked_for_takes_its_time_from_the_pause_and_not_from_the_next_waking()
    {
        var node = new Node(staysAwake: false);
        node.Run();
        node.Start(StartReason.DeepSleep);
        node.Link.WaitingCommands.Add("{\"id\":\"c-1\"," + MeasureArsenic + "}");
        node.Instruments.BeforeScan = () => node.Clock.PassSeconds(200);
        var began = node.Clock.UpSeconds;
        var report = node.Cycle.Run();

        Assert.IsGreaterThan(node.Config.IntervalSeconds, node.Clock.UpSeconds - began);
        Assert.AreEqual(1, report.NextWakeSeconds);
    }

    [TestMethod]
    public void A_station_that_rests_looks_up_after_every_command_so_that_the_next_waking_is_not_late()
    {
        _node.Run();
        _node.Send("c-1", MeasureArsenic);
        _node.Send("c-2", MeasureArsenic);
        _node.Cycle.Serve(int.MaxValue);
        _node.Cycle.Serve(0);
        Assert.HasCount(1, _node.Results, "one for each call");

        _node.Cycle.Serve(0);
        Assert.HasCount(2, _node.Results);
    }

    [TestMethod]
    public void What_waits_behind_a_restart_is_told_to_come_again()
    {
        _node.Run();
        _node.Send("c-1", "\"do\":\"configure\",\"set\":{\"timeZoneMinutes\":330}");
        _node.Send("c-2", MeasureArsenic);
        _node.Cycle.Serve(10);
        Assert.IsTrue(_node.Cycle.WantsRestart);
        _node.Send("c-3", "\"do\":\"identify\"");
        _node.Cycle.End();

        Assert.IsTrue(_node.AnswerTo("c-1").GetProperty("ok").GetBoolean());
        foreach (var late in new[] { "c-2", "c-3" }) StringAssert.Contains(_node.AnswerTo(late).GetProperty("error").GetString(), "about to restart");
    }

    [TestMethod]
    public void A_sleeping_station_whose_results_nobody_confirms_does_not_stay_awake_for_more_commands()
    {
        var node = new Node(staysAwake: false);
        node.Run();
        node.Link.Confirms = false;
        for (var waking = 0; waking < 6; waking++)
        {
            node.Start(StartReason.DeepSleep);
            node.Link.WaitingCommands.Clear();
            for (var i = 0; i < 2; i++) node.Link.WaitingCommands.Add($"{{\"id\":\"c-{waking}-{i}\",\"do\":\"identify\",\"seconds\":5}}");
            node.Run();
            for (var second = 0; second < 60 && node.Cycle.IsAttended; second++)
            {
                node.Clock.PassSeconds(1);
                node.Cycle.Serve(1000);
            }
            Assert.IsFalse(node.Cycle.IsAttended, $"waking {waking}");
        }
    }

    [TestMethod]
    public void A_sleeping_station_told_another_schedule_restarts_by_itself_and_has_answered()
    {
        var node = new Node(staysAwake: false);
        node.Run();
        node.Start(StartReason.DeepSleep);
        node.Link.WaitingCommands.Add("{\"id\":\"c-1\",\"do\":\"configure\",\"set\":{\"schedule\":{\"intervalSeconds\":1800}}}");
        node.Run();
        node.Link.WaitingCommands.Clear();
        node.Run();

        Assert.AreEqual(1, node.Restarts);
        Assert.AreEqual(1800, node.Config.IntervalSeconds);
        Assert.AreEqual("accepted", node.Results[0].GetProperty("what").GetString());
        Assert.AreEqual("configuration", node.Events[^1].GetProperty("type").GetString());
    }
}
