namespace WaterNode.Simulation.Tests.Time;

/// <summary>Time that passes when the test says so.</summary>
public sealed class ManualTime : TimeProvider
{
    public static readonly DateTimeOffset Noon = new(2026, 7, 4, 12, 0, 0, TimeSpan.Zero);

    private TimeSpan _elapsed = TimeSpan.Zero;

    public void Advance(TimeSpan by) => _elapsed += by;

    public override DateTimeOffset GetUtcNow() => Noon + _elapsed;

    public override long GetTimestamp() => _elapsed.Ticks;

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;
}
