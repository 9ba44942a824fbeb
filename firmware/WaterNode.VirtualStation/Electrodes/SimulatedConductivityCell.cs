using WaterNode.Simulation.Water;

namespace WaterNode.Simulation.Electrodes;

/// <summary>A two-electrode conductivity cell with its own cell constant, which lime changes.</summary>
/// <remarks>The station does not know the fouling, nor the water's own temperature coefficient: it uses one curve for all natural waters.</remarks>
public sealed class SimulatedConductivityCell
{
    /// <summary>What revision A's front end makes of a conductance: 200 V per siemens.</summary>
    public const double FrontEndMicroVoltsPerSiemens = 2e8;

    /// <summary>About 1.5 % a month, drawn from an exponential distribution: USGS calls fouling and drift of up to 3 % excellent.</summary>
    private const double FoulingMeanPerDay = 0.0005;

    private const double FoulingMax = 0.2;

    /// <summary>Bring-up allows 1 mV from a dry cell.</summary>
    private const double ZeroDeviationMicroVolts = 150;

    private const double TimeConstantMinSeconds = 1, TimeConstantMaxSeconds = 3;

    private readonly double _foulingPerDay;
    private DateTimeOffset _cleanedAt;

    /// <param name="random">Decides this specimen.</param>
    /// <param name="madeAt">Clean at this date.</param>
    public SimulatedConductivityCell(Random random, DateTimeOffset madeAt)
    {
        _cleanedAt = madeAt;
        CellConstantPerCm = 1 + random.NextWithin(0.06);
        _foulingPerDay = -Math.Log(1 - random.NextDouble()) * FoulingMeanPerDay;
        ZeroMicroVolts = random.NextNormal(ZeroDeviationMicroVolts);
        TimeConstantSeconds = random.NextBetween(TimeConstantMinSeconds, TimeConstantMaxSeconds);
    }

    /// <summary>1/cm when clean; 1.0 within 6 %.</summary>
    public double CellConstantPerCm { get; }

    /// <summary>What the front end shows of a dry cell, microvolts.</summary>
    public double ZeroMicroVolts { get; }

    /// <summary>How fast the front end's low-pass follows, s.</summary>
    public double TimeConstantSeconds { get; }

    /// <summary>A technician took the lime off.</summary>
    public void Clean(DateTimeOffset time) => _cleanedAt = time;

    /// <returns>Conductance between the plates in a well's water, siemens.</returns>
    public double ConductanceSiemens(WaterState water, DateTimeOffset time)
    {
        var kelvin = water.TemperatureCelsius - 25;
        var atTemperature = 1 + water.Matrix.ConductivityPerKelvin * kelvin + water.Matrix.ConductivityPerSquareKelvin * kelvin * kelvin;
        return water.Conductivity25MicroSiemensPerCm * 1e-6 * atTemperature / CellConstantPerCm * CleanShare(time);
    }

    /// <summary>The conductance in potassium chloride, whose coefficient differs from that of natural water: 1.94 % per kelvin near 25 degrees C (1278, 1413 and 1552 microsiemens per cm at 20, 25 and 30).</summary>
    public double ConductanceInChlorideSiemens(double conductivity25MicroSiemensPerCm, double celsius, DateTimeOffset time) =>
        conductivity25MicroSiemensPerCm * 1e-6 * (1 + 0.0194 * (celsius - 25)) / CellConstantPerCm * CleanShare(time);

    private double CleanShare(DateTimeOffset time) => 1 - Math.Min(FoulingMax, _foulingPerDay * (time - _cleanedAt).TotalDays);
}
