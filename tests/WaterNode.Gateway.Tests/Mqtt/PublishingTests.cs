using System.Text;
using WaterNode.Gateway.Mqtt;
using WaterNode.Gateway.Mqtt.Packets;
using WaterNode.Tests.Support;

namespace WaterNode.Gateway.Tests.Mqtt;

[TestClass]
public class PublishingTests
{
    private const string Station = "lk-anp-0007";
    private const string Readings = "waternode/v1/lk-anp-0007/readings";

    [TestMethod]
    public async Task A_reading_is_confirmed_only_when_it_is_stored()
    {
        await using var gateway = await RunningEndpoint.Start();
        var commit = new TaskCompletionSource();
        gateway.Site.Store = _ => commit.Task;
        using var station = await gateway.Admitted(Station);

        await station.Publish(Readings, "[1]", 7);
        for (int i = 0; i < 20; i++) await station.HasNothingElse();
        var (peer, message) = gateway.Site.Received.Single();
        Assert.AreEqual(new MqttPeer(Station, PeerRole.Station), peer);
        Assert.AreEqual("[1]", Encoding.UTF8.GetString(message.Payload.Span));

        commit.SetResult();
        Assert.AreEqual(new PubackPacket(7), await station.Next());
    }

    [TestMethod]
    public async Task Confirmations_keep_the_order_of_the_messages()
    {
        await using var gateway = await RunningEndpoint.Start();
        var first = new TaskCompletionSource();
        gateway.Site.Store = message => message.Payload.Span[0] == '1' ? first.Task : Task.CompletedTask;
        using var station = await gateway.Admitted(Station);

        await station.Publish(Readings, "1", 20);
        await station.Publish(Readings, "2", 10);
        await station.HasNothingElse();
        first.SetResult();

        Assert.AreEqual(new PubackPacket(20), await station.Next());
        Assert.AreEqual(new PubackPacket(10), await station.Next());
    }

    [TestMethod]
    public async Task Many_messages_are_stored_at_once_up_to_a_limit_at_which_reading_stops()
    {
        const int sent = 150;
        var options = new MqttOptions { AllowAnonymous = true };
        await using var gateway = await RunningEndpoint.Start(options);
        var commits = Enumerable.Range(0, sent).Select(_ => new TaskCompletionSource()).ToArray();
        int next = 0;
        gateway.Site.Store = _ => commits[next++].Task;
        using var station = await gateway.Admitted(Station);
        await station.Send([.. Enumerable.Range(1, sent).Select(id => new PublishPacket(Readings, new byte[10], 1, (ushort)id))]);
        await Eventually.Holds(() => gateway.Site.Received.Count >= options.ReceivesInFlightMax, "as many as allowed are under way");

        commits[0].SetResult();
        Assert.AreEqual(new PubackPacket(1), await station.Next());
        await Eventually.Holds(() => gateway.Site.Received.Count > options.ReceivesInFlightMax, "the next one is under way");
        Assert.HasCount(options.ReceivesInFlightMax + 1, gateway.Site.Received);

        foreach (var commit in commits.Skip(1)) commit.SetResult();
        for (int id = 2; id <= sent; id++) Assert.AreEqual(new PubackPacket((ushort)id), await station.Next());
    }

    [TestMethod]
    public async Task When_storing_fails_the_connection_closes_and_nothing_after_it_is_confirmed()
    {
        await using var gateway = await RunningEndpoint.Start();
        var first = new TaskCompletionSource();
        gateway.Site.Store = message => message.Payload.Span[0] == '1' ? first.Task : Task.CompletedTask;
        using var station = await gateway.Admitted(Station);
        await station.Publish(Readings, "1", 1);
        await station.Publish(Readings, "2", 2);
        await station.HasNothingElse();

        first.SetException(new IOException("disk full"));

        await station.IsClosed();
        await Eventually.Holds(() => gateway.Log.Any(line => line.Contains("could not be stored")), "it is logged");
    }

    [TestMethod]
    public async Task A_site_that_throws_at_once_closes_that_connection_only()
    {
        await using var gateway = await RunningEndpoint.Start();
        gateway.Site.Store = message => message.Topic == Readings ? throw new InvalidOperationException("broken") : Task.CompletedTask;
        using var station = await gateway.Admitted(Station);
        using var other = await gateway.Admitted("lk-anp-0008");

        await station.Publish(Readings, "1", 1);

        await station.IsClosed();
        await other.Publish("waternode/v1/lk-anp-0008/readings", "1", 1);
        Assert.AreEqual(new PubackPacket(1), await other.Next());
    }

    [TestMethod]
    public async Task A_message_whose_sender_leaves_at_once_is_stored_and_seen_all_the_same()
    {
        await using var gateway = await RunningEndpoint.Start();
        var commit = new TaskCompletionSource();
        gateway.Site.Store = _ => commit.Task;
        using var viewer = await gateway.Admitted("Viewer");
        await viewer.Subscribe("waternode/v1/#");
        using (var station = await gateway.Admitted(Station))
        {
            await station.Send(new PublishPacket(Readings, "[0]"u8.ToArray()), new DisconnectPacket());
        }

        await Eventually.Holds(() => gateway.Site.Received.Count == 1, "the site has it");
        await viewer.HasNothingElse();
        commit.SetResult();

        var seen = await viewer.NextMessage();
        Assert.AreEqual(Readings, seen.Topic);
        Assert.AreEqual(0, seen.QualityOfService);
    }

    [TestMethod]
    public async Task A_client_that_only_stops_sending_still_gets_its_confirmation()
    {
        await using var gateway = await RunningEndpoint.Start();
        using var station = await gateway.Admitted(Station);

        await station.Publish(Readings, "[1]", 9);
        station.SendNoMore();

        Assert.AreEqual(new PubackPacket(9), await station.Next());
        await station.IsClosed();
    }

    [TestMethod]
    public async Task A_site_that_never_answers_is_given_up_when_the_connection_has_ended()
    {
        var time = new HandTurnedTime();
        await using var gateway = await RunningEndpoint.Start(time: time);
        gateway.Site.Store = _ => new TaskCompletionSource().Task;
        var station = await gateway.Admitted(Station);
        await station.Publish(Readings, "[1]", 1);
        await station.HasNothingElse();

        station.Dispose();

        await Eventually.Holds(
            () =>
            {
                time.Advance(TimeSpan.FromSeconds(10));
                return gateway.Site.Presence.Contains("-" + Station);
            },
            "the connection has ended");
    }

    [TestMethod]
    public async Task A_message_at_QoS_2_closes_the_connection_and_says_why()
    {
        await using var gateway = await RunningEndpoint.Start();
        using var station = await gateway.Admitted(Station);

        await station.Send(new PublishPacket(Readings, "[1]"u8.ToArray(), 2, 1));

        await station.IsClosed();
        Assert.IsEmpty(gateway.Site.Received);
        await Eventually.Holds(() => gateway.Log.Any(line => line.Contains("QoS 2")), "it is logged");
    }

    [TestMethod]
    public async Task A_pack_above_the_wire_limit_still_reaches_the_site_up_to_the_largest_packet()
    {
        await using var gateway = await RunningEndpoint.Start();
        using var station = await gateway.Admitted(Station);
        int overheadBytes = 2 + Readings.Length + 2;

        await station.Publish(Readings, new string('x', PacketReader.PacketBytesMax - overheadBytes), 1);
        Assert.AreEqual(new PubackPacket(1), await station.Next());

        byte[] tooLarge = PacketBytes.Of(new PublishPacket(Readings, new byte[PacketReader.PacketBytesMax - overheadBytes + 1], 1, 2));
        await station.SendBytes(tooLarge[..100]);
        await station.IsClosed();
    }
}
