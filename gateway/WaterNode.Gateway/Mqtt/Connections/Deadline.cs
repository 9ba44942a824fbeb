namespace WaterNode.Gateway.Mqtt.Connections;

/// <summary>Calls once when a stretch of time that was begun is not ended soon enough. Real durations, whatever the calendar does.</summary>
internal sealed class Deadline(TimeProvider time, Action reached) : IDisposable
{
    private readonly ITimer _timer = time.CreateTimer(_ => reached(), null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);

    public void Begin(TimeSpan atMost) => _timer.Change(atMost, Timeout.InfiniteTimeSpan);

    public void End() => _timer.Change(Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);

    public void Dispose() => _timer.Dispose();
}
