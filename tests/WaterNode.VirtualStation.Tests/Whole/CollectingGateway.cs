using System.Collections.Concurrent;
using System.Net;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using WaterNode.Gateway.Mqtt;
using WaterNode.Tests.Support;

namespace WaterNode.Simulation.Tests.Whole;

/// <summary>The gateway's real MQTT endpoint with a memory behind it instead of a database.</summary>
public sealed class CollectingGateway : IMqttSite, IAsyncDisposable
{
    private const string Database = "5c0e77aa";

    private readonly ConcurrentQueue<ReceivedRecord> _records = new();
    private readonly ConcurrentQueue<JsonElement> _events = new();
    private readonly ConcurrentDictionary<string, JsonElement> _results = new();
    private readonly ConcurrentQueue<(string Station, string Generation, long Sequence)> _held = new();
    private readonly TimeProvider _calendar;
    private WebApplication? _host;
    private MqttEndpoint? _endpoint;

    private CollectingGateway(TimeProvider calendar) => _calendar = calendar;

    /// <summary>False: messages are confirmed, and no ack ever comes.</summary>
    public bool Acknowledges { get; set; } = true;

    /// <summary>All records that arrived, repeated ones too, in the order of arrival.</summary>
    public IReadOnlyList<ReceivedRecord> Records => [.. _records];

    /// <summary>All events that arrived, repeated ones too.</summary>
    public IReadOnlyList<JsonElement> Events => [.. _events];

    public ConcurrentDictionary<string, string> LastStatus { get; } = new();

    public Uri Address { get; private set; } = new("mqtt://127.0.0.1");

    /// <param name="calendar">The date that stations are told.</param>
    /// <param name="port">0 for a free one.</param>
    public static async Task<CollectingGateway> Start(TimeProvider calendar, int port = 0)
    {
        var gateway = new CollectingGateway(calendar);
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.Services.AddSingleton<IMqttSite>(gateway);
        builder.Services.AddSingleton(new MqttOptions { AllowAnonymous = true });
        builder.Services.AddSingleton(TimeProvider.System);
        builder.Services.AddSingleton<MqttEndpoint>();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, port, listen => listen.UseConnectionHandler<MqttEndpoint>()));
        gateway._host = builder.Build();
        gateway._endpoint = gateway._host.Services.GetRequiredService<MqttEndpoint>();
        await gateway._host.StartAsync();
        var listening = gateway._host.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single();
        gateway.Address = new Uri($"mqtt://127.0.0.1:{new Uri(listening).Port}");
        return gateway;
    }

    /// <summary>Sequences of records and events that arrived, in order, each as often as it came.</summary>
    public IEnumerable<long> HeldOf(string station) => _held.Where(one => one.Station == station).Select(one => one.Sequence);

    /// <summary>Sends a command and waits for the answer.</summary>
    /// <param name="members">Besides the id, for example <c>"do":"identify"</c>.</param>
    public async Task<JsonElement> Command(string station, string id, string members)
    {
        await _endpoint!.Publish(new MqttMessage($"waternode/v1/{station}/command", Encoding.UTF8.GetBytes($$"""{"id":"{{id}}",{{members}}}""")));
        await Eventually.Holds(() => _results.ContainsKey(id), $"the answer to {id}", deadlineSeconds: 60);
        return _results[id];
    }

    public async Task Receive(MqttPeer peer, MqttMessage message, CancellationToken cancel)
    {
        var leaf = message.Topic[(message.Topic.LastIndexOf('/') + 1)..];
        if (leaf == "status") LastStatus[peer.ClientId] = Encoding.UTF8.GetString(message.Payload.Span);
        if (leaf == "result") NoteResult(message.Payload);
        if (leaf is not ("readings" or "events")) return;

        foreach (var (heldGeneration, sequence) in Take(peer.ClientId, leaf, message.Payload)) _held.Enqueue((peer.ClientId, heldGeneration, sequence));
        if (!Acknowledges || _held.IsEmpty) return;

        var generation = _held.Last(one => one.Station == peer.ClientId).Generation;
        var held = _held.Where(one => one.Station == peer.ClientId && one.Generation == generation).Select(one => one.Sequence).ToHashSet();
        var upTo = 0L;
        while (held.Contains(upTo + 1)) upTo++;
        var ack = $$"""{"gen":"{{generation}}","seq":{{upTo}},"db":"{{Database}}"}""";
        await _endpoint!.Publish(new MqttMessage($"waternode/v1/{peer.ClientId}/ack", Encoding.UTF8.GetBytes(ack), Retain: true));
    }

    private void NoteResult(ReadOnlyMemory<byte> payload)
    {
        using var json = JsonDocument.Parse(payload);
        _results[json.RootElement.GetProperty("id").GetString()!] = json.RootElement.Clone();
    }

    private List<(string Generation, long Sequence)> Take(string station, string leaf, ReadOnlyMemory<byte> payload)
    {
        if (leaf == "events")
        {
            using var json = JsonDocument.Parse(payload);
            _events.Enqueue(json.RootElement.Clone());
            return [(json.RootElement.GetProperty("gen").GetString()!, json.RootElement.GetProperty("seq").GetInt64())];
        }

        var received = ReceivedRecord.ReadPack(station, payload);
        foreach (var record in received) _records.Enqueue(record);
        return [.. received.Select(record => (record.Generation, record.Sequence))];
    }

    public IEnumerable<MqttMessage> Greet(MqttPeer peer, string filter)
    {
        if (!filter.EndsWith("/time", StringComparison.Ordinal)) yield break;
        var time = $$"""{"utc":{{_calendar.GetUtcNow().ToUnixTimeSeconds()}}}""";
        yield return new MqttMessage(filter, Encoding.UTF8.GetBytes(time), QualityOfService: 0);
    }

    public void Connected(MqttPeer peer)
    {
    }

    public void Disconnected(MqttPeer peer)
    {
    }

    public async ValueTask DisposeAsync()
    {
        if (_host is null) return;
        // The stations' connections are dropped at once: they are no requests that could finish.
        using var now = new CancellationTokenSource(TimeSpan.FromSeconds(1));
        await _host.StopAsync(now.Token);
        await _host.DisposeAsync();
    }
}
