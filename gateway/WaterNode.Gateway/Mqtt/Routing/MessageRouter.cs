using Microsoft.Extensions.Logging;
using WaterNode.Gateway.Mqtt.Packets;

namespace WaterNode.Gateway.Mqtt.Routing;

/// <summary>Retained messages and subscriptions. One lock for both, held only to put packets into queues: a new subscriber never gets an old retained message after a newer live one.</summary>
internal sealed class MessageRouter(MqttOptions options, ILogger log)
{
    private readonly Lock _gate = new();
    private readonly Dictionary<string, MqttMessage> _retained = [];
    private readonly HashSet<Subscriber> _subscribers = [];

    /// <summary>Retains the message if it says so, and queues it for everyone who asked for it and may see it.</summary>
    public void Route(MqttMessage message)
    {
        lock (_gate)
        {
            if (message.Retain) Retain(message);

            // MQTT-3.3.1-9: not marked as retained for those who were subscribed already.
            foreach (var subscriber in _subscribers) subscriber.Offer(message, retain: false);
        }
    }

    /// <summary>Queues the SUBACK and behind it the retained messages.</summary>
    /// <returns>The filters that were granted.</returns>
    public IReadOnlyList<string> Subscribe(Subscriber subscriber, SubscribePacket request)
    {
        lock (_gate)
        {
            byte[] codes = [.. request.Subscriptions.Select(subscriber.Add)];
            string[] granted = [.. request.Subscriptions.Where((_, i) => codes[i] != SubackPacket.Refused).Select(s => s.Filter).Distinct()];
            _subscribers.Add(subscriber);
            subscriber.Outbound.Enqueue(new SubackPacket(request.PacketId, codes));
            if (granted.Length > 0)
            {
                foreach (var message in _retained.Values) subscriber.Offer(message, retain: true, only: granted);
            }

            return granted;
        }
    }

    public void Unsubscribe(Subscriber subscriber, IReadOnlyList<string> filters)
    {
        lock (_gate)
        {
            foreach (string filter in filters) subscriber.Remove(filter);
        }
    }

    public void Remove(Subscriber subscriber)
    {
        lock (_gate) _subscribers.Remove(subscriber);
    }

    /// <summary>MQTT-3.3.1-10: an empty payload removes what was retained.</summary>
    private void Retain(MqttMessage message)
    {
        if (message.Payload.IsEmpty) _retained.Remove(message.Topic);
        else if (_retained.Count < options.RetainedTopicsMax || _retained.ContainsKey(message.Topic)) _retained[message.Topic] = message;
        else log.RetainedFull(message.Topic, options.RetainedTopicsMax);
    }
}
