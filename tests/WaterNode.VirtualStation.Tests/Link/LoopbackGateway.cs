using System.Buffers;
using System.IO.Pipelines;
using System.Net;
using System.Net.Sockets;
using WaterNode.Gateway.Mqtt.Packets;

namespace WaterNode.Simulation.Tests.Link;

/// <summary>The gateway's side of one TCP connection, packet by packet, under the test's control.</summary>
public sealed class LoopbackGateway : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private Socket? _socket;
    private PipeReader? _input;

    public LoopbackGateway() => _listener.Start();

    public int Port => ((IPEndPoint)_listener.LocalEndpoint).Port;

    /// <summary>Somebody has connected whom <see cref="Accept"/> has not taken yet.</summary>
    public bool HasCaller => _listener.Pending();

    /// <summary>Takes the next connection and its CONNECT, without answering.</summary>
    public async Task<ConnectPacket> Accept()
    {
        _socket?.Dispose();
        _socket = await _listener.AcceptSocketAsync().WaitAsync(Patience);
        _input = PipeReader.Create(new NetworkStream(_socket));
        return await Receive<ConnectPacket>();
    }

    /// <summary>The next packet, which must be of that kind; pings are answered on the way.</summary>
    public async Task<TPacket> Receive<TPacket>() where TPacket : MqttPacket
    {
        while (true)
        {
            var read = await _input!.ReadAsync().AsTask().WaitAsync(Patience);
            var rest = read.Buffer;
            var outcome = PacketReader.Read(ref rest, out var packet, out var reason);
            Assert.AreNotEqual(ReadOutcome.Malformed, outcome, reason);
            if (outcome is ReadOutcome.NeedMore)
            {
                if (read.IsCompleted) throw new EndOfStreamException("The client closed the connection.");
                _input.AdvanceTo(rest.Start, rest.End);
                continue;
            }
            _input.AdvanceTo(rest.Start);
            if (packet is PingreqPacket && typeof(TPacket) != typeof(PingreqPacket))
            {
                Send(new PingrespPacket());
                continue;
            }
            Assert.IsInstanceOfType<TPacket>(packet);
            return (TPacket)packet!;
        }
    }

    public void Send(MqttPacket packet)
    {
        var output = new ArrayBufferWriter<byte>();
        PacketWriter.Write(output, packet);
        SendBytes(output.WrittenSpan);
    }

    public void SendBytes(ReadOnlySpan<byte> bytes) => _socket!.Send(bytes);

    /// <summary>Ends the connection as a crash of the gateway does.</summary>
    public void Drop() => _socket!.Close(0);

    public void Dispose()
    {
        _socket?.Dispose();
        _listener.Dispose();
    }
}
