using System.Text;
using WaterNode.Gateway.Mqtt.Packets;
using WaterNode.Station.Ports;

namespace WaterNode.Simulation.Link;

/// <summary>The station's MQTT 3.1.1 client over TCP, on the packet codec of the gateway.</summary>
/// <param name="address">The gateway.</param>
/// <param name="times">Null for the usual ones.</param>
/// <param name="time">Real time: the network is not simulated faster. The system's when null.</param>
public sealed class TcpMqttLink(GatewayAddress address, LinkTimes? times = null, TimeProvider? time = null) : IMqttLink, IDisposable
{
    /// <summary>Events that wait for the station; when it is full, the reader stops reading.</summary>
    private const int EventsMax = 256;

    private readonly LinkTimes _times = times ?? new LinkTimes();
    private readonly TimeProvider _time = time ?? TimeProvider.System;
    private readonly LinkEventQueue _events = new(EventsMax);
    private MqttConnection? _connection;
    private long? _attemptTimestamp;

    public bool IsConnected => _connection is { IsOpen: true };

    /// <summary>Host and port, for a person.</summary>
    public string Gateway { get; } = $"{address.Host}:{address.Port}";

    /// <summary>Why the last attempt to connect failed, for a person; "" when it did not.</summary>
    public string Failure { get; private set; } = "";

    /// <summary>0: wired.</summary>
    public int SignalDbm => 0;

    /// <remarks>An attempt too soon after the last one (<see cref="LinkTimes.Attempt"/>) fails without a packet, and <see cref="Failure"/> stays.</remarks>
    public bool Connect(string stationId, string willTopic, string willPayload)
    {
        if (_attemptTimestamp is { } last && _time.GetElapsedTime(last) < _times.Attempt) return false;
        _attemptTimestamp = _time.GetTimestamp();
        _connection?.Close();
        while (_events.Take(0) is not null)
        {
            // What the former connection left has no meaning on the next.
        }

        var connect = new ConnectPacket(
            stationId,
            CleanSession: true,
            (ushort)_times.KeepAlive.TotalSeconds,
            new WillMessage(willTopic, Encoding.UTF8.GetBytes(willPayload), QualityOfService: 1, Retain: true),
            address.UserName ?? stationId,
            address.Password is { } password ? (ReadOnlyMemory<byte>?)Encoding.UTF8.GetBytes(password) : null);
        _connection = MqttConnection.TryOpen(address, connect, _events, _times, _time, out var failure);
        Failure = failure;
        return _connection is not null;
    }

    public bool Subscribe(string topic) => _connection?.Subscribe(topic) ?? false;

    public int Publish(string topic, byte[] payload, bool retain) => _connection?.Publish(topic, payload, retain) ?? 0;

    public LinkEvent? Next(int timeoutMs) => _events.Take(timeoutMs);

    public void Disconnect()
    {
        _connection?.Disconnect();
        _connection = null;
    }

    public void Dispose() => _connection?.Close();
}
