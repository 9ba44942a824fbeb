namespace WaterNode.Gateway.Mqtt;

/// <summary>Who is at the other end of an MQTT connection.</summary>
public enum PeerRole
{
    /// <summary>A station: publishes its own readings, events, status and results.</summary>
    Station,

    /// <summary>A person or another program: reads.</summary>
    Viewer,
}

/// <summary>An admitted client.</summary>
/// <param name="ClientId">The MQTT client id; for a station its id.</param>
public sealed record MqttPeer(string ClientId, PeerRole Role);

/// <summary>An application message.</summary>
public sealed record MqttMessage(string Topic, ReadOnlyMemory<byte> Payload, bool Retain = false, byte QualityOfService = 1);

/// <summary>What stands behind the MQTT endpoint. The endpoint speaks the protocol; the site owns the data.</summary>
public interface IMqttSite
{
    /// <summary>Takes a message that the access rules let through. The PUBACK is sent when the task has completed, so it completes when the message is on disk.</summary>
    /// <remarks>Called in the order of arrival for each connection, without waiting for the message before: many may be under way.
    /// A failure closes the connection without a PUBACK, so that the client sends again.</remarks>
    Task Receive(MqttPeer peer, MqttMessage message, CancellationToken cancel);

    /// <summary>Messages for this peer only, after a SUBACK that granted <paramref name="filter"/> and the retained messages: the live <c>time</c>.</summary>
    IEnumerable<MqttMessage> Greet(MqttPeer peer, string filter);

    /// <summary>A client was admitted.</summary>
    void Connected(MqttPeer peer);

    /// <summary>Its connection ended, whichever way. A client that was taken over by a newer connection of the same id is not reported.</summary>
    void Disconnected(MqttPeer peer);
}
