using WaterNode.Sync.Records;

namespace WaterNode.Sync.Tests;

/// <summary>Records in which every field takes ordinary and extreme values.</summary>
internal sealed class RandomRecords(int seed)
{
    private static readonly string[] Texts = ["", "treated", "raw", "tap-3", "sls-614-2013/1", "Würze, தமிழ், 水 \U0001F4A7", "a\nb", new('x', 3000)];

    private readonly Random _random = new(seed);

    public Record[] Many(int countMax) => [.. Enumerable.Range(0, _random.Next(countMax + 1)).Select(_ => One())];

    public Record One() => new(new RecordId($"lk-{_random.Next(50):x4}", (uint)_random.NextInt64(1L << 32), Maybe(Number) is { } n && n > 0 ? n : 1))
    {
        Time = Maybe(Number),
        DerivedTime = Maybe(Number),
        PowerOn = Maybe(Number),
        UpSeconds = Maybe(Number),
        SamplePoint = Text(),
        LimitSet = _random.Next(2) == 0 ? null : Text(),
        Oldest = Number(),
        Lost = [.. Enumerable.Range(0, _random.Next(3)).Select(_ => _random.NextInt64(1, long.MaxValue)).Select(first => new SequenceRange(first, _random.NextInt64(first, long.MaxValue)))],
        Event = _random.Next(4) == 0 ? """{"type":"calibration","id":17}""" : null,
        Readings = [.. Enumerable.Range(0, _random.Next(7)).Select(_ => Reading())],
    };

    private Reading Reading() => new(Text(), Text())
    {
        Value = Maybe(Scaled),
        Quality = Enum.GetValues<Quality>()[_random.Next(5)],
        Uncertainty = Maybe(Scaled),
        DetectionLimit = Maybe(Scaled),
        BelowDetectionLimit = _random.Next(2) == 0,
        Reasons = Text(),
        Calibration = Maybe(Number),
        Verdict = _random.Next(2) == 0 ? null : Text(),
    };

    private T? Maybe<T>(Func<T> make) where T : struct => _random.Next(3) == 0 ? null : make();

    private string Text() => Texts[_random.Next(Texts.Length)];

    private long Number() => _random.Next(5) switch
    {
        0 => long.MinValue,
        1 => long.MaxValue,
        2 => _random.Next(-3, 4),
        _ => _random.NextInt64(2_000_000_000),
    };

    private Scaled Scaled() => new(Number(), _random.Next(-20, 21));
}
