using System.Text.Json;
using WaterNode.Station.Journal;
using WaterNode.Station.Operation;
using WaterNode.Station.Operation.Starting;
using WaterNode.Station.Ports;
using WaterNode.Station.Tests.Simulation;
using WaterNode.Station.Wire;

namespace WaterNode.Station.Tests.Starting;

/// <summary>A node of which only flash and journal are there; it starts again and again.</summary>
internal sealed class StartingNode
{
    public SimulatedFlash Flash { get; } = new();

    public SafeMode Start(StartReason reason)
    {
        var mode = new SafeMode(new StateShelf(Flash), reason);
        mode.Begin();
        return mode;
    }

    /// <summary>Starts that come to no whole cycle.</summary>
    public void Fail(int starts, StartReason reason = StartReason.Fault)
    {
        for (var i = 0; i < starts; i++) Start(reason);
    }

    /// <summary>A start that opens its journal and tells what there is to tell.</summary>
    public SafeMode StartAndTell(StartReason reason)
    {
        var mode = Start(reason);
        mode.Tell(new StationEvents(Some.Journal(Flash), new SimulatedClock()));
        return mode;
    }

    /// <summary>All events in the journal, oldest first.</summary>
    public List<JsonElement> Events() => Events(Flash);

    public static List<JsonElement> Events(SimulatedFlash flash)
    {
        var journal = Some.Journal(flash);
        var frame = new Frame();
        var events = new List<JsonElement>();
        for (long after = 0; journal.TryReadUnacknowledged(after, frame); after = frame.Sequence)
        {
            if (frame.Kind != FrameKind.Event) continue;
            Assert.IsTrue(RecordCodec.TryReadEvent(frame, new Stamp(), out var members));
            using var json = JsonDocument.Parse("{" + members + "}");
            events.Add(json.RootElement.Clone());
        }
        return events;
    }
}
