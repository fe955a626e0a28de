using Microsoft.Playwright;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace KpiGrid.BrowserTests;

/// <summary>A centre's job from end to end, with scripts off.</summary>
public sealed class ComparePageTests(Browsing browsing) : BrowserTest(browsing)
{
    [Fact]
    public async Task Pilots_are_chosen_compared_and_shared_without_a_script()
    {
        var browser = await Browser(new() { JavaScriptEnabled = false });
        var page = await Open(browser, "/compare?period=2026-Q1&lang=en");
        await Expect(page.GetByText("Nothing is chosen yet.")).ToBeVisibleAsync();
        await page.Locator("select[name=kpi]").SelectOptionAsync("CDW-DIV");
        await page.GetByRole(AriaRole.Button, new() { Name = "Compare" }).ClickAsync();
        await page.GetByLabel("Horsens genbrugsplads").CheckAsync();
        await page.GetByLabel("Bæredygtighedscenter Herning").CheckAsync();
        await page.GetByLabel("Skive: selektiv nedrivning").CheckAsync();
        await page.Locator("select[name=per]").SelectOptionAsync("budget");
        await page.Locator("select[name=money]").SelectOptionAsync("sample-eur-dkk:EUR");
        await page.GetByRole(AriaRole.Button, new() { Name = "Compare" }).ClickAsync();

        var rows = page.Locator(".ranking tbody tr");
        await Expect(rows.Nth(0)).ToContainTextAsync("Horsens genbrugsplads");
        await Expect(rows.Nth(0).Locator("td").First).ToHaveTextAsync("1");
        await Expect(rows.Nth(2)).ToContainTextAsync("small denominator");
        await Expect(rows.Nth(2).Locator("td").First).ToHaveTextAsync("–");
        await Expect(page.GetByText("1 EUR = 7.46 DKK")).ToBeVisibleAsync();

        var link = await page.Locator("#ranking").GetByText("Link to this view").GetAttributeAsync("href");
        var shared = await Open(browser, link!);
        Assert.Equal(await page.Locator(".ranking").InnerTextAsync(), await shared.Locator(".ranking").InnerTextAsync());
        var embedded = await Open(browser, (await page.Locator("#each").GetByText("Embed").GetAttributeAsync("href"))!);
        await Expect(embedded.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToContainTextAsync("each on its own");

        await shared.GotoAsync("/compare?kpi=CO2-AVD&period=2026&with=pilots%2Frotterdam-icoon&with=pilots%2Futrecht-replica&lang=en");
        await Expect(shared.GetByText("Not ranked, because it would not be fair:")).ToBeVisibleAsync();
        await Expect(shared.Locator(".reasons")).ToContainTextAsync("not all were running the whole time");
    }
}
