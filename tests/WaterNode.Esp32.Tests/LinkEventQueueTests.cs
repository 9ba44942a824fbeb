using WaterNode.Esp32.Adapters;
using WaterNode.Station.Ports;

namespace WaterNode.Esp32.Tests;

[TestClass]
public class LinkEventQueueTests
{
    [TestMethod]
    public void An_event_that_finds_no_room_closes_the_connection_after_what_had_arrived()
    {
        var queue = new LinkEventQueue();
        for (var i = 1; i <= 64; i++) queue.Put(new LinkEvent { Kind = LinkEventKind.Confirmed, MessageId = i });
        Assert.IsFalse(queue.HasLost);
        queue.Put(new LinkEvent { Kind = LinkEventKind.Confirmed, MessageId = 65 });

        Assert.IsTrue(queue.HasLost);
        for (var i = 1; i <= 64; i++) Assert.AreEqual(i, queue.Take(0).MessageId);
        Assert.AreEqual(LinkEventKind.Closed, queue.Take(0).Kind);
    }

    [TestMethod]
    public void Nothing_comes_from_an_empty_queue()
    {
        var queue = new LinkEventQueue();
        queue.Put(new LinkEvent());
        queue.Clear();

        Assert.IsNull(queue.Take(1), "the old signal is no event");
    }
}
