using Microsoft.Playwright;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace KpiGrid.BrowserTests;

public sealed class RegionPageTests(Browsing browsing)
{
    private const string Ncc = "Netværk for Cirkulære Kommuner";
    private const int Phone = 390;

    [Fact]
    public async Task The_list_leads_to_a_region_and_its_figures()
    {
        var page = await browsing.Open("/");
        await Expect(page.GetByRole(AriaRole.Row, new() { Name = Ncc })).ToContainTextAsync("sample");

        await page.GetByRole(AriaRole.Link, new() { Name = Ncc }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToContainTextAsync(Ncc);

        await page.GotoAsync("/regions/ncc?year=2026");
        var value = Diverted(page).GetByRole(AriaRole.Link, new() { Name = "142 t", Exact = true }).First;
        await Expect(value).ToBeVisibleAsync();
    }

    [Fact]
    public async Task A_value_leads_to_the_measurements_behind_it_and_a_code_to_its_totals()
    {
        var page = await browsing.Open("/regions/ncc?year=2026");
        var quarter = Diverted(page).GetByRole(AriaRole.Cell).Nth(1).GetByRole(AriaRole.Link);
        await Expect(quarter).ToHaveTextAsync("142 t");
        foreach (var link in new[] { quarter, Diverted(page).GetByRole(AriaRole.Link, new() { Name = "CDW-DIV" }) })
        {
            var answer = await page.APIRequest.GetAsync((await link.GetAttributeAsync("href"))!);
            Assert.Equal(200, answer.Status);
            Assert.Equal("application/json; charset=utf-8", answer.Headers["content-type"]);
        }
    }

    [Theory]
    [InlineData("/")]
    [InlineData("/regions/ncc?year=2026")]
    [InlineData("/regions/ncc?year=1999")]
    [InlineData("/regions/hostile")]
    [InlineData("/regions/nowhere")]
    public async Task A_phone_never_scrolls_sideways(string path)
    {
        var page = await browsing.Open(path, Phone);
        Assert.Equal(Phone, await page.EvaluateAsync<int>("document.documentElement.scrollWidth"));
    }

    [Fact]
    public async Task A_name_full_of_markup_is_text_and_nothing_else()
    {
        var page = await browsing.Open("/regions/hostile");
        await Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToContainTextAsync(Browsing.HostileName);
        await Expect(page.Locator("img")).ToHaveCountAsync(0);
        Assert.Contains(Browsing.HostileName, await page.TitleAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_year_without_anything_says_what_to_do()
    {
        var page = await browsing.Open("/regions/ncc?year=1999");
        await Expect(page.Locator(".empty")).ToContainTextAsync("Nothing is reported or expected for 1999.");
        await Expect(page.Locator(".empty")).ToContainTextAsync("POST /v1/pilots/");
    }

    [Theory]
    [InlineData("/regions/nowhere", 404)]
    [InlineData("/regions/ncc?year=soon", 422)]
    [InlineData("/regions/ncc?year=2026", 200)]
    public async Task A_page_has_its_status_and_the_stylesheet(string path, int status)
    {
        var page = await browsing.Open("/");
        var answer = await page.GotoAsync(path);
        Assert.Equal(status, answer!.Status);
        var sheet = await page.Locator("link[rel=stylesheet]").GetAttributeAsync("href");
        Assert.Equal(200, (await page.APIRequest.GetAsync(sheet!)).Status);
    }

    [Fact]
    public async Task Light_and_dark_follow_the_reader()
    {
        var light = await Ground(await browsing.Open("/", colours: ColorScheme.Light));
        var dark = await Ground(await browsing.Open("/", colours: ColorScheme.Dark));
        Assert.NotEqual(light, dark);
    }

    private static ILocator Diverted(IPage page) =>
        page.GetByRole(AriaRole.Row).Filter(new() { HasText = "CDW-DIV" });

    private static Task<string> Ground(IPage page) =>
        page.EvaluateAsync<string>("getComputedStyle(document.body).backgroundColor");
}
