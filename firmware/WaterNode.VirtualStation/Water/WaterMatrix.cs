namespace WaterNode.Simulation.Water;

/// <summary>What a water holds besides the five quantities, and does to their measurement. The station knows none of it.</summary>
/// <param name="ConductivityPerKelvin">Linear temperature coefficient of the conductivity around 25 degrees C, 1/K.</param>
/// <param name="ConductivityPerSquareKelvin">Its bend, 1/K^2.</param>
/// <param name="BoundFluorideShare">Share of the fluoride that aluminium and iron hold while no TISAB frees it.</param>
/// <param name="CopperMicrogramsPerLitre">Copper deposits on the gold with the arsenic and strips beside it.</param>
/// <param name="NativeArsenicResponse">How the water's own arsenic (bound to iron and organic matter, of another oxidation state) deposits beside the
/// same amount of added standard: 1 for alike. No addition of standard shows it.</param>
/// <param name="StrippingSuppression">Share of the arsenic peak that organic matter takes away in the usual mixture of half sample, half electrolyte.</param>
/// <param name="HumpNanoAmperes">Height of the broad hump that organic matter puts under the scan in that mixture, nA.</param>
/// <param name="PeakShiftMilliVolts">How far the water's chloride moves the arsenic peak, mV.</param>
public sealed record WaterMatrix(
    double ConductivityPerKelvin,
    double ConductivityPerSquareKelvin,
    double BoundFluorideShare,
    double CopperMicrogramsPerLitre,
    double NativeArsenicResponse,
    double StrippingSuppression,
    double HumpNanoAmperes,
    double PeakShiftMilliVolts)
{
    // Hayashi (2004) found 0.0175 to 0.0198 in natural waters, ISO 7888's curve is 0.0208 at 20 and 0.0215 at 30 degrees C: both kinds of water exist.
    private const double PerKelvinMin = 0.0175, PerKelvinMax = 0.0212;

    /// <summary>The bend of ISO 7888's curve is 0.00007; Hayashi's waters were straight within 2 %.</summary>
    private const double PerSquareKelvinMax = 0.00008;

    private const double BoundFluorideMin = 0.02, BoundFluorideMax = 0.2;

    /// <summary>Domestic plumbing and copper pipes of pumps: some wells, not most.</summary>
    private const double CopperWellShare = 0.15;

    private const double CopperElsewhereMax = 1, CopperMin = 3, CopperMax = 60;
    /// <summary>measurement.md, section 5, allows 5 to 10 % for the matrix beyond what the additions correct; Bullen (2022) found 4.9 % in the field.</summary>
    private const double NativeArsenicDeviation = 0.07;

    private const double SuppressionMax = 0.35, HumpMaxNanoAmperes = 1.5, PeakShiftDeviationMilliVolts = 8;

    /// <summary>Water that disturbs nothing.</summary>
    public static WaterMatrix Plain { get; } = new(0.0208, 0, 0.12, 0, 1, 0, 0, 0);

    /// <param name="random">Decides the water.</param>
    public static WaterMatrix Draw(Random random) => new(
        random.NextBetween(PerKelvinMin, PerKelvinMax),
        random.NextBetween(0, PerSquareKelvinMax),
        random.NextBetween(BoundFluorideMin, BoundFluorideMax),
        random.NextDouble() < CopperWellShare ? random.NextLogBetween(CopperMin, CopperMax) : random.NextBetween(0, CopperElsewhereMax),
        1 + random.NextNormal(NativeArsenicDeviation),
        random.NextBetween(0, SuppressionMax),
        random.NextBetween(0, HumpMaxNanoAmperes),
        random.NextNormal(PeakShiftDeviationMilliVolts));
}
