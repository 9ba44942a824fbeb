namespace WaterNode.Tier.Uplink;

/// <summary>How the link to the parent tier is.</summary>
/// <param name="State"><c>none</c> (no parent is set), <c>down</c> (not reached, or it asks for patience), <c>up</c>, <c>unauthorized</c> (the parent does not know the token).</param>
/// <param name="LastSuccess">When the parent last committed a batch; null for never since the start.</param>
/// <param name="LastError">A sentence for the operator; null while all is well.</param>
/// <param name="BytesSent">Bytes of batches that the parent took since the start.</param>
public sealed record LinkStatus(string State, DateTimeOffset? LastSuccess, string? LastError, long BytesSent)
{
    public const string Up = "up", Down = "down", Unauthorized = "unauthorized";

    /// <summary>The status of a tier without a parent.</summary>
    public static LinkStatus None { get; } = new("none", null, null, 0);
}
