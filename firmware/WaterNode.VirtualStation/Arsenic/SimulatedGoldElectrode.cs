using WaterNode.Simulation.Water;

namespace WaterNode.Simulation.Arsenic;

/// <summary>A gold microwire: what a square-wave stripping scan of deposited arsenic looks like.</summary>
/// <remarks>What the station does not model: the baseline is curved and rises towards gold oxidation, the peak is a little skewed,
/// the sensitivity wanders as the wire ages, stirring differs from deposition to deposition, and a full wire bends the answer.</remarks>
public sealed class SimulatedGoldElectrode
{
    private const double FullWireNanoAmperes = 3000;
    private const double StirringDeviation = 0.015;

    /// <summary>Without at least this share of electrolyte in the cell its resistance hides most of the peak.</summary>
    private const double ElectrolyteShareMin = 0.02;

    private const double LeftWidthMilliVolts = 20, RightWidthMilliVolts = 25;
    private const double CurvatureNanoAmperesPerSquareMilliVolt = 4e-5;
    private const double OxideOnsetMilliVolts = 480, OxideStepMilliVolts = 55;

    private readonly Random _random;
    private readonly SlowCourse _ageing;
    private readonly double _blankNanoAmperes, _levelNanoAmperes, _slopeNanoAmperesPerMilliVolt;

    /// <param name="random">Decides this specimen and the scatter of its depositions.</param>
    public SimulatedGoldElectrode(Random random)
    {
        _random = random;
        SensitivityNanoAmperes = 0.05 * (1 + random.NextWithin(0.2));
        PeakMilliVolts = 20 + random.NextWithin(15);
        _blankNanoAmperes = 0.2 + 0.4 * random.NextDouble();
        _levelNanoAmperes = 60 + random.NextWithin(20);
        _slopeNanoAmperesPerMilliVolt = 0.08 + random.NextWithin(0.03);
        _ageing = new SlowCourse(random, 0.04);
    }

    /// <summary>Peak height per microgram per litre in the cell and second of deposition, nA: 0.05 within 20 %.</summary>
    public double SensitivityNanoAmperes { get; }

    /// <summary>Where the arsenic peak stands, mV: 20 within 15.</summary>
    public double PeakMilliVolts { get; }

    /// <summary>One deposition.</summary>
    /// <param name="depositionSeconds">0 or more.</param>
    /// <param name="depositionMilliVolts">Arsenic deposits fully below about -700 mV, and not at all above -300.</param>
    /// <param name="cellMicrogramsPerLitre">Arsenic in the cell, after dilution.</param>
    /// <param name="electrolyteShare">Share of electrolyte in the cell, 0 to 1.</param>
    /// <returns>Height of the peak that stripping it gives, nA.</returns>
    public double PeakNanoAmperes(double depositionSeconds, double depositionMilliVolts, double cellMicrogramsPerLitre, double electrolyteShare, DateTimeOffset time)
    {
        var deposited = 1 / (1 + Math.Exp((depositionMilliVolts + 500) / 40));
        var conducted = electrolyteShare >= ElectrolyteShareMin ? 1 : 0.2;
        var load = SensitivityNanoAmperes * (1 + _ageing.At(time)) * depositionSeconds * cellMicrogramsPerLitre
            * deposited * conducted * (1 + _random.NextNormal(StirringDeviation));
        return _blankNanoAmperes + FullWireNanoAmperes * (1 - Math.Exp(-load / FullWireNanoAmperes));
    }

    /// <summary>The current at one potential of the scan, nA, without noise.</summary>
    public double CurrentNanoAmperes(double milliVolts, double peakNanoAmperes)
    {
        var distance = milliVolts - PeakMilliVolts;
        var width = distance < 0 ? LeftWidthMilliVolts : RightWidthMilliVolts;
        return BaselineNanoAmperes(milliVolts) + peakNanoAmperes * Math.Exp(-distance * distance / (2 * width * width));
    }

    private double BaselineNanoAmperes(double milliVolts) =>
        _levelNanoAmperes
        + _slopeNanoAmperesPerMilliVolt * milliVolts
        + CurvatureNanoAmperesPerSquareMilliVolt * milliVolts * milliVolts
        + Math.Exp((milliVolts - OxideOnsetMilliVolts) / OxideStepMilliVolts) * 20;
}
