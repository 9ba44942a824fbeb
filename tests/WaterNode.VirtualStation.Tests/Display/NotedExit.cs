using WaterNode.Station.Display;

namespace WaterNode.Simulation.Tests.Display;

/// <summary>Notes whether somebody asked for a normal start.</summary>
internal sealed class NotedExit : ISafeModeExit
{
    public bool IsAskedFor { get; private set; }

    public void TryNormally() => IsAskedFor = true;
}
