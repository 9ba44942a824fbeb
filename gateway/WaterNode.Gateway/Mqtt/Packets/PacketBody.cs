using System.Buffers.Binary;
using System.Text;
using System.Text.Unicode;

namespace WaterNode.Gateway.Mqtt.Packets;

/// <summary>Walks through a packet after its fixed header. The first fault sticks and empties the rest, so that a reader can go on to its end and ask once.</summary>
internal ref struct PacketBody(ReadOnlySpan<byte> bytes)
{
    private ReadOnlySpan<byte> _rest = bytes;

    /// <summary>What is wrong; null as long as nothing is.</summary>
    public string? Fault { get; private set; }

    public readonly bool IsEmpty => _rest.IsEmpty;

    public void Require(bool condition, string fault)
    {
        if (condition) return;
        Fault ??= fault;
        _rest = default;
    }

    public byte Byte() => Take(1) is [var value] ? value : (byte)0;

    public ushort UInt16() => Take(sizeof(ushort)) is { Length: sizeof(ushort) } bytes ? BinaryPrimitives.ReadUInt16BigEndian(bytes) : (ushort)0;

    /// <summary>MQTT-2.3.1-1: not zero.</summary>
    public ushort PacketId()
    {
        ushort id = UInt16();
        Require(id != 0, "packet id 0");
        return id;
    }

    /// <summary>Bytes with their length before them.</summary>
    public byte[] Binary() => Take(UInt16()).ToArray();

    /// <summary>Section 1.5.3. U+0000 and ill-formed UTF-8 have to be refused; control characters may be, and are: ids and topics go into logs.</summary>
    public string Text()
    {
        var bytes = Take(UInt16());
        if (!Utf8.IsValid(bytes))
        {
            Require(false, "text that is not UTF-8");
            return "";
        }

        string text = Encoding.UTF8.GetString(bytes);
        foreach (char c in text) Require(!char.IsControl(c), "control character in a text");
        return text;
    }

    public string TopicName()
    {
        string topic = Text();
        Require(TopicSyntax.IsName(topic), "topic name empty or with wildcards");
        return topic;
    }

    public string TopicFilter()
    {
        string filter = Text();
        Require(TopicSyntax.IsFilter(filter), "topic filter empty or with a misplaced wildcard");
        return filter;
    }

    public byte[] Remainder() => Take(_rest.Length).ToArray();

    private ReadOnlySpan<byte> Take(int count)
    {
        Require(count <= _rest.Length, "shorter than its contents");
        if (Fault is not null) return default;
        var taken = _rest[..count];
        _rest = _rest[count..];
        return taken;
    }
}
