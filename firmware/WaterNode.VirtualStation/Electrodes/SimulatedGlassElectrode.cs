using WaterNode.Simulation.Water;

namespace WaterNode.Simulation.Electrodes;

/// <summary>A combined glass electrode with its own slope and offset, which drift and age.</summary>
/// <remarks>The station assumes an isopotential point at exactly pH 7, a reference that is the same in buffer and in dilute water, and an offset
/// and a slope that stay what they were at the calibration; none of it holds here.</remarks>
public sealed class SimulatedGlassElectrode
{
    /// <summary>A few millivolts a month, up or down: the reference electrolyte is diluted, the glass swells.</summary>
    private const double DriftDeviationMilliVoltsPerDay = 0.08;

    private const double WanderMilliVolts = 0.5, OffsetDeviationMilliVoltsPerKelvin = 0.1;

    /// <summary>From 99 to 90 % in about a year at most.</summary>
    private const double SlopeLossMaxPerDay = 0.0003;

    /// <summary>Buffers are 0.1 mol/L, wells a hundredth of that: the liquid junction's potential differs, more in thinner water.</summary>
    private const double JunctionDeviationMilliVolts = 0.7, BufferMicroSiemensPerCm = 5000;

    private const double TimeConstantMinSeconds = 3, TimeConstantMaxSeconds = 10, SlowWaterMicroSiemensPerCm = 60;

    private readonly DateTimeOffset _madeAt;
    private readonly SlowCourse _wander;
    private readonly double _isopotentialPh, _driftPerDay, _slopeLossPerDay, _offsetPerKelvin, _junctionMilliVolts, _timeConstantSeconds;

    /// <param name="random">Decides this specimen.</param>
    /// <param name="madeAt">Its drift counts from here.</param>
    public SimulatedGlassElectrode(Random random, DateTimeOffset madeAt)
    {
        _madeAt = madeAt;
        SlopeFraction = 0.955 + 0.04 * random.NextDouble();
        OffsetMilliVolts = random.NextWithin(15);
        _isopotentialPh = 7 + random.NextWithin(0.15);
        _wander = new SlowCourse(random, WanderMilliVolts);
        _driftPerDay = random.NextNormal(DriftDeviationMilliVoltsPerDay);
        _slopeLossPerDay = random.NextBetween(0, SlopeLossMaxPerDay);
        _offsetPerKelvin = random.NextNormal(OffsetDeviationMilliVoltsPerKelvin);
        _junctionMilliVolts = random.NextNormal(JunctionDeviationMilliVolts);
        _timeConstantSeconds = random.NextBetween(TimeConstantMinSeconds, TimeConstantMaxSeconds);
    }

    /// <summary>Slope as a share of the theoretical one when new: 0.955 to 0.995.</summary>
    public double SlopeFraction { get; }

    /// <summary>Potential at the isopotential point when new, mV: within plus and minus 15.</summary>
    public double OffsetMilliVolts { get; }

    /// <summary>How fast it follows a change, s: slower in water that hardly conducts.</summary>
    public double TimeConstantSeconds(double microSiemensPerCm) => _timeConstantSeconds * (1 + SlowWaterMicroSiemensPerCm / microSiemensPerCm);

    /// <returns>Settled potential against the reference in a well's water, mV.</returns>
    public double PotentialMilliVolts(WaterState water, DateTimeOffset time) =>
        PotentialMilliVolts(water.Ph, water.TemperatureCelsius, time)
        + _junctionMilliVolts * Math.Log10(BufferMicroSiemensPerCm / water.Conductivity25MicroSiemensPerCm);

    /// <returns>Settled potential against the reference in a buffer, mV.</returns>
    public double PotentialMilliVolts(double ph, double celsius, DateTimeOffset time)
    {
        var days = (time - _madeAt).TotalDays;
        var slope = SlopeFraction * (1 - _slopeLossPerDay * days) * Thermodynamics.MilliVoltsPerDecade(celsius);
        return OffsetMilliVolts + _driftPerDay * days + _offsetPerKelvin * (celsius - 25) + _wander.At(time) - slope * (ph - _isopotentialPh);
    }
}
