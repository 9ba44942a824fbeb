using System.Text;
using WaterNode.Station.Ports;

namespace WaterNode.Benchmarks;

/// <summary>A gateway that confirms and acknowledges everything at once.</summary>
/// <param name="published">Called with what M2Mqtt would hold of a message, bytes.</param>
internal sealed class BenchmarkLink(Action<int> published) : IMqttLink
{
    /// <summary>M2Mqtt keeps the message until it is confirmed, and encodes it into a packet of its own: the payload comes again, with the topic.</summary>
    private const int PacketOverheadBytes = 7;

    private readonly Queue<LinkEvent> _events = new();
    private int _messageId;

    public bool IsConnected { get; private set; }

    public int SignalDbm => -70;

    public bool Connect(string stationId, string willTopic, string willPayload) => IsConnected = true;

    public bool Subscribe(string topic) => true;

    public int Publish(string topic, byte[] payload, bool retain)
    {
        published(2 * payload.Length + Encoding.UTF8.GetByteCount(topic) + PacketOverheadBytes);
        _events.Enqueue(new LinkEvent { Kind = LinkEventKind.Confirmed, MessageId = ++_messageId });
        if (topic.EndsWith("/readings", StringComparison.Ordinal)) Acknowledge(topic, Encoding.UTF8.GetString(payload));
        return _messageId;
    }

    public LinkEvent? Next(int timeoutMs) => _events.TryDequeue(out var next) ? next : null;

    public void Disconnect() => IsConnected = false;

    private void Acknowledge(string topic, string pack)
    {
        var generation = Field(pack, "\"gen\":\"", '"');
        var sequence = pack[(pack.LastIndexOf("\"seq\":", StringComparison.Ordinal) + 6)..].Split(',', '}')[0];
        _events.Enqueue(new LinkEvent
        {
            Kind = LinkEventKind.Message,
            Topic = topic[..(topic.LastIndexOf('/') + 1)] + "ack",
            Payload = Encoding.UTF8.GetBytes($$"""{"gen":"{{generation}}","seq":{{sequence}},"also":[],"db":"5c0e77aa"}"""),
        });
    }

    private static string Field(string text, string before, char end)
    {
        var start = text.IndexOf(before, StringComparison.Ordinal) + before.Length;
        return text[start..text.IndexOf(end, start)];
    }
}
