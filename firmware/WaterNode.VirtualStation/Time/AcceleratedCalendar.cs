namespace WaterNode.Simulation.Time;

/// <summary>A calendar that runs <paramref name="speed"/> times as fast as the real one, from the moment it is made.</summary>
/// <param name="speed">Simulated seconds per second, above 0.</param>
/// <param name="startUtc">Its date at that moment; the real one when null.</param>
/// <param name="real">The clock underneath; the system's when null.</param>
/// <remarks>Only <see cref="GetUtcNow"/> is accelerated. Timestamps and timers stay real: time-outs on a network do not shrink because the calendar runs.</remarks>
public sealed class AcceleratedCalendar(double speed, DateTimeOffset? startUtc = null, TimeProvider? real = null) : TimeProvider
{
    private readonly TimeProvider _real = real ?? System;
    private readonly DateTimeOffset _startUtc = startUtc ?? (real ?? System).GetUtcNow();
    private readonly long _startTimestamp = (real ?? System).GetTimestamp();

    /// <summary>Simulated seconds per second.</summary>
    public double Speed { get; } = speed > 0 ? speed : throw new ArgumentOutOfRangeException(nameof(speed), speed, "The speed must be above 0.");

    public override DateTimeOffset GetUtcNow() => _startUtc + _real.GetElapsedTime(_startTimestamp) * Speed;

    public override long GetTimestamp() => _real.GetTimestamp();

    public override long TimestampFrequency => _real.TimestampFrequency;

    public override TimeZoneInfo LocalTimeZone => _real.LocalTimeZone;

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) =>
        _real.CreateTimer(callback, state, dueTime, period);
}
