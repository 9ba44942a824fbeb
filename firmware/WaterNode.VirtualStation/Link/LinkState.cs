namespace WaterNode.Simulation.Link;

/// <summary>How a station stands with its gateway.</summary>
/// <param name="Failure">Why the last attempt to connect failed, for a person; "" when none has failed.</param>
public sealed record LinkState(bool IsConnected, string Failure)
{
    public static LinkState Connected { get; } = new(true, "");

    /// <summary>Not connected yet.</summary>
    public static LinkState Untried { get; } = new(false, "");
}
