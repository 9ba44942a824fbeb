namespace WaterNode.Tier.Api;

/// <summary>Store times as calendar times. A station can send any number as its time, so one that no calendar knows is null.</summary>
internal static class UnixTime
{
    private static readonly long SecondsMin = DateTimeOffset.MinValue.ToUnixTimeSeconds();
    private static readonly long SecondsMax = DateTimeOffset.MaxValue.ToUnixTimeSeconds();

    public static DateTimeOffset? FromSeconds(long? unixSeconds) =>
        unixSeconds is { } seconds && seconds >= SecondsMin && seconds <= SecondsMax ? DateTimeOffset.FromUnixTimeSeconds(seconds) : null;

    public static DateTimeOffset FromMilliseconds(long unixMilliseconds) => DateTimeOffset.FromUnixTimeMilliseconds(unixMilliseconds);
}
