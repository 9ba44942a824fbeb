using WaterNode.Station.Ports;

namespace WaterNode.Simulation.Tests.Time;

/// <summary>A clock whose waits pass at once, and are counted.</summary>
public sealed class PatientClock(ManualTime time) : IClock
{
    public long WaitedMilliseconds { get; private set; }

    public bool IsSet => true;

    public long UtcSeconds => time.GetUtcNow().ToUnixTimeSeconds();

    public long UpSeconds => (long)(time.GetUtcNow() - ManualTime.Noon).TotalSeconds;

    public void Set(long utcSeconds)
    {
    }

    public void Wait(int milliseconds)
    {
        WaitedMilliseconds += milliseconds;
        time.Advance(TimeSpan.FromMilliseconds(milliseconds));
    }
}
