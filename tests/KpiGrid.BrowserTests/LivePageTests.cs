using System.Diagnostics;
using System.Globalization;
using Microsoft.Playwright;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace KpiGrid.BrowserTests;

/// <summary>Figures move in place when somebody reports.</summary>
public sealed class LivePageTests(Browsing browsing) : BrowserTest(browsing)
{
    private const int Tabs = 8;

    [Fact]
    public async Task A_push_moves_a_tile_on_another_page()
    {
        var place = await Watched.Make(Server, "moves", "DK-0101");
        var page = await Open(place.Address);
        await Expect(page.Locator("[data-live-on]")).ToBeVisibleAsync();
        await page.EvaluateAsync("window.loadedOnce = true");

        var sent = Stopwatch.StartNew();
        await place.Push("2.5");
        await Expect(Value(page)).ToHaveTextAsync("3.5\u00A0t");
        TestContext.Current.SendDiagnosticMessage($"pushed to seen: {sent.ElapsedMilliseconds} ms");

        await Expect(page.Locator("[data-tile=MAT-REU][data-moved] .moved")).ToHaveTextAsync("+2.5");
        Assert.True(await page.EvaluateAsync<bool>("window.loadedOnce"));
        // What moves says nothing by itself to those who listen to a page.
        await Expect(page.Locator("[data-tile] [aria-live], [data-tile] [role=status]")).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task Eight_tabs_are_live_and_stay_so_when_the_one_that_listens_is_closed()
    {
        var place = await Watched.Make(Server, "tabs", "NL-GM0363");
        var context = await Browser(new());
        var connections = 0;
        context.Request += (_, request) => { if (request.Url.Contains("/live?", StringComparison.Ordinal)) connections++; };
        var pages = new List<IPage>();
        for (var tab = 0; tab < Tabs; tab++) pages.Add(await Open(context, place.Address));
        foreach (var page in pages) await Expect(page.Locator("[data-live-on]")).ToBeVisibleAsync();
        Assert.Equal(1, connections);

        await place.Push("1");
        foreach (var page in pages) await Expect(Value(page)).ToHaveTextAsync("2\u00A0t");

        await pages[0].CloseAsync(new() { RunBeforeUnload = true });
        await place.Push("1");
        foreach (var page in pages.Skip(1)) await Expect(Value(page)).ToHaveTextAsync("3\u00A0t");
    }

    [Fact]
    public async Task A_restarted_server_is_found_again_without_loading_the_page_again()
    {
        Assert.NotNull(Server);
        await using var server = await DemoServer.Start();
        var place = await Watched.Make(server, "restart", "DK-0101");
        var page = await Open(await Browser(new(), server), place.Address);
        await Expect(page.Locator("[data-live-on]")).ToBeVisibleAsync();
        await page.EvaluateAsync("window.loadedOnce = true");

        await server.Stop();
        await Expect(page.Locator("[data-live-lost]")).ToBeVisibleAsync();
        await Expect(page.Locator("[data-live-lost]")).ToContainTextAsync("Not connected since");

        await server.StartAgain();
        await place.Push("4");
        await Expect(Value(page)).ToHaveTextAsync("5\u00A0t");
        await Expect(page.Locator("[data-live-lost]")).ToBeHiddenAsync();
        Assert.True(await page.EvaluateAsync<bool>("window.loadedOnce"));
    }

    private static ILocator Value(IPage page) => page.Locator("[data-tile=MAT-REU] .value");

    /// <summary>A region of its own with one pilot that has reported one tonne.</summary>
    private sealed class Watched(DemoServer server, string name)
    {
        private static readonly DateOnly day = new(2026, 2, 3);
        private int pushed;

        public string Address => $"/regions/watched-{name}?period=2026&lang=en";

        public static async Task<Watched> Make(DemoServer server, string name, string municipality)
        {
            var watched = new Watched(server, name);
            await server.Put($"/v1/regions/watched-{name}",
                $$"""{"name":"Watched {{name}}","kind":"network","sample":true,"members":[{"municipality":"{{municipality}}","from":"2026-01-01"}]}""");
            await server.Put($"/v1/pilots/watched-{name}",
                $$"""
                {"name":"Watched {{name}}","kind":"single","start":"2026-01-01","sample":true,
                 "shares":[{"municipality":"{{municipality}}","parts":1,"whole":1,"from":"2026-01-01"}]}
                """);
            await watched.Push("1");
            return watched;
        }

        public Task Push(string tonnes) => server.Push($"watched-{name}", string.Create(CultureInfo.InvariantCulture,
            $$"""[{"id":"m-{{++pushed}}","kpi":"MAT-REU","class":"wood","period":"{{day:yyyy-MM-dd}}","value":{{tonnes}},"unit":"t"}]"""));
    }
}
