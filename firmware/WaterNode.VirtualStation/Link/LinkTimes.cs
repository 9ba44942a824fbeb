namespace WaterNode.Simulation.Link;

/// <summary>How long the client waits, in real time.</summary>
public sealed record LinkTimes
{
    /// <summary>For the TCP connection, a CONNACK or a SUBACK, and for a blocked send.</summary>
    public TimeSpan Answer { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>From one attempt to connect to the next, at least. The station's own pauses run in its own time, at 900 times the speed too short
    /// for a gateway that has refused it.</summary>
    public TimeSpan Attempt { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>A ping goes out at half of this; silence of one and a half times this ends the connection. Whole seconds, at least 1.</summary>
    public TimeSpan KeepAlive { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>For a PUBACK; then the publish counts as not sent.</summary>
    public TimeSpan Confirmation { get; init; } = TimeSpan.FromSeconds(60);
}
