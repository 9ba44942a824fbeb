namespace WaterNode.Tier.Uplink;

/// <summary>Pauses that double up to a cap, each shortened at random by up to half, so that a thousand gateways do not come back in the same second.</summary>
internal sealed class Backoff(TimeSpan min, TimeSpan max)
{
    private const int DoublingsMax = 30;

    private int _failures;

    public TimeSpan Next()
    {
        var pause = min * (1L << Math.Min(_failures++, DoublingsMax));
        return (pause < max ? pause : max) * (0.5 + Random.Shared.NextDouble() / 2);
    }

    public void Reset() => _failures = 0;
}
