using System.Threading.Channels;
using WaterNode.Gateway.Mqtt.Connections;
using WaterNode.Gateway.Mqtt.Packets;

namespace WaterNode.Gateway.Mqtt.Sessions;

/// <summary>What waits for one client, in order. Whoever enqueues never waits: a client that is too slow loses its connection, not the others their time.</summary>
internal sealed class OutboundPackets(PacketConnection connection, MqttOptions options)
{
    private readonly Channel<MqttPacket> queue = Channel.CreateBounded<MqttPacket>(new BoundedChannelOptions(options.QueuedPacketsMax) { SingleReader = true });
    private readonly SemaphoreSlim slots = new(options.UnacknowledgedMax);
    private readonly Lock gate = new();
    private readonly HashSet<ushort> unacknowledged = [];
    private ushort lastId;

    /// <param name="packet">A PUBLISH at QoS 1 gets its packet id when it is sent.</param>
    public void Enqueue(MqttPacket packet)
    {
        if (!queue.Writer.TryWrite(packet)) connection.Close($"it is too slow: {options.QueuedPacketsMax} messages wait for it");
    }

    /// <summary>A PUBACK came. One that nothing waits for is ignored.</summary>
    public void Acknowledge(ushort packetId)
    {
        lock (gate)
        {
            if (!unacknowledged.Remove(packetId)) return;
        }

        slots.Release();
    }

    /// <summary>Sends until the connection closes.</summary>
    public async Task Run()
    {
        try
        {
            await foreach (var packet in queue.Reader.ReadAllAsync(connection.Closing))
            {
                if (packet is not PublishPacket { QualityOfService: 1 } publish)
                {
                    await connection.Write(packet);
                    continue;
                }

                await slots.WaitAsync(connection.Closing);
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
        lock (gate)
        {
            // Ends soon: far fewer ids are in use than there are.
            do lastId = lastId == ushort.MaxValue ? (ushort)1 : (ushort)(lastId + 1);
            while (!unacknowledged.Add(lastId));
            return lastId;
        }
    }
}
