using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace KpiGrid.BrowserTests;

/// <summary>What holds for every page there is; a new page gets a line in <see cref="Paths"/>.</summary>
public sealed class EveryPageTests(Browsing browsing) : BrowserTest(browsing)
{
    private const int Phone = 390;

    public static TheoryData<string> Paths =>
    [
        "/?lang=en",
        "/regions/ncc?period=2026&lang=da",
        "/regions/ncc?kpi=CDW-DIV&period=2026-Q1&since=2026-05-21&lang=en",
        "/regions/ncc?kpi=GWP-LC&period=2026&lang=nl",
        "/regions/gvt?kpi=MAT-REU&period=2026-S1&lang=nl",
        "/regions/cirkelstad/instruments?period=2026&q=tree&lang=en",
        "/regions/ncc/fields?period=2026&lang=da",
        "/regions/ncc?period=1999&lang=en",
        "/regions/ncc/charts/league?kpi=CDW-DIV&period=2026&lang=en",
        "/regions/ncc/charts/map?kpi=CDW-DIV&period=2026&lang=nl",
        "/regions/hostile-0?lang=en",
        "/regions/hostile-39?lang=en",
        "/regions/ncc/explain?kpi=CDW-DIV&period=2026-Q1&lang=nl",
        "/municipalities/DK-0615?kpi=CDW-DIV&period=2026&lang=da",
        "/municipalities/DK-0615/explain?kpi=ORG-TRAIN&period=2026&lang=en",
        "/pilots/stop-byggespild?period=2026&lang=nl",
        "/municipalities/BE-34013?period=2026&lang=en",
        "/pilots/rotterdam-icoon/lineage?members=cirkelstad&lang=nl",
        "/pilots/stop-byggespild/stream?kpi=CDW-DIV&class=recycled&lang=da",
        "/regions/ncc/rounds?kpi=CDW-DIV&lang=da",
        "/regions/ncc/rounds/2026-05-21?lang=nl",
        "/regions/ncc/editions/1?lang=en",
        "/regions/ncc/what-if?period=2026&without=municipalities%2FDK-0615&without=pilots%2Fstop-byggespild&lang=da",
        "/find?q=a&lang=nl",
        "/compare?lang=nl",
        "/compare?kpi=CDW-DIV&period=2026&per=inhabitant&members=ncc&lang=da",
        "/compare?kpi=CDW-DIV&clock=pilot&per=budget&with=pilots%2Fhorsens-genbrugsplads&with=pilots%2Fherning-center&with=pilots%2Fskive-nedrivning&money=sample-eur-dkk%3AEUR&lang=en",
        "/charts/spread?kpi=CDW-DIV&period=2026-Q1&with=municipalities%2FDK-0615&with=municipalities%2FDK-0657&lang=en",
        "/help/centres?lang=en",
        "/about?lang=nl",
        "/report/pilots?lang=da",
        "/pilots/horsens-genbrugsplads/report?lang=nl",
        "/pilots/horsens-genbrugsplads/report?kpi=CDW-DIV&class=recycled&lang=da",
        "/pilots/horsens-genbrugsplads/report?kpi=CDW-DIV&class=recycled&correct=sample-cdw-div-2026-q1&lang=en",
        "/pilots/viborg-skole/report?kpi=CDW-REC-R&lang=en",
        "/pilots/horsens-genbrugsplads/report/upload?lang=da",
        "/regions/nowhere?lang=da",
        "/sign-out?lang=nl",
    ];

    [Theory, MemberData(nameof(Paths))]
    public async Task Nothing_stands_in_a_readers_way_in_light_and_dark(string path)
    {
        var page = await Look(path);
        foreach (var colours in new[] { ColorScheme.Light, ColorScheme.Dark })
        {
            // Nothing fades from one to the other, or what is read would be neither.
            await page.EmulateMediaAsync(new() { ColorScheme = colours, ReducedMotion = ReducedMotion.Reduce });
            var found = await page.RunAxe(new AxeRunOptions
            {
                RunOnly = new() { Type = "tag", Values = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"] },
            });
            Assert.True(found.Violations.Length == 0, $"{colours}: " + string.Join("; ", found.Violations.Select(violation =>
                $"{violation.Id} {string.Join(", ", violation.Nodes.Select(node => node.Html))}")));
        }
    }

    [Theory, MemberData(nameof(Paths))]
    public async Task A_phone_never_scrolls_sideways(string path)
    {
        var page = await Look(path, Phone);
        Assert.Equal(Phone, await page.EvaluateAsync<int>("document.documentElement.scrollWidth"));
    }

    [Theory, MemberData(nameof(Paths))]
    public async Task A_page_names_its_language_and_its_matter(string path)
    {
        var page = await Look(path);
        Assert.Equal(path[^2..], await page.Locator("html").GetAttributeAsync("lang"));
        Assert.EndsWith("KpiGrid", await page.TitleAsync(), StringComparison.Ordinal);
    }

    [Theory, MemberData(nameof(Paths))]
    public async Task The_first_key_leads_past_the_menu(string path)
    {
        var page = await Look(path);
        if (await page.Locator(".skip").CountAsync() == 0) return;
        await page.Keyboard.PressAsync("Tab");
        await Expect(page.Locator(".skip")).ToBeFocusedAsync();
        await page.Keyboard.PressAsync("Enter");
        await Expect(page.Locator("#main")).ToBeFocusedAsync();
    }

    [Fact]
    public async Task Light_and_dark_follow_the_reader()
    {
        var light = await Ground(await Open("/", colours: ColorScheme.Light));
        var dark = await Ground(await Open("/", colours: ColorScheme.Dark));
        Assert.NotEqual(light, dark);
    }

    [Fact]
    public async Task Names_full_of_markup_are_text_and_nothing_else()
    {
        Assert.Equal(40, HostileNames.All.Count);
        var page = await Open("/?lang=en");
        foreach (var (at, name) in HostileNames.All.Index())
        {
            var answer = await page.GotoAsync($"/regions/{HostileNames.Id(at)}?lang=en");
            Assert.Equal(200, answer!.Status);
            Assert.Contains(name, await page.Locator("h1").TextContentAsync(), StringComparison.Ordinal);
            Assert.Contains(name, await page.EvaluateAsync<string>("document.querySelector('title').textContent"), StringComparison.Ordinal);
            Assert.Null(await page.EvaluateAsync<int?>("window.taken ?? null"));
            await Expect(page.Locator("img, iframe, main script, main style, base, main form")).ToHaveCountAsync(0);
        }
        await page.GotoAsync("/?lang=en");
        var names = await page.Locator("table.list a").AllTextContentsAsync();
        Assert.All(HostileNames.All, name => Assert.Contains(name, names));
        Assert.Null(await page.EvaluateAsync<int?>("window.taken ?? null"));
    }

    private static Task<string> Ground(IPage page) =>
        page.EvaluateAsync<string>("getComputedStyle(document.body).backgroundColor");
}
