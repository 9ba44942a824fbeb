using Microsoft.Playwright;
using WaterNode.Platform.Tests;
using WaterNode.Sync.Records;
using static Microsoft.Playwright.Assertions;
using static WaterNode.Platform.Tests.PlatformUnderTest;

namespace WaterNode.EndToEnd.Pages;

/// <summary>The platform's page in a real browser, as a person uses it.</summary>
[TestClass]
public sealed class PlatformPageTests
{
    private readonly List<PageVisit> _visits = [];

    private IEnumerable<string> Complaints => _visits.SelectMany(visit => visit.Complaints);

    [TestMethod]
    public async Task A_station_shows_its_verdict_in_words_and_its_values_with_uncertainty_and_unit()
    {
        await using var platform = await PlatformUnderTest.Start();
        await platform.Holds("north", Record("lk-nor-0001", 1), Record("lk-nor-0001", 2), Record("lk-sou-0001", 1), Record("lk-sou-0001", 2, "unsafe"));

        var page = await Open(platform);

        await Expect(page.GetByText("2 stations: 1 unsafe, 1 safe")).ToBeVisibleAsync();
        await Expect(page.GetByText("chemicals measured – microbes are not measured").First).ToBeVisibleAsync();
        await Expect(page.GetByRole(AriaRole.Row).Nth(1)).ToContainTextAsync("✕Unsafelk-sou-0001north1.52 ± 0.22 mg/L");
        await Expect(page.GetByRole(AriaRole.Row).Nth(2)).ToContainTextAsync("✓Safelk-nor-0001north0.62 ± 0.22 mg/L");

        await page.GetByRole(AriaRole.Button, new() { Name = "lk-sou-0001" }).ClickAsync();
        var card = page.GetByRole(AriaRole.Article, new() { Name = "Station lk-sou-0001" });
        await Expect(card).ToContainTextAsync("Do not drink this water or cook with it. Fluoride is above the limit.");
        await Expect(card).ToContainTextAsync("27.4 ± 0.4 °C");
        Assert.IsEmpty(Complaints);
    }

    [TestMethod]
    [DataRow(360)]
    [DataRow(1280)]
    public async Task Nothing_sticks_out_of_the_screen(int width)
    {
        await using var platform = await PlatformUnderTest.Start();
        var longest = new string('a', 32);
        await platform.Holds(new string('b', 64), Record(longest, 1), Record(longest, 2, "unsafe"));

        var page = await Open(platform, width);
        await page.GetByRole(AriaRole.Button, new() { Name = longest }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Article)).ToBeVisibleAsync();

        Assert.AreEqual(0, await page.EvaluateAsync<int>("document.documentElement.scrollWidth - document.documentElement.clientWidth"));
        var card = await page.GetByRole(AriaRole.Article).BoundingBoxAsync();
        Assert.IsLessThanOrEqualTo(width, card!.X + card.Width);
    }

    [TestMethod]
    public async Task A_safe_that_its_numbers_do_not_show_is_not_repeated_and_a_clock_that_is_ahead_is_called_so()
    {
        await using var platform = await PlatformUnderTest.Start();
        var (contradicted, unknown, ahead) = (Record("lk-con-0001", 2), Record("lk-unk-0001", 2), Record("lk-fut-0001", 2));
        contradicted = contradicted with { Readings = [.. contradicted.Readings.Select(reading => reading.Channel == "f" ? reading with { Value = new Scaled(5, 3) } : reading)] };
        await platform.Holds("north", contradicted, unknown with { LimitSet = "nolimit/9" }, ahead with { Time = ahead.Time + 5 * 86_400 });

        var page = await Open(platform);
        foreach (var station in new[] { "lk-con-0001", "lk-unk-0001", "lk-fut-0001" }) await page.GetByRole(AriaRole.Button, new() { Name = station }).ClickAsync();

        await Expect(page.GetByText("3 stations: 3 uncertain")).ToBeVisibleAsync();
        await Expect(Card("lk-con-0001")).ToContainTextAsync("Fluoride: the station called it safe, but its value and uncertainty do not show that.");
        await Expect(Card("lk-unk-0001")).ToContainTextAsync("Fluoride: the station called it safe by limits that this program does not know.");
        await Expect(Card("lk-fut-0001")).ToContainTextAsync("its clock is ahead: time not to be trusted");
        await Expect(page.GetByText("too old")).ToHaveCountAsync(0);
        await Expect(page.GetByText("below their limits")).ToHaveCountAsync(0);
        Assert.IsEmpty(Complaints);

        ILocator Card(string station) => page.GetByRole(AriaRole.Article, new() { Name = $"Station {station}" });
    }

    [TestMethod]
    public async Task Raw_water_is_shown_beside_and_does_not_count()
    {
        await using var platform = await PlatformUnderTest.Start();
        await platform.Holds("north", Record("lk-nor-0001", 1), Record("lk-nor-0001", 2, "unsafe") with { SamplePoint = "raw" });

        var page = await Open(platform);
        await Expect(page.GetByText("1 station: 1 safe")).ToBeVisibleAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "lk-nor-0001" }).ClickAsync();
        await page.GetByText("More about this station · Raw water").ClickAsync();

        var raw = page.GetByRole(AriaRole.Region, new() { Name = "Raw water" });
        await Expect(raw.GetByRole(AriaRole.Row, new() { Name = "Fluoride" })).ToContainTextAsync("1.52 ± 0.22 mg/L");
        await Expect(raw).ToContainTextAsync("it does not count for the verdict above");
        Assert.IsEmpty(Complaints);
    }

    [TestMethod]
    public async Task New_readings_appear_by_themselves_and_what_the_reader_opened_stays()
    {
        await using var platform = await PlatformUnderTest.Start();
        await platform.Holds("north", Record("lk-nor-0001", 1));
        var page = await Open(platform);
        await page.GetByRole(AriaRole.Button, new() { Name = "lk-nor-0001" }).ClickAsync();
        await page.GetByText("More about this station").ClickAsync();
        await page.EvaluateAsync("document.querySelector('article').mark = 'the same element'");

        await platform.Holds("north", Record("lk-nor-0001", 2, "unsafe"));

        await Expect(page.GetByText("9f3a12c4 / 2")).ToBeVisibleAsync();
        await Expect(page.GetByText("Do not drink this water")).ToBeVisibleAsync();
        Assert.AreEqual("the same element", await page.EvaluateAsync<string>("document.querySelector('article').mark"));
    }

    [TestMethod]
    public async Task A_platform_that_is_gone_is_said_at_once_and_the_last_verdicts_are_marked_as_such()
    {
        await using var platform = await PlatformUnderTest.Start();
        await platform.Holds("north", Record("lk-nor-0001", 1));
        var page = await Open(platform);
        await Expect(page.GetByText("1 station: 1 safe")).ToBeVisibleAsync();

        await platform.Stop();

        var alert = page.GetByRole(AriaRole.Alert);
        await Expect(alert).ToContainTextAsync("The platform cannot be reached.");
        await Expect(alert).ToContainTextAsync("last seen");
        await Expect(page.Locator(".frozen")).ToContainTextAsync("lk-nor-0001");
    }

    [TestMethod]
    public async Task Text_of_a_station_stays_text()
    {
        const string attack = "<img/src=x/onerror=alert(1)>";
        await using var platform = await PlatformUnderTest.Start();
        var record = Record("lk-nor-0001", 1);
        await platform.Holds("north", record with { SamplePoint = attack, LimitSet = attack, Readings = [.. record.Readings.Select(reading => reading with { Reasons = attack })] });

        var page = await Open(platform);
        await page.GetByRole(AriaRole.Button, new() { Name = "lk-nor-0001" }).ClickAsync();

        await Expect(page.GetByRole(AriaRole.Article)).ToContainTextAsync(attack);
        Assert.AreEqual(0, await page.Locator("main img").CountAsync());
        Assert.IsEmpty(Complaints);
    }

    [TestMethod]
    public async Task An_empty_platform_tells_what_to_do()
    {
        await using var platform = await PlatformUnderTest.Start();

        var page = await Open(platform);

        await Expect(page.GetByText("./waternode platform child add NAME")).ToBeVisibleAsync();
        await Expect(page.GetByText($"--uplink {platform.Host.Url.GetLeftPart(UriPartial.Authority)}")).ToBeVisibleAsync();
        Assert.IsEmpty(Complaints);
    }

    private async Task<IPage> Open(PlatformUnderTest platform, int width = 1280)
    {
        var visit = await Browser.Visit(platform.Host.Url, width);
        _visits.Add(visit);
        return visit.Page;
    }
}
