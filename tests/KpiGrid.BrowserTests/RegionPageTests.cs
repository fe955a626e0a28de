using Microsoft.Playwright;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace KpiGrid.BrowserTests;

public sealed class RegionPageTests(Browsing browsing) : BrowserTest(browsing)
{
    private const string Ncc = "Netværk for Cirkulære Kommuner";
    private const string FirstQuarter = "/regions/ncc?kpi=CDW-DIV&period=2026-Q1&lang=en";

    [Fact]
    public async Task The_list_leads_to_a_region_and_its_figures()
    {
        var page = await Open("/?lang=en");
        await Expect(page.GetByRole(AriaRole.Row, new() { Name = Ncc })).ToContainTextAsync("sample");

        await page.GetByRole(AriaRole.Link, new() { Name = Ncc }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToContainTextAsync(Ncc);

        await page.GotoAsync(FirstQuarter);
        await Expect(Tile(page, "CDW-DIV").Locator(".value")).ToHaveTextAsync("142\u00A0t");
        await Expect(Tile(page, "CDW-DIV")).ToContainTextAsync("5 of 5 reported");
    }

    [Fact]
    public async Task The_members_add_up_and_what_is_seen_twice_is_said()
    {
        var page = await Open(FirstQuarter);
        var league = page.Locator("#league table");
        await Expect(league.GetByRole(AriaRole.Row).Nth(1)).ToContainTextAsync("Horsens");
        await Expect(league.GetByRole(AriaRole.Row).Nth(1)).ToContainTextAsync("55.5\u00A0t");
        await Expect(league.Locator("tfoot")).ToContainTextAsync("142\u00A0t");
        await Expect(page.Locator(".ledger")).ToContainTextAsync(
            "members would add to 448\u00A0t. The real total is 142\u00A0t; 306\u00A0t is the same pilot seen by several members");
    }

    [Fact]
    public async Task What_changed_since_a_day_is_said()
    {
        var page = await Open(FirstQuarter);
        await page.Locator("input[name=since]").FillAsync("2026-05-21");
        await page.GetByRole(AriaRole.Button, new() { Name = "Show changes" }).ClickAsync();
        await Expect(page.Locator(".answer")).ToHaveTextAsync(
            "At the start of 21 May 2026 the total for Q1 2026 was 160\u00A0t; now it is 142\u00A0t.");
        await Expect(page.Locator(".changes li")).ToContainTextAsync("Stop Byggespild: 102\u00A0t");
        await Expect(page.Locator(".changes li")).ToContainTextAsync("revision 2, correction");
        Assert.Contains("since=2026-05-21", page.Url, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("da", "142\u00A0t", "5 af 5 har indberettet", "Affald holdt ude af deponi og forbrænding")]
    [InlineData("nl", "142\u00A0t", "5 van 5 gerapporteerd", "Afval weggehouden van stort en verbranding")]
    public async Task The_same_page_in_another_language(string language, string value, string coverage, string name)
    {
        var page = await Open(FirstQuarter);
        await page.Locator(".languages").GetByText(language.ToUpperInvariant(), new() { Exact = true }).ClickAsync();
        await Expect(page.Locator("html")).ToHaveAttributeAsync("lang", language);
        await Expect(Tile(page, "CDW-DIV").Locator(".value")).ToHaveTextAsync(value);
        await Expect(Tile(page, "CDW-DIV")).ToContainTextAsync(coverage);
        await Expect(Tile(page, "CDW-DIV")).ToContainTextAsync(name);
        Assert.Contains("period=2026-Q1", page.Url, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_browser_is_answered_in_its_own_language()
    {
        var context = await Browser(new() { Locale = "da-DK" });
        await Expect((await Open(context, "/")).Locator("h1")).ToHaveTextAsync("Kommunegrupper");
    }

    [Fact]
    public async Task A_period_without_anything_says_what_to_do()
    {
        var page = await Open("/regions/ncc?period=1999&lang=en");
        await Expect(page.Locator(".empty")).ToContainTextAsync("Nothing is reported or expected for 1999.");
        await Expect(page.Locator(".empty")).ToContainTextAsync("POST /v1/pilots/");
    }

    [Theory]
    [InlineData("/regions/nowhere", 404)]
    [InlineData("/regions/ncc?period=soon", 422)]
    [InlineData("/regions/ncc?period=2026", 200)]
    [InlineData("/regions/ncc/charts/none", 404)]
    public async Task A_page_has_its_status_its_styles_and_its_script(string path, int status)
    {
        var page = await Open("/");
        var answer = await page.GotoAsync(path);
        Assert.Equal(status, answer!.Status);
        await Expect(page.Locator("head style")).ToHaveCountAsync(1);
        Assert.NotEqual("0px", await page.EvaluateAsync<string>("getComputedStyle(document.querySelector('main')).paddingLeft"));
        var sent = await page.APIRequest.GetAsync((await page.Locator("script[type=module]").GetAttributeAsync("src"))!);
        Assert.Equal(200, sent.Status);
        Assert.Contains("immutable", sent.Headers["cache-control"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Everything_can_be_read_and_asked_without_scripts()
    {
        var context = await Browser(new() { JavaScriptEnabled = false });
        var page = await Open(context, FirstQuarter);
        await Expect(Tile(page, "CDW-DIV").Locator(".value")).ToHaveTextAsync("142\u00A0t");
        await page.Locator("#series summary").ClickAsync();
        await Expect(page.Locator("#series table")).ToContainTextAsync("142\u00A0t");
        await page.GetByRole(AriaRole.Link, new() { Name = "Find" }).ClickAsync();
        await page.Locator("main input[name=q]").FillAsync("byggespild");
        await page.GetByRole(AriaRole.Button, new() { Name = "Find" }).ClickAsync();
        await Expect(page.Locator("#found")).ToContainTextAsync("stop-byggespild");
    }

    private static ILocator Tile(IPage page, string kpi) => page.Locator($"[data-tile={kpi}]");
}
