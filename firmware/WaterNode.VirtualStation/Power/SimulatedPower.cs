using WaterNode.Station.Ports;

namespace WaterNode.Simulation.Power;

/// <summary>A solar-charged battery. Each start of the process is a power-on; what follows may be a restart.</summary>
public sealed class SimulatedPower(TimeProvider calendar) : IPower
{
    private const double LowMilliVolts = 3750, HighMilliVolts = 4120;

    /// <summary>Fullest at about 16:00 in Sri Lanka (10:30 UTC).</summary>
    private const double FullestHourUtc = 10.5;

    public StartReason StartReason { get; set; } = StartReason.PowerOn;

    public int BatteryMilliVolts
    {
        get
        {
            var daily = Math.Cos(2 * Math.PI * (calendar.GetUtcNow().TimeOfDay.TotalHours - FullestHourUtc) / 24);
            return (int)((LowMilliVolts + HighMilliVolts) / 2 + (HighMilliVolts - LowMilliVolts) / 2 * daily);
        }
    }

    /// <summary>Unknown: a PC's memory says nothing about the device's heap.</summary>
    public int FreeHeapBytes => 0;
}
