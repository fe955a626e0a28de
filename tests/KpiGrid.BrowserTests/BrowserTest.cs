using Microsoft.Playwright;

namespace KpiGrid.BrowserTests;

/// <summary>Opens pages and closes them with the test that opened them.</summary>
public abstract class BrowserTest(Browsing browsing) : IAsyncDisposable
{
    private readonly List<IBrowserContext> opened = [];

    internal DemoServer Server => browsing.Server;

    /// <summary>A page of a fresh browser, signed in.</summary>
    protected async Task<IPage> Open(string path, int width = 1280, ColorScheme colours = ColorScheme.Light) =>
        await Open(await Browser(new() { ViewportSize = new() { Width = width, Height = 844 }, ColorScheme = colours }), path);

    /// <summary>One more page of a browser.</summary>
    protected static async Task<IPage> Open(IBrowserContext browser, string path)
    {
        var page = await browser.NewPageAsync();
        await page.GotoAsync(path);
        return page;
    }

    /// <summary>A browser of its own, signed in at this server.</summary>
    protected Task<IBrowserContext> Browser(BrowserNewContextOptions options) => Browser(options, null);

    /// <summary>A browser of its own, signed in at another server.</summary>
    internal async Task<IBrowserContext> Browser(BrowserNewContextOptions options, DemoServer? other)
    {
        var browser = await browsing.Context(options, other);
        opened.Add(browser);
        return browser;
    }

    public async ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        foreach (var browser in opened) await browser.CloseAsync();
    }
}
