using System.Globalization;
using System.Text;
using WaterNode.Cli.Demo;
using WaterNode.Simulation.Link;
using WaterNode.Station.Ports;
using WaterNode.Station.Wire;
using WaterNode.Tests.Support;

namespace WaterNode.EndToEnd;

/// <summary>Promises 2 and 3 with the plug pulled: the gateway is a process of its own and dies by SIGKILL.</summary>
[TestClass]
public sealed class PowerCutTests
{
    private const string StationId = "lk-anp-0007";
    private const int RoundsOfKilling = 3;

    [TestMethod]
    [Timeout(180_000)]
    public async Task Every_acknowledged_record_survives_SIGKILL_of_the_gateway_during_an_outage_and_reaches_the_platform_exactly_once()
    {
        using var folder = new TemporaryFolder();
        await using var platform = await ProgramProcess.Serve("platform", "--data", folder.File("platform"), "--http-port", "0");
        await using var adding = await ProgramProcess.RunToEnd("platform", "child", "add", "village-1", "--data", folder.File("platform"));
        var token = adding.Output.Trim();
        await using var link = SimulatedLink.Start(platform.Address("http"));
        var uplink = link.Url.ToString().TrimEnd('/');
        string[] gatewayCommand = ["gateway", "--data", folder.File("gateway"), "--mqtt-port", "0", "--http-port", "0", "--allow-anonymous", "--uplink", uplink, "--token", token];

        var sender = new Sender();
        link.Set(up: false);
        for (var round = 1; round <= RoundsOfKilling; round++)
        {
            await using var doomed = await ProgramProcess.Serve(gatewayCommand);
            var acknowledgedBefore = sender.Acknowledged.Count;
            var sending = Task.Run(() => sender.SendUntilClosed(doomed.Address("mqtt")));
            await Eventually.Holds(() => sender.Acknowledged.Count >= acknowledgedBefore + 300, "300 more records acknowledged");
            await doomed.Kill();
            await sending;
        }

        await using var gateway = await ProgramProcess.Serve(gatewayCommand);
        using var above = new TierApi(platform.Address("http"));
        using var below = new TierApi(gateway.Address("http"));
        Assert.AreEqual(0, await above.Status("committed"), "the outage lasted through all the kills");
        Assert.IsGreaterThanOrEqualTo(sender.Acknowledged.Count, await below.Status("pending"), "every acknowledged record is still on the gateway's disk");
        link.Set(up: true);
        await Eventually.Holds(async () => await below.Status("pending") == 0, "everything synced", deadlineSeconds: 60);

        var onPlatform = await above.Occurrences(StationId);
        var missing = sender.Acknowledged.Keys.Where(seq => !onPlatform.ContainsKey((Sender.Generation, seq, "ph"))).ToList();
        Assert.AreEqual(0, missing.Count, $"acknowledged and gone: {string.Join(", ", missing.Take(10))}");
        Assert.IsTrue(onPlatform.Values.All(times => times == 1), "a record is on the platform twice");
        Assert.IsTrue(sender.Acknowledged.Count >= 300 * RoundsOfKilling);
    }

    /// <summary>Publishes small records as fast as the gateway confirms them and remembers which were confirmed.</summary>
    private sealed class Sender
    {
        public const string Generation = "9f3a12c4";
        private const int InFlightMax = 32;

        private readonly Dictionary<int, long> _inFlight = [];
        private long _sequence;

        public System.Collections.Concurrent.ConcurrentDictionary<long, byte> Acknowledged { get; } = new();

        public void SendUntilClosed(Uri gateway)
        {
            Assert.IsTrue(GatewayAddress.TryFrom(gateway, out var address));
            using var link = new TcpMqttLink(address!);
            Assert.IsTrue(link.Connect(StationId, Topics.Of(StationId, Topics.Status), "{\"online\":false}"), "the gateway refused the connection");
            _inFlight.Clear();
            while (link.IsConnected)
            {
                while (_inFlight.Count < InFlightMax && link.Publish(Topics.Of(StationId, Topics.Readings), Pack(_sequence + 1), retain: false) is > 0 and var id)
                    _inFlight[id] = ++_sequence;
                if (link.Next(timeoutMs: 200) is { Kind: LinkEventKind.Confirmed } confirmed && _inFlight.Remove(confirmed.MessageId, out var sequence))
                    Acknowledged[sequence] = 1;
            }
        }

        private static byte[] Pack(long sequence) => Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture,
            $$"""[{"bn":"waternode/{{StationId}}/","bt":{{1763740800 + sequence}},"gen":"{{Generation}}","seq":{{sequence}},"n":"ph","u":"pH","v":7.12,"q":1}]"""));
    }
}
