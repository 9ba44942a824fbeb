using System.Threading.Channels;
using Microsoft.Extensions.Logging;
using WaterNode.Gateway.Mqtt.Connections;
using WaterNode.Gateway.Mqtt.Packets;
using WaterNode.Gateway.Mqtt.Routing;

namespace WaterNode.Gateway.Mqtt.Sessions;

/// <summary>Hands a client's messages to the site, many at once, and confirms each when it is stored, in the order in which they came (MQTT-4.6.0-2).</summary>
internal sealed class InboundMessages(
    MqttPeer peer, PacketConnection connection, IMqttSite site, MessageRouter router, MqttOptions options, TimeProvider time, ILogger log)
{
    private readonly SemaphoreSlim _slots = new(options.ReceivesInFlightMax);

    // Holds at most as many as there are slots.
    private readonly Channel<Arrival> _arrivals = Channel.CreateUnbounded<Arrival>(new UnboundedChannelOptions { SingleReader = true, SingleWriter = true });

    // Not the end of the connection: what has arrived is stored, whether the client still waits for it or not.
    private readonly CancellationTokenSource _givingUp = new(Timeout.InfiniteTimeSpan, time);

    /// <summary>Passes a message on; waits while too many are under way, so that the client is not read meanwhile.</summary>
    public async Task Accept(PublishPacket publish)
    {
        try
        {
            await _slots.WaitAsync(connection.Closing);
        }
        catch (OperationCanceledException)
        {
            return;
        }

        var message = new MqttMessage(publish.Topic, publish.Payload, publish.Retain, publish.QualityOfService);
        _arrivals.Writer.TryWrite(new Arrival(message, publish.PacketId, Receive(message)));
    }

    /// <summary>No more messages come; <see cref="Run"/> ends when the last is stored, or given up.</summary>
    public void Complete()
    {
        _givingUp.CancelAfter(options.DrainTimeout);
        _arrivals.Writer.Complete();
    }

    /// <summary>Confirms and distributes what was stored.</summary>
    public async Task Run()
    {
        await foreach (var arrival in _arrivals.Reader.ReadAllAsync())
        {
            if (await IsStored(arrival))
            {
                router.Route(arrival.Message);
                if (arrival.Message.QualityOfService > 0) await connection.Write(new PubackPacket(arrival.PacketId));
            }

            _slots.Release();
        }

        _givingUp.Dispose();
    }

    private async Task Receive(MqttMessage message) => await site.Receive(peer, message, _givingUp.Token);

    /// <summary>After a failure the connection is closed, so that no later message is confirmed before this one was sent again.</summary>
    private async Task<bool> IsStored(Arrival arrival)
    {
        try
        {
            await arrival.Stored.WaitAsync(_givingUp.Token);
            return true;
        }
        catch (Exception fault)
        {
            log.NotStored(fault, peer.ClientId, arrival.Message.Topic);
            connection.Close("a message of it could not be stored; it has to send it again");
            return false;
        }
    }

    private sealed record Arrival(MqttMessage Message, ushort PacketId, Task Stored);
}
