using Microsoft.Playwright;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace KpiGrid.BrowserTests;

public sealed class ConfirmationPageTests(Browsing browsing) : BrowserTest(browsing)
{
    /// <summary>A figure that the sample body of Imog reported for its members, by somebody who may speak for them and has not reported it.</summary>
    [Fact]
    public async Task A_member_disputes_with_a_reason_and_confirms_on_its_own_page_and_it_stands_beside_the_number()
    {
        var browser = await Browser(new() { JavaScriptEnabled = false, ViewportSize = new() { Width = 1280, Height = 844 } },
            null, new("page-member", "coordinator", "regions/imog", "test"));
        var page = await Open(browser, "/municipalities/BE-34009?lang=en");
        var panel = page.Locator("section[aria-labelledby=on-behalf]");
        var member = panel.Locator("article li").First;
        await Expect(member).ToContainTextAsync("waits for a confirmation");

        await Press(member, "Dispute");
        await Expect(page.GetByRole(AriaRole.Alert)).ToContainTextAsync("Say what is wrong with it.");
        await member.Locator("input[name=reason]").FillAsync("Our yard was closed in March");
        await Press(member, "Dispute");
        await Expect(member).ToContainTextAsync("at revision 1: Our yard was closed in March");
        await Press(member, "Confirm");
        await Expect(member).ToContainTextAsync("Confirmed by");
        await Expect(panel).ToContainTextAsync("Nothing waits for a confirmation.");

        var behind = await Open(browser, "/municipalities/BE-34009/explain?lang=en&kpi=CDW-DIV&period=2026-Q1");
        var figure = behind.Locator("table.entries tbody tr").Filter(new() { HasText = "Imog" });
        await Expect(figure).ToContainTextAsync("Key from 1 December 2025 on");
        await Expect(figure).ToContainTextAsync("Confirmed by");
        var pilot = await Open(browser, "/pilots/imog-recyclagepark?lang=en");
        await Expect(pilot.Locator("section[aria-labelledby=on-behalf]")).ToContainTextAsync("Parts that wait for a confirmation: 9");
    }

    private static Task Press(ILocator place, string button) =>
        place.GetByRole(AriaRole.Button, new() { Name = button }).ClickAsync();
}
