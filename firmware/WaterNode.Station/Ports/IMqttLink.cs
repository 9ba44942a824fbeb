namespace WaterNode.Station.Ports
{
    /// <summary>What an <see cref="IMqttLink"/> has to tell.</summary>
    public enum LinkEventKind
    {
        /// <summary>The gateway confirmed a publish (PUBACK); <see cref="LinkEvent.MessageId"/> says which.</summary>
        Confirmed = 0,

        /// <summary>A publish was given up by the client; it counts as not sent.</summary>
        NotSent = 1,

        /// <summary>A message arrived.</summary>
        Message = 2,

        /// <summary>The connection is gone.</summary>
        Closed = 3,
    }

    /// <summary>One thing that happened on the link.</summary>
    public sealed class LinkEvent
    {
        public LinkEventKind Kind;

        /// <summary>The number that <see cref="IMqttLink.Publish"/> returned.</summary>
        public int MessageId;

        /// <summary>Topic of an arrived message; "" otherwise.</summary>
        public string Topic = "";

        /// <summary>Payload of an arrived message; null otherwise.</summary>
        public byte[] Payload;
    }

    /// <summary>The MQTT connection to the gateway (3.1.1). Adapters queue what arrives; the station asks, so its logic needs no threads.</summary>
    public interface IMqttLink
    {
        bool IsConnected { get; }

        /// <summary>Received signal strength, dBm; 0 when unknown or wired.</summary>
        int SignalDbm { get; }

        /// <summary>Connects with a clean session and the station id as client id and user name; brings up the network first where needed.</summary>
        /// <param name="willTopic">Topic of the retained will (QoS 1).</param>
        /// <param name="willPayload">Payload of the will.</param>
        /// <returns>False when the network, the gateway or its CONNACK refused.</returns>
        bool Connect(string stationId, string willTopic, string willPayload);

        /// <summary>Subscribes with QoS 1.</summary>
        bool Subscribe(string topic);

        /// <summary>Hands one message to the client at QoS 1; <see cref="LinkEventKind.Confirmed"/> or <see cref="LinkEventKind.NotSent"/> follows.</summary>
        /// <returns>A message number of 1 or more; 0 when it could not be handed over.</returns>
        int Publish(string topic, byte[] payload, bool retain);

        /// <summary>The next event, waiting for at most the time given.</summary>
        /// <param name="timeoutMs">0 or more, ms of real time: the network is not simulated faster.</param>
        /// <returns>Null when nothing happened in that time.</returns>
        LinkEvent Next(int timeoutMs);

        void Disconnect();
    }
}
