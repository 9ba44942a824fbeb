using System.Buffers;
using System.Buffers.Binary;
using System.Text;

namespace WaterNode.Gateway.Mqtt.Packets;

/// <summary>Encodes MQTT 3.1.1 packets.</summary>
public static class PacketWriter
{
    private const int LengthBytesMax = 4;

    /// <summary>Section 2.2.3.</summary>
    private const int RemainingLengthMax = 268_435_455;

    /// <summary>Appends one packet; the caller flushes.</summary>
    /// <exception cref="ArgumentException">A text of more than 65,535 bytes or a packet that the standard does not allow: a mistake of the caller.</exception>
    public static void Write(IBufferWriter<byte> output, MqttPacket packet)
    {
        switch (packet)
        {
            case ConnectPacket connect: Write(output, connect); break;
            case ConnackPacket connack: WriteTwoBytes(output, PacketType.Connack, (byte)(connack.SessionPresent ? 1 : 0), (byte)connack.ReturnCode); break;
            case PublishPacket publish: Write(output, publish); break;
            case PubackPacket puback: WriteId(output, PacketType.Puback, puback.PacketId); break;
            case PubrecPacket pubrec: WriteId(output, PacketType.Pubrec, pubrec.PacketId); break;
            case PubrelPacket pubrel: WriteId(output, PacketType.Pubrel, pubrel.PacketId); break;
            case PubcompPacket pubcomp: WriteId(output, PacketType.Pubcomp, pubcomp.PacketId); break;
            case SubscribePacket subscribe: Write(output, subscribe); break;
            case SubackPacket suback: Write(output, suback); break;
            case UnsubscribePacket unsubscribe: Write(output, unsubscribe); break;
            case UnsubackPacket unsuback: WriteId(output, PacketType.Unsuback, unsuback.PacketId); break;
            case PingreqPacket: WriteHeader(output, PacketType.Pingreq, 0, 0); break;
            case PingrespPacket: WriteHeader(output, PacketType.Pingresp, 0, 0); break;
            case DisconnectPacket: WriteHeader(output, PacketType.Disconnect, 0, 0); break;
            default: throw new ArgumentException($"A {packet.GetType().Name} is never written.", nameof(packet));
        }
    }

    private static void Write(IBufferWriter<byte> output, ConnectPacket connect)
    {
        const int fixedBytes = 4;
        byte flags = 0;
        int length = TextBytes(ConnectPacket.ProtocolName) + fixedBytes + TextBytes(connect.ClientId);
        if (connect.CleanSession) flags |= ConnectFlags.CleanSession;
        if (connect.Will is { } announced)
        {
            flags |= (byte)(ConnectFlags.Will | (announced.QualityOfService << ConnectFlags.WillQualityShift) | (announced.Retain ? ConnectFlags.WillRetain : 0));
            length += TextBytes(announced.Topic) + BinaryBytes(announced.Payload);
        }

        if (connect.UserName is not null)
        {
            flags |= ConnectFlags.UserName;
            length += TextBytes(connect.UserName);
        }

        if (connect.Password is { } counted)
        {
            if (connect.UserName is null) throw new ArgumentException("A password needs a user name (MQTT-3.1.2-22).", nameof(connect));
            flags |= ConnectFlags.Password;
            length += BinaryBytes(counted);
        }

        WriteHeader(output, PacketType.Connect, 0, length);
        WriteText(output, ConnectPacket.ProtocolName);
        output.Write([ConnectPacket.ProtocolLevel, flags]);
        WriteUInt16(output, connect.KeepAliveSeconds);
        WriteText(output, connect.ClientId);
        if (connect.Will is { } will)
        {
            WriteText(output, will.Topic);
            WriteBinary(output, will.Payload);
        }

        if (connect.UserName is not null) WriteText(output, connect.UserName);
        if (connect.Password is { } password) WriteBinary(output, password);
    }

    private static void Write(IBufferWriter<byte> output, PublishPacket publish)
    {
        bool hasId = publish.QualityOfService > 0;
        int flags = (publish.Retain ? PublishFlags.Retain : 0)
            | (publish.QualityOfService << PublishFlags.QualityShift)
            | (publish.Duplicate ? PublishFlags.Duplicate : 0);
        WriteHeader(output, PacketType.Publish, flags, TextBytes(publish.Topic) + (hasId ? sizeof(ushort) : 0) + publish.Payload.Length);
        WriteText(output, publish.Topic);
        if (hasId) WritePacketId(output, publish.PacketId);
        output.Write(publish.Payload.Span);
    }

    private static void Write(IBufferWriter<byte> output, SubscribePacket subscribe)
    {
        WriteHeader(output, PacketType.Subscribe, 0b0010, sizeof(ushort) + subscribe.Subscriptions.Sum(s => TextBytes(s.Filter) + 1));
        WritePacketId(output, subscribe.PacketId);
        foreach (var subscription in subscribe.Subscriptions)
        {
            WriteText(output, subscription.Filter);
            output.Write([subscription.QualityOfService]);
        }
    }

    private static void Write(IBufferWriter<byte> output, SubackPacket suback)
    {
        WriteHeader(output, PacketType.Suback, 0, sizeof(ushort) + suback.ReturnCodes.Count);
        WritePacketId(output, suback.PacketId);
        foreach (byte code in suback.ReturnCodes) output.Write([code]);
    }

    private static void Write(IBufferWriter<byte> output, UnsubscribePacket unsubscribe)
    {
        WriteHeader(output, PacketType.Unsubscribe, 0b0010, sizeof(ushort) + unsubscribe.Filters.Sum(TextBytes));
        WritePacketId(output, unsubscribe.PacketId);
        foreach (string filter in unsubscribe.Filters) WriteText(output, filter);
    }

    private static void WriteId(IBufferWriter<byte> output, PacketType type, ushort packetId)
    {
        WriteHeader(output, type, type == PacketType.Pubrel ? 0b0010 : 0, sizeof(ushort));
        WritePacketId(output, packetId);
    }

    private static void WriteTwoBytes(IBufferWriter<byte> output, PacketType type, byte first, byte second)
    {
        WriteHeader(output, type, 0, 2);
        output.Write([first, second]);
    }

    private static void WriteHeader(IBufferWriter<byte> output, PacketType type, int flags, int length)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(length, RemainingLengthMax);
        Span<byte> header = stackalloc byte[1 + LengthBytesMax];
        header[0] = (byte)(((int)type << 4) | flags);
        int used = 1;
        do
        {
            header[used++] = (byte)((length & 0x7F) | (length > 0x7F ? 0x80 : 0));
            length >>= 7;
        }
        while (length > 0);

        output.Write(header[..used]);
    }

    private static void WritePacketId(IBufferWriter<byte> output, ushort packetId)
    {
        ArgumentOutOfRangeException.ThrowIfZero(packetId);
        WriteUInt16(output, packetId);
    }

    private static void WriteUInt16(IBufferWriter<byte> output, ushort value)
    {
        BinaryPrimitives.WriteUInt16BigEndian(output.GetSpan(sizeof(ushort)), value);
        output.Advance(sizeof(ushort));
    }

    private static void WriteText(IBufferWriter<byte> output, string text)
    {
        WriteUInt16(output, (ushort)Encoding.UTF8.GetByteCount(text));
        Encoding.UTF8.GetBytes(text, output);
    }

    private static void WriteBinary(IBufferWriter<byte> output, ReadOnlyMemory<byte> bytes)
    {
        WriteUInt16(output, (ushort)bytes.Length);
        output.Write(bytes.Span);
    }

    private static int TextBytes(string text) => PrefixedBytes(Encoding.UTF8.GetByteCount(text));

    private static int BinaryBytes(ReadOnlyMemory<byte> bytes) => PrefixedBytes(bytes.Length);

    private static int PrefixedBytes(int length)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(length, ushort.MaxValue);
        return sizeof(ushort) + length;
    }
}
