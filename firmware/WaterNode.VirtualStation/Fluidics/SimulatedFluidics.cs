using WaterNode.Simulation.Water;
using WaterNode.Station.Ports;

namespace WaterNode.Simulation.Fluidics;

/// <summary>Peristaltic pumps and the two measuring cells. Each line doses a little too much or too little, always, and a little differently every time.</summary>
public sealed class SimulatedFluidics : IFluidics
{
    /// <summary>What the bottle's label says, micrograms per litre.</summary>
    public const double ArsenicStandardMicrogramsPerLitre = 1000;

    /// <summary>What the labels of the on-board fluoride standards say, mg/L.</summary>
    public const double FluorideStandardLowMilligramsPerLitre = 0.4, FluorideStandardHighMilligramsPerLitre = 4;

    private const double LineErrorMax = 0.008, DoseDeviation = 0.004, BottleDeviation = 0.01;
    private const double MicroLitresPerSecond = 250;
    private const int DrainMilliseconds = 8000;

    private readonly SimulatedWell _well;
    private readonly IClock _clock;
    private readonly Random _random;
    private readonly double[] _lineFactors;
    private readonly double _standardMicrogramsPerLitre;

    /// <param name="random">Decides the pumps, the bottle of standard, and every dose.</param>
    public SimulatedFluidics(SimulatedWell well, IClock clock, Random random)
    {
        _well = well;
        _clock = clock;
        _random = random;
        _lineFactors = [.. Enum.GetValues<FluidLine>().Select(_ => 1 + random.NextWithin(LineErrorMax))];
        _standardMicrogramsPerLitre = ArsenicStandardMicrogramsPerLitre * (1 + random.NextNormal(BottleDeviation));
    }

    /// <summary>Concentrations in micrograms of arsenic per litre.</summary>
    public MixedCell ArsenicCell { get; } = new(capacityMicroLitres: 30_000, residueMicroLitres: 40);

    /// <summary>Concentrations in milligrams of fluoride per litre.</summary>
    public MixedCell FluorideCell { get; } = new(capacityMicroLitres: 30_000, residueMicroLitres: 40);

    public bool TryMove(FluidLine line, int microLitres)
    {
        if (line is FluidLine.Drain or FluidLine.FluorideDrain)
        {
            _clock.Wait(DrainMilliseconds);
            (line is FluidLine.Drain ? ArsenicCell : FluorideCell).Drain();
            return true;
        }

        ArgumentOutOfRangeException.ThrowIfNegative(microLitres);
        _clock.Wait((int)(1000 * microLitres / MicroLitresPerSecond));
        var moved = microLitres * _lineFactors[(int)line] * (1 + _random.NextNormal(DoseDeviation));
        switch (line)
        {
            case FluidLine.Sample: ArsenicCell.Add(moved, _well.Now.ArsenicMicrogramsPerLitre); break;
            case FluidLine.ArsenicStandard: ArsenicCell.Add(moved, _standardMicrogramsPerLitre); break;
            case FluidLine.Rinse: ArsenicCell.Add(moved, 0); break;
            case FluidLine.Electrolyte: ArsenicCell.AddReagent(moved); break;
            case FluidLine.FluorideSample: FluorideCell.Add(moved, _well.Now.FluorideMilligramsPerLitre); break;
            case FluidLine.FluorideStandardLow: FluorideCell.Add(moved, FluorideStandardLowMilligramsPerLitre); break;
            case FluidLine.FluorideStandardHigh: FluorideCell.Add(moved, FluorideStandardHighMilligramsPerLitre); break;
            case FluidLine.Tisab: FluorideCell.AddReagent(moved); break;
            default: throw new ArgumentOutOfRangeException(nameof(line), line, "no such line");
        }
        return true;
    }
}
