namespace WaterNode.Gateway.Mqtt.Packets;

/// <summary>Section 3.3: an application message on its way.</summary>
/// <param name="Topic">Not empty and without wildcards.</param>
/// <param name="QualityOfService">0 to 2.</param>
/// <param name="PacketId">1 to 65535 at QoS 1 and 2; 0 at QoS 0, which has none.</param>
/// <param name="Duplicate">Sent before under the same packet id.</param>
public sealed record PublishPacket(
    string Topic,
    ReadOnlyMemory<byte> Payload,
    byte QualityOfService = 0,
    ushort PacketId = 0,
    bool Retain = false,
    bool Duplicate = false) : MqttPacket;

/// <summary>Section 3.4: QoS 1 received.</summary>
public sealed record PubackPacket(ushort PacketId) : MqttPacket;

/// <summary>Section 3.5: QoS 2, part 1.</summary>
public sealed record PubrecPacket(ushort PacketId) : MqttPacket;

/// <summary>Section 3.6: QoS 2, part 2.</summary>
public sealed record PubrelPacket(ushort PacketId) : MqttPacket;

/// <summary>Section 3.7: QoS 2, part 3.</summary>
public sealed record PubcompPacket(ushort PacketId) : MqttPacket;
