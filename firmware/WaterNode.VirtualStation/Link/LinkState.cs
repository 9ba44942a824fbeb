namespace WaterNode.Simulation.Link;

/// <summary>How a station stands with its gateway.</summary>
/// <param name="Gateway">Host and port, for a person; "" before the first attempt.</param>
/// <param name="Failure">Why the last attempt to connect failed, for a person; "" when none has failed.</param>
public sealed record LinkState(bool IsConnected, string Gateway, string Failure)
{
    /// <summary>Not connected yet.</summary>
    public static LinkState Untried { get; } = new(false, "", "");
}
