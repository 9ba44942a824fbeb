using WaterNode.Station.Ports;
using WaterNode.Station.Tests.Simulation;
using WaterNode.Station.Wire;

namespace WaterNode.Station.Tests.Whole;

/// <summary>A full journal, a flash that refuses, a gateway that is away: what is asked for then, and what happens to the readings.</summary>
[TestClass]
public class HardTimesTests
{
    private const string Configure = "\"do\":\"configure\",\"set\":{\"timeZoneMinutes\":330}";

    private readonly Node _node = new();

    [TestMethod]
    public void A_flash_that_refuses_leaves_everything_as_it_is_and_the_answer_says_so()
    {
        _node.Run();
        _node.Flash.RefusesAfterBytes = 0;
        foreach (var command in new[] { "\"do\":\"identify\"", "\"do\":\"measure\",\"channels\":[\"as\"]", Configure, "\"do\":\"reboot\"", "\"do\":\"calibrate\",\"step\":\"begin\"" })
        {
            StringAssert.Contains(_node.Refusal("c-1", command), "flash", command);
        }
        Assert.AreEqual(0, _node.Restarts);

        _node.Flash.RefusesAfterBytes = null;
        _node.AssertDone("c-1", Configure);
        Assert.AreEqual(1, _node.Restarts);
    }

    /// <summary>At each byte that is written for it: the command is not done, or done and told, never half.</summary>
    [TestMethod]
    public void A_flash_that_refuses_in_the_middle_of_a_change_changes_it_wholly_or_not_at_all()
    {
        for (var bytes = 0; bytes < 400; bytes += 7)
        {
            var node = new Node(wetIntervalSeconds: 0);
            node.Run();
            node.Flash.RefusesAfterBytes = bytes;
            node.Send("c-1", Configure);
            node.Cycle.Serve(10);
            node.Flash.RefusesAfterBytes = null;
            var answered = node.Cycle.WantsRestart;
            node.Serve();
            node.Start(StartReason.PowerOn);
            node.Run();

            var isOk = node.AnswerTo("c-1").GetProperty("ok").GetBoolean();
            Assert.AreEqual(isOk ? 330 : 0, node.Config.TimeZoneMinutes, $"refused after {bytes} bytes: {node.AnswerTo("c-1")}");
            Assert.AreEqual(isOk, answered);
        }
    }

    /// <summary>From the id in the log to the state that makes it so: the station always starts again, and never says that something is done that is not.</summary>
    [TestMethod]
    public void Power_that_goes_anywhere_in_a_change_leaves_an_answer_that_is_true()
    {
        for (var bytes = 0; bytes < 500; bytes += 3)
        {
            var node = new Node(wetIntervalSeconds: 0);
            node.Run();
            node.Flash.BytesUntilPowerCut = bytes;
            node.Send("c-1", Configure);
            var isCut = false;
            try { node.Serve(); }
            catch (PowerCutException) { isCut = true; }
            node.Flash.BytesUntilPowerCut = null;
            if (isCut) node.Start(StartReason.PowerOn);
            node.Run();
            var answer = node.Results.Count > 0 ? node.AnswerTo("c-1") : node.Ask("c-1", Configure);

            var isChanged = node.Config.TimeZoneMinutes == 330;
            var isTold = node.EventsOf("configuration").Any(told => told.TryGetProperty("command", out _));
            Assert.IsTrue(isChanged || !answer.GetProperty("ok").GetBoolean(), $"cut after {bytes} bytes: {answer}");
            Assert.IsTrue(isTold || !isChanged, $"cut after {bytes} bytes: changed, and nobody was told");
            Assert.IsTrue(answer.GetProperty("ok").GetBoolean() || answer.GetProperty("error").GetString()!.Contains("restarted", StringComparison.Ordinal), $"cut after {bytes} bytes: {answer}");
            Assert.AreEqual(0, node.Cycle.Journal.PendingCount);
        }
    }

    [TestMethod]
    public void An_answer_that_could_not_be_sent_before_the_restart_is_given_after_it()
    {
        _node.Run();
        _node.Send("c-1", Configure);
        _node.Link.AcceptsPublishes = false;
        _node.Serve();
        Assert.AreEqual(1, _node.Restarts);
        Assert.IsEmpty(_node.Results);

        _node.Link.AcceptsPublishes = true;
        _node.Run();
        _node.Clock.PassSeconds(900);
        _node.Run();
        Assert.IsTrue(_node.AnswerTo("c-1").GetProperty("ok").GetBoolean());
        Assert.AreEqual("accepted", _node.EventsOf("configuration").Last().GetProperty("what").GetString());
    }

    [TestMethod]
    public void In_a_full_journal_what_is_new_takes_the_place_of_the_oldest_and_every_sequence_is_accounted_for()
    {
        var node = new Node(wetIntervalSeconds: 0);
        node.Run();
        node.Link.Acknowledges = false;
        node.Flash.CapacityBytes = 32 * 1024;
        for (var cycle = 0; cycle < 400; cycle++)
        {
            Assert.IsTrue(node.Run().Stored);
            if (cycle % 40 == 0) node.Ask($"c-{cycle}", "\"do\":\"configure\",\"set\":{\"limitSet\":\"" + (cycle % 80 == 0 ? "who-2022/1" : "bd-ecr-1997/1") + "\"}");
        }
        Assert.IsGreaterThan(1, node.Cycle.Journal.OldestSequence, "it is full");
        node.Link.Acknowledges = true;
        node.Start(StartReason.Software);
        for (var cycle = 0; cycle < 3; cycle++) node.Run();

        Assert.AreEqual(0, node.Cycle.Journal.PendingCount);
        Assert.IsEmpty(node.Link.Gateway!.Conflicts);
        Assert.AreEqual("waiting", node.EventsOf("configuration").Last().GetProperty("what").GetString());
    }
}
