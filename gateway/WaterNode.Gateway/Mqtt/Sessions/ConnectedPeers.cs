using WaterNode.Gateway.Mqtt.Connections;

namespace WaterNode.Gateway.Mqtt.Sessions;

/// <summary>Who is connected: one connection for each client id, the newest. The site is told under the lock, so that it never hears of an end after the next beginning.</summary>
internal sealed class ConnectedPeers(IMqttSite site)
{
    private readonly Lock _gate = new();
    private readonly Dictionary<MqttPeer, PacketConnection> _connections = [];

    /// <summary>Adds a connection and closes an older one of the same client (MQTT-3.1.4-2). A viewer cannot take over a station by calling itself the same.</summary>
    public void Add(MqttPeer peer, PacketConnection connection)
    {
        lock (_gate)
        {
            if (_connections.TryGetValue(peer, out var older)) older.Close("a newer connection of the same client id took over");
            _connections[peer] = connection;
            site.Connected(peer);
        }
    }

    public void Remove(MqttPeer peer, PacketConnection connection)
    {
        lock (_gate)
        {
            if (!_connections.TryGetValue(peer, out var current) || current != connection) return;
            _connections.Remove(peer);
            site.Disconnected(peer);
        }
    }
}
