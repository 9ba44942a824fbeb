namespace WaterNode.Gateway.Mqtt.Packets;

/// <summary>Section 3.1: the first packet of a connection.</summary>
/// <param name="ClientId">May be empty: the server then assigns one, if the session is a clean one.</param>
/// <param name="KeepAliveSeconds">The longest pause between two packets of the client, s; 0 for no limit.</param>
/// <param name="Password">Any bytes; null when none was given. Needs a user name.</param>
public sealed record ConnectPacket(
    string ClientId,
    bool CleanSession = true,
    ushort KeepAliveSeconds = 60,
    WillMessage? Will = null,
    string? UserName = null,
    ReadOnlyMemory<byte>? Password = null) : MqttPacket
{
    internal const string ProtocolName = "MQTT";
    internal const byte ProtocolLevel = 4;
}

/// <summary>What the server publishes for a client that is lost without a DISCONNECT.</summary>
/// <param name="QualityOfService">0 to 2.</param>
public sealed record WillMessage(string Topic, ReadOnlyMemory<byte> Payload, byte QualityOfService, bool Retain);

/// <summary>A CONNECT of another protocol or version, to be answered by <see cref="ConnectReturnCode.UnacceptableProtocolVersion"/>. Only read, never written.</summary>
public sealed record UnsupportedConnectPacket(string ProtocolName, byte ProtocolLevel) : MqttPacket;

/// <summary>Table 3.1.</summary>
public enum ConnectReturnCode : byte
{
    Accepted = 0,
    UnacceptableProtocolVersion = 1,
    IdentifierRejected = 2,
    ServerUnavailable = 3,
    BadUserNameOrPassword = 4,
    NotAuthorized = 5,
}

/// <summary>Section 3.2: the answer to CONNECT.</summary>
/// <param name="SessionPresent">Only with <see cref="ConnectReturnCode.Accepted"/>.</param>
public sealed record ConnackPacket(bool SessionPresent, ConnectReturnCode ReturnCode) : MqttPacket;
