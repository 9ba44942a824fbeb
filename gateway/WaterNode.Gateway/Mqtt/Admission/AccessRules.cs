using WaterNode.Gateway.Mqtt.Packets;
using WaterNode.Station.Wire;

namespace WaterNode.Gateway.Mqtt.Admission;

/// <summary>Who may send and see what: the table of wire.md, section 1.</summary>
internal static class AccessRules
{
    private static readonly string[] FromStation = [Topics.Readings, Topics.Events, Topics.Status, Topics.Result];
    private static readonly string[] ToStation = [Topics.Ack, Topics.Command, Topics.Time];

    /// <summary>Stations speak for themselves only; viewers never.</summary>
    public static bool MayPublish(MqttPeer peer, string topic) =>
        peer.Role == PeerRole.Station && IsOwn(peer, topic, FromStation);

    /// <summary>A filter is granted when it stays inside what the peer may see. A station may ask for everything below its id, of which it still gets only what is for it.</summary>
    public static bool MaySubscribe(MqttPeer peer, string filter) => peer.Role == PeerRole.Station
        ? filter.StartsWith(Topics.Of(peer.ClientId, ""), StringComparison.Ordinal)
            && ToStation.Any(leaf => TopicSyntax.Matches(filter, Topics.Of(peer.ClientId, leaf)))
        : filter.StartsWith(Topics.Root, StringComparison.Ordinal);

    public static bool MayReceive(MqttPeer peer, string topic) => peer.Role == PeerRole.Station
        ? IsOwn(peer, topic, ToStation)
        : topic.StartsWith(Topics.Root, StringComparison.Ordinal);

    private static bool IsOwn(MqttPeer peer, string topic, string[] leaves)
    {
        string own = Topics.Of(peer.ClientId, "");
        return topic.StartsWith(own, StringComparison.Ordinal) && leaves.Contains(topic[own.Length..]);
    }
}
