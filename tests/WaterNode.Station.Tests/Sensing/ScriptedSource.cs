using WaterNode.Station.Ports;
using WaterNode.Station.Sensing;
using WaterNode.Station.Tests.Simulation;

namespace WaterNode.Station.Tests.Sensing;

/// <summary>A source whose value is a function of the seconds since the test began.</summary>
internal sealed class ScriptedSource(SimulatedClock clock, Func<long, int> course) : ISampleSource
{
    private readonly long _begin = clock.UpSeconds;

    public int Reads { get; private set; }

    /// <summary>What becomes of the n-th read, from 0.</summary>
    public Func<int, AdcStatus> Status { get; set; } = _ => AdcStatus.Ok;

    public AdcStatus Read(out int value)
    {
        value = course(clock.UpSeconds - _begin);
        return Status(Reads++);
    }
}
