using WaterNode.Simulation.Water;

namespace WaterNode.Simulation.Electrodes;

/// <summary>A fluoride electrode of lanthanum fluoride with its own slope and standard potential, which drifts.</summary>
/// <remarks>What the station does not model: the standard potential changes with time and temperature, and the crystal dissolves a little, so that the answer bends below 0.4 mg/L.</remarks>
public sealed class SimulatedFluorideElectrode
{
    private const double DriftMilliVoltsPerDay = 0.05, WanderMilliVolts = 0.4, MilliVoltsPerKelvin = 0.15;

    /// <summary>Dissolved crystal as fluoride, mg/L: the data sheets' floor of 1e-6 mol/L is 0.02.</summary>
    private const double FloorMilligramsPerLitre = 0.015;

    /// <summary>Share of the fluoride that aluminium and iron hold while no TISAB frees it.</summary>
    private const double BoundShare = 0.12;

    /// <summary>With less than this share of TISAB in the mixture it does not do its work.</summary>
    private const double TisabShareMin = 0.05;

    private readonly DateTimeOffset _madeAt;
    private readonly SlowCourse _wander;

    /// <param name="random">Decides this specimen.</param>
    /// <param name="madeAt">Its drift counts from here.</param>
    public SimulatedFluorideElectrode(Random random, DateTimeOffset madeAt)
    {
        _madeAt = madeAt;
        SlopeFraction = 0.95 + 0.05 * random.NextDouble();
        StandardMilliVolts = 60 + random.NextWithin(20);
        _wander = new SlowCourse(random, WanderMilliVolts);
    }

    /// <summary>Slope as a share of the theoretical one: 0.95 to 1.00.</summary>
    public double SlopeFraction { get; }

    /// <summary>Potential at 1 mg/L and 25 degrees C when new, mV: 60 within 20.</summary>
    public double StandardMilliVolts { get; }

    /// <param name="fluorideMilligramsPerLitre">Total fluoride in the cell, after dilution by TISAB.</param>
    /// <param name="tisabShare">Share of TISAB in the cell's volume, 0 to 1.</param>
    /// <returns>Potential against the reference, mV: falls by about 59 for ten times the fluoride.</returns>
    public double PotentialMilliVolts(double fluorideMilligramsPerLitre, double tisabShare, double celsius, DateTimeOffset time)
    {
        var free = tisabShare >= TisabShareMin ? fluorideMilligramsPerLitre : fluorideMilligramsPerLitre * (1 - BoundShare);
        return StandardMilliVolts
            + MilliVoltsPerKelvin * (celsius - 25)
            + DriftMilliVoltsPerDay * (time - _madeAt).TotalDays
            + _wander.At(time)
            - SlopeFraction * Thermodynamics.MilliVoltsPerDecade(celsius) * Math.Log10(free + FloorMilligramsPerLitre);
    }
}
