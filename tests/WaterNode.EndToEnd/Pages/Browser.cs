using System.Collections.Concurrent;
using Microsoft.Playwright;

namespace WaterNode.EndToEnd.Pages;

/// <summary>An open page.</summary>
/// <param name="Complaints">What the browser's console and the page's scripts complained about; in a good visit nothing.</param>
internal sealed record PageVisit(IPage Page, ConcurrentQueue<string> Complaints);

/// <summary>Debian's Chromium, started once for all tests.</summary>
[TestClass]
public static class Browser
{
    private static readonly string[] Chromiums = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"];

    private static readonly SemaphoreSlim Starting = new(1);

    private static IPlaywright? s_playwright;
    private static IBrowser? s_browser;

    /// <summary>Opens a page; the test is skipped where there is no Chromium.</summary>
    internal static async Task<PageVisit> Visit(Uri url, int width = 1280)
    {
        var chromium = Chromiums.FirstOrDefault(File.Exists);
        if (chromium is null) Assert.Inconclusive("Chromium is not installed ('./waternode test --all' installs it).");
        var page = await (await Started(chromium)).NewPageAsync(new() { ViewportSize = new() { Width = width, Height = 900 } });
        var complaints = new ConcurrentQueue<string>();
        page.Console += (_, message) => { if (message.Type is "error" or "warning") complaints.Enqueue(message.Text); };
        page.PageError += (_, error) => complaints.Enqueue(error);
        page.Dialog += (_, dialog) => complaints.Enqueue($"dialog: {dialog.Message}");
        await page.GotoAsync(url.ToString());
        return new PageVisit(page, complaints);
    }

    private static async Task<IBrowser> Started(string chromium)
    {
        await Starting.WaitAsync();
        try
        {
            s_playwright ??= await Playwright.CreateAsync();
            return s_browser ??= await s_playwright.Chromium.LaunchAsync(new() { ExecutablePath = chromium, Args = ["--no-sandbox", "--disable-gpu", "--disable-quic"] });
        }
        finally
        {
            Starting.Release();
        }
    }

    [AssemblyCleanup]
    public static async Task Stop()
    {
        if (s_browser is not null) await s_browser.CloseAsync();
        s_playwright?.Dispose();
    }
}
