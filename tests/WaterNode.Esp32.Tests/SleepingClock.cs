using WaterNode.Station.Ports;

namespace WaterNode.Esp32.Tests;

/// <summary>Waits as long as it is told to: what is tested with it looks at the processor's own time.</summary>
internal sealed class SleepingClock : IClock
{
    public bool IsSet => false;

    public long UtcSeconds => 0;

    public long UpSeconds => Environment.TickCount64 / 1000;

    public void Set(long utcSeconds)
    {
    }

    public void Wait(int milliseconds) => Thread.Sleep(milliseconds);
}
