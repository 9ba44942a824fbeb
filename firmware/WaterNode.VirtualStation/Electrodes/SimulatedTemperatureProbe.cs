using WaterNode.Simulation.Water;
using WaterNode.Station.Ports;

namespace WaterNode.Simulation.Electrodes;

/// <summary>A DS18B20: steps of 1/16 degree C, and an error of its own (the data sheet allows 0.5 degrees C; a usual specimen stays within 0.15).</summary>
/// <param name="well">The water it hangs in.</param>
/// <param name="random">Decides this specimen.</param>
public sealed class SimulatedTemperatureProbe(SimulatedWell well, Random random) : ITemperatureProbe
{
    private const double StepsPerDegree = 16;

    private readonly double _offsetCelsius = random.NextWithin(0.15);

    public bool TryRead(out int milliCelsius)
    {
        var steps = Math.Round((well.Now.TemperatureCelsius + _offsetCelsius) * StepsPerDegree);
        milliCelsius = (int)Math.Round(1000 * steps / StepsPerDegree);
        return true;
    }
}
