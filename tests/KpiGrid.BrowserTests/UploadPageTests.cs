using System.Text;
using KpiGrid.Web.Report.Files;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace KpiGrid.BrowserTests;

/// <summary>A file is looked at, mended, recorded, and taken out again as a whole.</summary>
public sealed class UploadPageTests(Browsing browsing) : BrowserTest(browsing)
{
    private const string Header = "Nøgletal;Klasse;Periode;Værdi;Enhed;Bemærkning\n";

    private static readonly string[] good =
    [
        "MAT-REU;Træ;2026-04;12,5;t;", "MAT-REU;Træ;2026-05;13;t;", "MAT-REU;Træ;2026-06;11,75;t;=HYPERLINK(\"https://example.org\")",
        "EVT-N;;2026-04;2;;", "EVT-N;;2026-05;1;;", "EVT-N;;2026-06;3;;", "MAT-REU;Metal;2026-04;1,25;t;",
    ];

    private static readonly string[] bad =
    [
        "MAT-REU;Træ;engang;12;t;", "MAT-REU;Træ;2026-07;mange;t;", "MAT-REU;Træ;2026-08;12;kWh;", "MAT-REU;;2026-09;12;t;", "NO-SUCH;;2026-09;1;;",
    ];

    private static readonly string[] mended =
    [
        "MAT-REU;Træ;2026-07;12;t;", "MAT-REU;Træ;2026-08;14;t;", "MAT-REU;Træ;2026-09;12;t;", "MAT-REU;Træ;2026-10;12,25;t;", "EVT-N;;2026-09;1;;",
    ];

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Five_bad_rows_are_named_mended_recorded_taken_out_and_brought_back(bool hasScripts)
    {
        var pilot = await ReportingPilot.Make(Server, hasScripts ? "upload" : "upload-plain");
        var lead = await Browser(new() { JavaScriptEnabled = hasScripts }, null, pilot.Lead);
        var page = await Open(lead, $"/pilots/{pilot.Id}/report/upload?lang=da");

        await Send(page, [.. good, .. bad]);
        await Expect(page.Locator(".looked > p").First).ToContainTextAsync("5 af 12 rækker skal rettes");
        await Picture(page, "file-errors");
        var errors = page.Locator("table.errors tbody tr");
        await Expect(errors).ToHaveCountAsync(5);
        foreach (var (at, (column, value)) in new[] { ("Periode", "engang"), ("Værdi", "mange"), ("Enhed", "kWh"), ("Klasse", ""), ("Nøgletal", "NO-SUCH") }.Index())
        {
            await Expect(errors.Nth(at).Locator("th")).ToHaveTextAsync($"{at + 9}");
            await Expect(errors.Nth(at).Locator("td").Nth(0)).ToHaveTextAsync(column);
            await Expect(errors.Nth(at).Locator("td").Nth(1)).ToHaveTextAsync(value);
        }
        await Expect(page.Locator(".confirm")).ToHaveCountAsync(0);
        Assert.Equal(3, await Measurements(pilot));

        await Send(page, [.. good, .. mended]);
        await Picture(page, "file-good");
        Assert.Equal(3, await Measurements(pilot));
        await page.GetByRole(AriaRole.Button, new() { Name = "Indberet 12 målinger" }).ClickAsync();
        await Expect(page.Locator(".answer")).ToContainTextAsync("12 målinger fra filen tæller");
        Assert.Equal(15, await Measurements(pilot));
        await Picture(page, "file-done");

        await page.GetByRole(AriaRole.Button, new() { Name = "Tag 12 målinger ud" }).ClickAsync();
        await Expect(page.Locator("#reason-problem")).ToBeVisibleAsync();
        await page.Locator("textarea[name=reason]").FillAsync("forkert fil");
        await page.GetByRole(AriaRole.Button, new() { Name = "Tag 12 målinger ud" }).ClickAsync();
        await Expect(page.Locator("h1")).ToHaveTextAsync("Filen er taget ud");
        await Expect(page.Locator(".answer")).ToContainTextAsync("12 er taget ud");
        Assert.Equal(3, await Measurements(pilot));

        await page.GetByRole(AriaRole.Link, new() { Name = "En anden fil" }).ClickAsync();
        await Send(page, [.. good, .. mended]);
        await Expect(page.Locator(".looked")).ToContainTextAsync("12 var taget ud før og kommer tilbage");
        await page.GetByRole(AriaRole.Button, new() { Name = "Indberet 12 målinger" }).ClickAsync();
        await Expect(page.Locator(".answer")).ToContainTextAsync("12 målinger fra filen tæller");
        Assert.Equal(15, await Measurements(pilot));

        // Once more: everything is there already.
        await page.GetByRole(AriaRole.Link, new() { Name = "En anden fil" }).First.ClickAsync();
        await Send(page, [.. good, .. mended]);
        await Expect(page.Locator(".looked")).ToContainTextAsync("12 er der allerede");
    }

    [Fact]
    public async Task A_doubtful_style_is_asked_a_slip_is_shown_and_the_template_fits()
    {
        var pilot = await ReportingPilot.Make(Server, "upload-doubts");
        var page = await Open(await Browser(new(), null, pilot.Lead), $"/pilots/{pilot.Id}/report/upload?lang=en");
        await Send(page, ["MAT-REU;wood;2026-04;12.500;t;"]);
        await Picture(page, "file-style");
        await page.GetByRole(AriaRole.Radio, new() { Name = "like 1.234,5" }).CheckAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Look at it" }).First.ClickAsync();
        await Expect(page.Locator("table.doubts tbody tr")).ToHaveCountAsync(1);
        await Picture(page, "file-doubts");
        await page.GetByRole(AriaRole.Checkbox).CheckAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Record 1 measurement" }).ClickAsync();
        await Expect(page.Locator(".answer")).ToContainTextAsync("1 measurement of this file counts");

        await page.GotoAsync($"/pilots/{pilot.Id}/report/upload?lang=nl");
        var download = await page.RunAndWaitForDownloadAsync(() => page.Locator("a[href*='template.csv']").ClickAsync());
        var rows = (await File.ReadAllTextAsync(await download.PathAsync(), TestContext.Current.CancellationToken)).Split("\r\n");
        Assert.StartsWith("Indicator;Klasse;Gemeente;Periode;Waarde;", rows[0], StringComparison.Ordinal);
        var filled = string.Join('\n', [rows[0], .. rows.Skip(1).Select(row => row.Replace("Q3;;;;;;t", "Q3;12,5;;;;;t", StringComparison.Ordinal))]);
        await Choose(page, filled);
        await Expect(page.Locator(".looked")).ToContainTextAsync("1 meting is nieuw en in orde");
    }

    [Theory]
    [InlineData(true, "File recorded")]
    [InlineData(false, "Stopped half-way")]
    public async Task A_long_file_shows_how_far_it_is_without_scripts_too(bool isWhole, string end)
    {
        var pilot = await ReportingPilot.Make(Server, isWhole ? "upload-long" : "upload-stopped");
        var (import, recording) = ($"file-{isWhole}".ToLowerInvariant(), new TaskCompletionSource());
        var job = new FileJob(PilotId.Parse(pilot.Id), import, 12_000);
        job.Add(10_000);
        Assert.True(Server.Services.GetRequiredService<FileJobs>().Begin(job, _ => recording.Task));

        var lead = await Browser(new() { JavaScriptEnabled = false }, null, pilot.Lead);
        var page = await Open(lead, $"/pilots/{pilot.Id}/report/file?import={import}&lang=en");
        await Expect(page.Locator("progress")).ToHaveAttributeAsync("value", "10000");
        await Expect(page.Locator(".answer")).ToContainTextAsync("10,000 of 12,000 measurements recorded");
        await Picture(page, "file-progress");
        if (isWhole) recording.SetResult();
        else recording.SetException(new IOException("the disk is full"));
        await Expect(page.Locator("h1")).ToHaveTextAsync(end);
    }

    [Fact]
    public async Task A_file_that_is_too_large_is_told_the_limit()
    {
        var pilot = await ReportingPilot.Make(Server, "upload-large");
        var page = await Open(await Browser(new(), null, pilot.Lead), $"/pilots/{pilot.Id}/report/upload?lang=da");
        await Choose(page, new string('x', 17 * 1_024 * 1_024));
        await Expect(page.Locator("main")).ToContainTextAsync("Filen er for stor. Højst 16 MiB.");
    }

    private static Task Send(IPage page, string[] rows) => Choose(page, Header + string.Join('\n', rows));

    private static async Task Choose(IPage page, string text)
    {
        await page.Locator("input[type=file]").SetInputFilesAsync(new FilePayload
        {
            Name = "indberetning.csv", MimeType = "text/csv", Buffer = Encoding.UTF8.GetBytes(text),
        });
        await page.Locator("form.file button").ClickAsync();
    }

    private async Task<int> Measurements(ReportingPilot pilot)
    {
        var count = 0;
        foreach (var stream in (string[])["MAT-REU", "EVT-N"])
        {
            var answer = await Server.Http.Get($"/v1/pilots/{pilot.Id}/streams/{stream}", default);
            count += answer.Json().GetProperty("measurements").GetArrayLength();
        }
        return count;
    }
}
