namespace WaterNode.Simulation.Electrodes;

/// <summary>Physics that the simulated electrodes obey, from the constants of nature: deliberately not the station's own formulas.</summary>
public static class Thermodynamics
{
    private const double GasConstant = 8.314462618, FaradayConstant = 96485.33212, ZeroCelsiusKelvin = 273.15;

    /// <summary>Potential of an ideal electrode for one decade of a singly charged ion: RT ln 10 / F.</summary>
    /// <param name="celsius">Degrees C.</param>
    /// <returns>mV per decade: 59.16 at 25 degrees C.</returns>
    public static double MilliVoltsPerDecade(double celsius) =>
        1000 * GasConstant * (celsius + ZeroCelsiusKelvin) * Math.Log(10) / FaradayConstant;
}
