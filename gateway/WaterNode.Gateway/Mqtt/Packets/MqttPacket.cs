namespace WaterNode.Gateway.Mqtt.Packets;

/// <summary>One MQTT 3.1.1 control packet. Section numbers in this folder are those of the OASIS standard.</summary>
public abstract record MqttPacket;

/// <summary>Section 3.12: the client shows that it is alive.</summary>
public sealed record PingreqPacket : MqttPacket;

/// <summary>Section 3.13.</summary>
public sealed record PingrespPacket : MqttPacket;

/// <summary>Section 3.14: the client leaves in good order; its will is discarded.</summary>
public sealed record DisconnectPacket : MqttPacket;

/// <summary>Table 2.1: the upper four bits of a packet's first byte.</summary>
internal enum PacketType : byte
{
    Connect = 1,
    Connack = 2,
    Publish = 3,
    Puback = 4,
    Pubrec = 5,
    Pubrel = 6,
    Pubcomp = 7,
    Subscribe = 8,
    Suback = 9,
    Unsubscribe = 10,
    Unsuback = 11,
    Pingreq = 12,
    Pingresp = 13,
    Disconnect = 14,
}
