using System.Net;
using Microsoft.Extensions.Logging.Abstractions;
using WaterNode.Tests.Support;
using WaterNode.Tier.Access;
using WaterNode.Tier.Api;
using WaterNode.Tier.Store;
using WaterNode.Tier.Uplink;
using static WaterNode.Platform.Tests.PlatformUnderTest;

namespace WaterNode.Platform.Tests;

[TestClass]
public sealed class PlatformTests
{
    [TestMethod]
    public async Task Stations_of_two_gateways_appear_each_with_the_one_it_came_from()
    {
        await using var platform = await PlatformUnderTest.Start();
        await using var north = await Child.Of(platform.Host.Url, platform.AddChild("north"));
        await using var south = await Child.Of(platform.Host.Url, platform.AddChild("south"));

        await north.Receives(Record("lk-nor-0001", 1), Record("lk-nor-0001", 2));
        await south.Receives(Record("lk-sou-0001", 1), Record("lk-sou-0001", 2, verdict: "unsafe"));
        await platform.Receives(4);

        var stations = (await platform.Get("/api/v1/stations")).GetProperty("stations").EnumerateArray()
            .Select(s => $"{s.GetProperty("id")} {s.GetProperty("child")} {s.GetProperty("verdict")} {s.GetProperty("online")}").ToArray();
        CollectionAssert.AreEqual(new[] { "lk-sou-0001 south unsafe ", "lk-nor-0001 north safe " }, stations, "unsafe first; presence is not known here");
    }

    [TestMethod]
    public async Task A_token_that_nobody_has_brings_nothing_in_and_the_readings_wait_below()
    {
        await using var platform = await PlatformUnderTest.Start();
        await using var stranger = await Child.Of(platform.Host.Url, "no-such-token");

        await stranger.Receives(Record("lk-nor-0001", 1));

        await Eventually.Holds(() => stranger.Link.State == "unauthorized", "the link says unauthorized");
        Assert.AreEqual(1, (await stranger.Status()).Pending);
        StringAssert.Contains(stranger.Link.LastError, "On the platform, run 'waternode platform child add NAME'");
        await platform.Receives(0);
    }

    [TestMethod]
    public async Task A_station_of_one_gateway_cannot_be_brought_by_another()
    {
        await using var platform = await PlatformUnderTest.Start();
        await using var north = await Child.Of(platform.Host.Url, platform.AddChild("north"));
        await using var south = await Child.Of(platform.Host.Url, platform.AddChild("south"));
        await north.Receives(Record("lk-nor-0001", 1));
        await platform.Receives(1);

        await south.Receives(Record("lk-nor-0001", 2, verdict: "unsafe"), Record("lk-sou-0001", 1));
        await platform.Receives(2);

        await Eventually.Holds(async () => (await south.Status()).Refused == 1, "the foreign record is refused");
        var readings = (await platform.Get("/api/v1/readings?station=lk-nor-0001&channel=f")).GetProperty("readings");
        Assert.AreEqual(1, readings.GetArrayLength());
        Assert.AreEqual("safe", readings[0].GetProperty("verdict").GetString());
        Assert.AreEqual("0.62", readings[0].GetProperty("value").GetRawText());
    }

    [TestMethod]
    public async Task A_platform_carries_what_it_gets_to_its_own_parent()
    {
        await using var nation = await PlatformUnderTest.Start();
        await using var region = await PlatformUnderTest.Start(nation.Host.Url.ToString(), nation.AddChild("central"));
        await using var village = await Child.Of(region.Host.Url, region.AddChild("north"));

        await village.Receives(Record("lk-nor-0001", 1), Record("lk-nor-0001", 2));
        await nation.Receives(2);

        Assert.AreEqual("central", (await nation.Get("/api/v1/stations/lk-nor-0001")).GetProperty("child").GetString());
        await Eventually.Holds(async () => (await region.Get("/api/v1/status")).GetProperty("synced").GetInt64() == 2, "the region knows that its parent has them");
        var link = (await region.Get("/api/v1/status")).GetProperty("link");
        Assert.AreEqual("up", link.GetProperty("state").GetString());
        Assert.IsGreaterThan(0, link.GetProperty("bytesSent").GetInt64());
        using var sync = await region.Http.PostAsync("/api/v1/sync", null);
        Assert.AreEqual(HttpStatusCode.Accepted, sync.StatusCode);
    }

    [TestMethod]
    public async Task Nothing_waits_to_be_sent_at_the_top_of_the_chain_and_in_the_middle_it_does()
    {
        await using var top = await PlatformUnderTest.Start();
        await using var middle = await PlatformUnderTest.Start("http://127.0.0.1:1", "token");
        foreach (var platform in new[] { top, middle }) await platform.Holds("north", Record("lk-nor-0001", 1));

        var (above, below) = (await top.Get("/api/v1/status"), await middle.Get("/api/v1/status"));

        Assert.AreEqual("0 null", $"{above.GetProperty("pending").GetRawText()} {above.GetProperty("oldestPending").GetRawText()}");
        Assert.AreEqual(1, above.GetProperty("committed").GetInt64());
        Assert.AreEqual(1, below.GetProperty("pending").GetInt64());
        Assert.AreNotEqual("null", below.GetProperty("oldestPending").GetRawText());
    }

    [TestMethod]
    public async Task The_folder_of_a_gateway_is_refused_to_a_platform_and_to_the_list_of_its_children()
    {
        using var folder = new TemporaryFolder();
        (await SqliteStore.Open(folder.Path, TierKind.Gateway, TimeProvider.System)).Dispose();
        var options = new PlatformOptions { DataFolder = folder.Path, HttpPort = 0 };

        var start = await Assert.ThrowsExactlyAsync<StoreUnavailableException>(() => PlatformHost.Start(options, NullLoggerFactory.Instance, CancellationToken.None));
        var add = Assert.ThrowsExactly<StoreUnavailableException>(() => Children.Open(folder.Path, TimeProvider.System));

        StringAssert.Contains(start.Message, "'waternode gateway'");
        Assert.AreEqual(start.Message, add.Message);
    }

    [TestMethod]
    public async Task The_page_is_served_with_a_policy_that_allows_only_its_own_files()
    {
        await using var platform = await PlatformUnderTest.Start();

        using var page = await platform.Http.GetAsync("/");
        var html = await page.Content.ReadAsStringAsync();

        Assert.AreEqual("text/html; charset=utf-8", page.Content.Headers.ContentType?.ToString());
        StringAssert.Contains(page.Headers.GetValues("Content-Security-Policy").Single(), "script-src 'self'");
        foreach (var file in html.Split('"').Where(part => part.StartsWith("/assets/", StringComparison.Ordinal)).Distinct())
        {
            using var asset = await platform.Http.GetAsync(file);
            Assert.AreEqual(HttpStatusCode.OK, asset.StatusCode, file);
        }
        Assert.IsFalse(html.Contains("://", StringComparison.Ordinal), "nothing comes from another place");
    }

    [TestMethod]
    public async Task A_bind_that_others_can_reach_is_refused_with_what_to_do()
    {
        using var folder = new TemporaryFolder();

        var error = await Assert.ThrowsExactlyAsync<ListenException>(() =>
            PlatformHost.Start(new() { DataFolder = folder.Path, HttpPort = 0, Bind = IPAddress.Any }, NullLoggerFactory.Instance, CancellationToken.None));

        StringAssert.Contains(error.Message, "0.0.0.0");
        StringAssert.Contains(error.Message, "127.0.0.1");
        Assert.IsEmpty(Directory.GetFileSystemEntries(folder.Path), "nothing was made");
    }

    [TestMethod]
    [DataRow("https://platform.example.org", null)]
    [DataRow(null, "token")]
    [DataRow("http://platform.example.org", "token")]
    [DataRow("nonsense", "token")]
    public async Task A_parent_that_cannot_be_used_is_refused_before_anything_is_made(string? parent, string? token)
    {
        using var folder = new TemporaryFolder();

        await Assert.ThrowsExactlyAsync<ParentException>(() =>
            PlatformHost.Start(new() { DataFolder = folder.Path, HttpPort = 0, Parent = parent, Token = token }, NullLoggerFactory.Instance, CancellationToken.None));

        Assert.IsEmpty(Directory.GetFileSystemEntries(folder.Path));
    }

    [TestMethod]
    public async Task A_second_platform_on_the_same_folder_is_refused_and_the_first_goes_on()
    {
        using var folder = new TemporaryFolder();
        var options = new PlatformOptions { DataFolder = folder.Path, HttpPort = 0 };
        await using var first = await PlatformHost.Start(options, NullLoggerFactory.Instance, CancellationToken.None);

        await Assert.ThrowsExactlyAsync<StoreUnavailableException>(() => PlatformHost.Start(options, NullLoggerFactory.Instance, CancellationToken.None));

        using var http = new HttpClient { BaseAddress = first.Url };
        using var health = await http.GetAsync("/healthz");
        Assert.AreEqual(HttpStatusCode.OK, health.StatusCode);
    }

    [TestMethod]
    public async Task A_port_in_use_leaves_the_folder_free_for_the_next_start()
    {
        await using var other = await PlatformUnderTest.Start();
        using var folder = new TemporaryFolder();
        var options = new PlatformOptions { DataFolder = folder.Path, HttpPort = other.Host.Url.Port };

        await Assert.ThrowsExactlyAsync<ListenException>(() => PlatformHost.Start(options, NullLoggerFactory.Instance, CancellationToken.None));

        await using var host = await PlatformHost.Start(options with { HttpPort = 0 }, NullLoggerFactory.Instance, CancellationToken.None);
        Assert.AreNotEqual(other.Host.Url, host.Url);
    }
}
