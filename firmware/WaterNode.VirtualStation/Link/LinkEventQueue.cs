using System.Collections.Concurrent;
using WaterNode.Station.Ports;

namespace WaterNode.Simulation.Link;

/// <summary>A bounded queue between the reader, which waits without a thread when it is full, and the station, which waits with its own.</summary>
internal sealed class LinkEventQueue(int eventsMax)
{
    private readonly ConcurrentQueue<LinkEvent> _events = new();
    private readonly SemaphoreSlim _taken = new(0), _free = new(eventsMax);

    public async ValueTask Put(LinkEvent linkEvent, CancellationToken cancel)
    {
        await _free.WaitAsync(cancel);
        _events.Enqueue(linkEvent);
        _taken.Release();
    }

    /// <returns>Null when nothing came in that time.</returns>
    public LinkEvent? Take(int timeoutMs)
    {
        if (!_taken.Wait(timeoutMs)) return null;
        _events.TryDequeue(out var linkEvent);
        _free.Release();
        return linkEvent;
    }
}
