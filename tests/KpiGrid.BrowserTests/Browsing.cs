using KpiGrid.BrowserTests;
using KpiGrid.Host.Keys;
using Microsoft.Playwright;
using Xunit;

[assembly: AssemblyFixture(typeof(Browsing))]

namespace KpiGrid.BrowserTests;

/// <summary>The program with the sample networks loaded, and Debian's browser to look at it with.</summary>
public sealed class Browsing : IAsyncLifetime
{
    private const string Chromium = "/usr/bin/chromium";

    /// <summary>Machines that run tests may be busy; a test that waits is not one that times.</summary>
    private const int Patience = 60_000;

    private static readonly string[] Arguments =
    [
        "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
        "--disable-component-update", "--disable-sync",
    ];

    /// <summary>Who looks unless a test says otherwise: somebody to whom every page is open.</summary>
    private static readonly KeyWish visitor = new("visitor", "admin", null, "browser tests");

    private DemoServer? server;
    private IPlaywright? playwright;
    private IBrowser? browser;
    private IBrowserContext? shared;
    private string? session;

    private static bool MustRun =>
        string.Equals(Environment.GetEnvironmentVariable("CI"), "true", StringComparison.OrdinalIgnoreCase);

    internal DemoServer Server
    {
        get
        {
            Require();
            return server!;
        }
    }

    public async ValueTask InitializeAsync()
    {
        if (!File.Exists(Chromium)) return;
        Assertions.SetDefaultExpectTimeout(Patience);
        server = await DemoServer.Start();
        await HostileNames.Put(server);
        await server.Post("/v1/regions/ncc/editions", """{"round":"2026-05-21","from":"2026-01-01","to":"2026-04-01"}""");
        playwright = await Playwright.CreateAsync();
        browser = await playwright.Chromium.LaunchAsync(
            new() { ExecutablePath = Chromium, Headless = true, Args = Arguments });
        session = await SignIn(server, visitor);
        shared = await Context(new());
    }

    /// <summary>A page of the one browser that tests share which only look, signed in at this server.</summary>
    internal Task<IPage> Page()
    {
        Require();
        return shared!.NewPageAsync();
    }

    /// <summary>A browser of its own, signed in as somebody, at this server or at another one; without Chromium the test is skipped,
    /// or fails where CI is set.</summary>
    internal async Task<IBrowserContext> Context(BrowserNewContextOptions options, DemoServer? other = null, KeyWish? wish = null)
    {
        Require();
        options.BaseURL = (other ?? Server).Address.ToString();
        options.StorageState = other is null && wish is null ? session : await SignIn(other ?? Server, wish ?? visitor);
        var context = await browser!.NewContextAsync(options);
        context.SetDefaultTimeout(Patience);
        return context;
    }

    private void Require()
    {
        if (browser is not null) return;
        Assert.False(MustRun, $"{Chromium} is missing: install the Debian package chromium.");
        Assert.Skip($"{Chromium} is missing: install the Debian package chromium to run the browser tests.");
    }

    /// <summary>Signs in as a person does; what the browser then holds serves every page.</summary>
    private async Task<string> SignIn(DemoServer at, KeyWish wish)
    {
        var link = await new KeyDesk(at.Http).MakeLink(at.Address, wish, CancellationToken.None);
        var context = await browser!.NewContextAsync();
        context.SetDefaultTimeout(Patience);
        var page = await context.NewPageAsync();
        await page.GotoAsync(link.ToString());
        await page.GetByRole(AriaRole.Button, new() { Name = "Sign in" }).ClickAsync();
        await Assertions.Expect(page).ToHaveURLAsync(new Uri(at.Address, "/?lang=en").ToString());
        return await context.StorageStateAsync();
    }

    public async ValueTask DisposeAsync()
    {
        if (browser is not null) await browser.DisposeAsync();
        playwright?.Dispose();
        if (server is not null) await server.DisposeAsync();
    }
}
