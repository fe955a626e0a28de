using System.Text;
using System.Text.Json.Nodes;
using KpiGrid.BrowserTests;
using KpiGrid.Host;
using KpiGrid.Host.Http;
using KpiGrid.Host.Keys;
using KpiGrid.Host.Samples;
using Microsoft.AspNetCore.Builder;
using Microsoft.Playwright;
using Xunit;

[assembly: AssemblyFixture(typeof(Browsing))]

namespace KpiGrid.BrowserTests;

/// <summary>The program with the sample networks loaded, and Debian's browser to look at it with.</summary>
public sealed class Browsing : IAsyncLifetime
{
    public const string HostileName = "<img src=x onerror=\"document.title='taken'\"></bdi></title>' & \"Quotes\"";
    private const string Chromium = "/usr/bin/chromium";
    private static readonly string[] Arguments =
    [
        "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
        "--disable-component-update", "--disable-sync",
    ];

    private readonly string folder = Directory.CreateTempSubdirectory("kpigrid-browser-").FullName;
    private WebApplication? app;
    private IPlaywright? playwright;
    private IBrowser? browser;
    private string? session;

    private static bool MustRun =>
        string.Equals(Environment.GetEnvironmentVariable("CI"), "true", StringComparison.OrdinalIgnoreCase);

    public async ValueTask InitializeAsync()
    {
        if (!File.Exists(Chromium)) return;
        var time = new SteppedTime();
        app = KpiGridHost.Build(new() { Urls = "http://127.0.0.1:0", Data = folder, Time = time });
        await app.StartAsync();
        using var client = KeyedHttp.Client(new(app.Urls.First()), AdminKeyFile.Read(folder));
        var http = new PatientHttp(client, TimeProvider.System, new());
        await new SampleLoader(http, time).Load((_, _, _) => { }, CancellationToken.None);
        await PutHostile(http);
        playwright = await Playwright.CreateAsync();
        browser = await playwright.Chromium.LaunchAsync(
            new() { ExecutablePath = Chromium, Headless = true, Args = Arguments });
        session = await SignIn(new(http));
    }

    /// <summary>A page of a fresh browser context; without a browser the test is skipped, or fails where CI is
    /// set.</summary>
    internal async Task<IPage> Open(string path, int width = 1280, ColorScheme colours = ColorScheme.Light)
    {
        if (browser is null)
        {
            Assert.False(MustRun, $"{Chromium} is missing: install the Debian package chromium.");
            Assert.Skip($"{Chromium} is missing: install the Debian package chromium to run the browser tests.");
        }
        var context = await browser.NewContextAsync(new()
        {
            BaseURL = app!.Urls.First(),
            ViewportSize = new() { Width = width, Height = 844 },
            ColorScheme = colours,
            StorageState = session,
        });
        var page = await context.NewPageAsync();
        await page.GotoAsync(path);
        return page;
    }

    /// <summary>Signs in as a person does; what the browser then holds serves every page.</summary>
    private async Task<string> SignIn(KeyDesk desk)
    {
        var address = new Uri(app!.Urls.First());
        var link = await desk.MakeLink(address, new("visitor", "analyst", null, "browser tests"), CancellationToken.None);
        var context = await browser!.NewContextAsync();
        var page = await context.NewPageAsync();
        await page.GotoAsync(link.ToString());
        await page.GetByRole(AriaRole.Button, new() { Name = "Sign in" }).ClickAsync();
        await page.WaitForURLAsync(new Uri(address, "/").ToString());
        return await context.StorageStateAsync();
    }

    public async ValueTask DisposeAsync()
    {
        if (browser is not null) await browser.DisposeAsync();
        playwright?.Dispose();
        if (app is not null)
        {
            await app.StopAsync();
            await app.DisposeAsync();
        }
        Directory.Delete(folder, recursive: true);
    }

    private static async Task PutHostile(PatientHttp http)
    {
        var facts = new JsonObject
        {
            ["name"] = HostileName,
            ["kind"] = "project",
            ["members"] = new JsonArray(),
            ["sample"] = true,
        };
        var answer = await http.Put(
            "/v1/regions/hostile", Encoding.UTF8.GetBytes(facts.ToJsonString()), CancellationToken.None);
        Assert.True(answer.IsSuccess, Encoding.UTF8.GetString(answer.Body));
    }
}
