using System.Buffers;
using System.IO.Pipelines;
using System.Net;
using System.Net.Sockets;
using System.Text;
using WaterNode.Gateway.Mqtt.Packets;

namespace WaterNode.Gateway.Tests.Mqtt;

/// <summary>A client that sends exactly what the test says, packets or bytes, and does nothing on its own.</summary>
internal sealed class RawMqttClient : IDisposable
{
    private static readonly TimeSpan AnswerDeadline = TimeSpan.FromSeconds(30);
    private readonly Socket _socket;
    private readonly PipeReader _input;

    private RawMqttClient(Socket socket)
    {
        _socket = socket;
        _input = PipeReader.Create(new NetworkStream(socket));
    }

    public static async Task<RawMqttClient> Open(int port)
    {
        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        await socket.ConnectAsync(IPAddress.Loopback, port);
        return new RawMqttClient(socket);
    }

    /// <summary>Opens and sends the CONNECT, and takes a CONNACK that accepts it.</summary>
    public static async Task<RawMqttClient> Admitted(int port, string clientId, ushort keepAliveSeconds = 0)
    {
        var client = await Open(port);
        await client.Send(new ConnectPacket(clientId, KeepAliveSeconds: keepAliveSeconds));
        Assert.AreEqual(new ConnackPacket(false, ConnectReturnCode.Accepted), await client.Next());
        return client;
    }

    public Task Send(params MqttPacket[] packets) => SendBytes([.. packets.SelectMany(PacketBytes.Of)]);

    public async Task SendBytes(byte[] bytes)
    {
        var rest = bytes.AsMemory();
        while (rest.Length > 0) rest = rest[await _socket.SendAsync(rest)..];
    }

    public Task Publish(string topic, string payload, ushort packetId, bool retain = false) =>
        Send(new PublishPacket(topic, Encoding.UTF8.GetBytes(payload), 1, packetId, retain));

    /// <summary>Subscribes, and takes a SUBACK that grants everything.</summary>
    public async Task Subscribe(params string[] filters)
    {
        await Send(new SubscribePacket(1, [.. filters.Select(f => new RequestedSubscription(f, 1))]));
        var codes = ((SubackPacket)await Next()).ReturnCodes;
        CollectionAssert.AreEqual(filters.Select(_ => (byte)1).ToArray(), codes.ToArray());
    }

    public async Task<byte[]> SubackCodes(params RequestedSubscription[] wanted)
    {
        await Send(new SubscribePacket(1, wanted));
        return [.. ((SubackPacket)await Next()).ReturnCodes];
    }

    /// <summary>The next packet, which must come.</summary>
    public async Task<MqttPacket> Next() => await NextOrEnd() ?? throw new IOException("The gateway closed the connection.");

    public async Task<PublishPacket> NextMessage() => (PublishPacket)await Next();

    /// <summary>Shows that nothing waits for the client: the answer to a PINGREQ comes next.</summary>
    public async Task HasNothingElse()
    {
        await Send(new PingreqPacket());
        Assert.AreEqual(new PingrespPacket(), await Next());
    }

    /// <summary>Waits for the end of the connection, before which nothing may come.</summary>
    public async Task IsClosed() => Assert.IsNull(await NextOrEnd());

    /// <summary>Closes the sending half only.</summary>
    public void SendNoMore() => _socket.Shutdown(SocketShutdown.Send);

    public void Dispose() => _socket.Dispose();

    private async Task<MqttPacket?> NextOrEnd()
    {
        using var deadline = new CancellationTokenSource(AnswerDeadline);
        try
        {
            while (true)
            {
                var result = await _input.ReadAsync(deadline.Token);
                var buffer = result.Buffer;
                var outcome = PacketReader.Read(ref buffer, out var packet, out string reason);
                _input.AdvanceTo(buffer.Start, outcome == ReadOutcome.NeedMore ? buffer.End : buffer.Start);
                Assert.AreNotEqual(ReadOutcome.Malformed, outcome, reason);
                if (packet is not null || result.IsCompleted) return packet;
            }
        }
        catch (IOException)
        {
            return null;
        }
    }
}
