using WaterNode.Gateway.Mqtt.Admission;
using WaterNode.Gateway.Mqtt.Packets;
using WaterNode.Gateway.Mqtt.Sessions;

namespace WaterNode.Gateway.Mqtt.Routing;

/// <summary>A client with its topic filters. Used under the router's lock only.</summary>
internal sealed class Subscriber(MqttPeer peer, OutboundPackets outbound, MqttOptions options)
{
    /// <summary>Of QoS 2 the endpoint grants 1.</summary>
    private const byte QualityMax = 1;

    private readonly Dictionary<string, byte> _qualityByFilter = [];

    public OutboundPackets Outbound => outbound;

    /// <returns>The QoS granted, or <see cref="SubackPacket.Refused"/>.</returns>
    public byte Add(RequestedSubscription wanted)
    {
        bool isKnown = _qualityByFilter.ContainsKey(wanted.Filter);
        if (!isKnown && _qualityByFilter.Count >= options.SubscriptionsMax) return SubackPacket.Refused;
        if (!AccessRules.MaySubscribe(peer, wanted.Filter)) return SubackPacket.Refused;
        return _qualityByFilter[wanted.Filter] = Math.Min(wanted.QualityOfService, QualityMax);
    }

    public void Remove(string filter) => _qualityByFilter.Remove(filter);

    /// <summary>Hands over a message once, however many filters match, at the highest QoS of those (MQTT-3.3.5-1).</summary>
    /// <param name="only">The filters that count; null for all.</param>
    public void Offer(MqttMessage message, bool retain, IReadOnlyCollection<string>? only = null)
    {
        if (!AccessRules.MayReceive(peer, message.Topic)) return;
        int quality = -1;
        foreach (var (filter, granted) in _qualityByFilter)
        {
            if (granted <= quality || (only is not null && !only.Contains(filter))) continue;
            if (TopicSyntax.Matches(filter, message.Topic)) quality = granted;
        }

        if (quality < 0) return;
        outbound.Enqueue(new PublishPacket(message.Topic, message.Payload, (byte)Math.Min(quality, message.QualityOfService), Retain: retain));
    }
}
