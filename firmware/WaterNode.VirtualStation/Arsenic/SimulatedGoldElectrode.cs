using WaterNode.Simulation.Water;

namespace WaterNode.Simulation.Arsenic;

/// <summary>What the gold electrode stands in.</summary>
/// <param name="ArsenicMicrogramsPerLitre">In the cell, after dilution.</param>
/// <param name="SampleShare">Share of the cell that is the well's water, 0 to 1.</param>
/// <param name="ElectrolyteShare">Share that is electrolyte, 0 to 1.</param>
public readonly record struct CellContent(double ArsenicMicrogramsPerLitre, double SampleShare, double ElectrolyteShare);

/// <summary>A gold microwire: what a square-wave stripping scan of deposited arsenic looks like.</summary>
/// <remarks>What the station does not know: the baseline slopes and bends, not twice the same; the peak is skewed and moves; the wire tires
/// during a run and ages over weeks, remembers a little of the deposit before, and bends when it is full; stirring differs from deposition to
/// deposition; the sample's matrix takes sensitivity away, which the blank does not show; copper strips beside the arsenic.</remarks>
public sealed class SimulatedGoldElectrode
{
    /// <summary>Metrohm's scTRACE gives 0.9 to 10 micrograms per litre as the range of 60 s: a few per cent of bend at 30 nA for the worst of these.</summary>
    private const double FullWireMinNanoAmperes = 500, FullWireMaxNanoAmperes = 3000;

    /// <summary>Bullen (2022) found 4.9 % between measurements in the field, in which the whole procedure is.</summary>
    private const double StirringMin = 0.012, StirringMax = 0.035;

    private const double MemoryShareMax = 0.015;

    // One deposition tires the wire by up to this share; it recovers in an hour or so.
    private const double FatigueMax = 0.006, RecoverySeconds = 3600;

    /// <summary>Up to a third in four months, when the wire is to be polished.</summary>
    private const double AgeingMaxPerDay = 0.003;

    /// <summary>Without at least this share of electrolyte in the cell its resistance hides most of the peak.</summary>
    private const double ElectrolyteShareMin = 0.02;

    /// <summary>The share of sample at which a matrix is given.</summary>
    private const double UsualSampleShare = 0.5;

    /// <summary>From scan to scan: the peak's place, and each part of the baseline.</summary>
    private const double PlaceDeviationMilliVolts = 1.5, BaselineDeviation = 0.03;

    /// <summary>A thick deposit strips a little later: mV per nA.</summary>
    private const double ShiftPerNanoAmpere = 0.015;

    private const double CopperWidthMilliVolts = 28, HumpWidthMilliVolts = 120, OxideNanoAmperes = 20;

    private readonly Random _random;
    private readonly SlowCourse _wander;
    private readonly DateTimeOffset _madeAt;
    private readonly double _fullWireNanoAmperes, _stirring, _memoryShare, _fatigue, _ageingPerDay, _blankNanoAmperes;
    private readonly double _leftWidth, _rightWidth, _level, _slope, _bend, _humpMilliVolts, _copperNanoAmperes, _copperDistance;
    private double _lastLoad, _tired;
    private DateTimeOffset _lastScan;

    /// <param name="random">Decides this specimen and the scatter of its depositions.</param>
    /// <param name="madeAt">Its ageing counts from here.</param>
    public SimulatedGoldElectrode(Random random, DateTimeOffset madeAt)
    {
        _random = random;
        _madeAt = _lastScan = madeAt;
        SensitivityNanoAmperes = 0.05 * (1 + random.NextWithin(0.2));
        PeakMilliVolts = 20 + random.NextWithin(15);
        _wander = new SlowCourse(random, 0.04);
        _fullWireNanoAmperes = random.NextLogBetween(FullWireMinNanoAmperes, FullWireMaxNanoAmperes);
        _stirring = random.NextBetween(StirringMin, StirringMax);
        _memoryShare = random.NextBetween(0, MemoryShareMax);
        _fatigue = random.NextBetween(0, FatigueMax);
        _ageingPerDay = random.NextBetween(0, AgeingMaxPerDay);
        _blankNanoAmperes = random.NextBetween(0.1, 0.6);
        _leftWidth = random.NextBetween(16, 24);
        _rightWidth = _leftWidth * random.NextBetween(1.05, 1.5);
        _level = 60 + random.NextWithin(20);
        _slope = 0.08 + random.NextWithin(0.03);
        _bend = random.NextBetween(2e-5, 1e-4);
        _humpMilliVolts = random.NextWithin(120);
        _copperNanoAmperes = SensitivityNanoAmperes * random.NextBetween(0.3, 0.8);
        _copperDistance = random.NextBetween(90, 170);
    }

    /// <summary>Peak height per microgram per litre in the cell and second of deposition of the new wire, nA: 0.05 within 20 %.</summary>
    public double SensitivityNanoAmperes { get; }

    /// <summary>Where the arsenic peak of a thin deposit stands, mV: 20 within 15.</summary>
    public double PeakMilliVolts { get; }

    /// <summary>One deposition and the scan that strips it.</summary>
    /// <param name="depositionSeconds">0 or more.</param>
    /// <param name="depositionMilliVolts">Arsenic deposits fully below about -700 mV, and not at all above -300.</param>
    /// <param name="matrix">What else the sample holds.</param>
    public StrippingScan Scan(double depositionSeconds, double depositionMilliVolts, CellContent cell, WaterMatrix matrix, DateTimeOffset time)
    {
        var sampleOfUsual = cell.SampleShare / UsualSampleShare;
        var deposited = depositionSeconds / (1 + Math.Exp((depositionMilliVolts + 500) / 40)) * (1 + _random.NextNormal(_stirring));
        var conducted = cell.ElectrolyteShare >= ElectrolyteShareMin ? 1 : 0.2;
        var suppressed = 1 - matrix.StrippingSuppression * Math.Min(1, sampleOfUsual);
        var condition = Condition(time) * conducted * suppressed * deposited;
        var copper = _copperNanoAmperes * condition * matrix.CopperMicrogramsPerLitre * cell.SampleShare;
        var fresh = SensitivityNanoAmperes * condition * cell.ArsenicMicrogramsPerLitre;
        var load = fresh + _memoryShare * _lastLoad;
        _lastLoad = load;

        // Arsenic and copper share the wire's places.
        var stripped = (1 - Math.Exp(-(load + copper) / _fullWireNanoAmperes)) / Math.Max(1e-9, (load + copper) / _fullWireNanoAmperes);
        var height = _blankNanoAmperes + load * stripped;
        var place = PeakMilliVolts + matrix.PeakShiftMilliVolts * sampleOfUsual + ShiftPerNanoAmpere * height + _random.NextNormal(PlaceDeviationMilliVolts);
        return new StrippingScan(
            NextBaseline(matrix.HumpNanoAmperes * sampleOfUsual),
            new SkewedPeak(height, place, _leftWidth, _rightWidth),
            new SkewedPeak(copper * stripped, place + _copperDistance, CopperWidthMilliVolts, CopperWidthMilliVolts));
    }

    /// <summary>What is left of the new wire's sensitivity; each scan tires it, rest helps, age does not.</summary>
    private double Condition(DateTimeOffset time)
    {
        _tired *= Math.Exp(-Math.Max(0, (time - _lastScan).TotalSeconds) / RecoverySeconds);
        _lastScan = time;
        var condition = (1 + _wander.At(time)) * Math.Exp(-_ageingPerDay * (time - _madeAt).TotalDays) * (1 - _tired);
        _tired += _fatigue;
        return condition;
    }

    private ScanBaseline NextBaseline(double humpNanoAmperes) => new(
        Scattered(_level),
        Scattered(_slope),
        Scattered(_bend),
        new SkewedPeak(Scattered(humpNanoAmperes), _humpMilliVolts, HumpWidthMilliVolts, HumpWidthMilliVolts),
        Scattered(OxideNanoAmperes));

    private double Scattered(double value) => value * (1 + _random.NextNormal(BaselineDeviation));
}
