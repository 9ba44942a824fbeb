namespace WaterNode.Simulation.Events;

/// <summary>Which events are under way at one station.</summary>
/// <param name="events">All events of the run; those of other stations are ignored.</param>
/// <param name="stationIndex">1, 2, 3 ...</param>
/// <param name="time">Its timestamps are real: events are timed by the wall, not by the accelerated calendar.</param>
public sealed class EventSchedule(IReadOnlyList<StationEvent> events, int stationIndex, TimeProvider time)
{
    private readonly StationEvent[] _own = [.. events.Where(e => e.StationIndex is StationEvent.AllStations || e.StationIndex == stationIndex)];
    private long _startTimestamp = time.GetTimestamp();

    /// <summary>The run starts now.</summary>
    public void Begin() => Volatile.Write(ref _startTimestamp, time.GetTimestamp());

    /// <summary>True from the event's moment to the end of the run.</summary>
    public bool IsUnderWay(StationEventKind kind)
    {
        if (_own.Length == 0) return false;
        var elapsed = time.GetElapsedTime(Volatile.Read(ref _startTimestamp));
        return _own.Any(e => e.Kind == kind && e.After <= elapsed);
    }
}
