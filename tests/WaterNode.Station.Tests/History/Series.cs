using WaterNode.Station.Journal;
using WaterNode.Station.Ports;
using WaterNode.Station.Quality;
using WaterNode.Station.Wire;

namespace WaterNode.Station.Tests.History;

/// <summary>Readings of one sample point after the other, as the station's cycles give them to the time tests.</summary>
internal sealed class Series(IFlash flash)
{
    public const int IntervalSeconds = 900;

    private readonly Record _record = new();
    private TimeTests _tests = new(new StateShelf(flash));

    public string SamplePoint { get; set; } = "treated";

    public long PowerOn { get; set; } = 1;

    public long UpSeconds { get; set; } = 60;

    public long? UtcSeconds { get; set; } = 1763740800;

    public int Calibration { get; set; } = 17;

    /// <summary>Everything in memory is gone.</summary>
    public void Sleep() => _tests = new TimeTests(new StateShelf(flash));

    public void Pass(long seconds)
    {
        UpSeconds += seconds;
        UtcSeconds += seconds;
    }

    /// <summary>Measures one channel, tests it, and lets an interval pass.</summary>
    /// <param name="value">In the display unit; null for a missing value.</param>
    public Reading Next(int channel, double? value, double uncertainty) => Next(record =>
    {
        record.Readings[channel].Calibration = Calibration;
        if (value is { } number) record.Readings[channel].Measured(number, uncertainty);
        else record.Readings[channel].Missing(QualityFlag.Missing, Reasons.NoAnswer);
    }).Readings[channel];

    public Record Next(Action<Record> measure)
    {
        _record.Clear();
        _record.SamplePoint = SamplePoint;
        _record.Stamp.PowerOn = PowerOn;
        _record.Stamp.UpSeconds = UpSeconds;
        _record.Stamp.HasTime = UtcSeconds is not null;
        _record.Stamp.UtcSeconds = UtcSeconds ?? 0;
        measure(_record);
        foreach (var reading in _record.Readings) GrossRange.Apply(reading);
        _tests.Apply(_record);
        _tests.Save();
        Pass(IntervalSeconds);
        return _record;
    }
}
