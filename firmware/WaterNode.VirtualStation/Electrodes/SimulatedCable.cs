namespace WaterNode.Simulation.Electrodes;

/// <summary>The lead from an electrode of hundreds of megohms to its buffer: it picks up what is near, and now and then a pump's switching.</summary>
public sealed class SimulatedCable
{
    private const double NoiseMinMicroVolts = 30, NoiseMaxMicroVolts = 300;
    private const double OutlierShareMin = 0.002, OutlierShareMax = 0.02;

    /// <summary>A switched motor near a guarded lead: millivolts, once.</summary>
    private const double OutlierMicroVolts = 5_000;

    private readonly Random _random;
    private readonly double _noiseMicroVolts, _outlierShare;

    /// <param name="random">Decides this lead, and its noise.</param>
    public SimulatedCable(Random random)
    {
        _random = random;
        _noiseMicroVolts = random.NextLogBetween(NoiseMinMicroVolts, NoiseMaxMicroVolts);
        _outlierShare = random.NextBetween(OutlierShareMin, OutlierShareMax);
    }

    /// <summary>What it adds to one conversion, microvolts.</summary>
    public double NextMicroVolts()
    {
        var noise = _random.NextNormal(_noiseMicroVolts);
        return _random.NextDouble() < _outlierShare ? noise + _random.NextNormal(OutlierMicroVolts) : noise;
    }
}
