using WaterNode.Station.Ports;

namespace WaterNode.Simulation.Time;

/// <summary>The station's battery-backed clock: the calendar given, plus whatever the station was told by its gateway.</summary>
/// <param name="calendar">Gives the date; it runs at <paramref name="speed"/>.</param>
/// <param name="speed">Simulated seconds per second, above 0: how much faster than real a wait is over.</param>
/// <param name="power">Cancelled when the station's power goes: a wait then ends with <see cref="OperationCanceledException"/>, as a processor stops in the middle of what it does.</param>
/// <param name="isSet">False for a clock whose battery was empty.</param>
public sealed class SimulatedClock(TimeProvider calendar, double speed, CancellationToken power = default, bool isSet = true) : IClock
{
    /// <summary>Waits shorter than this in real time are owed and slept together: the operating system cannot sleep a tenth of a millisecond.</summary>
    private static readonly TimeSpan NapMin = TimeSpan.FromMilliseconds(2);

    private readonly DateTimeOffset _powerOnUtc = calendar.GetUtcNow();
    private TimeSpan _correction = TimeSpan.Zero;
    private TimeSpan _owed = TimeSpan.Zero;

    public bool IsSet { get; private set; } = isSet;

    public long UtcSeconds => (calendar.GetUtcNow() + _correction).ToUnixTimeSeconds();

    public long UpSeconds => (long)(calendar.GetUtcNow() - _powerOnUtc).TotalSeconds;

    public void Set(long utcSeconds)
    {
        _correction = DateTimeOffset.FromUnixTimeSeconds(utcSeconds) - calendar.GetUtcNow();
        IsSet = true;
    }

    public void Wait(int milliseconds)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(milliseconds);
        _owed += TimeSpan.FromMilliseconds(milliseconds) / speed;
        if (_owed < NapMin)
        {
            power.ThrowIfCancellationRequested();
            return;
        }

        // What the nap took beyond the time owed (the scheduler's slack) is taken off the next wait.
        var begun = calendar.GetTimestamp();
        power.WaitHandle.WaitOne(_owed);
        power.ThrowIfCancellationRequested();
        _owed -= calendar.GetElapsedTime(begun);
        if (_owed < -NapMin) _owed = -NapMin;
    }
}
