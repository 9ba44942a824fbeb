using Microsoft.AspNetCore.Connections;
using Microsoft.Extensions.Logging;
using WaterNode.Gateway.Mqtt.Admission;
using WaterNode.Gateway.Mqtt.Connections;
using WaterNode.Gateway.Mqtt.Packets;
using WaterNode.Gateway.Mqtt.Routing;
using WaterNode.Gateway.Mqtt.Sessions;

namespace WaterNode.Gateway.Mqtt;

/// <summary>The gateway's MQTT 3.1.1 endpoint, one instance for all connections: <c>listen.UseConnectionHandler&lt;MqttEndpoint&gt;()</c> with the instance registered as a singleton.</summary>
/// <remarks>
/// Not a general broker: its PUBACK means that the site has stored the message. A connection goes through
/// <see cref="PacketConnection"/> (bytes to packets), <see cref="Doorkeeper"/> (who is it), <see cref="MqttSession"/> (its packets);
/// messages go through <see cref="InboundMessages"/>, <see cref="MessageRouter"/> and <see cref="OutboundPackets"/>.
/// </remarks>
public sealed class MqttEndpoint : ConnectionHandler
{
    private readonly IMqttSite _site;
    private readonly MqttOptions _options;
    private readonly TimeProvider _time;
    private readonly ILogger _log;
    private readonly Doorkeeper _doorkeeper;
    private readonly ConnectedPeers _peers;
    private readonly MessageRouter _router;
    private int _connectionCount;

    /// <param name="time">Only its durations are used, not its calendar.</param>
    /// <param name="accounts">Null: nobody has an account.</param>
    public MqttEndpoint(IMqttSite site, MqttOptions options, TimeProvider time, ILogger<MqttEndpoint> log, IMqttAccounts? accounts = null)
    {
        _site = site;
        _options = options;
        _time = time;
        _log = log;
        _doorkeeper = new Doorkeeper(options, accounts);
        _peers = new ConnectedPeers(site);
        _router = new MessageRouter(options, log);
    }

    /// <summary>Publishes a message of the gateway itself: retains it if it says so (an empty payload removes what was retained) and queues it for its subscribers.</summary>
    /// <param name="message">Its payload must not change afterwards.</param>
    /// <returns>Completed when it is queued; whether anyone received it is not known.</returns>
    /// <exception cref="ArgumentException">The topic is empty or has wildcards.</exception>
    public Task Publish(MqttMessage message)
    {
        if (!TopicSyntax.IsName(message.Topic)) throw new ArgumentException($"'{message.Topic}' is not a topic name.", nameof(message));
        _router.Route(message);
        return Task.CompletedTask;
    }

    public override async Task OnConnectedAsync(ConnectionContext connection)
    {
        using var packets = new PacketConnection(connection, _options, _time);
        string clientId = "a client";
        try
        {
            if (Interlocked.Increment(ref _connectionCount) > _options.ConnectionsMax)
            {
                packets.Close($"there are {_options.ConnectionsMax} connections already");
            }
            else if (await packets.Read() is { } first && await Admit(first, packets) is var (peer, connect))
            {
                clientId = peer.ClientId;
                await Serve(peer, connect, packets);
            }
        }
        catch (Exception fault)
        {
            _log.Failed(fault, connection.RemoteEndPoint);
            packets.Close("the gateway failed");
        }
        finally
        {
            Interlocked.Decrement(ref _connectionCount);
        }

        if (packets.CloseReason is { } reason) _log.Closed(clientId, connection.RemoteEndPoint, reason);
    }

    /// <returns>Null when the client is not let in and knows it.</returns>
    private async ValueTask<(MqttPeer Peer, ConnectPacket Connect)?> Admit(MqttPacket first, PacketConnection packets)
    {
        switch (first)
        {
            case UnsupportedConnectPacket other:
                _log.OtherVersion(packets.Remote, MqttLog.Shown(other.ProtocolName), other.ProtocolLevel);
                await packets.Write(new ConnackPacket(false, ConnectReturnCode.UnacceptableProtocolVersion));
                return null;
            case ConnectPacket connect:
                var (code, peer) = await _doorkeeper.Decide(connect, packets.Remote, packets.Closing);
                if (peer is not null) return (peer, connect);
                _log.Refused(MqttLog.Shown(connect.ClientId), packets.Remote, code);
                await packets.Write(new ConnackPacket(false, code));
                return null;
            default:
                packets.Close("its first packet was not a CONNECT");
                return null;
        }
    }

    private async Task Serve(MqttPeer peer, ConnectPacket connect, PacketConnection packets)
    {
        _log.Admitted(peer.Role, peer.ClientId, packets.Remote);
        try
        {
            _peers.Add(peer, packets);
            await new MqttSession(peer, connect, packets, _site, _router, _options, _time, _log).Run();
        }
        finally
        {
            _peers.Remove(peer, packets);
        }
    }
}
