using System.Collections.Concurrent;
using WaterNode.Gateway.Mqtt;

namespace WaterNode.Gateway.Tests.Mqtt;

/// <summary>A site that remembers what it was told, and stores when the test lets it.</summary>
internal sealed class SimulatedSite : IMqttSite
{
    private readonly ConcurrentQueue<(MqttPeer Peer, MqttMessage Message)> _received = [];
    private readonly ConcurrentQueue<string> _presence = [];

    /// <summary>What storing a message means; at once by default.</summary>
    public Func<MqttMessage, Task> Store { get; set; } = _ => Task.CompletedTask;

    public Func<MqttPeer, string, IEnumerable<MqttMessage>> Greeting { get; set; } = (_, _) => [];

    public IReadOnlyCollection<(MqttPeer Peer, MqttMessage Message)> Received => _received;

    /// <summary>"+id" and "-id" in their order.</summary>
    public IReadOnlyCollection<string> Presence => _presence;

    public Task Receive(MqttPeer peer, MqttMessage message, CancellationToken cancel)
    {
        _received.Enqueue((peer, message));
        return Store(message).WaitAsync(cancel);
    }

    public IEnumerable<MqttMessage> Greet(MqttPeer peer, string filter) => Greeting(peer, filter);

    public void Connected(MqttPeer peer) => _presence.Enqueue("+" + peer.ClientId);

    public void Disconnected(MqttPeer peer) => _presence.Enqueue("-" + peer.ClientId);
}
