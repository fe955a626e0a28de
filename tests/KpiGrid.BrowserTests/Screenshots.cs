using Microsoft.Playwright;
using Xunit;

namespace KpiGrid.BrowserTests;

/// <summary>Pictures of the main pages to look at; <c>scripts/screenshots</c> takes them, all or those named
/// in KPIGRID_SCREENSHOTS_OF.</summary>
public sealed class Screenshots(Browsing browsing) : BrowserTest(browsing)
{
    private static readonly string[] languages = ["en", "da", "nl"];

    /// <summary>A new page gets a line; its language is added.</summary>
    private static readonly (string Name, string Path)[] pages =
    [
        ("regions", "/?"),
        ("region", "/regions/ncc?kpi=CDW-DIV&period=2026-Q1&since=2026-05-21"),
        ("region-year", "/regions/gvt?kpi=VAC-A&period=2026"),
        ("region-empty", "/regions/ncc?period=1999"),
        ("municipality", "/municipalities/DK-0615?period=2026"),
        ("municipality-on-behalf", "/municipalities/BE-34013?period=2026"),
        ("pilot", "/pilots/stop-byggespild?period=2026"),
        ("lineage", "/pilots/rotterdam-icoon/lineage?members=cirkelstad"),
        ("stream", "/pilots/stop-byggespild/stream?kpi=CDW-DIV&class=recycled"),
        ("explain", "/regions/ncc/explain?kpi=CDW-DIV&period=2026-Q1"),
        ("what-if", "/regions/ncc/what-if?period=2026-Q1&without=municipalities%2FDK-0615"),
        ("fields", "/regions/ncc/fields?period=2026"),
        ("instruments", "/regions/cirkelstad/instruments?period=2026"),
        ("rounds", "/regions/ncc/rounds?"),
        ("round", "/regions/ncc/rounds/2026-05-21?"),
        ("edition", "/regions/ncc/editions/1?"),
        ("find", "/find?q=r"),
        ("report", "/pilots/horsens-genbrugsplads/report?kpi=CDW-DIV&class=recycled"),
        ("report-pilots", "/report/pilots?"),
        ("upload", "/pilots/horsens-genbrugsplads/report/upload?"),
        ("correct", "/pilots/horsens-genbrugsplads/report?kpi=CDW-DIV&class=recycled&correct=sample-cdw-div-2026-q1"),
        ("map", "/regions/imog/charts/map?kpi=CDW-DIV&period=2026-Q1"),
        ("compare", "/compare?kpi=CDW-DIV&period=2026-Q1&per=inhabitant&members=ncc"),
        ("compare-pilots", "/compare?kpi=CDW-DIV&clock=pilot&per=budget&with=pilots%2Fhorsens-genbrugsplads&with=pilots%2Fherning-center&with=pilots%2Fskive-nedrivning&money=sample-eur-dkk%3AEUR"),
        ("compare-empty", "/compare?"),
        ("help", "/help?"),
        ("help-leads", "/help/leads?"),
        ("about", "/about?"),
        ("chart", "/regions/ncc/charts/series?kpi=CDW-DIV&period=2026"),
        ("spread", "/charts/spread?kpi=CDW-DIV&period=2026-Q1&with=municipalities%2FDK-0615&with=municipalities%2FDK-0657"),
        ("nowhere", "/regions/nowhere?"),
        ("signed-out", "/sign-out?"),
    ];

    private static readonly (string Name, int Width, ColorScheme Colours)[] looks =
    [
        ("light", 1280, ColorScheme.Light), ("dark", 1280, ColorScheme.Dark), ("phone", 390, ColorScheme.Light),
    ];

    [Fact(Explicit = true)]
    public async Task Of_the_main_pages()
    {
        var folder = Environment.GetEnvironmentVariable("KPIGRID_SCREENSHOTS") ?? "screenshots";
        var wanted = Environment.GetEnvironmentVariable("KPIGRID_SCREENSHOTS_OF")?.Split(',');
        foreach (var (name, path) in pages.Where(page => wanted?.Contains(page.Name) != false))
            foreach (var language in languages)
                foreach (var look in looks)
                {
                    var page = await Open($"{path}&lang={language}", look.Width, look.Colours);
                    await Unroll(page, look.Width);
                    await page.ScreenshotAsync(new()
                    {
                        Path = Path.Combine(folder, $"{name}-{language}-{look.Name}.png"), FullPage = true,
                    });
                    await page.Context.CloseAsync();
                }
    }

    /// <summary>Makes the window as tall as the page: what was never on a screen is not laid out.</summary>
    private static async Task Unroll(IPage page, int width)
    {
        for (var times = 0; times < 3; times++)
            await page.SetViewportSizeAsync(width, await page.EvaluateAsync<int>("document.documentElement.scrollHeight"));
    }
}
