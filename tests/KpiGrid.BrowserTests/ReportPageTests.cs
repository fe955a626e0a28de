using Microsoft.Playwright;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace KpiGrid.BrowserTests;

/// <summary>What a pilot lead does: report, be asked about a slip, correct, and see what it moved.</summary>
public sealed class ReportPageTests(Browsing browsing) : BrowserTest(browsing)
{
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_slip_is_caught_then_confirmed_counts_once_and_is_corrected_with_a_reason(bool hasScripts)
    {
        var pilot = await ReportingPilot.Make(Server, hasScripts ? "slip" : "slip-plain");
        var lead = await Browser(new() { JavaScriptEnabled = hasScripts }, null, pilot.Lead);
        var page = await Open(lead, "/report?lang=da");
        await Expect(page).ToHaveURLAsync(new System.Text.RegularExpressions.Regex($"/pilots/{pilot.Id}/report"));
        await page.Locator("select[name=q]").SelectOptionAsync($"{pilot.Id}/MAT-REU/wood");
        await page.GetByRole(AriaRole.Button, new() { Name = "Vælg" }).ClickAsync();

        // 12.500 is two numbers: nothing is guessed.
        await page.Locator("input[name=value]").FillAsync("12.500");
        await Send(page);
        await Expect(page.Locator("fieldset.asked")).ToContainTextAsync("12,5\u00A0t");
        await Picture(page, "two-numbers");
        await page.GetByRole(AriaRole.Radio, new() { Name = "12.500\u00A0t" }).CheckAsync();
        await Send(page);

        // And 12,500 t is 1,000 times what is usual: it is asked, and never changed.
        await Expect(page.Locator(".asked h3")).ToHaveTextAsync("Er tallet rigtigt?");
        await Picture(page, "slip");
        await page.GetByRole(AriaRole.Button, new() { Name = "12.500\u00A0t er rigtigt" }).ClickAsync();
        await Expect(page.Locator("h1")).ToHaveTextAsync("Indberettet");
        await Expect(page.Locator(".answer")).ToContainTextAsync("12.500\u00A0t indberettet, revision 1");
        await Expect(page.Locator(".receipt")).ToContainTextAsync(pilot.RegionName);

        await Picture(page, "receipt");
        await page.ReloadAsync();
        await Expect(page.Locator("h1")).ToHaveTextAsync("Dette var allerede indberettet");
        await Expect(page.Locator(".receipt")).ToHaveCountAsync(0);

        await page.GetByRole(AriaRole.Link, new() { Name = "Ret dette tal" }).ClickAsync();
        await Expect(page.Locator("input[name=value]")).ToHaveValueAsync("12500");
        await page.Locator("input[name=value]").FillAsync("12,5");
        await Send(page);
        await Expect(page.Locator("#reason-problem")).ToBeVisibleAsync();
        await Picture(page, "reason");
        await page.Locator("textarea[name=reason]").FillAsync("kg skrevet som t");
        await Send(page);
        await Expect(page.Locator(".answer")).ToContainTextAsync("Rettet til 12,5\u00A0t, revision 2");

        // The next report begins where the last one was.
        await page.GotoAsync("/report?lang=da");
        await Expect(page.Locator("select[name=q]")).ToHaveValueAsync($"{pilot.Id}/MAT-REU/wood");
    }

    [Fact]
    public async Task A_report_from_the_form_moves_a_tile_on_another_page()
    {
        var pilot = await ReportingPilot.Make(Server, "form-moves");
        var region = await Open($"/regions/{pilot.Region}?kpi=MAT-REU&period=2026&lang=en");
        await Expect(region.Locator("[data-live-on]")).ToBeVisibleAsync();
        var page = await Open(await Browser(new(), null, pilot.Lead), $"/pilots/{pilot.Id}/report?kpi=MAT-REU&class=wood&lang=en");
        await page.Locator("input[name=value]").FillAsync("11.5");
        await page.GetByRole(AriaRole.Button, new() { Name = "Record", Exact = true }).ClickAsync();
        await Expect(page.Locator("h1")).ToHaveTextAsync("Recorded");
        await Expect(region.Locator("[data-tile=MAT-REU][data-moved] .moved")).ToHaveTextAsync("+11.5");
    }

    [Fact]
    public async Task Nothing_to_report_is_a_report_with_a_reason()
    {
        var pilot = await ReportingPilot.Make(Server, "silent");
        var page = await Open(
            await Browser(new() { JavaScriptEnabled = false }, null, pilot.Lead), $"/pilots/{pilot.Id}/report?kpi=MAT-REU&class=wood&lang=da");
        await page.Locator("select[name=silence]").SelectOptionAsync("not-occurring");
        await page.Locator("input[name=value]").FillAsync("3");
        await Send(page);
        await Expect(page.Locator("#value-problem")).ToHaveTextAsync("Angiv et tal eller en grund til, at der ikke er noget: ikke begge dele.");
        await page.Locator("input[name=value]").FillAsync("");
        await Send(page);
        await Expect(page.Locator(".answer")).ToContainTextAsync("forekommer ikke indberettet, revision 1");
    }

    private static Task Send(IPage page) => page.GetByRole(AriaRole.Button, new() { Name = "Indberet", Exact = true }).ClickAsync();
}
