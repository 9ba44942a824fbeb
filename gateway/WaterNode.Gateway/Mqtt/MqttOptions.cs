using WaterNode.Gateway.Mqtt.Packets;

namespace WaterNode.Gateway.Mqtt;

/// <summary>Rules and limits of the MQTT endpoint. Every limit bounds what one client, or all together, can take.</summary>
public sealed record MqttOptions
{
    /// <summary>Lets clients in without an account, but only from this machine (loopback).</summary>
    public bool AllowAnonymous { get; init; }

    /// <summary>From the opened connection to its CONNECT.</summary>
    public TimeSpan ConnectTimeout { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>A client that takes nothing off its connection for so long is closed.</summary>
    public TimeSpan WriteTimeout { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>How long the site may still take for the messages of a connection that has ended.</summary>
    public TimeSpan DrainTimeout { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>Bytes after the fixed header.</summary>
    public int PacketBytesMax { get; init; } = PacketReader.PacketBytesMax;

    /// <summary>A gateway is planned for 500 stations; the rest is for viewers and connections that have not noticed their end.</summary>
    public int ConnectionsMax { get; init; } = 2_000;

    /// <summary>Messages of one connection that the site has not stored yet; reading stops there.</summary>
    public int ReceivesInFlightMax { get; init; } = 64;

    /// <summary>Topics with a retained message: <c>ack</c> and <c>status</c> of every station, with room for what else is sent as retained.</summary>
    public int RetainedTopicsMax { get; init; } = 8_192;

    /// <summary>Packets waiting for one client; more than all retained messages, which a new viewer gets at once.</summary>
    public int QueuedPacketsMax { get; init; } = 16_384;

    /// <summary>QoS 1 messages sent to one client and not acknowledged by it.</summary>
    public int UnacknowledgedMax { get; init; } = 64;

    /// <summary>Topic filters of one client.</summary>
    public int SubscriptionsMax { get; init; } = 64;
}
