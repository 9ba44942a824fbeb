using System.Collections.Concurrent;
using System.Text.Json;
using Microsoft.Extensions.Logging;
using WaterNode.Gateway.Intake.Senml;
using WaterNode.Gateway.Mqtt;
using WaterNode.Gateway.Mqtt.Packets;
using WaterNode.Tier.Api;
using WaterNode.Tier.Store;
using Topics = WaterNode.Station.Wire.Topics;

namespace WaterNode.Gateway.Intake;

/// <summary>What a gateway does with its stations' messages: decode, validate, commit, acknowledge. The page to read first.</summary>
public sealed class StationIntake(CommitQueue queue, string databaseId, TimeProvider calendar, ILogger<StationIntake> log) : IMqttSite, IStationPresence
{
    /// <summary>Log events of the intake are 1100 to 1199.</summary>
    private static readonly EventId Quarantined = new(1101, nameof(Quarantined));

    private readonly ConcurrentDictionary<string, byte> _online = new();

    /// <remarks>The PUBACK follows when this task completes, so it completes when the transaction is on disk.</remarks>
    public async Task Receive(MqttPeer peer, MqttMessage message, CancellationToken cancel)
    {
        var arrivals = Decode(message);
        if (arrivals.Count == 0) return;
        foreach (var entry in arrivals.OfType<QuarantineArrival>())
            log.LogWarning(Quarantined, "Quarantined from {Topic}: {Reason}. {Detail}", message.Topic, entry.Reason, entry.Detail);
        await queue.Commit(arrivals, cancel);
    }

    public IEnumerable<MqttMessage> Greet(MqttPeer peer, string filter)
    {
        if (peer.Role == PeerRole.Station && TopicSyntax.Matches(filter, Topics.Of(peer.ClientId, Topics.Time)))
            yield return Json(peer.ClientId, Topics.Time, new { utc = calendar.GetUtcNow().ToUnixTimeSeconds() });
    }

    public void Connected(MqttPeer peer)
    {
        if (peer.Role == PeerRole.Station) _online[peer.ClientId] = 1;
    }

    public void Disconnected(MqttPeer peer) => _online.TryRemove(peer.ClientId, out _);

    public bool IsOnline(string station) => _online.ContainsKey(station);

    /// <summary>The retained message that tells a station what it may forget.</summary>
    public MqttMessage AckMessage(Acknowledgement held) => Json(held.Station, Topics.Ack, new
    {
        gen = Sync.Records.RecordId.GenerationToText(held.Generation),
        seq = held.Sequence,
        also = held.Also.Select(range => new[] { range.First, range.Last }),
        db = databaseId,
    }, retain: true);

    private IReadOnlyList<Arrival> Decode(MqttMessage message)
    {
        var (station, leaf) = Split(message.Topic);
        switch (leaf)
        {
            case Topics.Readings:
                return SenmlPack.Decode(message.Payload, station, message.Topic, calendar.GetUtcNow().ToUnixTimeSeconds());
            case Topics.Events:
                return [EventMessage.Decode(message.Payload, station, message.Topic)];
            case Topics.Status:
                return [StatusMessage.Decode(message.Payload, station, message.Topic)];
            default:
                // Results of commands: passed on to those who subscribed, by the endpoint.
                return [];
        }
    }

    private static (string Station, string Leaf) Split(string topic)
    {
        var slash = topic.LastIndexOf('/');
        return (topic[Topics.Root.Length..slash], topic[(slash + 1)..]);
    }

    private static MqttMessage Json(string station, string leaf, object body, bool retain = false) =>
        new(Topics.Of(station, leaf), JsonSerializer.SerializeToUtf8Bytes(body), retain);
}
