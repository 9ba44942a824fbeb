using System.Text;
using WaterNode.Gateway.Mqtt;
using WaterNode.Gateway.Mqtt.Packets;
using WaterNode.Tests.Support;

namespace WaterNode.Gateway.Tests.Mqtt;

[TestClass]
public class SubscribingTests
{
    private const string Station = "lk-anp-0007";
    private const string Status = "waternode/v1/lk-anp-0007/status";
    private const string Ack = "waternode/v1/lk-anp-0007/ack";
    private const string Command = "waternode/v1/lk-anp-0007/command";

    [TestMethod]
    public async Task A_viewer_sees_what_matches_its_filter_and_not_the_rest()
    {
        await using var gateway = await RunningEndpoint.Start();
        using var viewer = await gateway.Admitted("Viewer");
        await viewer.Subscribe("waternode/v1/+/readings");
        using var station = await gateway.Admitted(Station);

        await station.Publish("waternode/v1/lk-anp-0007/events", "e", 1);
        await station.Publish("waternode/v1/lk-anp-0007/readings", "r", 2);

        var seen = await viewer.NextMessage();
        Assert.AreEqual("waternode/v1/lk-anp-0007/readings", seen.Topic);
        Assert.AreEqual("r", Encoding.UTF8.GetString(seen.Payload.Span));
        Assert.AreEqual(1, seen.QualityOfService);
        Assert.IsFalse(seen.Retain);
        await viewer.HasNothingElse();
    }

    [TestMethod]
    public async Task Overlapping_filters_deliver_once_at_the_highest_quality()
    {
        await using var gateway = await RunningEndpoint.Start();
        await gateway.Endpoint.Publish(new MqttMessage(Status, "old"u8.ToArray(), Retain: true));
        using var viewer = await gateway.Admitted("Viewer");
        byte[] granted = await viewer.SubackCodes(new("waternode/v1/#", 0), new("waternode/v1/+/status", 2));
        CollectionAssert.AreEqual(new byte[] { 0, 1 }, granted, "Of QoS 2, 1 is granted.");
        Assert.AreEqual(1, (await viewer.NextMessage()).QualityOfService);
        await viewer.HasNothingElse();

        await gateway.Endpoint.Publish(new MqttMessage(Status, "new"u8.ToArray()));

        Assert.AreEqual(1, (await viewer.NextMessage()).QualityOfService);
        await viewer.HasNothingElse();
    }

    [TestMethod]
    public async Task A_retained_message_reaches_who_comes_later_until_an_empty_one_removes_it()
    {
        await using var gateway = await RunningEndpoint.Start();
        using var station = await gateway.Admitted(Station);
        await station.Publish(Status, "{\"online\":true}", 1, retain: true);
        Assert.AreEqual(new PubackPacket(1), await station.Next());

        using var viewer = await gateway.Admitted("Viewer");
        await viewer.Subscribe("waternode/v1/#");
        var kept = await viewer.NextMessage();
        Assert.AreEqual("{\"online\":true}", Encoding.UTF8.GetString(kept.Payload.Span));
        Assert.IsTrue(kept.Retain);

        await station.Publish(Status, "", 2, retain: true);
        Assert.AreEqual(new PubackPacket(2), await station.Next());
        Assert.IsFalse((await viewer.NextMessage()).Retain);
        using var later = await gateway.Admitted("Later");
        await later.Subscribe("waternode/v1/#");
        await later.HasNothingElse();
    }

    [TestMethod]
    public async Task A_station_gets_its_retained_acknowledgement_and_then_the_time_even_by_a_filter_for_everything()
    {
        await using var gateway = await RunningEndpoint.Start();
        gateway.Site.Greeting = (peer, filter) => [new MqttMessage($"waternode/v1/{peer.ClientId}/time", Encoding.UTF8.GetBytes(filter))];
        await gateway.Endpoint.Publish(new MqttMessage(Ack, "{}"u8.ToArray(), Retain: true));
        await gateway.Endpoint.Publish(new MqttMessage(Status, "{}"u8.ToArray(), Retain: true));
        await gateway.Endpoint.Publish(new MqttMessage("waternode/v1/lk-anp-0008/ack", "{}"u8.ToArray(), Retain: true));
        using var station = await gateway.Admitted(Station);

        await station.Subscribe("waternode/v1/lk-anp-0007/#");

        Assert.AreEqual(Ack, (await station.NextMessage()).Topic);
        var time = await station.NextMessage();
        Assert.AreEqual("waternode/v1/lk-anp-0007/time", time.Topic);
        Assert.AreEqual("waternode/v1/lk-anp-0007/#", Encoding.UTF8.GetString(time.Payload.Span));
        Assert.AreEqual(0, time.QualityOfService);

        await gateway.Endpoint.Publish(new MqttMessage(Command, "{}"u8.ToArray()));
        Assert.AreEqual(Command, (await station.NextMessage()).Topic);
        await station.HasNothingElse();
    }

    [TestMethod]
    public async Task Two_filters_for_the_time_in_one_request_bring_it_once()
    {
        await using var gateway = await RunningEndpoint.Start();
        gateway.Site.Greeting = (_, _) => [new MqttMessage("waternode/v1/lk-anp-0007/time", "{}"u8.ToArray())];
        using var station = await RawMqttClient.Admitted(gateway.Port, "lk-anp-0007");

        await station.Subscribe("waternode/v1/lk-anp-0007/#", "waternode/v1/lk-anp-0007/time");
        Assert.AreEqual("waternode/v1/lk-anp-0007/time", (await station.NextMessage()).Topic);
        await station.Send(new PingreqPacket());

        Assert.IsInstanceOfType<PingrespPacket>(await station.Next());
    }

    [TestMethod]
    public async Task A_refused_filter_brings_no_greeting()
    {
        await using var gateway = await RunningEndpoint.Start();
        gateway.Site.Greeting = (_, _) => [new MqttMessage("waternode/v1/lk-anp-0007/time", "{}"u8.ToArray())];
        using var station = await gateway.Admitted(Station);

        CollectionAssert.AreEqual(new byte[] { SubackPacket.Refused }, await station.SubackCodes(new RequestedSubscription("waternode/v1/#", 1)));

        await station.HasNothingElse();
    }

    [TestMethod]
    public async Task After_UNSUBSCRIBE_nothing_comes_any_more()
    {
        await using var gateway = await RunningEndpoint.Start();
        using var viewer = await gateway.Admitted("Viewer");
        await viewer.Subscribe("waternode/v1/#");

        await viewer.Send(new UnsubscribePacket(5, ["waternode/v1/#", "never/asked"]));
        Assert.AreEqual(new UnsubackPacket(5), await viewer.Next());
        await gateway.Endpoint.Publish(new MqttMessage(Status, "{}"u8.ToArray()));

        await viewer.HasNothingElse();
    }

    [TestMethod]
    public async Task Only_so_many_messages_are_sent_before_the_client_acknowledges_some()
    {
        await using var gateway = await RunningEndpoint.Start(new MqttOptions { AllowAnonymous = true, UnacknowledgedMax = 2 });
        using var viewer = await gateway.Admitted("Viewer");
        await viewer.Subscribe("waternode/v1/#");
        for (int i = 0; i < 3; i++) await gateway.Endpoint.Publish(new MqttMessage(Status, new[] { (byte)i }));

        var first = await viewer.NextMessage();
        var second = await viewer.NextMessage();
        Assert.AreNotEqual(first.PacketId, second.PacketId);
        await viewer.HasNothingElse();

        await viewer.Send(new PubackPacket(9999), new PubackPacket(first.PacketId));
        Assert.AreEqual(2, (await viewer.NextMessage()).Payload.Span[0]);
    }

    [TestMethod]
    public async Task A_viewer_that_does_not_keep_up_is_dropped_and_nobody_waits_for_it()
    {
        const int messages = 1_000;
        await using var gateway = await RunningEndpoint.Start(new MqttOptions { AllowAnonymous = true, QueuedPacketsMax = 100 });
        using var slow = await gateway.Admitted("Slow");
        await slow.Subscribe("waternode/v1/#");
        using var station = await gateway.Admitted(Station);

        // It never acknowledges, so its queue fills.
        for (int i = 1; i <= messages; i++)
        {
            await station.Publish("waternode/v1/lk-anp-0007/readings", "[]", (ushort)i);
            Assert.AreEqual(new PubackPacket((ushort)i), await station.Next());
        }

        await Eventually.Holds(() => gateway.Site.Presence.Contains("-Slow"), "the slow viewer is gone");
        Assert.IsTrue(gateway.Log.Any(line => line.Contains("Slow") && line.Contains("too slow")));
    }

    /// <summary>More is sent to it than its socket holds.</summary>
    private static async Task<RawMqttClient> ViewerThatReadsNothing(RunningEndpoint gateway)
    {
        const int messages = 500;
        var viewer = await gateway.Admitted("Stuck");
        await viewer.SubackCodes(new RequestedSubscription("waternode/v1/#", 0));
        for (int i = 0; i < messages; i++) await gateway.Endpoint.Publish(new MqttMessage(Status, new byte[60_000]));
        return viewer;
    }

    [TestMethod]
    public async Task A_viewer_that_stops_reading_is_dropped_after_a_while()
    {
        var time = new HandTurnedTime();
        await using var gateway = await RunningEndpoint.Start(time: time);
        using var stuck = await ViewerThatReadsNothing(gateway);

        await Eventually.Holds(
            () =>
            {
                time.Advance(TimeSpan.FromSeconds(10));
                return gateway.Site.Presence.Contains("-Stuck");
            },
            "the viewer is gone");

        Assert.IsTrue(gateway.Log.Any(line => line.Contains("took nothing off its connection")), string.Join('\n', gateway.Log));
    }

    [TestMethod]
    public async Task A_viewer_that_leaves_without_having_read_does_not_hold_its_socket_for_ever()
    {
        var time = new HandTurnedTime();
        await using var gateway = await RunningEndpoint.Start(time: time);
        using var stuck = await ViewerThatReadsNothing(gateway);
        stuck.SendNoMore();
        await Eventually.Holds(() => gateway.Site.Presence.Contains("-Stuck"), "its end is noticed");

        // Kestrel waits at its stop for every connection that is still open.
        var stopping = gateway.Stop();
        await Eventually.Holds(
            () =>
            {
                time.Advance(TimeSpan.FromSeconds(30));
                return stopping.IsCompleted;
            },
            "the gateway has stopped",
            deadlineSeconds: 20);
    }

    [TestMethod]
    public async Task A_client_has_a_limited_number_of_filters()
    {
        await using var gateway = await RunningEndpoint.Start(new MqttOptions { AllowAnonymous = true, SubscriptionsMax = 2 });
        using var viewer = await gateway.Admitted("Viewer");

        byte[] codes = await viewer.SubackCodes(new("waternode/v1/a/#", 0), new("waternode/v1/b/#", 0), new("waternode/v1/c/#", 0), new("waternode/v1/a/#", 1));

        CollectionAssert.AreEqual(new byte[] { 0, 0, SubackPacket.Refused, 1 }, codes);
    }

    [TestMethod]
    public async Task Retained_topics_are_limited_and_a_known_one_is_still_replaced()
    {
        await using var gateway = await RunningEndpoint.Start(new MqttOptions { AllowAnonymous = true, RetainedTopicsMax = 1 });
        await gateway.Endpoint.Publish(new MqttMessage(Status, "1"u8.ToArray(), Retain: true));
        await gateway.Endpoint.Publish(new MqttMessage(Ack, "2"u8.ToArray(), Retain: true));
        await gateway.Endpoint.Publish(new MqttMessage(Status, "3"u8.ToArray(), Retain: true));
        using var viewer = await gateway.Admitted("Viewer");

        await viewer.Subscribe("waternode/v1/#");

        Assert.AreEqual((byte)'3', (await viewer.NextMessage()).Payload.Span[0]);
        await viewer.HasNothingElse();
    }
}
