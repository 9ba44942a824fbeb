using System.Text;
using WaterNode.Gateway.Mqtt;
using WaterNode.Tests.Support;

namespace WaterNode.Gateway.Tests.Mqtt;

/// <summary>What a user does with mosquitto_pub and mosquitto_sub.</summary>
[TestClass]
public class MosquittoTests
{
    private const string Station = "lk-anp-0007";
    private const string Readings = "waternode/v1/lk-anp-0007/readings";
    private const string Status = "waternode/v1/lk-anp-0007/status";

    [TestMethod]
    public async Task A_viewer_sees_the_retained_status_and_then_what_a_station_publishes()
    {
        await using var gateway = await RunningEndpoint.Start();
        Assert.AreEqual(0, await MosquittoClient.Run("mosquitto_pub", gateway.Port, "-i", Station, "-q", "1", "-r", "-t", Status, "-m", "{\"online\":true}"));
        using var viewer = MosquittoClient.Start("mosquitto_sub", gateway.Port, "-t", "waternode/v1/#", "-v", "-q", "1", "-C", "2");
        Assert.AreEqual($"{Status} {{\"online\":true}}", await viewer.NextLine());

        Assert.AreEqual(0, await MosquittoClient.Run("mosquitto_pub", gateway.Port, "-i", Station, "-u", Station, "-P", "any", "-q", "1", "-t", Readings, "-m", "[{}]"));

        Assert.AreEqual($"{Readings} [{{}}]", await viewer.NextLine());
        Assert.AreEqual(0, await viewer.Exit());
        Assert.HasCount(2, gateway.Site.Received);
    }

    [TestMethod]
    public async Task A_publisher_at_QoS_1_waits_for_the_commit()
    {
        await using var gateway = await RunningEndpoint.Start();
        var commit = new TaskCompletionSource();
        gateway.Site.Store = _ => commit.Task;
        using var publisher = MosquittoClient.Start("mosquitto_pub", gateway.Port, "-i", Station, "-q", "1", "-t", Readings, "-m", "[{}]");
        await Eventually.Holds(() => gateway.Site.Received.Count == 1, "the site has the message");

        var exit = publisher.Exit();
        using var witness = await gateway.Admitted("Witness");
        await witness.HasNothingElse();
        Assert.IsFalse(exit.IsCompleted);

        commit.SetResult();
        Assert.AreEqual(0, await exit);
    }

    [TestMethod]
    public async Task A_publisher_at_QoS_0_that_leaves_at_once_is_heard()
    {
        await using var gateway = await RunningEndpoint.Start();

        Assert.AreEqual(0, await MosquittoClient.Run("mosquitto_pub", gateway.Port, "-i", Station, "-q", "0", "-t", Readings, "-m", "[{}]"));

        await Eventually.Holds(() => gateway.Site.Received.Count == 1, "the site has the message");
        Assert.AreEqual("[{}]", Encoding.UTF8.GetString(gateway.Site.Received.Single().Message.Payload.Span));
    }

    [TestMethod]
    public async Task Wills_kept_sessions_and_QoS_2_filters_do_not_break_a_subscriber()
    {
        await using var gateway = await RunningEndpoint.Start();
        await gateway.Endpoint.Publish(new MqttMessage(Status, "1"u8.ToArray(), Retain: true));

        using var viewer = MosquittoClient.Start(
            "mosquitto_sub", gateway.Port, "-i", "Home_Assistant", "-c", "-q", "2", "-t", "waternode/v1/+/status", "-C", "1",
            "--will-topic", "home/status", "--will-payload", "off", "--will-retain");

        Assert.AreEqual("1", await viewer.NextLine());
        Assert.AreEqual(0, await viewer.Exit());
    }

    [TestMethod]
    public async Task Forbidden_things_fail_visibly()
    {
        await using var gateway = await RunningEndpoint.Start();

        Assert.AreNotEqual(0, await MosquittoClient.Run("mosquitto_pub", gateway.Port, "-i", Station, "-u", "someone-else", "-t", Readings, "-m", "[{}]"));
        Assert.AreNotEqual(0, await MosquittoClient.Run("mosquitto_sub", gateway.Port, "-V", "mqttv5", "-t", "waternode/v1/#", "-C", "1"));
        using var curious = MosquittoClient.Start("mosquitto_sub", gateway.Port, "-t", "#");
        StringAssert.Contains(await curious.Errors(), "denied");
        Assert.IsEmpty(gateway.Site.Received);
    }

    [TestMethod]
    public async Task Hundreds_of_messages_are_all_stored_and_confirmed()
    {
        const int messages = 500;
        await using var gateway = await RunningEndpoint.Start();
        using var publisher = MosquittoClient.Start("mosquitto_pub", gateway.Port, "-i", Station, "-q", "1", "-t", Readings, "-l");

        await publisher.WriteLines(Enumerable.Range(1, messages).Select(i => $"[{i}]"));

        Assert.AreEqual(0, await publisher.Exit());
        CollectionAssert.AreEqual(
            Enumerable.Range(1, messages).Select(i => $"[{i}]").ToArray(),
            gateway.Site.Received.Select(r => Encoding.UTF8.GetString(r.Message.Payload.Span)).ToArray());
    }
}
