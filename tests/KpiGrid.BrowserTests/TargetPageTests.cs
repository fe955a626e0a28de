using Microsoft.Playwright;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace KpiGrid.BrowserTests;

public sealed class TargetPageTests(Browsing browsing) : BrowserTest(browsing)
{
    [Fact]
    public async Task A_target_is_set_by_a_form_and_shown_on_the_tile_of_its_period()
    {
        var page = await Open("/regions/midtjylland/rounds?kpi=CDW-DIV&lang=da");
        await page.Locator("input[name=period]").FillAsync("2026");
        await page.Locator("input[name=value]").FillAsync("160.5");
        await Submit(page);
        await Expect(page.GetByRole(AriaRole.Alert)).ToContainTextAsync("Skriv et tal som 1.234,5.");
        await Expect(page.Locator("input[name=period]")).ToHaveValueAsync("2026");

        await page.Locator("input[name=value]").FillAsync("1.160,5");
        await Submit(page);
        await Expect(page.GetByRole(AriaRole.Row, new() { Name = "CDW-DIV" })).ToContainTextAsync("1.160,5\u00A0t i 2026");

        await page.GotoAsync("/regions/midtjylland?kpi=CDW-DIV&period=2026&lang=en");
        await Expect(page.Locator("[data-tile=CDW-DIV] .target")).ToContainTextAsync("Target 1,160.5\u00A0t in 2026:");

        await page.GotoAsync("/regions/midtjylland/rounds?kpi=CDW-DIV&lang=en");
        await page.Locator("input[name=period]").FillAsync("2026");
        await page.Locator("input[name=value]").FillAsync("1,000");
        await Submit(page);
        await Expect(page.GetByRole(AriaRole.Alert)).ToContainTextAsync("Say why it changes.");
        await page.Locator("input[name=reason]").FillAsync("the council decided");
        await Submit(page);
        await Expect(page.GetByRole(AriaRole.Row, new() { Name = "CDW-DIV" })).ToContainTextAsync("1,000\u00A0t in 2026");
    }

    private static Task Submit(IPage page) => page.Locator("main form button").ClickAsync();
}
