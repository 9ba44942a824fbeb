using System.Threading.Channels;
using WaterNode.Gateway.Mqtt.Connections;
using WaterNode.Gateway.Mqtt.Packets;

namespace WaterNode.Gateway.Mqtt.Sessions;

/// <summary>What waits for one client, in order. Whoever enqueues never waits: a client that is too slow loses its connection, not the others their time.</summary>
internal sealed class OutboundPackets(PacketConnection connection, MqttOptions options)
{
    private readonly Channel<MqttPacket> _queue = Channel.CreateBounded<MqttPacket>(new BoundedChannelOptions(options.QueuedPacketsMax) { SingleReader = true });
    private readonly SemaphoreSlim _slots = new(options.UnacknowledgedMax);
    private readonly Lock _gate = new();
    private readonly HashSet<ushort> _unacknowledged = [];
    private ushort _lastId;

    /// <param name="packet">A PUBLISH at QoS 1 gets its packet id when it is sent.</param>
    public void Enqueue(MqttPacket packet)
    {
        if (!_queue.Writer.TryWrite(packet)) connection.Close($"it is too slow: {options.QueuedPacketsMax} messages wait for it");
    }

    /// <summary>A PUBACK came. One that nothing waits for is ignored.</summary>
    public void Acknowledge(ushort packetId)
    {
        lock (_gate)
        {
            if (!_unacknowledged.Remove(packetId)) return;
        }

        _slots.Release();
    }

    /// <summary>Sends until the connection closes.</summary>
    public async Task Run()
    {
        try
        {
            await foreach (var packet in _queue.Reader.ReadAllAsync(connection.Closing))
            {
                if (packet is not PublishPacket { QualityOfService: 1 } publish)
                {
                    await connection.Write(packet);
                    continue;
                }

                await _slots.WaitAsync(connection.Closing);
                await connection.Write(publish with { PacketId = TakeId() });
            }
        }
        catch (OperationCanceledException)
        {
            // The connection ended. Its clean session ends with it.
        }
    }

    private ushort TakeId()
    {
        lock (_gate)
        {
            // Ends soon: far fewer ids are in use than there are.
            do _lastId = _lastId == ushort.MaxValue ? (ushort)1 : (ushort)(_lastId + 1);
            while (!_unacknowledged.Add(_lastId));
            return _lastId;
        }
    }
}
