namespace WaterNode.Simulation.Arsenic;

/// <summary>A peak that is wider towards higher potentials: two halves of Gaussian curves.</summary>
/// <param name="NanoAmperes">Height.</param>
/// <param name="MilliVolts">Where its top stands.</param>
public readonly record struct SkewedPeak(double NanoAmperes, double MilliVolts, double LeftWidthMilliVolts, double RightWidthMilliVolts)
{
    /// <returns>Current at one potential, nA.</returns>
    public double At(double milliVolts)
    {
        var distance = (milliVolts - MilliVolts) / (milliVolts < MilliVolts ? LeftWidthMilliVolts : RightWidthMilliVolts);
        return NanoAmperes * Math.Exp(-distance * distance / 2);
    }
}

/// <summary>What lies under the peaks: level, slope, bend, the broad hump of organic matter, and the beginning of gold's own oxidation.</summary>
public readonly record struct ScanBaseline(
    double LevelNanoAmperes, double NanoAmperesPerMilliVolt, double NanoAmperesPerSquareMilliVolt, SkewedPeak Hump, double OxideNanoAmperes)
{
    private const double OxideOnsetMilliVolts = 480, OxideStepMilliVolts = 55;

    /// <returns>Current at one potential, nA.</returns>
    public double At(double milliVolts) =>
        LevelNanoAmperes
        + NanoAmperesPerMilliVolt * milliVolts
        + NanoAmperesPerSquareMilliVolt * milliVolts * milliVolts
        + Hump.At(milliVolts)
        + OxideNanoAmperes * Math.Exp((milliVolts - OxideOnsetMilliVolts) / OxideStepMilliVolts);
}

/// <summary>One stripping scan, without the electronics' noise.</summary>
public readonly record struct StrippingScan(ScanBaseline Baseline, SkewedPeak Arsenic, SkewedPeak Copper)
{
    /// <returns>Net current at one potential of the scan, nA.</returns>
    public double NanoAmperes(double milliVolts) => Baseline.At(milliVolts) + Arsenic.At(milliVolts) + Copper.At(milliVolts);
}
