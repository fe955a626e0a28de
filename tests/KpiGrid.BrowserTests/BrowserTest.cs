using KpiGrid.Host.Keys;
using Microsoft.Playwright;

namespace KpiGrid.BrowserTests;

/// <summary>Opens pages and closes them with the test that opened them.</summary>
public abstract class BrowserTest(Browsing browsing) : IAsyncDisposable
{
    private readonly List<IBrowserContext> opened = [];
    private readonly List<IPage> looked = [];

    internal DemoServer Server => browsing.Server;

    /// <summary>A page of a fresh browser, signed in.</summary>
    protected async Task<IPage> Open(string path, int width = 1280, ColorScheme colours = ColorScheme.Light) =>
        await Open(await Browser(new() { ViewportSize = new() { Width = width, Height = 844 }, ColorScheme = colours }), path);

    /// <summary>A page of the one browser that tests share which only look.</summary>
    protected async Task<IPage> Look(string path, int width = 1280)
    {
        var page = await browsing.Page();
        looked.Add(page);
        await page.SetViewportSizeAsync(width, 844);
        await page.GotoAsync(path);
        return page;
    }

    /// <summary>One more page of a browser.</summary>
    protected static async Task<IPage> Open(IBrowserContext browser, string path)
    {
        var page = await browser.NewPageAsync();
        await page.GotoAsync(path);
        return page;
    }

    /// <summary>A browser of its own, signed in at this server.</summary>
    protected Task<IBrowserContext> Browser(BrowserNewContextOptions options) => Browser(options, null);

    /// <summary>A browser of its own, signed in at another server, or as somebody else.</summary>
    internal async Task<IBrowserContext> Browser(BrowserNewContextOptions options, DemoServer? other, KeyWish? wish = null)
    {
        var browser = await browsing.Context(options, other, wish);
        opened.Add(browser);
        return browser;
    }

    /// <summary>Takes a picture of a step where somebody wants to look: a folder is named in KPIGRID_SCREENSHOTS.</summary>
    protected static async Task Picture(IPage page, string name)
    {
        if (Environment.GetEnvironmentVariable("KPIGRID_SCREENSHOTS") is { Length: > 0 } folder)
            await page.ScreenshotAsync(new() { Path = Path.Combine(folder, $"step-{name}.png"), FullPage = true });
    }

    public async ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        foreach (var page in looked) await page.CloseAsync();
        foreach (var browser in opened) await browser.CloseAsync();
    }
}
