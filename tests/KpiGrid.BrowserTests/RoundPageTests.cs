using System.Text;
using System.Text.RegularExpressions;
using Microsoft.Playwright;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace KpiGrid.BrowserTests;

public sealed partial class RoundPageTests(Browsing browsing) : BrowserTest(browsing)
{
    private const int WordsInTwoMinutes = 260;

    /// <summary>A round that nobody else looks at, without scripts.</summary>
    [Fact]
    public async Task A_coordinator_prepares_a_round_prints_a_sheet_each_and_freezes_its_numbers()
    {
        await Server.Put("/v1/regions/midtjylland/rounds/prepared", """
            {"title":"Prepared","date":"2026-05-21","cutOff":"2026-05-21T00:00:00+02:00","members":["DK-0615","DK-0730","DK-0791"],
             "kpi":"CDW-DIV"}
            """);
        var browser = await Browser(new() { JavaScriptEnabled = false, ViewportSize = new() { Width = 1280, Height = 844 } });
        var page = await Open(browser, "/regions/midtjylland/rounds?lang=en");
        await page.GetByRole(AriaRole.Link, new() { Name = "Prepared, 21 May 2026" }).ClickAsync();

        var horsens = page.Locator("#DK-0615");
        await Expect(horsens.Locator(".one")).ToContainTextAsync("60\u00A0t");
        await horsens.Locator("summary").ClickAsync();
        await horsens.Locator("input[name=step]").First.FillAsync("The second building is taken down");
        await horsens.Locator("input[name=by]").First.FillAsync("2026-08-01");
        await horsens.GetByRole(AriaRole.Button, new() { Name = "Save" }).ClickAsync();
        await Expect(page.Locator("#DK-0615")).ToContainTextAsync("The second building is taken down. By 1 August 2026.");
        await page.GetByRole(AriaRole.Button, new() { Name = "Nothing to report, Randers" }).ClickAsync();
        await Expect(page.Locator("#DK-0730")).ToContainTextAsync("Nothing to report.");
        foreach (var spoken in await page.Locator(".spoken").AllInnerTextsAsync())
            Assert.InRange(spoken.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Length, 1, WordsInTwoMinutes);

        // The first sheet says what it is, then one each.
        Assert.Equal(4, Sheet().Count(Encoding.Latin1.GetString(await page.PdfAsync(new() { Format = "A4" }))));

        await page.GetByRole(AriaRole.Button, new() { Name = "Freeze these numbers as an edition" }).ClickAsync();
        await Expect(page.Locator("h1")).ToHaveTextAsync("Edition 1");
        await Expect(page.Locator(".answer")).ToContainTextAsync("numbers are no longer as they were.");
        var change = page.Locator("table").First.GetByRole(AriaRole.Row, new() { Name = "Skive" }).First;
        await Expect(change).ToContainTextAsync("2.7\u00A0t");
        await Expect(change).ToContainTextAsync("One container was weighed twice (sample)");
    }

    [GeneratedRegex(@"/Type\s*/Page\b(?!s)")]
    private static partial Regex Sheet();
}
