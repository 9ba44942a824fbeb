using System.Buffers;
using WaterNode.Gateway.Mqtt.Packets;

namespace WaterNode.Gateway.Tests.Mqtt;

[TestClass]
public class PacketRoundTripTests
{
    /// <summary>Every packet type, with every optional part present and absent.</summary>
    private static readonly MqttPacket[] Every =
    [
        new ConnectPacket(""),
        new ConnectPacket("lk-anp-0007", CleanSession: false, KeepAliveSeconds: 0, UserName: "lk-anp-0007"),
        new ConnectPacket(
            "lk-anp-0007", true, 300, new WillMessage("waternode/v1/lk-anp-0007/status", "{\"online\":false}"u8.ToArray(), 1, true), "lk-anp-0007", new byte[] { 0, 255 }),
        new ConnackPacket(true, ConnectReturnCode.Accepted),
        new ConnackPacket(false, ConnectReturnCode.NotAuthorized),
        new PublishPacket("ජලය/水", new byte[] { 1, 2, 3 }),
        new PublishPacket("a/b", new byte[200], 1, 10, Retain: true, Duplicate: true),
        new PublishPacket("a/b", ReadOnlyMemory<byte>.Empty, 2, 65535),
        new PubackPacket(1), new PubrecPacket(256), new PubrelPacket(65535), new PubcompPacket(7),
        new SubscribePacket(10, [new("a/b", 1), new("+/c/#", 2), new("#", 0)]),
        new SubackPacket(10, [0, 2, SubackPacket.Refused]),
        new UnsubscribePacket(11, ["a/b", "c/+"]),
        new UnsubackPacket(11),
        new PingreqPacket(), new PingrespPacket(), new DisconnectPacket(),
    ];

    [TestMethod]
    public void Every_packet_survives_encoding_and_decoding()
    {
        foreach (var packet in Every)
        {
            byte[] bytes = PacketBytes.Of(packet);
            Assert.AreEqual(ReadOutcome.Packet, PacketBytes.Read(bytes, out var read, out string reason), $"{packet}: {reason}");
            Assert.AreEqual(packet.GetType(), read!.GetType());
            CollectionAssert.AreEqual(bytes, PacketBytes.Of(read), $"{packet}");
        }

        Assert.AreEqual(14, Every.Select(p => p.GetType()).Distinct().Count());
    }

    [TestMethod]
    public void A_packet_cut_at_any_byte_waits_for_the_rest_and_takes_nothing()
    {
        foreach (var packet in Every)
        {
            byte[] bytes = PacketBytes.Of(packet);
            for (int length = 0; length < bytes.Length; length++)
            {
                var cut = new ReadOnlySequence<byte>(bytes, 0, length);
                Assert.AreEqual(ReadOutcome.NeedMore, PacketReader.Read(ref cut, out var none, out _), $"{packet} cut at {length}");
                Assert.IsNull(none);
                Assert.AreEqual(length, cut.Length);
            }
        }
    }

    [TestMethod]
    public void Packets_that_arrive_byte_by_byte_are_read_one_after_the_other()
    {
        byte[] all = [.. Every.SelectMany(PacketBytes.Of)];
        var input = PacketBytes.Scattered(all);

        foreach (var expected in Every)
        {
            Assert.AreEqual(ReadOutcome.Packet, PacketReader.Read(ref input, out var read, out _));
            CollectionAssert.AreEqual(PacketBytes.Of(expected), PacketBytes.Of(read!));
        }

        Assert.IsTrue(input.IsEmpty);
    }

    [TestMethod]
    public void All_parts_of_a_connect_arrive()
    {
        PacketBytes.Read(PacketBytes.Of(Every[2]), out var read, out _);

        var connect = (ConnectPacket)read!;
        Assert.AreEqual("lk-anp-0007", connect.ClientId);
        Assert.IsTrue(connect.CleanSession);
        Assert.AreEqual(300, connect.KeepAliveSeconds);
        Assert.AreEqual("lk-anp-0007", connect.UserName);
        CollectionAssert.AreEqual(new byte[] { 0, 255 }, connect.Password!.Value.ToArray());
        Assert.AreEqual("waternode/v1/lk-anp-0007/status", connect.Will!.Topic);
        Assert.AreEqual("{\"online\":false}", System.Text.Encoding.UTF8.GetString(connect.Will.Payload.Span));
        Assert.AreEqual(1, connect.Will.QualityOfService);
        Assert.IsTrue(connect.Will.Retain);
    }

    /// <summary>The examples of the standard, figures 3.6, 3.11, 3.23 and 3.31.</summary>
    [TestMethod]
    public void The_worked_examples_of_the_standard_encode_to_its_bytes()
    {
        CollectionAssert.AreEqual(
            new byte[] { 0x10, 20, 0, 4, (byte)'M', (byte)'Q', (byte)'T', (byte)'T', 4, 0b1100_1110, 0, 10, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0 },
            PacketBytes.Of(new ConnectPacket("", true, 10, new WillMessage("", default, 1, false), "", ReadOnlyMemory<byte>.Empty)));
        CollectionAssert.AreEqual(
            new byte[] { 0x32, 7, 0, 3, (byte)'a', (byte)'/', (byte)'b', 0, 10 },
            PacketBytes.Of(new PublishPacket("a/b", default, 1, 10)));
        CollectionAssert.AreEqual(
            new byte[] { 0x82, 14, 0, 10, 0, 3, (byte)'a', (byte)'/', (byte)'b', 1, 0, 3, (byte)'c', (byte)'/', (byte)'d', 2 },
            PacketBytes.Of(new SubscribePacket(10, [new("a/b", 1), new("c/d", 2)])));
        CollectionAssert.AreEqual(
            new byte[] { 0xA2, 12, 0, 10, 0, 3, (byte)'a', (byte)'/', (byte)'b', 0, 3, (byte)'c', (byte)'/', (byte)'d' },
            PacketBytes.Of(new UnsubscribePacket(10, ["a/b", "c/d"])));
    }

    /// <summary>Table 2.4: the ends of the ranges of one, two and three bytes.</summary>
    [TestMethod]
    [DataRow(127, new byte[] { 0x7F })]
    [DataRow(128, new byte[] { 0x80, 0x01 })]
    [DataRow(16_383, new byte[] { 0xFF, 0x7F })]
    [DataRow(16_384, new byte[] { 0x80, 0x80, 0x01 })]
    public void The_remaining_length_is_written_as_the_standard_lists_it(int remainingLength, byte[] expected)
    {
        const int topicBytes = 3;
        byte[] bytes = PacketBytes.Of(new PublishPacket("t", new byte[remainingLength - topicBytes]));

        CollectionAssert.AreEqual(expected, bytes[1..(1 + expected.Length)]);
        Assert.AreEqual(ReadOutcome.Packet, PacketBytes.Read(bytes, out _, out _));
    }

    [TestMethod]
    public void What_the_standard_forbids_to_send_is_a_mistake_of_the_caller()
    {
        MqttPacket[] mistakes =
        [
            new PubackPacket(0),
            new PublishPacket("a", default, 1),
            new ConnectPacket("a", Password: new byte[1]),
            new PublishPacket(new string('a', 65_536), default),
            new UnsupportedConnectPacket("MQTT", 5),
        ];

        foreach (var mistake in mistakes)
        {
            try
            {
                PacketBytes.Of(mistake);
                Assert.Fail($"{mistake} was written.");
            }
            catch (ArgumentException)
            {
            }
        }
    }
}
