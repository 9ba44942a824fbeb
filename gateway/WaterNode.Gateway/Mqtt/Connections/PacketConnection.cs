using System.Net;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Connections.Features;
using WaterNode.Gateway.Mqtt.Packets;

namespace WaterNode.Gateway.Mqtt.Connections;

/// <summary>A connection as a stream of packets in both directions. Nothing that the peer does makes a method throw: the connection is then closed and says so.</summary>
internal sealed class PacketConnection : IDisposable
{
    private readonly ConnectionContext _context;
    private readonly MqttOptions _options;
    private readonly TimeProvider _time;
    private readonly Deadline _silence;
    private readonly Deadline _stall;
    private readonly SemaphoreSlim _writing = new(1);

    // Not disposed: other connections may still call Close when this one has ended, and it holds no handle.
    private readonly CancellationTokenSource _closing = new();
    private readonly CancellationTokenRegistration _gatewayStops;
    private string? _closeReason;

    public PacketConnection(ConnectionContext context, MqttOptions options, TimeProvider time)
    {
        _context = context;
        _options = options;
        _time = time;
        SilenceMax = options.ConnectTimeout;
        _gatewayStops = context.Features.Get<IConnectionLifetimeNotificationFeature>()?
            .ConnectionClosedRequested.Register(context.Transport.Input.CancelPendingRead) ?? default;
        _silence = new Deadline(time, () => Close($"nothing came from it for {SilenceMax.TotalSeconds} s"));
        _stall = new Deadline(time, () => Close($"it took nothing off its connection for {options.WriteTimeout.TotalSeconds} s"));
    }

    /// <summary>The longest wait for one whole packet. The time in which the gateway itself does not read is not counted.</summary>
    public TimeSpan SilenceMax { get; set; }

    public EndPoint? Remote => _context.RemoteEndPoint;

    /// <summary>Cancelled when nothing more is read or written.</summary>
    public CancellationToken Closing => _closing.Token;

    /// <summary>Why the gateway closed the connection; null when the peer did, or nobody has.</summary>
    public string? CloseReason => Volatile.Read(ref _closeReason);

    /// <summary>Closes at once; the first reason stays. May be called from anywhere and never waits.</summary>
    public void Close(string reason)
    {
        Interlocked.CompareExchange(ref _closeReason, reason, null);
        End();
    }

    /// <summary>Stops reading and writing; what was written is still sent.</summary>
    public void End() => _ = _closing.CancelAsync();

    /// <returns>The next packet; null at the end: the peer left, the gateway stops, or the connection was closed.</returns>
    public async ValueTask<MqttPacket?> Read()
    {
        _silence.Begin(SilenceMax);
        try
        {
            return await ReadPacket();
        }
        catch (Exception ended) when (ended is OperationCanceledException or IOException)
        {
            return null;
        }
        finally
        {
            _silence.End();
        }
    }

    /// <summary>Sends a packet behind those sent before; waits while the peer does not read. Does nothing on a connection that is closing.</summary>
    public async ValueTask Write(MqttPacket packet)
    {
        try
        {
            await _writing.WaitAsync(Closing);
        }
        catch (OperationCanceledException)
        {
            return;
        }

        try
        {
            _stall.Begin(_options.WriteTimeout);
            PacketWriter.Write(_context.Transport.Output, packet);
            var flushed = await _context.Transport.Output.FlushAsync(Closing);
            if (flushed.IsCompleted) End();
        }
        catch (Exception ended) when (ended is OperationCanceledException or IOException)
        {
            End();
        }
        finally
        {
            _stall.End();
            _writing.Release();
        }
    }

    public void Dispose()
    {
        _gatewayStops.Dispose();
        _silence.Dispose();
        _stall.Dispose();
        if (CloseReason is { } reason) _context.Abort(new ConnectionAbortedException(reason));
        else _ = AbortLater();
    }

    /// <summary>Kestrel sends what is buffered before it closes. A peer that does not read must not hold the socket for ever.</summary>
    private async Task AbortLater()
    {
        await Task.Delay(_options.WriteTimeout, _time);
        _context.Abort(new ConnectionAbortedException("It ended without taking what was sent."));
    }

    private async ValueTask<MqttPacket?> ReadPacket()
    {
        var input = _context.Transport.Input;
        while (true)
        {
            var received = await input.ReadAsync(Closing);
            var rest = received.Buffer;
            if (received.IsCanceled) return null;

            var outcome = PacketReader.Read(ref rest, out var packet, out string reason, _options.PacketBytesMax);
            input.AdvanceTo(rest.Start, outcome == ReadOutcome.NeedMore ? rest.End : rest.Start);
            if (outcome == ReadOutcome.Malformed) Close($"malformed packet: {reason}");
            if (outcome != ReadOutcome.NeedMore || received.IsCompleted) return packet;
        }
    }
}
