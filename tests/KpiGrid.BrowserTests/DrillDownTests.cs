using Microsoft.Playwright;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace KpiGrid.BrowserTests;

/// <summary>From a total down to what was sent, by links alone.</summary>
public sealed class DrillDownTests(Browsing browsing) : BrowserTest(browsing)
{
    private const string FirstQuarter = "/regions/ncc?kpi=CDW-DIV&period=2026-Q1&lang=en";

    [Fact]
    public async Task A_number_leads_to_the_measurements_that_add_up_to_it()
    {
        var page = await Open(FirstQuarter);
        await page.Locator("[data-tile=CDW-DIV] .value").ClickAsync();
        await Expect(page.Locator(".total strong")).ToHaveTextAsync("142\u00A0t");
        var joint = page.GetByRole(AriaRole.Row).Filter(new() { HasText = "Stop Byggespild" });
        await Expect(joint).ToContainTextAsync("102\u00A0t");
        await Expect(joint).ToContainTextAsync("35/100");
        await Expect(joint).ToContainTextAsync("revision 2, correction");
        var parts = await page.Locator(".parts .number").AllTextContentsAsync();
        Assert.Equal(142m, parts.Sum(part => decimal.Parse(part.Split('\u00A0')[0], System.Globalization.CultureInfo.InvariantCulture)));
    }

    [Fact]
    public async Task From_region_to_municipality_to_pilot_to_measurement_with_its_revisions()
    {
        var page = await Open(FirstQuarter);
        await page.Locator("#league table").GetByRole(AriaRole.Link, new() { Name = "Horsens" }).ClickAsync();
        await Expect(page.Locator("h1")).ToHaveTextAsync("Horsens");
        await Expect(page.Locator("[data-tile=CDW-DIV] .value")).ToHaveTextAsync("55.5\u00A0t");

        await page.GetByRole(AriaRole.Link, new() { Name = "Stop Byggespild" }).First.ClickAsync();
        await Expect(page.Locator("h1")).ToContainTextAsync("Stop Byggespild");
        await Expect(page.Locator("main")).ToContainTextAsync("25/100");

        await page.Locator(".streams").GetByRole(AriaRole.Link, new() { Name = "Waste diverted" }).ClickAsync();
        var rows = page.Locator("table.entries tbody tr");
        await Expect(rows).ToHaveCountAsync(2);
        await Expect(rows.Nth(0)).ToContainTextAsync("102\u00A0t");
        await Expect(rows.Nth(0)).ToContainTextAsync("Reason:");
        await Expect(rows.Nth(1).Locator("s")).ToHaveTextAsync("120\u00A0t");
    }

    [Fact]
    public async Task A_quotient_says_what_was_divided_by_what()
    {
        var page = await Open("/regions/ncc/explain?kpi=CDW-REC-R&period=2026-Q1&lang=da");
        await Expect(page.Locator(".total")).ToContainTextAsync("9,09\u00A0%");
        await Expect(page.Locator(".total")).ToContainTextAsync("100 divideret med 1.100");
    }

    [Fact]
    public async Task The_palette_finds_a_pilot_by_keyboard_alone()
    {
        var page = await Open("/?lang=en");
        await page.Keyboard.PressAsync("Control+k");
        await page.Keyboard.TypeAsync("byggesp");
        await Expect(page.Locator("dialog .found a").First).ToContainTextAsync("Stop Byggespild");
        await page.Locator("dialog .found").GetByText("stop-byggespild").Last.WaitForAsync();
        await page.Keyboard.PressAsync("ArrowDown");
        await page.Keyboard.PressAsync("Enter");
        await Expect(page.Locator("h1")).ToContainTextAsync("Stop Byggespild");
    }
}
