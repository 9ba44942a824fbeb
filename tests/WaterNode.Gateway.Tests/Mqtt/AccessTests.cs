using System.Text;
using WaterNode.Gateway.Mqtt;
using WaterNode.Gateway.Mqtt.Packets;
using WaterNode.Tests.Support;

namespace WaterNode.Gateway.Tests.Mqtt;

/// <summary>The rules of wire.md, section 1.</summary>
[TestClass]
public class AccessTests
{
    [TestMethod]
    [DataRow("lk-anp-0007", "waternode/v1/lk-anp-0007/readings", true)]
    [DataRow("lk-anp-0007", "waternode/v1/lk-anp-0007/events", true)]
    [DataRow("lk-anp-0007", "waternode/v1/lk-anp-0007/status", true)]
    [DataRow("lk-anp-0007", "waternode/v1/lk-anp-0007/result", true)]
    [DataRow("lk-anp-0007", "waternode/v1/lk-anp-0007/ack", false)]
    [DataRow("lk-anp-0007", "waternode/v1/lk-anp-0007/command", false)]
    [DataRow("lk-anp-0007", "waternode/v1/lk-anp-0007/time", false)]
    [DataRow("lk-anp-0007", "waternode/v1/lk-anp-0008/readings", false)]
    [DataRow("lk-anp-0007", "waternode/v1/lk-anp-00070/readings", false)]
    [DataRow("lk-anp-0007", "waternode/v1/lk-anp-0007/readings/x", false)]
    [DataRow("lk-anp-0007", "waternode/v1/lk-anp-0007/", false)]
    [DataRow("lk-anp-0007", "readings", false)]
    [DataRow("Viewer", "waternode/v1/lk-anp-0007/readings", false)]
    [DataRow("Viewer", "waternode/v1/Viewer/readings", false)]
    public async Task A_forbidden_publish_closes_the_connection(string clientId, string topic, bool allowed)
    {
        await using var gateway = await RunningEndpoint.Start();
        using var client = await gateway.Admitted(clientId);

        await client.Publish(topic, "[]", 1);

        if (allowed) Assert.AreEqual(new PubackPacket(1), await client.Next());
        else await client.IsClosed();
        Assert.HasCount(allowed ? 1 : 0, gateway.Site.Received);
    }

    [TestMethod]
    [DataRow("lk-anp-0007", "waternode/v1/lk-anp-0007/#", true)]
    [DataRow("lk-anp-0007", "waternode/v1/lk-anp-0007/+", true)]
    [DataRow("lk-anp-0007", "waternode/v1/lk-anp-0007/ack", true)]
    [DataRow("lk-anp-0007", "waternode/v1/lk-anp-0007/command", true)]
    [DataRow("lk-anp-0007", "waternode/v1/lk-anp-0007/time", true)]
    [DataRow("lk-anp-0007", "waternode/v1/lk-anp-0007/readings", false)]
    [DataRow("lk-anp-0007", "waternode/v1/lk-anp-0008/ack", false)]
    [DataRow("lk-anp-0007", "waternode/v1/+/ack", false)]
    [DataRow("lk-anp-0007", "waternode/v1/#", false)]
    [DataRow("lk-anp-0007", "#", false)]
    [DataRow("Viewer", "waternode/v1/#", true)]
    [DataRow("Viewer", "waternode/v1/+/readings", true)]
    [DataRow("Viewer", "#", false)]
    [DataRow("Viewer", "waternode/#", false)]
    [DataRow("Viewer", "+/v1/#", false)]
    [DataRow("Viewer", "$SYS/#", false)]
    public async Task A_forbidden_filter_is_refused_and_the_connection_goes_on(string clientId, string filter, bool allowed)
    {
        await using var gateway = await RunningEndpoint.Start();
        using var client = await gateway.Admitted(clientId);

        byte[] codes = await client.SubackCodes(new("waternode/v1/x/y/z", 0), new(filter, 1));

        Assert.AreEqual(allowed ? (byte)1 : SubackPacket.Refused, codes[1]);
        await client.HasNothingElse();
    }

    [TestMethod]
    [DataRow("lk-anp-0007", null, true, ConnectReturnCode.Accepted)]
    [DataRow("lk-anp-0007", "lk-anp-0007", true, ConnectReturnCode.Accepted)]
    [DataRow("lk-anp-0007", "lk-anp-0008", true, ConnectReturnCode.IdentifierRejected)]
    [DataRow("lk-anp-0007", null, false, ConnectReturnCode.Accepted)]
    [DataRow("MQTT_Explorer", "anyone", true, ConnectReturnCode.Accepted)]
    [DataRow("", null, true, ConnectReturnCode.Accepted)]
    [DataRow("", null, false, ConnectReturnCode.IdentifierRejected)]
    public async Task An_anonymous_client_is_told_by_its_id(string clientId, string? userName, bool cleanSession, ConnectReturnCode expected)
    {
        await using var gateway = await RunningEndpoint.Start();
        using var client = await RawMqttClient.Open(gateway.Port);

        await client.Send(new ConnectPacket(clientId, cleanSession, UserName: userName));

        Assert.AreEqual(new ConnackPacket(false, expected), await client.Next());
        if (expected != ConnectReturnCode.Accepted) await client.IsClosed();
    }

    [TestMethod]
    public async Task An_endless_client_id_is_refused_and_does_not_fill_the_log()
    {
        await using var gateway = await RunningEndpoint.Start();
        using var client = await RawMqttClient.Open(gateway.Port);

        await client.Send(new ConnectPacket(new string('X', 60_000)));

        Assert.AreEqual(new ConnackPacket(false, ConnectReturnCode.IdentifierRejected), await client.Next());
        Assert.IsTrue(gateway.Log.Single().Length < 400, "The log line is short.");
    }

    [TestMethod]
    public async Task Without_accounts_nobody_is_let_in_unless_anonymous_clients_are()
    {
        await using var gateway = await RunningEndpoint.Start(new MqttOptions());
        foreach (string? userName in new[] { null, "lk-anp-0007" })
        {
            using var client = await RawMqttClient.Open(gateway.Port);
            await client.Send(new ConnectPacket("lk-anp-0007", UserName: userName));
            Assert.AreEqual(new ConnackPacket(false, ConnectReturnCode.NotAuthorized), await client.Next());
            await client.IsClosed();
        }

        Assert.IsEmpty(gateway.Site.Presence);
    }

    [TestMethod]
    [DataRow("lk-anp-0007", "lk-anp-0007", "secret", ConnectReturnCode.Accepted)]
    [DataRow("lk-anp-0007", "lk-anp-0007", "wrong", ConnectReturnCode.NotAuthorized)]
    [DataRow("lk-anp-0008", "lk-anp-0007", "secret", ConnectReturnCode.IdentifierRejected)]
    [DataRow("explorer", "priya", "secret", ConnectReturnCode.Accepted)]
    [DataRow("explorer", "nobody", "secret", ConnectReturnCode.NotAuthorized)]
    public async Task An_account_says_who_a_client_is(string clientId, string userName, string password, ConnectReturnCode expected)
    {
        await using var gateway = await RunningEndpoint.Start(new MqttOptions(), accounts: new TwoAccounts());
        using var client = await RawMqttClient.Open(gateway.Port);

        await client.Send(new ConnectPacket(clientId, UserName: userName, Password: Encoding.UTF8.GetBytes(password)));

        Assert.AreEqual(new ConnackPacket(false, expected), await client.Next());
    }

    [TestMethod]
    public async Task A_viewer_that_calls_itself_like_a_station_does_not_take_it_over()
    {
        await using var gateway = await RunningEndpoint.Start(new MqttOptions(), accounts: new TwoAccounts());
        using var station = await RawMqttClient.Open(gateway.Port);
        await station.Send(new ConnectPacket("lk-anp-0007", UserName: "lk-anp-0007", Password: "secret"u8.ToArray()));
        await station.Next();
        using var viewer = await RawMqttClient.Open(gateway.Port);
        await viewer.Send(new ConnectPacket("lk-anp-0007", UserName: "priya", Password: "secret"u8.ToArray()));
        Assert.AreEqual(new ConnackPacket(false, ConnectReturnCode.Accepted), await viewer.Next());

        await station.HasNothingElse();
        await viewer.Publish("waternode/v1/lk-anp-0007/readings", "[]", 1);
        await viewer.IsClosed();
        await Eventually.Holds(() => gateway.Site.Presence.Count == 3, "the viewer's end is reported");
        Assert.IsEmpty(gateway.Site.Received);
    }

    private sealed class TwoAccounts : IMqttAccounts
    {
        public ValueTask<PeerRole?> FindRole(string userName, ReadOnlyMemory<byte> password, CancellationToken cancel)
        {
            if (!password.Span.SequenceEqual("secret"u8)) return ValueTask.FromResult<PeerRole?>(null);
            return ValueTask.FromResult<PeerRole?>(userName switch
            {
                "lk-anp-0007" => PeerRole.Station,
                "priya" => PeerRole.Viewer,
                _ => null,
            });
        }
    }
}
