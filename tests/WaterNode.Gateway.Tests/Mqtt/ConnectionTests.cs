using System.Net.Sockets;
using WaterNode.Gateway.Mqtt;
using WaterNode.Gateway.Mqtt.Packets;
using WaterNode.Tests.Support;

namespace WaterNode.Gateway.Tests.Mqtt;

[TestClass]
public class ConnectionTests
{
    private const string Station = "lk-anp-0007";

    [TestMethod]
    public async Task A_malformed_packet_closes_that_connection_only()
    {
        await using var gateway = await RunningEndpoint.Start();
        using var good = await gateway.Admitted(Station);
        using var bad = await gateway.Admitted("lk-anp-0008");

        await bad.SendBytes([0x82, 0x02, 0x00, 0x01]);

        await bad.IsClosed();
        await good.HasNothingElse();
        await Eventually.Holds(() => gateway.Log.Any(line => line.Contains("lk-anp-0008") && line.Contains("malformed packet")), "it is logged");
    }

    [TestMethod]
    public async Task A_packet_that_arrives_in_pieces_is_taken_when_it_is_whole()
    {
        await using var gateway = await RunningEndpoint.Start();
        using var client = await RawMqttClient.Open(gateway.Port);

        foreach (byte value in PacketBytes.Of(new ConnectPacket(Station))) await client.SendBytes([value]);

        Assert.AreEqual(new ConnackPacket(false, ConnectReturnCode.Accepted), await client.Next());
    }

    [TestMethod]
    public async Task Packets_out_of_place_close_the_connection()
    {
        await using var gateway = await RunningEndpoint.Start();
        MqttPacket[] outOfPlace = [new ConnectPacket(Station), new ConnackPacket(false, 0), new SubackPacket(1, [0]), new PubrelPacket(1), new PingrespPacket()];
        foreach (var packet in outOfPlace)
        {
            using var client = await gateway.Admitted(Station);
            await client.Send(packet);
            await client.IsClosed();
        }

        using var first = await RawMqttClient.Open(gateway.Port);
        await first.Send(new PingreqPacket());
        await first.IsClosed();
    }

    [TestMethod]
    public async Task Another_protocol_version_is_answered_by_its_return_code()
    {
        await using var gateway = await RunningEndpoint.Start();
        using var client = await RawMqttClient.Open(gateway.Port);

        await client.SendBytes([0x10, 0x0D, 0, 4, (byte)'M', (byte)'Q', (byte)'T', (byte)'T', 5, 2, 0, 60, 0, 0, 0]);

        Assert.AreEqual(new ConnackPacket(false, ConnectReturnCode.UnacceptableProtocolVersion), await client.Next());
        await client.IsClosed();
    }

    [TestMethod]
    public async Task A_client_silent_for_one_and_a_half_times_its_keepalive_is_closed()
    {
        var time = new HandTurnedTime();
        await using var gateway = await RunningEndpoint.Start(time: time);
        using var client = await gateway.Admitted(Station, keepAliveSeconds: 10);
        for (int i = 0; i < 3; i++)
        {
            time.Advance(TimeSpan.FromSeconds(14));
            await client.HasNothingElse();
        }

        await Eventually.Holds(
            () =>
            {
                time.Advance(TimeSpan.FromSeconds(15));
                return gateway.Site.Presence.Contains("-" + Station);
            },
            "the silent client is gone");

        await client.IsClosed();
        await Eventually.Holds(() => gateway.Log.Any(line => line.Contains("nothing came from it for 15 s")), "it is logged");
    }

    [TestMethod]
    public async Task A_client_without_keepalive_may_be_silent()
    {
        var time = new HandTurnedTime();
        await using var gateway = await RunningEndpoint.Start(time: time);
        using var client = await gateway.Admitted(Station, keepAliveSeconds: 0);

        time.Advance(TimeSpan.FromDays(2));

        await client.HasNothingElse();
    }

    [TestMethod]
    public async Task A_connection_without_CONNECT_is_closed_after_a_while()
    {
        var time = new HandTurnedTime();
        await using var gateway = await RunningEndpoint.Start(time: time);
        using var client = await RawMqttClient.Open(gateway.Port);
        await client.SendBytes([0x10, 0x20]);

        await Eventually.Holds(
            () =>
            {
                time.Advance(TimeSpan.FromSeconds(10));
                return gateway.Log.Any(line => line.Contains("nothing came"));
            },
            "the connection is closed");

        await client.IsClosed();
    }

    [TestMethod]
    public async Task A_newer_connection_of_the_same_client_takes_over()
    {
        await using var gateway = await RunningEndpoint.Start();
        using var older = await gateway.Admitted(Station);
        await older.Subscribe("waternode/v1/lk-anp-0007/#");

        using var newer = await gateway.Admitted(Station);

        await older.IsClosed();
        await newer.Subscribe("waternode/v1/lk-anp-0007/#");
        await gateway.Endpoint.Publish(new MqttMessage("waternode/v1/lk-anp-0007/command", "{}"u8.ToArray()));
        Assert.AreEqual("waternode/v1/lk-anp-0007/command", (await newer.NextMessage()).Topic);
        await Eventually.Holds(() => gateway.Log.Any(line => line.Contains("took over")), "the older one has ended");
        CollectionAssert.AreEqual(new[] { "+" + Station, "+" + Station }, gateway.Site.Presence.ToArray());
        newer.Dispose();
        await Eventually.Holds(() => gateway.Site.Presence.Count == 3, "the end of the newer one is reported");
        CollectionAssert.AreEqual(new[] { "+" + Station, "+" + Station, "-" + Station }, gateway.Site.Presence.ToArray());
    }

    [TestMethod]
    public async Task A_will_and_a_kept_session_are_taken_without_breaking_the_client()
    {
        await using var gateway = await RunningEndpoint.Start();
        using var client = await RawMqttClient.Open(gateway.Port);
        var will = new WillMessage("waternode/v1/lk-anp-0007/status", "{\"online\":false}"u8.ToArray(), 1, true);

        await client.Send(new ConnectPacket(Station, CleanSession: false, Will: will));

        Assert.AreEqual(new ConnackPacket(false, ConnectReturnCode.Accepted), await client.Next());
        await client.HasNothingElse();
    }

    [TestMethod]
    public async Task Garbage_from_many_connections_leaves_the_endpoint_as_it_was()
    {
        const int connections = 100;
        await using var gateway = await RunningEndpoint.Start();
        using var good = await gateway.Admitted(Station);
        var random = new Random(20251121);
        byte[] connect = PacketBytes.Of(new ConnectPacket("Viewer"));
        for (int i = 0; i < connections; i++)
        {
            byte[] garbage = new byte[random.Next(1, 2_000)];
            random.NextBytes(garbage);
            using var client = await RawMqttClient.Open(gateway.Port);
            await client.SendBytes(i % 2 == 0 ? garbage : [.. connect, .. garbage]);
        }

        await good.Publish("waternode/v1/lk-anp-0007/readings", "[]", 1);
        Assert.AreEqual(new PubackPacket(1), await good.Next());
        await Eventually.Holds(() => gateway.Site.Presence.LastOrDefault(p => p[1..] == "Viewer") == "-Viewer", "all of them have ended");
        Assert.IsFalse(gateway.Log.Any(line => line.Contains("fault of the gateway")), string.Join('\n', gateway.Log));
    }

    [TestMethod]
    public async Task More_connections_than_allowed_are_closed_at_once()
    {
        await using var gateway = await RunningEndpoint.Start(new MqttOptions { AllowAnonymous = true, ConnectionsMax = 1 });
        using var first = await gateway.Admitted(Station);
        Assert.IsFalse(await IsAdmitted("lk-anp-0008", gateway.Port));
        await first.HasNothingElse();

        first.Dispose();
        await Eventually.Holds(() => IsAdmitted("lk-anp-0008", gateway.Port), "there is room again");
    }

    [TestMethod]
    public async Task A_gateway_that_stops_confirms_what_it_stored_and_says_goodbye_soon()
    {
        await using var gateway = await RunningEndpoint.Start();
        var commit = new TaskCompletionSource();
        gateway.Site.Store = _ => commit.Task;
        using var station = await gateway.Admitted(Station);
        await station.Publish("waternode/v1/lk-anp-0007/readings", "[]", 3);
        await Eventually.Holds(() => gateway.Site.Received.Count == 1, "the site has the message");

        var stopping = gateway.Stop();
        commit.SetResult();

        Assert.AreEqual(new PubackPacket(3), await station.Next());
        await station.IsClosed();
        await stopping.WaitAsync(TimeSpan.FromSeconds(20));
    }

    private static async Task<bool> IsAdmitted(string clientId, int port)
    {
        try
        {
            using var client = await RawMqttClient.Admitted(port, clientId);
            return true;
        }
        catch (Exception refused) when (refused is IOException or SocketException)
        {
            return false;
        }
    }
}
