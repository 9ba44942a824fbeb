using WaterNode.Station.Operation.Starting;
using WaterNode.Station.Ports;
using WaterNode.Station.Tests.Simulation;
using WaterNode.Station.Wire;

namespace WaterNode.Station.Tests.Whole;

/// <summary>A node whose wet chemistry takes the power away, or never returns.</summary>
[TestClass]
public class CrashingNodeTests
{
    private readonly Node _node = new();

    [TestMethod]
    public void After_five_crashes_in_the_wet_chemistry_it_measures_the_rest_and_says_why()
    {
        Crash(starts: 5, noted: true);
        _node.Start(StartReason.Fault);
        var before = _node.Link.On("readings").Count();
        var report = _node.Run();

        Assert.IsTrue(report.Stored);
        Assert.AreEqual(0, report.Pending);
        Assert.AreEqual(Verdict.Uncertain, report.Verdict);
        Assert.AreEqual("ec ph temp", string.Join(' ', _node.ReadingsSince(before).Where(reading => reading.Value.TryGetProperty("v", out _)).Select(reading => reading.Key).Order()));
        Assert.Contains("\"safe\":true", _node.Link.On("status").Last().Text);
        Assert.IsTrue(_node.Shows("LIMITED"));
        _node.TurnPages(7);
        Assert.IsTrue(_node.Shows("program hung while"), "the page of the connection tells why");
        var told = _node.EventsOf("fault").Last();
        Assert.AreEqual("safe-mode", told.GetProperty("what").GetString());
        StringAssert.Contains(told.GetProperty("why").GetString(), "watchdog");

        StringAssert.Contains(_node.Refusal("c-1", "\"do\":\"measure\",\"channels\":[\"as\"]"), "safe mode");
        StringAssert.Contains(_node.Refusal("c-2", "\"do\":\"calibrate\",\"step\":\"begin\""), "safe mode");
        _node.AssertDone("c-2-bottle", "\"do\":\"calibrate\",\"channel\":\"as\",\"standardMicrogramsPerLitre\":500");
        _node.AssertDone("c-3", "\"do\":\"measure\",\"channels\":[\"ph\"]");
        _node.AssertDone("c-4", "\"do\":\"identify\"");
    }

    [TestMethod]
    public void A_reboot_by_command_lets_it_try_everything_once()
    {
        Crash(starts: 5, noted: false);
        _node.Start(StartReason.PowerOn);
        _node.Run();
        Assert.Contains("\"safe\":true", _node.Link.On("status").Last().Text);

        _node.Send("c-1", "\"do\":\"reboot\"");
        _node.Serve();
        Assert.AreEqual(1, _node.Restarts);
        Assert.AreEqual(Verdict.Safe, _node.Run().Verdict);
        Assert.IsTrue(_node.AnswerTo("c-1").GetProperty("ok").GetBoolean());
        Assert.DoesNotContain("\"safe\"", _node.Link.On("status").Last().Text);
    }

    [TestMethod]
    public void A_hold_on_the_page_that_says_why_does_the_same_and_nothing_is_carried_out_on_the_way()
    {
        Crash(starts: 5, noted: true);
        _node.Start(StartReason.Fault);
        _node.Run();
        _node.TurnPages(7);
        _node.Instruments.BeforeScan = () => Assert.Fail("still in safe mode");
        _node.Send("c-1", "\"do\":\"measure\",\"channels\":[\"ph\"]");
        _node.Press(ButtonPress.Hold);
        _node.Instruments.BeforeScan = () => { };

        Assert.AreEqual(1, _node.Restarts);
        StringAssert.Contains(_node.AnswerTo("c-1").GetProperty("error").GetString(), "about to restart");
        Assert.AreEqual(Verdict.Safe, _node.Run().Verdict);
    }

    [TestMethod]
    public void When_that_one_try_fails_too_it_is_back_in_safe_mode()
    {
        Crash(starts: 5, noted: true);
        _node.Start(StartReason.Fault);
        _node.Run();
        _node.Send("c-1", "\"do\":\"reboot\"");
        Interrupted(_node.Serve);
        Crash(starts: 1, noted: true, restarts: false);
        _node.Start(StartReason.Fault);

        Assert.IsTrue(_node.Run().Stored);
        Assert.Contains("\"safe\":true", _node.Link.On("status").Last().Text);
    }

    /// <summary>What was measured before the crash is in the journal all the same.</summary>
    [TestMethod]
    public void Every_start_that_crashes_leaves_its_first_record()
    {
        _node.Run();
        var before = _node.Cycle.Journal.LastSequence;
        _node.Link.AcceptsConnections = false;
        _node.Start(StartReason.PowerOn);
        Crash(starts: 3, noted: false);
        _node.Link.AcceptsConnections = true;
        _node.Start(StartReason.PowerOn);
        _node.Run();

        Assert.IsGreaterThanOrEqualTo(before + 5, _node.Cycle.Journal.LastSequence);
        Assert.AreEqual(0, _node.Cycle.Journal.PendingCount);
        Assert.IsEmpty(_node.Link.Gateway!.Conflicts);
    }

    /// <summary>The potentiostat pulls the supply down, or is waited for until the watchdog comes.</summary>
    /// <param name="noted">True for the watchdog, which notes why; false for the power, which does not.</param>
    private void Crash(int starts, bool noted, bool restarts = true)
    {
        _node.Instruments.BeforeScan = () => _node.Flash.BytesUntilPowerCut = 0;
        for (var start = 0; start < starts; start++)
        {
            if (start > 0 && restarts) _node.Start(noted ? StartReason.Fault : StartReason.PowerOn);
            Assert.IsTrue(Interrupted(() => _node.Run()));
            _node.Flash.BytesUntilPowerCut = null;
            if (noted) FaultNote.Keep(_node.Flash, FaultNote.Watchdog, "measuring");
        }
        _node.Instruments.BeforeScan = () => { };
    }

    private static bool Interrupted(Action action)
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
}
