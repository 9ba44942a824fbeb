using WaterNode.Simulation.Events;
using WaterNode.Simulation.Tests.Time;

namespace WaterNode.Simulation.Tests.Events;

[TestClass]
public class StationEventTests
{
    [TestMethod]
    [DataRow("arsenic@20s", StationEventKind.Arsenic, 20.0, 1)]
    [DataRow("fluoride@10", StationEventKind.Fluoride, 10.0, 1)]
    [DataRow("dead-electrode@1.5m:2", StationEventKind.DeadElectrode, 90.0, 2)]
    [DataRow("dead-pump@20s", StationEventKind.DeadPump, 20.0, 1)]
    [DataRow("arsenic@0s:all", StationEventKind.Arsenic, 0.0, StationEvent.AllStations)]
    public void An_event_is_written_as_name_time_and_station(string text, StationEventKind kind, double seconds, int station)
    {
        Assert.IsTrue(StationEvent.TryParse(text, out var parsed, out var error), error);
        Assert.AreEqual(new StationEvent(kind, TimeSpan.FromSeconds(seconds), station), parsed);
    }

    [TestMethod]
    [DataRow("")]
    [DataRow("arsenic")]
    [DataRow("arsenic@")]
    [DataRow("arsenic@soon")]
    [DataRow("arsenic@-5s")]
    [DataRow("arsenic@1e3s")]
    [DataRow("arsenic@99999999s")]
    [DataRow("arsenic@20s:0")]
    [DataRow("arsenic@20s:")]
    [DataRow("Arsenic@20s")]
    [DataRow("nitrate@20s")]
    public void What_is_no_event_is_refused_in_one_line_that_names_the_events(string text)
    {
        Assert.IsFalse(StationEvent.TryParse(text, out var parsed, out var error));
        Assert.IsNull(parsed);
        Assert.DoesNotContain("\n", error);
        foreach (var name in new[] { "arsenic", "fluoride", "dead-electrode", "dead-pump" }) Assert.Contains(name, error);
    }

    [TestMethod]
    public void An_event_begins_at_its_time_at_its_station_only()
    {
        var time = new ManualTime();
        StationEvent[] events = [new(StationEventKind.Arsenic, TimeSpan.FromSeconds(20), StationIndex: 2), new(StationEventKind.Fluoride, TimeSpan.FromSeconds(20), StationEvent.AllStations)];
        var first = new EventSchedule(events, stationIndex: 1, time);
        var second = new EventSchedule(events, stationIndex: 2, time);
        first.Begin();
        second.Begin();

        time.Advance(TimeSpan.FromSeconds(19));
        Assert.IsFalse(second.IsUnderWay(StationEventKind.Arsenic));

        time.Advance(TimeSpan.FromSeconds(1));
        Assert.IsTrue(second.IsUnderWay(StationEventKind.Arsenic));
        Assert.IsFalse(first.IsUnderWay(StationEventKind.Arsenic));
        Assert.IsTrue(first.IsUnderWay(StationEventKind.Fluoride));
        Assert.IsFalse(second.IsUnderWay(StationEventKind.DeadElectrode));
    }
}
