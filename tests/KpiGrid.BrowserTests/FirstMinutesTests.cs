using Microsoft.Playwright;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace KpiGrid.BrowserTests;

/// <summary>What somebody meets who has just started a server of their own; without scripts.</summary>
public sealed class FirstMinutesTests(Browsing browsing) : BrowserTest(browsing)
{
    [Fact]
    public async Task An_empty_installation_is_filled_with_the_samples_in_one_click()
    {
        await using var server = await DemoServer.StartEmpty();
        var page = await Open(await Browser(new() { JavaScriptEnabled = false }, server), "/?lang=nl");
        await Expect(page.Locator(".empty")).ToContainTextAsync("Er zijn nog geen regio's.");
        await Picture(page, "empty");
        var second = await Open(page.Context, "/?lang=en");

        await page.GetByRole(AriaRole.Button, new() { Name = "Voorbeeldnetwerken laden" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Row, new() { Name = "Netværk for Cirkulære Kommuner" })).ToContainTextAsync("voorbeeld");
        await page.GotoAsync("/regions/ncc?kpi=CDW-DIV&period=2026-Q1&lang=en");
        await Expect(page.Locator("[data-tile=CDW-DIV] .value")).ToHaveTextAsync("142\u00A0t");

        // Whoever presses it in a page that is older than the samples is told so.
        await second.GetByRole(AriaRole.Button, new() { Name = "Load the sample networks" }).ClickAsync();
        await Expect(second.Locator(".empty")).ToContainTextAsync("There are regions already.");
    }
}
