using WaterNode.Station.Ports;

namespace WaterNode.Benchmarks;

/// <summary>A calendar that only moves when somebody waits.</summary>
internal sealed class JumpingTime : TimeProvider
{
    private DateTimeOffset _now = new(2026, 7, 4, 0, 0, 0, TimeSpan.Zero);

    public void Advance(TimeSpan by) => _now += by;

    public override DateTimeOffset GetUtcNow() => _now;

    public override long GetTimestamp() => _now.Ticks;

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;
}

/// <summary>The station's clock over it.</summary>
/// <param name="waiting">Called at each wait.</param>
internal sealed class JumpingClock(JumpingTime time, Action waiting) : IClock
{
    private readonly DateTimeOffset _powerOn = time.GetUtcNow();

    public bool IsSet => true;

    public long UtcSeconds => time.GetUtcNow().ToUnixTimeSeconds();

    public long UpSeconds => (long)(time.GetUtcNow() - _powerOn).TotalSeconds;

    public void Set(long utcSeconds)
    {
    }

    public void Wait(int milliseconds)
    {
        waiting();
        time.Advance(TimeSpan.FromMilliseconds(milliseconds));
    }
}
