using System.Text.Json;
using WaterNode.Station.Ports;
using WaterNode.Station.Tests.Simulation;

namespace WaterNode.Station.Tests.Commanding;

/// <summary>Commands as a whole station takes them from its link.</summary>
[TestClass]
public class StationCommandsTests
{
    private const string Topic = "waternode/v1/lk-anp-0007/command";

    private readonly TestStation _station = new(measuresWet: false);

    [TestMethod]
    public void The_time_is_subscribed_to_before_the_commands_that_expire_by_it()
    {
        _station.Link.TimeUtc = 1763740800;
        _station.Cycle.Run();
        Command("""{"id":"c-1","exp":1763744400,"do":"identify"}""");

        Assert.IsLessThan(_station.Link.Subscriptions.IndexOf(Topic), _station.Link.Subscriptions.IndexOf("waternode/v1/lk-anp-0007/time"));
        Assert.IsTrue(Result().GetProperty("ok").GetBoolean());
    }

    [TestMethod]
    public void Only_the_topic_of_this_station_commands_it()
    {
        _station.Cycle.Run();
        foreach (var topic in new[] { "waternode/v1/lk-anp-0008/command", "waternode/v1/lk-anp-0007/command/x", "waternode/v1/lk-anp-0007/result", "command" })
        {
            Command("""{"id":"c-1","do":"identify"}""", topic);
        }

        Assert.IsEmpty(_station.Link.On("result"));
    }

    [TestMethod]
    public void A_command_of_more_than_4_KB_is_not_even_read()
    {
        _station.Cycle.Run();
        Command("""{"id":"c-1","do":"identify"}""" + new string(' ', 4096));
        Assert.IsEmpty(_station.Link.On("result"));

        Command("""{"id":"c-1","do":"identify"}""" + new string(' ', 4000));
        Assert.HasCount(1, _station.Link.On("result").ToList());
    }

    [TestMethod]
    public void A_station_that_sleeps_answers_before_it_does()
    {
        _station.Config.StaysConnected = false;
        _station.Cycle.Run();
        _station.WakeUp(StartReason.DeepSleep);
        _station.Link.WaitingCommands.Add("""{"id":"c-1","do":"identify"}""");
        _station.Cycle.Run();

        Assert.AreEqual("c-1", Result().GetProperty("id").GetString());
        Assert.IsFalse(_station.Link.IsConnected);
        _station.Clock.PassSeconds(900);
        _station.WakeUp(StartReason.DeepSleep).Run();
        Assert.HasCount(2, _station.Link.On("result").ToList(), "the gateway asks again under the same id: it is told again, not done again");
    }

    [TestMethod]
    public void A_result_that_a_station_could_not_tell_before_it_slept_is_told_when_it_wakes()
    {
        _station.Cycle.Run();
        _station.Link.Confirms = false;
        Command("""{"id":"c-1","do":"identify"}""");
        _station.Link.Confirms = true;
        _station.WakeUp(StartReason.DeepSleep).Run();
        _station.Cycle.Serve(10);

        Assert.HasCount(2, _station.Link.On("result").ToList());
        Assert.AreEqual("""{"id":"c-1","ok":true}""", Result().GetRawText());
    }

    private void Command(string payload, string topic = Topic)
    {
        _station.Link.Deliver(topic, payload);
        _station.Cycle.Serve(10);
        _station.Cycle.Serve(10);
    }

    private JsonElement Result() => JsonDocument.Parse(_station.Link.On("result").Last().Payload).RootElement;
}
