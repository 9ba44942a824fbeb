using System.Text;
using System.Text.Json;
using WaterNode.Station.Journal;
using WaterNode.Station.Operation.Commanding;
using WaterNode.Station.Ports;
using WaterNode.Station.Tests.Simulation;

namespace WaterNode.Station.Tests.Commanding;

/// <summary>The commands of one station with its flash, link and clock, and nothing else.</summary>
internal sealed class CommandStand
{
    public const long Now = 1763740800;

    public CommandStand()
    {
        Clock.Set(Now);
        Link.Gateway = null;
        Restart();
    }

    public SimulatedFlash Flash { get; init; } = new();

    public SimulatedLink Link { get; } = new();

    public SimulatedClock Clock { get; } = new();

    public ScriptedActions Actions { get; } = new();

    public Commands Commands { get; private set; } = null!;

    /// <summary>All results that the gateway saw, in order.</summary>
    public List<JsonElement> Results => [.. Link.On("result").Select(message => JsonDocument.Parse(message.Payload).RootElement)];

    public JsonElement LastResult => Results[^1];

    public string LastError => LastResult.GetProperty("error").GetString()!;

    /// <summary>Everything in memory is gone, and there is a new connection.</summary>
    public void Restart()
    {
        Commands = new Commands(new StationPorts { Clock = Clock, Link = Link }, "lk-anp-0007", new StateShelf(Flash), Actions);
        Reconnect();
    }

    public void Reconnect()
    {
        Link.Drop();
        Link.Connect("lk-anp-0007", "", "");
        Commands.Connected();
        Serve();
    }

    /// <summary>A command arrives and the station serves it.</summary>
    public void Send(string json)
    {
        Commands.Take(Encoding.UTF8.GetBytes(json));
        Serve();
    }

    public void Serve()
    {
        while (Commands.CarryOut())
        {
            // One after the other.
        }
        Commands.PublishResults();
        while (Link.Next(0) is { } told)
        {
            if (told.Kind == LinkEventKind.Confirmed) Commands.Confirmed(told.MessageId);
            if (told.Kind == LinkEventKind.NotSent) Commands.NotSent(told.MessageId);
        }
    }

    public void AssertLast(string id, bool isOk)
    {
        Assert.AreEqual(id, LastResult.GetProperty("id").GetString());
        Assert.AreEqual(isOk, LastResult.GetProperty("ok").GetBoolean(), LastResult.GetRawText());
    }
}
