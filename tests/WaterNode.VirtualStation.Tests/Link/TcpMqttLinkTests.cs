using System.Diagnostics;
using System.Text;
using WaterNode.Gateway.Mqtt.Packets;
using WaterNode.Simulation.Link;
using WaterNode.Simulation.Tests.Time;
using WaterNode.Station.Ports;

namespace WaterNode.Simulation.Tests.Link;

[TestClass]
public sealed class TcpMqttLinkTests : IDisposable
{
    private const string Id = "lk-anp-0007", StatusTopic = "waternode/v1/lk-anp-0007/status";

    /// <summary>Longer than anything on loopback takes.</summary>
    private const int PatienceMs = 10_000;

    private readonly LoopbackGateway _gateway = new();
    private TcpMqttLink? _link;

    public void Dispose()
    {
        _link?.Dispose();
        _gateway.Dispose();
    }

    [TestMethod]
    public async Task It_connects_with_a_clean_session_the_id_as_user_name_and_a_retained_will()
    {
        _link = LinkTo(_gateway.Port);
        var connecting = StartConnecting();

        var connect = await _gateway.Accept();
        _gateway.Send(new ConnackPacket(false, ConnectReturnCode.Accepted));

        Assert.IsTrue(await connecting);
        Assert.IsTrue(_link.IsConnected);
        Assert.AreEqual(Id, connect.ClientId);
        Assert.AreEqual(Id, connect.UserName);
        Assert.IsNull(connect.Password);
        Assert.IsTrue(connect.CleanSession);
        Assert.AreEqual(StatusTopic, connect.Will!.Topic);
        Assert.AreEqual("{\"online\":false}", Encoding.UTF8.GetString(connect.Will.Payload.Span));
        Assert.IsTrue(connect.Will.Retain);
        Assert.AreEqual(1, connect.Will.QualityOfService);
    }

    [TestMethod]
    public async Task User_and_password_come_from_the_address()
    {
        _link = LinkTo(_gateway.Port, login: "village:p%40ss:word@");
        var connecting = StartConnecting();

        var connect = await _gateway.Accept();
        _gateway.Send(new ConnackPacket(false, ConnectReturnCode.NotAuthorized));

        Assert.IsFalse(await connecting, "a refused CONNECT is no connection");
        Assert.AreEqual("village", connect.UserName);
        Assert.AreEqual("p@ss:word", Encoding.UTF8.GetString(connect.Password!.Value.Span));
    }

    [TestMethod]
    [DataRow("http://host")]
    [DataRow("mqtts://host")]
    [DataRow("mqtt:///x")]
    public void Another_scheme_or_no_host_is_no_gateway(string uri) => Assert.IsFalse(GatewayAddress.TryFrom(new Uri(uri), out _));

    [TestMethod]
    public void The_port_is_1883_unless_said()
    {
        Assert.IsTrue(GatewayAddress.TryFrom(new Uri("mqtt://gateway.local"), out var address));
        Assert.AreEqual(new GatewayAddress("gateway.local", 1883, null, null), address);
    }

    [TestMethod]
    public void Nobody_listening_is_no_connection_and_no_exception()
    {
        var port = _gateway.Port;
        _gateway.Dispose();
        _link = LinkTo(port);

        Assert.IsFalse(_link.Connect(Id, StatusTopic, "{}"));
        Assert.IsFalse(_link.IsConnected);
        Assert.AreEqual(0, _link.Publish(StatusTopic, [], retain: true));
        Assert.IsFalse(_link.Subscribe(StatusTopic));
    }

    [TestMethod]
    public async Task A_gateway_that_does_not_answer_is_given_up()
    {
        _link = LinkTo(_gateway.Port, new LinkTimes { Answer = TimeSpan.FromMilliseconds(100) });
        var connecting = StartConnecting();
        await _gateway.Accept();

        Assert.IsFalse(await connecting);
    }

    [TestMethod]
    public async Task A_publish_is_confirmed_by_its_puback_only()
    {
        await Connect();
        var first = _link!.Publish("waternode/v1/lk-anp-0007/readings", "[1]"u8.ToArray(), retain: false);
        var second = _link.Publish("waternode/v1/lk-anp-0007/readings", "[2]"u8.ToArray(), retain: false);
        var received = await _gateway.Receive<PublishPacket>();
        Assert.AreEqual("[1]", Encoding.UTF8.GetString(received.Payload.Span));
        Assert.AreEqual(1, received.QualityOfService);
        Assert.AreNotEqual(first, second);
        Assert.IsNull(_link.Next(0));

        _gateway.Send(new PubackPacket((ushort)second));
        _gateway.Send(new PubackPacket((ushort)second));
        _gateway.Send(new PubackPacket((ushort)first));

        Assert.AreEqual((LinkEventKind.Confirmed, second), KindAndId(_link.Next(PatienceMs)));
        Assert.AreEqual((LinkEventKind.Confirmed, first), KindAndId(_link.Next(PatienceMs)));
    }

    [TestMethod]
    public async Task A_publish_without_puback_counts_as_not_sent()
    {
        await Connect(new LinkTimes { KeepAlive = TimeSpan.FromSeconds(1), Confirmation = TimeSpan.FromMilliseconds(100) });

        var number = _link!.Publish("waternode/v1/lk-anp-0007/readings", "[1]"u8.ToArray(), retain: false);

        Assert.AreEqual((LinkEventKind.NotSent, number), KindAndId(_link.Next(PatienceMs)));
    }

    [TestMethod]
    public async Task More_than_can_be_in_flight_is_refused()
    {
        await Connect();
        var accepted = 0;
        while (accepted < 1000 && _link!.Publish("waternode/v1/lk-anp-0007/readings", "[1]"u8.ToArray(), retain: false) != 0) accepted++;

        Assert.AreEqual(64, accepted);
    }

    [TestMethod]
    public async Task A_subscription_counts_when_the_gateway_granted_it()
    {
        await Connect();
        var granted = Task.Run(() => _link!.Subscribe("waternode/v1/lk-anp-0007/ack"));
        _gateway.Send(new SubackPacket((await _gateway.Receive<SubscribePacket>()).PacketId, [1]));
        Assert.IsTrue(await granted);

        var refused = Task.Run(() => _link!.Subscribe("waternode/v1/#"));
        var subscribe = await _gateway.Receive<SubscribePacket>();
        _gateway.Send(new SubackPacket(subscribe.PacketId, [SubackPacket.Refused]));
        Assert.IsFalse(await refused);
        Assert.AreEqual(1, subscribe.Subscriptions[0].QualityOfService);
    }

    [TestMethod]
    public async Task A_message_arrives_and_is_confirmed()
    {
        await Connect();
        _gateway.Send(new PublishPacket("waternode/v1/lk-anp-0007/ack", "{\"seq\":1}"u8.ToArray(), QualityOfService: 1, PacketId: 9, Retain: true));
        _gateway.Send(new PublishPacket("waternode/v1/lk-anp-0007/time", "{\"utc\":5}"u8.ToArray()));

        var ack = _link!.Next(PatienceMs);
        var time = _link.Next(PatienceMs);

        Assert.AreEqual("waternode/v1/lk-anp-0007/ack", ack!.Topic);
        Assert.AreEqual("{\"seq\":1}", Encoding.UTF8.GetString(ack.Payload));
        Assert.AreEqual("waternode/v1/lk-anp-0007/time", time!.Topic);
        Assert.AreEqual(9, (await _gateway.Receive<PubackPacket>()).PacketId);
    }

    [TestMethod]
    public async Task A_lost_connection_is_told_once_and_the_next_one_works()
    {
        await Connect();
        _gateway.Drop();

        Assert.AreEqual(LinkEventKind.Closed, _link!.Next(PatienceMs)!.Kind);
        Assert.IsFalse(_link.IsConnected);
        Assert.IsNull(_link.Next(50));
        Assert.AreEqual(0, _link.Publish(StatusTopic, [], retain: true));

        await Reconnect();
        Assert.IsTrue(_link.IsConnected);
        Assert.IsNull(_link.Next(0), "nothing of the former connection is left");
    }

    [TestMethod]
    public async Task An_attempt_within_a_second_of_real_time_fails_without_a_packet()
    {
        var time = new ManualTime();
        _link = LinkTo(_gateway.Port, new LinkTimes(), time: time);
        var connecting = StartConnecting();
        await _gateway.Accept();
        _gateway.Send(new ConnackPacket(false, ConnectReturnCode.NotAuthorized));
        Assert.IsFalse(await connecting);

        time.Advance(TimeSpan.FromMilliseconds(999));
        for (var i = 0; i < 100; i++) Assert.IsFalse(_link.Connect(Id, StatusTopic, "{}"));
        Assert.IsFalse(_gateway.HasCaller, "the gateway hears nothing of it");
        StringAssert.Contains(_link.Failure, "refused the login");

        time.Advance(TimeSpan.FromMilliseconds(1));
        await Reconnect();
    }

    [TestMethod]
    public async Task A_gateway_that_speaks_no_mqtt_is_left()
    {
        await Connect();
        _gateway.SendBytes("HTTP/1.1 400 Bad Request\r\n\r\n"u8);

        Assert.AreEqual(LinkEventKind.Closed, _link!.Next(PatienceMs)!.Kind);
    }

    [TestMethod]
    public async Task It_pings_and_leaves_a_gateway_that_fell_silent()
    {
        await Connect(new LinkTimes { KeepAlive = TimeSpan.FromSeconds(1) });
        await _gateway.Receive<PingreqPacket>();

        // No PINGRESP: after one and a half keep-alives the connection is gone.
        Assert.AreEqual(LinkEventKind.Closed, _link!.Next(PatienceMs)!.Kind);
    }

    [TestMethod]
    public async Task More_messages_than_the_queue_holds_wait_on_the_wire()
    {
        await Connect();
        for (var i = 0; i < 1000; i++) _gateway.Send(new PublishPacket("waternode/v1/lk-anp-0007/time", Encoding.ASCII.GetBytes($"{i}")));

        for (var i = 0; i < 1000; i++) Assert.AreEqual($"{i}", Encoding.ASCII.GetString(_link!.Next(PatienceMs)!.Payload));
    }

    [TestMethod]
    public async Task A_full_queue_does_not_hold_up_the_end()
    {
        await Connect();
        for (var i = 0; i < 1000; i++) _gateway.Send(new PublishPacket("waternode/v1/lk-anp-0007/time", "{}"u8.ToArray()));

        await Task.Run(() => _link!.Disconnect()).WaitAsync(TimeSpan.FromSeconds(10));

        Assert.IsFalse(_link!.IsConnected);
    }

    [TestMethod]
    public async Task It_says_goodbye()
    {
        await Connect();
        _link!.Disconnect();

        await _gateway.Receive<DisconnectPacket>();
        Assert.IsFalse(_link.IsConnected);
    }

    [TestMethod]
    public void Waiting_without_a_connection_waits()
    {
        _link = LinkTo(_gateway.Port);
        var stopwatch = Stopwatch.StartNew();

        Assert.IsNull(_link.Next(50));

        Assert.IsGreaterThan(40, stopwatch.ElapsedMilliseconds);
    }

    private async Task Connect(LinkTimes? times = null)
    {
        _link = LinkTo(_gateway.Port, times);
        await Reconnect();
    }

    private async Task Reconnect()
    {
        var connecting = StartConnecting();
        await _gateway.Accept();
        _gateway.Send(new ConnackPacket(false, ConnectReturnCode.Accepted));
        Assert.IsTrue(await connecting);
    }

    private Task<bool> StartConnecting() => Task.Run(() => _link!.Connect(Id, StatusTopic, "{\"online\":false}"));

    private static TcpMqttLink LinkTo(int port, LinkTimes? times = null, string login = "", TimeProvider? time = null)
    {
        Assert.IsTrue(GatewayAddress.TryFrom(new Uri($"mqtt://{login}127.0.0.1:{port}"), out var address));
        return new TcpMqttLink(address!, times ?? new LinkTimes { Attempt = TimeSpan.Zero }, time);
    }

    private static (LinkEventKind, int) KindAndId(LinkEvent? linkEvent) => (linkEvent!.Kind, linkEvent.MessageId);
}
