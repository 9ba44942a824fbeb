using Microsoft.Playwright;
using WaterNode.Simulation;
using WaterNode.Tests.Support;
using static Microsoft.Playwright.Assertions;

namespace WaterNode.EndToEnd.Pages;

/// <summary>The gateway's page in a real browser, fed by a station that measures.</summary>
[TestClass]
public sealed class GatewayPageTests
{
    [TestMethod]
    [Timeout(180_000)]
    public async Task A_station_that_begins_to_measure_appears_by_itself_with_its_readings()
    {
        using var folder = new TemporaryFolder();
        await using var gateway = await ProgramProcess.Serve("gateway", "--data", folder.Path, "--mqtt-port", "0", "--http-port", "0", "--allow-anonymous");
        var visit = await Browser.Visit(gateway.Address("http"));
        await Expect(visit.Page.GetByText("lk-anp-0001")).ToHaveCountAsync(0);

        await using var station = new VirtualStation(new VirtualStationOptions("lk-anp-0001", gateway.Address("mqtt")) { Speed = 900, Seed = 7 });
        _ = station.Run(CancellationToken.None);

        var card = visit.Page.GetByRole(AriaRole.Article, new() { Name = "Station lk-anp-0001" });
        await Expect(card).ToBeVisibleAsync(new() { Timeout = 60_000 });
        foreach (var unit in new[] { "°C", "µS/cm", "mg/L", "µg/L" }) await Expect(card).ToContainTextAsync(unit);
        Assert.IsEmpty(visit.Complaints);
    }

    [TestMethod]
    [Timeout(180_000)]
    public async Task Limits_that_nobody_verified_are_marked_and_call_no_water_safe()
    {
        using var folder = new TemporaryFolder();
        await using var gateway = await ProgramProcess.Serve("gateway", "--data", folder.Path, "--mqtt-port", "0", "--http-port", "0", "--allow-anonymous");
        await using var station = new VirtualStation(new VirtualStationOptions("cn-yun-0001", gateway.Address("mqtt")) { Speed = 900, Seed = 7, LimitSetId = "gb-5749-2022/1" });
        _ = station.Run(CancellationToken.None);

        var visit = await Browser.Visit(gateway.Address("http"));
        var card = visit.Page.GetByRole(AriaRole.Article, new() { Name = "Station cn-yun-0001" });
        await Expect(card).ToContainTextAsync("Not known to be safe.", new() { Timeout = 60_000 });
        await Expect(card).ToContainTextAsync("Fluoride was measured, but its limit in China GB 5749-2022 is not confirmed, so nothing can be said.");
        await Expect(card.GetByRole(AriaRole.Row, new() { Name = "Arsenic" })).ToContainTextAsync("limit 10 µg/Lunverified");
        await Expect(card.GetByRole(AriaRole.Row, new() { Name = "Arsenic" })).ToContainTextAsync("no verdict");
        Assert.IsEmpty(visit.Complaints);
    }
}
