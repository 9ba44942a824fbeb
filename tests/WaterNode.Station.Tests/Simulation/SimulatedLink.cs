using System.Text;
using WaterNode.Station.Ports;

namespace WaterNode.Station.Tests.Simulation;

/// <summary>What was published on the link.</summary>
internal sealed record Published(string Topic, byte[] Payload, bool Retain)
{
    public string Text => Encoding.UTF8.GetString(Payload);
}

/// <summary>A connection whose confirmations and acknowledgements are set by the test. Waiting takes no time.</summary>
internal sealed class SimulatedLink : IMqttLink
{
    private readonly Queue<LinkEvent> _events = new();
    private int _messageId;

    public SimulatedGateway? Gateway { get; set; } = new();

    /// <summary>PUBACK for every publish.</summary>
    public bool Confirms { get; set; } = true;

    public bool Acknowledges { get; set; } = true;

    public bool AcceptsConnections { get; set; } = true;

    public bool AcceptsPublishes { get; set; } = true;

    /// <summary>Sent live after the subscription, as the gateway does; null for none.</summary>
    public long? TimeUtc { get; set; }

    /// <summary>Sent after the subscription; null for none.</summary>
    public string? RetainedAcknowledgement { get; set; }

    /// <summary>Commands that wait at the gateway: sent after every subscription to them, as long as they are here.</summary>
    public List<string> WaitingCommands { get; } = [];

    public bool IsConnected { get; private set; }

    public int SignalDbm { get; set; } = -71;

    public int ConnectionAttempts { get; private set; }

    public string Will { get; private set; } = "";

    public List<string> Subscriptions { get; } = [];

    public List<Published> Messages { get; } = [];

    public IEnumerable<Published> On(string leaf) => Messages.Where(message => message.Topic.EndsWith("/" + leaf, StringComparison.Ordinal));

    public bool Connect(string stationId, string willTopic, string willPayload)
    {
        ConnectionAttempts++;
        Will = willTopic + " " + willPayload;
        IsConnected = AcceptsConnections;
        return AcceptsConnections;
    }

    public bool Subscribe(string topic)
    {
        Subscriptions.Add(topic);
        if (topic.EndsWith("/time", StringComparison.Ordinal) && TimeUtc is { } utc) Deliver(topic, $$"""{"utc":{{utc}}}""");
        if (topic.EndsWith("/ack", StringComparison.Ordinal) && RetainedAcknowledgement is { } ack) Deliver(topic, ack);
        if (topic.EndsWith("/command", StringComparison.Ordinal)) WaitingCommands.ForEach(command => Deliver(topic, command));
        return true;
    }

    public int Publish(string topic, byte[] payload, bool retain)
    {
        if (!AcceptsPublishes || !IsConnected) return 0;
        Messages.Add(new Published(topic, payload, retain));
        _messageId++;
        Gateway?.Take(topic, payload);
        if (Confirms) _events.Enqueue(new LinkEvent { Kind = LinkEventKind.Confirmed, MessageId = _messageId });
        var holdsSequences = topic.EndsWith("/readings", StringComparison.Ordinal) || topic.EndsWith("/events", StringComparison.Ordinal);
        if (Gateway is not null && Acknowledges && holdsSequences) Deliver(AckTopicOf(topic), Gateway.Acknowledgement());
        return _messageId;
    }

    public LinkEvent? Next(int timeoutMs) => _events.TryDequeue(out var next) ? next : null;

    public void Disconnect() => Drop();

    public void Deliver(string topic, string payload) =>
        _events.Enqueue(new LinkEvent { Kind = LinkEventKind.Message, Topic = topic, Payload = Encoding.UTF8.GetBytes(payload) });

    public void GiveUp(int messageId) => _events.Enqueue(new LinkEvent { Kind = LinkEventKind.NotSent, MessageId = messageId });

    /// <summary>The connection breaks: what was under way is gone.</summary>
    public void Drop()
    {
        IsConnected = false;
        _events.Clear();
    }

    private static string AckTopicOf(string topic) => topic[..(topic.LastIndexOf('/') + 1)] + "ack";
}
