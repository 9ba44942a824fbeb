using System.Globalization;
using WaterNode.Gateway.Mqtt.Packets;

namespace WaterNode.Gateway.Tests.Mqtt;

[TestClass]
public class MalformedPacketTests
{
    /// <summary>Hexadecimal bytes, each against one normative statement of the standard.</summary>
    [TestMethod]
    [DataRow("00 00", "packet type 0", DisplayName = "type 0 is reserved")]
    [DataRow("F0 00", "packet type 15", DisplayName = "type 15 is reserved")]
    [DataRow("11", "Connect: reserved flags", DisplayName = "2.2.2: CONNECT flags")]
    [DataRow("80", "Subscribe: reserved flags", DisplayName = "3.8.1-1: SUBSCRIBE flags not 2")]
    [DataRow("A0", "Unsubscribe: reserved flags", DisplayName = "3.10.1-1: UNSUBSCRIBE flags not 2")]
    [DataRow("60", "Pubrel: reserved flags", DisplayName = "3.6.1-1: PUBREL flags not 2")]
    [DataRow("C1", "Pingreq: reserved flags", DisplayName = "2.2.2: PINGREQ flags")]
    [DataRow("E1", "Disconnect: reserved flags", DisplayName = "3.14.1-1: DISCONNECT flags")]
    [DataRow("30 80 80 80 80", "four bytes", DisplayName = "2.2.3: length of five bytes")]
    [DataRow("30 FF FF FF 7F", "at most", DisplayName = "length above the limit, refused before it arrives")]
    [DataRow("10 0C 00 04 4D 51 54 54 04 03 00 00 00 00", "reserved flag", DisplayName = "3.1.2-3: connect flag 0 set")]
    [DataRow("10 0C 00 04 4D 51 54 54 04 1E 00 00 00 00", "QoS 3", DisplayName = "3.1.2-14: will QoS 3")]
    [DataRow("10 0C 00 04 4D 51 54 54 04 0A 00 00 00 00", "without a will", DisplayName = "3.1.2-13: will QoS without a will")]
    [DataRow("10 0C 00 04 4D 51 54 54 04 22 00 00 00 00", "without a will", DisplayName = "3.1.2-15: will retain without a will")]
    [DataRow("10 0E 00 04 4D 51 54 54 04 42 00 00 00 00 00 00", "without a user name", DisplayName = "3.1.2-22: password without a user name")]
    [DataRow("10 0C 00 04 4D 51 54 54 04 82 00 00 00 00", "shorter", DisplayName = "user name announced and absent")]
    [DataRow("10 0D 00 04 4D 51 54 54 04 02 00 00 00 00 00", "longer", DisplayName = "bytes after the client id")]
    [DataRow("10 04 00 09 4D 51", "shorter", DisplayName = "text longer than the packet")]
    [DataRow("20 02 02 00", "reserved flag", DisplayName = "CONNACK flags")]
    [DataRow("20 02 00 06", "return code", DisplayName = "CONNACK code 6")]
    [DataRow("20 02 01 05", "session present", DisplayName = "3.2.2-4: refused with a session")]
    [DataRow("36 05 00 01 61 00 01", "QoS 3", DisplayName = "3.3.1-4: QoS 3")]
    [DataRow("38 03 00 01 61", "duplicate", DisplayName = "3.3.1-2: duplicate at QoS 0")]
    [DataRow("30 04 00 02 61 23", "wildcards", DisplayName = "3.3.2-2: # in a topic name")]
    [DataRow("30 05 00 03 61 2F 2B", "wildcards", DisplayName = "3.3.2-2: + in a topic name")]
    [DataRow("30 02 00 00", "empty", DisplayName = "4.7.3-1: empty topic name")]
    [DataRow("32 05 00 01 61 00 00", "packet id 0", DisplayName = "2.3.1-1: PUBLISH with packet id 0")]
    [DataRow("32 04 00 01 61 00", "shorter", DisplayName = "half a packet id")]
    [DataRow("30 03 00 01 00", "control character", DisplayName = "1.5.3-2: U+0000")]
    [DataRow("30 03 00 01 1B", "control character", DisplayName = "1.5.3: control characters, which a server may refuse")]
    [DataRow("30 05 00 03 ED A0 80", "UTF-8", DisplayName = "1.5.3-1: surrogate")]
    [DataRow("30 04 00 02 C0 80", "UTF-8", DisplayName = "1.5.3-1: overlong U+0000")]
    [DataRow("30 03 00 01 E2", "UTF-8", DisplayName = "1.5.3-1: cut character")]
    [DataRow("40 02 00 00", "packet id 0", DisplayName = "PUBACK with packet id 0")]
    [DataRow("40 03 00 01 00", "longer", DisplayName = "PUBACK of three bytes")]
    [DataRow("40 01 01", "shorter", DisplayName = "PUBACK of one byte")]
    [DataRow("82 02 00 01", "no topic filter", DisplayName = "3.8.3-3: SUBSCRIBE without filters")]
    [DataRow("82 06 00 01 00 01 61 03", "QoS", DisplayName = "3.8.3-4: SUBSCRIBE with QoS 3")]
    [DataRow("82 06 00 01 00 01 61 10", "QoS", DisplayName = "3.8.3-4: SUBSCRIBE reserved bits")]
    [DataRow("82 05 00 01 00 01 61", "shorter", DisplayName = "filter without QoS")]
    [DataRow("82 08 00 01 00 03 61 2B 62 00", "misplaced", DisplayName = "4.7.1-3: + inside a level")]
    [DataRow("82 08 00 01 00 03 23 2F 61 00", "misplaced", DisplayName = "4.7.1-2: # not at the end")]
    [DataRow("90 02 00 01", "no return code", DisplayName = "SUBACK without codes")]
    [DataRow("90 03 00 01 03", "return code", DisplayName = "3.9.3-2: SUBACK code 3")]
    [DataRow("A2 02 00 01", "no topic filter", DisplayName = "3.10.3-2: UNSUBSCRIBE without filters")]
    [DataRow("C0 01 00", "longer", DisplayName = "PINGREQ with a body")]
    public void It_is_refused_with_a_reason(string hex, string expectedReason)
    {
        byte[] bytes = [.. hex.Split(' ').Select(pair => byte.Parse(pair, NumberStyles.HexNumber, CultureInfo.InvariantCulture))];

        Assert.AreEqual(ReadOutcome.Malformed, PacketBytes.Read(bytes, out var packet, out string reason));
        StringAssert.Contains(reason, expectedReason);
        Assert.IsNull(packet);
        Assert.AreEqual(ReadOutcome.Malformed, PacketBytes.Read(PacketBytes.Scattered(bytes), out _, out _));
    }

    [TestMethod]
    [DataRow("10 0C 00 04 4D 51 54 54 05 02 00 00 00 00", "MQTT", 5, DisplayName = "MQTT 5")]
    [DataRow("10 0E 00 06 4D 51 49 73 64 70 03 02 00 00 00 00", "MQIsdp", 3, DisplayName = "MQTT 3.1")]
    public void Another_version_is_told_apart_from_a_malformed_packet(string hex, string protocol, int level)
    {
        byte[] bytes = [.. hex.Split(' ').Select(pair => byte.Parse(pair, NumberStyles.HexNumber, CultureInfo.InvariantCulture))];

        Assert.AreEqual(ReadOutcome.Packet, PacketBytes.Read(bytes, out var packet, out _));
        Assert.AreEqual(new UnsupportedConnectPacket(protocol, (byte)level), packet);
    }

    [TestMethod]
    public void The_largest_packet_is_taken_and_one_byte_more_is_refused_at_its_header()
    {
        const int topicBytes = 3;
        byte[] largest = PacketBytes.Of(new PublishPacket("t", new byte[PacketReader.PacketBytesMax - topicBytes]));
        byte[] tooLarge = PacketBytes.Of(new PublishPacket("t", new byte[PacketReader.PacketBytesMax - topicBytes + 1]));

        Assert.AreEqual(ReadOutcome.Packet, PacketBytes.Read(largest, out _, out _));
        Assert.AreEqual(ReadOutcome.Malformed, PacketBytes.Read(tooLarge[..4], out _, out _));
    }

    /// <summary>Random bytes, and valid packets with a few bytes changed, which get further into the decoder.</summary>
    [TestMethod]
    public void Garbage_never_throws_and_never_yields_more_than_it_holds()
    {
        const int rounds = 200_000;
        const int lengthMax = 48;
        var random = new Random(20251121);
        byte[] connect = PacketBytes.Of(new ConnectPacket("lk-anp-0007", true, 60, new WillMessage("a/b", new byte[4], 1, true), "u", new byte[2]));
        byte[] subscribe = PacketBytes.Of(new SubscribePacket(1, [new("waternode/v1/#", 1), new("a/+", 0)]));
        int packets = 0;
        for (int round = 0; round < rounds; round++)
        {
            byte[] bytes;
            if (round % 3 == 0)
            {
                bytes = new byte[random.Next(lengthMax)];
                random.NextBytes(bytes);
            }
            else
            {
                bytes = (byte[])(round % 3 == 1 ? connect : subscribe).Clone();
                for (int change = random.Next(4); change >= 0; change--) bytes[random.Next(bytes.Length)] = (byte)random.Next(256);
            }

            var input = new System.Buffers.ReadOnlySequence<byte>(bytes);
            var outcome = PacketReader.Read(ref input, out var packet, out string reason);
            Assert.AreEqual(outcome == ReadOutcome.Packet, packet is not null);
            Assert.AreEqual(outcome == ReadOutcome.Malformed, reason.Length > 0);
            if (packet is not null) packets++;
        }

        Assert.IsGreaterThan(rounds / 100, packets, "The changed packets no longer get into the decoder: the test checks nothing.");
    }
}
