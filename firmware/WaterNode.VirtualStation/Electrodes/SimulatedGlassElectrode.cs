using WaterNode.Simulation.Water;

namespace WaterNode.Simulation.Electrodes;

/// <summary>A combined glass electrode with its own slope and offset, which drifts.</summary>
/// <remarks>The station assumes an isopotential point at exactly pH 7 and an offset that stays what it was at the calibration; neither holds here.</remarks>
public sealed class SimulatedGlassElectrode
{
    private const double DriftMilliVoltsPerDay = 0.05, WanderMilliVolts = 0.5;

    private readonly DateTimeOffset _madeAt;
    private readonly SlowCourse _wander;
    private readonly double _isopotentialPh;

    /// <param name="random">Decides this specimen.</param>
    /// <param name="madeAt">Its drift counts from here.</param>
    public SimulatedGlassElectrode(Random random, DateTimeOffset madeAt)
    {
        _madeAt = madeAt;
        SlopeFraction = 0.955 + 0.04 * random.NextDouble();
        OffsetMilliVolts = random.NextWithin(20);
        _isopotentialPh = 7 + random.NextWithin(0.15);
        _wander = new SlowCourse(random, WanderMilliVolts);
    }

    /// <summary>Slope as a share of the theoretical one: 0.955 to 0.995, an electrode in use.</summary>
    public double SlopeFraction { get; }

    /// <summary>Potential at the isopotential point when new, mV: within plus and minus 20.</summary>
    public double OffsetMilliVolts { get; }

    /// <returns>Potential against the reference, mV.</returns>
    public double PotentialMilliVolts(double ph, double celsius, DateTimeOffset time) =>
        OffsetMilliVolts
        + DriftMilliVoltsPerDay * (time - _madeAt).TotalDays
        + _wander.At(time)
        - SlopeFraction * Thermodynamics.MilliVoltsPerDecade(celsius) * (ph - _isopotentialPh);
}
