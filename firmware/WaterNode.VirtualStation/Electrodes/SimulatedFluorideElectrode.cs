using WaterNode.Simulation.Water;

namespace WaterNode.Simulation.Electrodes;

/// <summary>A fluoride electrode of lanthanum fluoride with its own slope and standard potential, which drifts.</summary>
/// <remarks>What the station does not model: the standard potential changes with time and temperature, the crystal dissolves a little, so that
/// the answer bends below 0.4 mg/L, and TISAB does not free quite all that metals hold.</remarks>
public sealed class SimulatedFluorideElectrode
{
    /// <summary>1 mV is 4 %: with the wander about 2 % when calibrated within the hour and some 10 % after a week, as measurement.md, section 4, has it.</summary>
    private const double DriftDeviationMilliVoltsPerDay = 0.3, WanderMilliVolts = 0.7;

    /// <summary>A standard potential that is constant at 1 mol/L moves by 0.198 mV/K for each of the 4.28 decades down to 1 mg/L; the two
    /// references add theirs. measurement.md, section 4, counts 1 mV/K.</summary>
    private const double MilliVoltsPerKelvinMean = 0.85, MilliVoltsPerKelvinDeviation = 0.4;

    /// <summary>Dissolved crystal and fluoride in the reagents, mg/L in the cell: the data sheets' floor of 1e-6 mol/L is 0.02.</summary>
    private const double ResidualMinMilligramsPerLitre = 0.004, ResidualMaxMilligramsPerLitre = 0.02;

    private const double SlopeLossMaxPerDay = 0.0003;

    /// <summary>With less than this share of TISAB in the mixture it does not do its work.</summary>
    private const double TisabShareMin = 0.05;

    /// <summary>What TISAB leaves bound of what metals held.</summary>
    private const double StillBoundMax = 0.1;

    /// <summary>Data sheets promise 99 % in a minute at 1 mg/L, and minutes near the floor.</summary>
    private const double TimeConstantMinSeconds = 6, TimeConstantMaxSeconds = 14, SlowMilligramsPerLitre = 0.1;

    private readonly DateTimeOffset _madeAt;
    private readonly SlowCourse _wander;
    private readonly double _driftPerDay, _slopeLossPerDay, _millivoltsPerKelvin, _residualMilligramsPerLitre, _stillBound, _timeConstantSeconds;

    /// <param name="random">Decides this specimen.</param>
    /// <param name="madeAt">Its drift counts from here.</param>
    public SimulatedFluorideElectrode(Random random, DateTimeOffset madeAt)
    {
        _madeAt = madeAt;
        SlopeFraction = 0.95 + 0.05 * random.NextDouble();
        StandardMilliVolts = 60 + random.NextWithin(20);
        _wander = new SlowCourse(random, WanderMilliVolts);
        _driftPerDay = random.NextNormal(DriftDeviationMilliVoltsPerDay);
        _slopeLossPerDay = random.NextBetween(0, SlopeLossMaxPerDay);
        _millivoltsPerKelvin = MilliVoltsPerKelvinMean + random.NextNormal(MilliVoltsPerKelvinDeviation);
        _residualMilligramsPerLitre = random.NextBetween(ResidualMinMilligramsPerLitre, ResidualMaxMilligramsPerLitre);
        _stillBound = random.NextBetween(0, StillBoundMax);
        _timeConstantSeconds = random.NextBetween(TimeConstantMinSeconds, TimeConstantMaxSeconds);
    }

    /// <summary>Slope as a share of the theoretical one when new: 0.95 to 1.00.</summary>
    public double SlopeFraction { get; }

    /// <summary>Potential at 1 mg/L and 25 degrees C when new, mV: 60 within 20.</summary>
    public double StandardMilliVolts { get; }

    /// <summary>How fast it follows a change, s.</summary>
    /// <param name="fluorideMilligramsPerLitre">In the cell.</param>
    public double TimeConstantSeconds(double fluorideMilligramsPerLitre) =>
        _timeConstantSeconds * (1 + SlowMilligramsPerLitre / (fluorideMilligramsPerLitre + _residualMilligramsPerLitre));

    /// <param name="fluorideMilligramsPerLitre">Total fluoride in the cell, after dilution by TISAB.</param>
    /// <param name="boundShare">What aluminium and iron hold of it without TISAB; 0 in a standard.</param>
    /// <param name="tisabShare">Share of TISAB in the cell's volume, 0 to 1.</param>
    /// <returns>Settled potential against the reference, mV: falls by about 59 for ten times the fluoride.</returns>
    public double PotentialMilliVolts(double fluorideMilligramsPerLitre, double boundShare, double tisabShare, double celsius, DateTimeOffset time)
    {
        var days = (time - _madeAt).TotalDays;
        var free = fluorideMilligramsPerLitre * (1 - (tisabShare >= TisabShareMin ? _stillBound * boundShare : boundShare));
        return StandardMilliVolts
            + _millivoltsPerKelvin * (celsius - 25)
            + _driftPerDay * days
            + _wander.At(time)
            - SlopeFraction * (1 - _slopeLossPerDay * days) * Thermodynamics.MilliVoltsPerDecade(celsius) * Math.Log10(free + _residualMilligramsPerLitre);
    }
}
