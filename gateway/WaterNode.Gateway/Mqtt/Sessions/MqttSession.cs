using Microsoft.Extensions.Logging;
using WaterNode.Gateway.Mqtt.Admission;
using WaterNode.Gateway.Mqtt.Connections;
using WaterNode.Gateway.Mqtt.Packets;
using WaterNode.Gateway.Mqtt.Routing;

namespace WaterNode.Gateway.Mqtt.Sessions;

/// <summary>One admitted client, from its CONNACK to the end of its connection. Every session is a clean one; the will in <paramref name="connect"/> is accepted and not published yet.</summary>
internal sealed class MqttSession(
    MqttPeer peer, ConnectPacket connect, PacketConnection connection, IMqttSite site, MessageRouter router, MqttOptions options, TimeProvider time, ILogger log)
{
    /// <summary>MQTT-3.1.2-24.</summary>
    private const double KeepAliveTolerance = 1.5;

    private readonly OutboundPackets _outbound = new(connection, options);

    public async Task Run()
    {
        connection.SilenceMax = connect.KeepAliveSeconds == 0
            ? Timeout.InfiniteTimeSpan
            : TimeSpan.FromSeconds(connect.KeepAliveSeconds * KeepAliveTolerance);
        var subscriber = new Subscriber(peer, _outbound, options);
        var inbound = new InboundMessages(peer, connection, site, router, options, time, log);
        await connection.Write(new ConnackPacket(SessionPresent: false, ConnectReturnCode.Accepted));
        var confirming = inbound.Run();
        var sending = _outbound.Run();
        try
        {
            while (await connection.Read() is { } packet && await Handle(packet, inbound, subscriber))
            {
            }
        }
        finally
        {
            router.Remove(subscriber);
            inbound.Complete();
            await confirming;
            connection.End();
            await sending;
        }
    }

    /// <returns>False when nothing more is to be read.</returns>
    private async ValueTask<bool> Handle(MqttPacket packet, InboundMessages inbound, Subscriber subscriber)
    {
        switch (packet)
        {
            case PublishPacket publish:
                if (!IsAllowed(publish)) return false;
                await inbound.Accept(publish);
                return true;
            case PubackPacket puback:
                _outbound.Acknowledge(puback.PacketId);
                return true;
            case SubscribePacket subscribe:
                Subscribe(subscriber, subscribe);
                return true;
            case UnsubscribePacket unsubscribe:
                router.Unsubscribe(subscriber, unsubscribe.Filters);
                await connection.Write(new UnsubackPacket(unsubscribe.PacketId));
                return true;
            case PingreqPacket:
                await connection.Write(new PingrespPacket());
                return true;
            case DisconnectPacket:
                return false;
            default:
                connection.Close($"it sent a {packet.GetType().Name} out of place");
                return false;
        }
    }

    /// <summary>MQTT-3.3.5-2: MQTT 3.1.1 has no answer that refuses a message, so the connection is closed.</summary>
    private bool IsAllowed(PublishPacket publish)
    {
        if (publish.QualityOfService > 1) connection.Close("it published at QoS 2; this endpoint takes 0 and 1");
        else if (!AccessRules.MayPublish(peer, publish.Topic)) connection.Close($"it may not publish to {MqttLog.Shown(publish.Topic)}");
        else return true;
        return false;
    }

    private void Subscribe(Subscriber subscriber, SubscribePacket subscribe)
    {
        // Once, however many of the filters ask for it.
        var greetings = router.Subscribe(subscriber, subscribe).SelectMany(filter => site.Greet(peer, filter)).DistinctBy(greeting => greeting.Topic);
        foreach (var greeting in greetings) _outbound.Enqueue(new PublishPacket(greeting.Topic, greeting.Payload));
    }
}
