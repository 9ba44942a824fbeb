using WaterNode.Simulation.Water;
using WaterNode.Station.Ports;

namespace WaterNode.Simulation.Electrodes;

/// <summary>A DS18B20: steps of 1/16 degree C, and an error of its own within the data sheet's 0.5 degrees C.</summary>
public sealed class SimulatedTemperatureProbe : ITemperatureProbe
{
    private const double StepsPerDegree = 16;

    /// <summary>The data sheet's limit, read as two standard deviations; no specimen beyond it is sold.</summary>
    private const double ErrorMaxCelsius = 0.5, ErrorDeviationCelsius = 0.25;

    /// <summary>Heat along the steel stem and the cable, degrees C.</summary>
    private const double StemDeviationCelsius = 0.08;

    private readonly IWater _water;
    private readonly double _offsetCelsius;

    /// <param name="water">The water it hangs in.</param>
    /// <param name="random">Decides this specimen.</param>
    public SimulatedTemperatureProbe(IWater water, Random random)
    {
        _water = water;
        double error;
        do error = random.NextNormal(ErrorDeviationCelsius);
        while (Math.Abs(error) > ErrorMaxCelsius);
        _offsetCelsius = error + random.NextNormal(StemDeviationCelsius);
    }

    public bool TryRead(out int milliCelsius)
    {
        var steps = Math.Round((_water.Now.TemperatureCelsius + _offsetCelsius) * StepsPerDegree);
        milliCelsius = (int)Math.Round(1000 * steps / StepsPerDegree);
        return true;
    }
}
