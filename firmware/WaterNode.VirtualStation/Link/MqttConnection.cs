using System.Buffers;
using System.Collections.Concurrent;
using System.IO.Pipelines;
using System.Net.Sockets;
using WaterNode.Gateway.Mqtt.Packets;
using WaterNode.Station.Ports;

namespace WaterNode.Simulation.Link;

/// <summary>One TCP connection to the gateway, from CONNECT to its loss: a reader that feeds the event queue, and a timer that keeps it alive.</summary>
internal sealed class MqttConnection
{
    /// <summary>Publishes that wait for their PUBACK; more are refused.</summary>
    private const int InFlightMax = 64;

    private readonly Socket _socket;
    private readonly LinkEventQueue _events;
    private readonly LinkTimes _times;
    private readonly TimeProvider _time;
    private readonly CancellationTokenSource _closing = new();
    private readonly Lock _sending = new();
    private readonly ArrayBufferWriter<byte> _output = new();
    private readonly ConcurrentDictionary<ushort, long> _inFlight = new();
    private readonly TaskCompletionSource<ConnectReturnCode> _connack = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly ConcurrentDictionary<ushort, TaskCompletionSource<bool>> _subscribing = new();
    private Task _reading = Task.CompletedTask;
    private ITimer? _keepAlive;
    private ushort _lastPacketId;
    private long _heardTimestamp;
    private volatile bool _isOpen = true;

    private MqttConnection(Socket socket, LinkEventQueue events, LinkTimes times, TimeProvider time)
    {
        _socket = socket;
        _events = events;
        _times = times;
        _time = time;
        _heardTimestamp = time.GetTimestamp();
    }

    public bool IsOpen => _isOpen;

    /// <param name="failure">Why there is none, for a person; "" when there is one.</param>
    /// <returns>Null when nobody listens there, or the CONNECT was refused or not answered in time.</returns>
    public static MqttConnection? TryOpen(GatewayAddress address, ConnectPacket connect, LinkEventQueue events, LinkTimes times, TimeProvider time, out string failure)
    {
        failure = "";
        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true, SendTimeout = (int)times.Answer.TotalMilliseconds };
        try
        {
            using var patience = new CancellationTokenSource(times.Answer, time);
            socket.ConnectAsync(address.Host, address.Port, patience.Token).AsTask().GetAwaiter().GetResult();
        }
        catch (Exception e) when (e is SocketException or OperationCanceledException)
        {
            socket.Dispose();
            failure = e is SocketException ? e.Message : "no answer";
            return null;
        }

        var connection = new MqttConnection(socket, events, times, time);
        if (connection.TryStart(connect)) return connection;
        failure = connection._connack.Task is { IsCompletedSuccessfully: true, Result: var code } ? $"the gateway refused the login: {code}" : "it does not answer as an MQTT gateway does";
        connection.Close();
        return null;
    }

    /// <returns>A packet id, or 0 when the connection is gone or too much is in flight.</returns>
    public ushort Publish(string topic, byte[] payload, bool retain)
    {
        if (_inFlight.Count >= InFlightMax) return 0;
        var id = NextPacketId();
        _inFlight[id] = _time.GetTimestamp();
        if (TrySend(new PublishPacket(topic, payload, QualityOfService: 1, id, retain))) return id;
        _inFlight.TryRemove(id, out _);
        return 0;
    }

    /// <returns>False when the gateway refused the filter or did not answer.</returns>
    public bool Subscribe(string filter)
    {
        var id = NextPacketId();
        var answer = _subscribing[id] = new TaskCompletionSource<bool>(TaskCreationOptions.RunContinuationsAsynchronously);
        try
        {
            return TrySend(new SubscribePacket(id, [new RequestedSubscription(filter, 1)])) && Answered(answer.Task) && answer.Task.Result;
        }
        finally
        {
            _subscribing.TryRemove(id, out _);
        }
    }

    /// <summary>Says goodbye and closes.</summary>
    public void Disconnect()
    {
        TrySend(new DisconnectPacket());
        Close();
    }

    /// <summary>Closes without a word and returns when the reader has ended: no event of this connection comes afterwards.</summary>
    public void Close()
    {
        _isOpen = false;
        _closing.Cancel();
        _keepAlive?.Dispose();
        _reading.Wait();
        _socket.Dispose();
    }

    private bool TryStart(ConnectPacket connect)
    {
        _reading = Read();
        if (!TrySend(connect) || !Answered(_connack.Task) || _connack.Task.Result != ConnectReturnCode.Accepted) return false;
        var half = _times.KeepAlive / 2;
        _keepAlive = _time.CreateTimer(_ => KeepAlive(), null, half, half);
        return true;
    }

    /// <returns>False when the answer did not come in time or the connection ended before it.</returns>
    private bool Answered(Task answer)
    {
        try
        {
            answer.WaitAsync(_times.Answer, _time).GetAwaiter().GetResult();
            return true;
        }
        catch (Exception e) when (e is TimeoutException or OperationCanceledException)
        {
            return false;
        }
    }

    private async Task Read()
    {
        var input = PipeReader.Create(new NetworkStream(_socket));
        try
        {
            while (true)
            {
                var read = await input.ReadAsync(_closing.Token);
                var rest = read.Buffer;
                Volatile.Write(ref _heardTimestamp, _time.GetTimestamp());
                while (PacketReader.Read(ref rest, out var packet, out _) is var outcome and not ReadOutcome.NeedMore)
                {
                    if (outcome is ReadOutcome.Malformed) return;
                    await Handle(packet!);
                }
                if (read.IsCompleted) return;
                input.AdvanceTo(rest.Start, rest.End);
            }
        }
        catch (Exception e) when (e is IOException or OperationCanceledException or ObjectDisposedException)
        {
            // However the connection ended, the station is told below.
        }
        finally
        {
            await Ended();
        }
    }

    private async ValueTask Ended()
    {
        var wasLost = _isOpen && _connack.Task.IsCompletedSuccessfully;
        _isOpen = false;
        _connack.TrySetCanceled();
        foreach (var answer in _subscribing.Values) answer.TrySetCanceled();
        if (wasLost) await TryPut(new LinkEvent { Kind = LinkEventKind.Closed });
    }

    /// <summary>Waits while the queue is full, unless the connection is being closed: then nobody wants the event.</summary>
    private async Task TryPut(LinkEvent linkEvent)
    {
        try
        {
            await _events.Put(linkEvent, _closing.Token);
        }
        catch (OperationCanceledException)
        {
            // The station closed this connection.
        }
    }

    private async ValueTask Handle(MqttPacket packet)
    {
        switch (packet)
        {
            case ConnackPacket connack:
                _connack.TrySetResult(connack.ReturnCode);
                break;
            case PubackPacket puback when _inFlight.TryRemove(puback.PacketId, out _):
                await TryPut(new LinkEvent { Kind = LinkEventKind.Confirmed, MessageId = puback.PacketId });
                break;
            case SubackPacket suback when _subscribing.TryGetValue(suback.PacketId, out var answer):
                answer.TrySetResult(suback.ReturnCodes is [not SubackPacket.Refused]);
                break;
            case PublishPacket publish:
                await TryPut(new LinkEvent { Kind = LinkEventKind.Message, Topic = publish.Topic, Payload = publish.Payload.ToArray() });
                if (publish.QualityOfService == 1) TrySend(new PubackPacket(publish.PacketId));
                break;
        }
    }

    private void KeepAlive()
    {
        if (!_isOpen) return;
        if (_time.GetElapsedTime(Volatile.Read(ref _heardTimestamp)) > _times.KeepAlive * 1.5)
        {
            _socket.Dispose();
            return;
        }
        foreach (var (id, sentTimestamp) in _inFlight)
        {
            if (_time.GetElapsedTime(sentTimestamp) > _times.Confirmation && _inFlight.TryRemove(id, out _))
            {
                _ = TryPut(new LinkEvent { Kind = LinkEventKind.NotSent, MessageId = id });
            }
        }
        TrySend(new PingreqPacket());
    }

    private bool TrySend(MqttPacket packet)
    {
        if (!_isOpen) return false;
        try
        {
            lock (_sending)
            {
                _output.ResetWrittenCount();
                PacketWriter.Write(_output, packet);
                var rest = _output.WrittenSpan;
                while (!rest.IsEmpty) rest = rest[_socket.Send(rest)..];
            }
            return true;
        }
        catch (Exception e) when (e is SocketException or ObjectDisposedException)
        {
            // The reader notices a closed socket and reports the loss.
            _socket.Dispose();
            return false;
        }
    }

    private ushort NextPacketId()
    {
        do _lastPacketId++;
        while (_lastPacketId == 0 || _inFlight.ContainsKey(_lastPacketId));
        return _lastPacketId;
    }
}
