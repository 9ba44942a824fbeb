using System.Buffers;

namespace WaterNode.Gateway.Mqtt.Packets;

/// <summary>What a look at the bytes received so far gave.</summary>
public enum ReadOutcome
{
    Packet,

    /// <summary>The packet is not complete yet; nothing was taken from the input.</summary>
    NeedMore,

    /// <summary>Against the standard or larger than allowed: the connection has to be closed.</summary>
    Malformed,
}

/// <summary>Decodes MQTT 3.1.1 packets, strictly, and takes memory only for bytes that have arrived.</summary>
public static class PacketReader
{
    /// <summary>The largest packet taken by default, bytes after the fixed header. SenML packs are up to 8 KiB; larger ones still reach the quarantine up to this.</summary>
    public const int PacketBytesMax = 64 * 1024;

    private const int LengthBytesMax = 4;

    /// <summary>Reads the first packet of the input.</summary>
    /// <param name="input">Bytes received; afterwards they begin behind the packet that was read.</param>
    /// <param name="packet">A copy that does not refer to the input; null unless the outcome is <see cref="ReadOutcome.Packet"/>.</param>
    /// <param name="reason">Says what is malformed; "" otherwise.</param>
    /// <param name="packetBytesMax">Limit of the remaining length, bytes.</param>
    public static ReadOutcome Read(ref ReadOnlySequence<byte> input, out MqttPacket? packet, out string reason, int packetBytesMax = PacketBytesMax)
    {
        packet = null;
        reason = "";
        var reader = new SequenceReader<byte>(input);
        if (!reader.TryRead(out byte first)) return ReadOutcome.NeedMore;

        reason = HeaderFault(first);
        if (reason != "") return ReadOutcome.Malformed;

        var outcome = ReadLength(ref reader, out int length);
        if (outcome == ReadOutcome.Malformed) reason = "remaining length of more than four bytes";
        if (outcome != ReadOutcome.Packet) return outcome;
        if (length > packetBytesMax)
        {
            reason = $"packet of {length} bytes, at most {packetBytesMax} are taken";
            return ReadOutcome.Malformed;
        }

        if (reader.Remaining < length) return ReadOutcome.NeedMore;
        var bytes = reader.UnreadSequence.Slice(0, length);
        var body = new PacketBody(bytes.IsSingleSegment ? bytes.FirstSpan : bytes.ToArray());
        var decoded = Decode((PacketType)(first >> 4), (byte)(first & 0x0F), ref body);
        body.Require(body.IsEmpty, "longer than its contents");
        if (body.Fault is not null)
        {
            reason = $"{(PacketType)(first >> 4)}: {body.Fault}";
            return ReadOutcome.Malformed;
        }

        packet = decoded;
        input = input.Slice(bytes.End);
        return ReadOutcome.Packet;
    }

    /// <summary>Table 2.2: the flags of every type but PUBLISH are fixed.</summary>
    private static string HeaderFault(byte first)
    {
        var type = (PacketType)(first >> 4);
        int flags = first & 0x0F;
        if (!Enum.IsDefined(type)) return $"reserved packet type {first >> 4}";
        if (type == PacketType.Publish) return "";
        int expected = type is PacketType.Pubrel or PacketType.Subscribe or PacketType.Unsubscribe ? 0b0010 : 0;
        return flags == expected ? "" : $"{type}: reserved flags {flags}";
    }

    /// <summary>Section 2.2.3: seven bits a byte, lowest first.</summary>
    private static ReadOutcome ReadLength(ref SequenceReader<byte> reader, out int length)
    {
        length = 0;
        for (int i = 0; i < LengthBytesMax; i++)
        {
            if (!reader.TryRead(out byte next)) return ReadOutcome.NeedMore;
            length |= (next & 0x7F) << (7 * i);
            if ((next & 0x80) == 0) return ReadOutcome.Packet;
        }

        return ReadOutcome.Malformed;
    }

    private static MqttPacket Decode(PacketType type, byte flags, ref PacketBody body) => type switch
    {
        PacketType.Connect => Connect(ref body),
        PacketType.Connack => Connack(ref body),
        PacketType.Publish => Publish(flags, ref body),
        PacketType.Puback => new PubackPacket(body.PacketId()),
        PacketType.Pubrec => new PubrecPacket(body.PacketId()),
        PacketType.Pubrel => new PubrelPacket(body.PacketId()),
        PacketType.Pubcomp => new PubcompPacket(body.PacketId()),
        PacketType.Subscribe => Subscribe(ref body),
        PacketType.Suback => Suback(ref body),
        PacketType.Unsubscribe => Unsubscribe(ref body),
        PacketType.Unsuback => new UnsubackPacket(body.PacketId()),
        PacketType.Pingreq => new PingreqPacket(),
        PacketType.Pingresp => new PingrespPacket(),
        PacketType.Disconnect => new DisconnectPacket(),
        _ => throw new ArgumentOutOfRangeException(nameof(type)),
    };

    private static MqttPacket Connect(ref PacketBody body)
    {
        string protocol = body.Text();
        byte level = body.Byte();
        if (body.Fault is null && (protocol != ConnectPacket.ProtocolName || level != ConnectPacket.ProtocolLevel))
        {
            // What follows has the layout of that other version.
            body.Remainder();
            return new UnsupportedConnectPacket(protocol, level);
        }

        byte flags = body.Byte();
        bool hasWill = (flags & ConnectFlags.Will) != 0;
        bool hasUserName = (flags & ConnectFlags.UserName) != 0;
        bool hasPassword = (flags & ConnectFlags.Password) != 0;
        byte willQuality = (byte)((flags & ConnectFlags.WillQuality) >> ConnectFlags.WillQualityShift);
        bool willRetain = (flags & ConnectFlags.WillRetain) != 0;
        body.Require((flags & ConnectFlags.Reserved) == 0, "reserved flag set");
        body.Require(willQuality <= 2, "will with QoS 3");
        body.Require(hasWill || (willQuality == 0 && !willRetain), "will flags without a will");
        body.Require(hasUserName || !hasPassword, "password without a user name");

        ushort keepAliveSeconds = body.UInt16();
        string clientId = body.Text();
        var will = hasWill ? new WillMessage(body.TopicName(), body.Binary(), willQuality, willRetain) : null;
        string? userName = hasUserName ? body.Text() : null;
        ReadOnlyMemory<byte>? password = hasPassword ? (ReadOnlyMemory<byte>?)body.Binary() : null;
        return new ConnectPacket(clientId, (flags & ConnectFlags.CleanSession) != 0, keepAliveSeconds, will, userName, password);
    }

    private static ConnackPacket Connack(ref PacketBody body)
    {
        byte flags = body.Byte();
        var code = (ConnectReturnCode)body.Byte();
        body.Require(flags <= 1, "reserved flag set");
        body.Require(Enum.IsDefined(code), "reserved return code");
        body.Require(flags == 0 || code == ConnectReturnCode.Accepted, "refused with a session present");
        return new ConnackPacket(flags == 1, code);
    }

    private static PublishPacket Publish(byte flags, ref PacketBody body)
    {
        byte quality = (byte)((flags & PublishFlags.Quality) >> PublishFlags.QualityShift);
        bool duplicate = (flags & PublishFlags.Duplicate) != 0;
        body.Require(quality <= 2, "QoS 3");
        body.Require(quality > 0 || !duplicate, "duplicate flag at QoS 0");
        string topic = body.TopicName();
        ushort id = quality > 0 ? body.PacketId() : (ushort)0;
        return new PublishPacket(topic, body.Remainder(), quality, id, (flags & PublishFlags.Retain) != 0, duplicate);
    }

    private static SubscribePacket Subscribe(ref PacketBody body)
    {
        ushort id = body.PacketId();
        var subscriptions = new List<RequestedSubscription>();
        while (!body.IsEmpty)
        {
            string filter = body.TopicFilter();
            byte quality = body.Byte();
            body.Require(quality <= 2, "QoS above 2 or reserved bits set");
            subscriptions.Add(new RequestedSubscription(filter, quality));
        }

        body.Require(subscriptions.Count > 0, "no topic filter");
        return new SubscribePacket(id, subscriptions);
    }

    private static SubackPacket Suback(ref PacketBody body)
    {
        ushort id = body.PacketId();
        byte[] codes = body.Remainder();
        body.Require(codes.Length > 0, "no return code");
        foreach (byte code in codes) body.Require(code is <= 2 or SubackPacket.Refused, "reserved return code");
        return new SubackPacket(id, codes);
    }

    private static UnsubscribePacket Unsubscribe(ref PacketBody body)
    {
        ushort id = body.PacketId();
        var filters = new List<string>();
        while (!body.IsEmpty) filters.Add(body.TopicFilter());
        body.Require(filters.Count > 0, "no topic filter");
        return new UnsubscribePacket(id, filters);
    }
}
