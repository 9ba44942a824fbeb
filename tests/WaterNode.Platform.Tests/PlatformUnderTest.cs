using System.Net;
using System.Text.Json;
using Microsoft.Extensions.Logging.Abstractions;
using WaterNode.Sync.Records;
using WaterNode.Tests.Support;
using WaterNode.Tier.Store;

namespace WaterNode.Platform.Tests;

/// <summary>A platform on a folder of its own and a free port.</summary>
internal sealed class PlatformUnderTest : IAsyncDisposable
{
    private readonly TemporaryFolder _folder;
    private bool _stopped;

    private PlatformUnderTest(TemporaryFolder folder, PlatformHost host)
    {
        (_folder, Host) = (folder, host);
        Http = new HttpClient { BaseAddress = host.Url };
    }

    public PlatformHost Host { get; }

    public HttpClient Http { get; }

    public static async Task<PlatformUnderTest> Start(string? parent = null, string? token = null)
    {
        var folder = new TemporaryFolder();
        var options = new PlatformOptions { DataFolder = folder.Path, HttpPort = 0, Parent = parent, Token = token };
        return new(folder, await PlatformHost.Start(options, NullLoggerFactory.Instance, CancellationToken.None));
    }

    /// <summary>A record of a station that measures every 15 minutes; the second one was measured now.</summary>
    public static Record Record(string station, long sequence, string? verdict = "safe") => new(new RecordId(station, 0x9f3a12c4, sequence))
    {
        Time = DateTimeOffset.UtcNow.ToUnixTimeSeconds() + (sequence - 2) * 900,
        LimitSet = "sls-614-2013/1",
        Readings =
        [
            new Reading("temp", "Cel") { Value = new Scaled(274, 1), Quality = Quality.Pass, Uncertainty = new Scaled(2, 1) },
            new Reading("f", "kg/m3") { Value = new Scaled(verdict == "unsafe" ? 152 : 62, 5), Quality = Quality.Pass, Uncertainty = new Scaled(11, 5), Verdict = verdict },
            new Reading("as", "kg/m3") { Value = new Scaled(32, 10), Quality = Quality.Pass, Uncertainty = new Scaled(8, 10), Verdict = "safe" },
        ],
    };

    public string AddChild(string name)
    {
        Assert.IsTrue(Host.Children.TryAdd(name, out var token, out var error), error);
        return token;
    }

    /// <summary>Puts records of a child into the store, as the sync intake does.</summary>
    public Task Holds(string child, params Record[] records) =>
        Host.Store.Commit([.. records.Select(record => new RecordArrival(record, child))], CancellationToken.None);

    public async Task<JsonElement> Get(string path)
    {
        using var response = await Http.GetAsync(path);
        var body = await response.Content.ReadAsStringAsync();
        Assert.AreEqual(HttpStatusCode.OK, response.StatusCode, body);
        return JsonElement.Parse(body);
    }

    public Task Receives(long records) => Eventually.Holds(
        async () => (await Get("/api/v1/status")).GetProperty("committed").GetInt64() == records, $"{records} records are on the platform");

    /// <summary>Ends the program; the folder stays.</summary>
    public async Task Stop()
    {
        _stopped = true;
        await Host.DisposeAsync();
    }

    public async ValueTask DisposeAsync()
    {
        Http.Dispose();
        if (!_stopped) await Host.DisposeAsync();
        _folder.Dispose();
    }
}
