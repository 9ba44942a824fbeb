namespace WaterNode.Gateway.Mqtt.Packets;

/// <summary>Section 3.8.</summary>
/// <param name="PacketId">1 to 65535.</param>
/// <param name="Subscriptions">At least one.</param>
public sealed record SubscribePacket(ushort PacketId, IReadOnlyList<RequestedSubscription> Subscriptions) : MqttPacket;

/// <param name="QualityOfService">The highest wanted, 0 to 2.</param>
public sealed record RequestedSubscription(string Filter, byte QualityOfService);

/// <summary>Section 3.9.</summary>
/// <param name="ReturnCodes">For each filter in order the QoS granted, or <see cref="Refused"/>.</param>
public sealed record SubackPacket(ushort PacketId, IReadOnlyList<byte> ReturnCodes) : MqttPacket
{
    public const byte Refused = 0x80;
}

/// <summary>Section 3.10.</summary>
/// <param name="Filters">At least one.</param>
public sealed record UnsubscribePacket(ushort PacketId, IReadOnlyList<string> Filters) : MqttPacket;

/// <summary>Section 3.11.</summary>
public sealed record UnsubackPacket(ushort PacketId) : MqttPacket;
