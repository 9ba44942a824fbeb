namespace WaterNode.Tier.Uplink;

/// <summary>How many records go into a batch: twice as many after each full batch that got through, half as many when it was too much.</summary>
internal sealed class BatchSize
{
    private const int First = 64;
    private const int Max = 2048;

    public int Records { get; private set; } = First;

    public void Grow(int sent)
    {
        if (sent >= Records) Records = Math.Min(Records * 2, Max);
    }

    /// <param name="sent">What was too much, possibly less than was allowed.</param>
    public void Halve(int sent) => Records = Math.Max(Math.Min(Records, sent) / 2, 1);
}
