using Microsoft.Playwright;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace KpiGrid.BrowserTests;

public sealed class ApprovalPageTests(Browsing browsing) : BrowserTest(browsing)
{
    /// <summary>A pilot that nobody else looks at, without scripts, by somebody who may decide everything.</summary>
    [Fact]
    public async Task What_is_approved_on_the_page_of_a_pilot_stands_there_until_it_is_opened_with_a_reason()
    {
        await Server.Put("/v1/pilots/to-approve", """
            {"name":"To approve","kind":"single","start":"2025-01-01","approvalLevels":2,
             "shares":[{"municipality":"DK-0615","parts":1,"whole":1,"from":"2025-01-01"}]}
            """);
        var browser = await Browser(new() { JavaScriptEnabled = false, ViewportSize = new() { Width = 1280, Height = 844 } });
        var page = await Open(browser, "/pilots/to-approve?lang=en");
        var panel = page.Locator("section[aria-labelledby=approval]");
        var quarterBefore = panel.Locator("tbody tr").Nth(1);
        await Expect(quarterBefore).ToContainTextAsync("open");

        await Press(panel, "Submit everything before this day");
        await Expect(quarterBefore).ToContainTextAsync("submitted");
        await Press(panel, "Approve everything before this day");
        await Expect(quarterBefore).ToContainTextAsync("approved");
        await Expect(panel.Locator("tbody tr").First).ToContainTextAsync("open");

        await panel.Locator("input[name=day]").FillAsync("2026-01-01");
        await Press(panel, "Re-open from this day on");
        await Expect(page.GetByRole(AriaRole.Alert)).ToContainTextAsync("Say why.");
        await panel.Locator("input[name=day]").FillAsync("2026-01-01");
        await panel.Locator("input[name=reason]").FillAsync("A load was weighed twice");
        await Press(panel, "Re-open from this day on");
        await Expect(quarterBefore).ToContainTextAsync("open");
        await Expect(panel).ToContainTextAsync("Re-opened from 1 January 2026 on: A load was weighed twice");
    }

    private static Task Press(ILocator panel, string button) =>
        panel.GetByRole(AriaRole.Button, new() { Name = button }).ClickAsync();
}
