using System.Buffers;
using WaterNode.Gateway.Mqtt.Packets;

namespace WaterNode.Gateway.Tests.Mqtt;

/// <summary>Packets from and to bytes, the way the tests want them.</summary>
internal static class PacketBytes
{
    public static byte[] Of(MqttPacket packet)
    {
        var output = new ArrayBufferWriter<byte>();
        PacketWriter.Write(output, packet);
        return output.WrittenSpan.ToArray();
    }

    public static ReadOutcome Read(ReadOnlySequence<byte> input, out MqttPacket? packet, out string reason) =>
        PacketReader.Read(ref input, out packet, out reason);

    public static ReadOutcome Read(byte[] bytes, out MqttPacket? packet, out string reason) =>
        Read(new ReadOnlySequence<byte>(bytes), out packet, out reason);

    /// <summary>The same bytes in segments of one byte each, as an unlucky network delivers them.</summary>
    public static ReadOnlySequence<byte> Scattered(byte[] bytes)
    {
        Segment? first = null, last = null;
        foreach (byte value in bytes)
        {
            last = new Segment(value, last);
            first ??= last;
        }

        return first is null ? default : new ReadOnlySequence<byte>(first, 0, last!, 1);
    }

    private sealed class Segment : ReadOnlySequenceSegment<byte>
    {
        public Segment(byte value, Segment? before)
        {
            Memory = new[] { value };
            if (before is null) return;
            RunningIndex = before.RunningIndex + 1;
            before.Next = this;
        }
    }
}
