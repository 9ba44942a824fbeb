using WaterNode.Simulation.Calibration;
using WaterNode.Simulation.Events;
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

    /// <summary>Between two weighings the tubes wear; bring-up requires a spread below 1 %. measurement.md, section 5, counts 2 % for volumes.</summary>
    private const double LineErrorDeviation = 0.012, DoseDeviation = 0.005;

    /// <summary>A drop that hangs on the nozzle or does not: what makes small doses scatter more.</summary>
    private const double DropMicroLitres = 0.8;

    /// <summary>The label's own promise.</summary>
    private const double BottleErrorMax = 0.02;

    private const double FluorideBottleDeviation = 0.015;

    // Reagent-grade acetate and chloride hold traces of arsenic; the rinse water is filtered rain.
    private const double ElectrolyteMaxMicrogramsPerLitre = 0.2, RinseMaxMicrogramsPerLitre = 0.05;

    private const double ResidueMinMicroLitres = 30, ResidueMaxMicroLitres = 150;

    /// <summary>The cell stands in the box, not in the well, and TISAB comes from its bottle.</summary>
    private const double CellDeviationCelsius = 0.7;

    private const double MicroLitresPerSecond = 250;
    private const int DrainMilliseconds = 8000;

    private readonly IWater _well, _fluorideLine;
    private readonly EventSchedule _events;
    private readonly IClock _clock;
    private readonly TimeProvider _calendar;
    private readonly Random _random;
    private readonly double[] _lineFactors;
    private readonly double _standardMicrogramsPerLitre, _electrolyteMicrogramsPerLitre, _rinseMicrogramsPerLitre;
    private readonly double _fluorideLowMilligramsPerLitre, _fluorideHighMilligramsPerLitre;

    /// <param name="random">Decides the pumps, the bottles, and every dose.</param>
    public SimulatedFluidics(SensorPlaces places, EventSchedule events, IClock clock, TimeProvider calendar, Random random)
    {
        _well = places.Well;
        _fluorideLine = places.FluorideLine;
        _events = events;
        _clock = clock;
        _calendar = calendar;
        _random = random;
        _lineFactors = [.. Enum.GetValues<FluidLine>().Select(_ => 1 + random.NextNormal(LineErrorDeviation))];
        _standardMicrogramsPerLitre = ArsenicStandardMicrogramsPerLitre * (1 + random.NextWithin(BottleErrorMax));
        _electrolyteMicrogramsPerLitre = random.NextBetween(0, ElectrolyteMaxMicrogramsPerLitre);
        _rinseMicrogramsPerLitre = random.NextBetween(0, RinseMaxMicrogramsPerLitre);
        _fluorideLowMilligramsPerLitre = FluorideStandardLowMilligramsPerLitre * (1 + random.NextNormal(FluorideBottleDeviation));
        _fluorideHighMilligramsPerLitre = FluorideStandardHighMilligramsPerLitre * (1 + random.NextNormal(FluorideBottleDeviation));
        ArsenicCell = new MixedCell(capacityMicroLitres: 30_000, random.NextBetween(ResidueMinMicroLitres, ResidueMaxMicroLitres));
        FluorideCell = new MixedCell(capacityMicroLitres: 30_000, random.NextBetween(ResidueMinMicroLitres, ResidueMaxMicroLitres));
    }

    /// <summary>Concentrations in micrograms of arsenic per litre, the sample's own as far as the electrode answers to it.</summary>
    public MixedCell ArsenicCell { get; }

    /// <summary>Concentrations in milligrams of fluoride per litre.</summary>
    public MixedCell FluorideCell { get; }

    /// <summary>When the fluoride electrode last met another solution.</summary>
    public DateTimeOffset FluorideChangedAt { get; private set; }

    /// <summary>How much warmer than the well's water the mixture in the fluoride cell is, degrees C.</summary>
    public double FluorideCellWarmerCelsius { get; private set; }

    public bool TryMove(FluidLine line, int microLitres)
    {
        if (_events.IsUnderWay(StationEventKind.DeadPump)) return false;
        if (line is FluidLine.Drain or FluidLine.FluorideDrain)
        {
            _clock.Wait(DrainMilliseconds);
            (line is FluidLine.Drain ? ArsenicCell : FluorideCell).Drain();
            return true;
        }

        ArgumentOutOfRangeException.ThrowIfNegative(microLitres);
        _clock.Wait((int)(1000 * microLitres / MicroLitresPerSecond));
        Pour(line, Dose(line, microLitres));
        if (line is FluidLine.FluorideSample or FluidLine.FluorideStandardLow or FluidLine.FluorideStandardHigh or FluidLine.Tisab) NoteFluorideChange();
        return true;
    }

    private void NoteFluorideChange()
    {
        FluorideChangedAt = _calendar.GetUtcNow();
        FluorideCellWarmerCelsius = _random.NextNormal(CellDeviationCelsius);
    }

    private double Dose(FluidLine line, int microLitres) =>
        Math.Max(0, microLitres * _lineFactors[(int)line] * (1 + _random.NextNormal(DoseDeviation)) + _random.NextNormal(DropMicroLitres));

    private void Pour(FluidLine line, double microLitres)
    {
        switch (line)
        {
            case FluidLine.Sample: ArsenicCell.AddSample(microLitres, _well.Now.ArsenicMicrogramsPerLitre * _well.Now.Matrix.NativeArsenicResponse); break;
            case FluidLine.ArsenicStandard: ArsenicCell.Add(microLitres, _standardMicrogramsPerLitre); break;
            case FluidLine.Rinse: ArsenicCell.Add(microLitres, _rinseMicrogramsPerLitre); break;
            case FluidLine.Electrolyte: ArsenicCell.AddReagent(microLitres, _electrolyteMicrogramsPerLitre); break;
            case FluidLine.FluorideSample: FluorideCell.AddSample(microLitres, _fluorideLine.Now.FluorideMilligramsPerLitre); break;
            case FluidLine.FluorideStandardLow: FluorideCell.Add(microLitres, _fluorideLowMilligramsPerLitre); break;
            case FluidLine.FluorideStandardHigh: FluorideCell.Add(microLitres, _fluorideHighMilligramsPerLitre); break;
            case FluidLine.Tisab: FluorideCell.AddReagent(microLitres); break;
            default: throw new ArgumentOutOfRangeException(nameof(line), line, "no such line");
        }
    }
}
