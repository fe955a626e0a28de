using System.Diagnostics;
using System.Globalization;
using System.Text;
using KpiGrid.Tests;
using Microsoft.Playwright;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace KpiGrid.BrowserTests;

/// <summary>A region of 342 municipalities, by the register of the Netherlands: what its page weighs, and what a viewer costs.</summary>
public sealed class WidePageTests(Browsing browsing, ITestOutputHelper output) : BrowserTest(browsing)
{
    private const int Members = 342;
    private const string Page = "/regions/wide?kpi=CDW-DIV&period=2026-Q1&lang=en";
    private const int Viewers = 200;
    private const int Times = 20;
    private const int AtOnce = 8;
    private const double PageMaxBytes = 60 * 1_024;
    private const double ViewerMaxBytes = 150 * 1_024;

    // Chromium's own "slow 4G": 1.6 Mbit/s down, 750 kbit/s up, 150 ms there and back.
    private const string SlowFourG = "Network.emulateNetworkConditions";

    [Fact]
    public async Task Its_first_load_is_small_and_an_idle_viewer_costs_little()
    {
        Assert.NotNull(Server);
        await using var server = await DemoServer.StartEmpty();
        await Fill(server);
        await using (var first = await Browser(new(), server)) Told("a server that never wrote it", await Load(first));
        // Another browser that holds nothing yet, and a server that has written the page a few times.
        await using var browser = await Browser(new(), server);
        using var client = new HttpClient { BaseAddress = server.Address };
        client.DefaultRequestHeaders.Add("Cookie", await Cookies(browser));
        var began = Stopwatch.GetTimestamp();
        for (var time = 0; time < Times; time++) await client.GetByteArrayAsync(Page, TestContext.Current.CancellationToken);
        output.WriteLine($"the server writes it in {(Stopwatch.GetElapsedTime(began) / Times).TotalMilliseconds:N0} ms");
        var live = Told("a server that has", await Load(browser));

        var viewer = await CostOfViewer(client, live);
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"an idle viewer costs {viewer / 1_024:N1} KB"));
        Assert.InRange(viewer, 1, ViewerMaxBytes);
    }

    private string Told(string from, (double Bytes, double First, double Paint, string Live) load)
    {
        output.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"first load, from {from}: {load.Bytes / 1_024:N1} KB packed; on slow 4G with a processor 4 times slower first byte after {load.First:N0} ms, first contentful paint after {load.Paint:N0} ms"));
        Assert.InRange(load.Bytes, 10_000, PageMaxBytes);
        return load.Live;
    }

    private static async Task Fill(DemoServer server)
    {
        var register = (await File.ReadAllLinesAsync(SharedData.File("registers/nl_cbs_gemeenten_kerncijfers_2019.csv"), Encoding.Latin1))
            .Skip(1).Select(line => line.Split(';')).Take(Members).Select(row => (Code: $"NL-{row[0]}", Name: row[3])).ToList();
        await Parallel.ForEachAsync(register, new ParallelOptions { MaxDegreeOfParallelism = AtOnce }, async (row, _) =>
            await server.Put($"/v1/municipalities/{row.Code}", $$"""
                {"country":"NL","timeZone":"Europe/Amsterdam","intervals":[{"name":"{{row.Name}}","from":"1970-01-01"}]}
                """));
        await server.Put("/v1/regions/wide", $$"""
            {"name":"Wide","kind":"country","sample":true,"members":[{{string.Join(',', register.Select(row =>
                $$"""{"municipality":"{{row.Code}}","from":"2026-01-01"}"""))}}]}
            """);
        await Parallel.ForEachAsync(register.Index(), new ParallelOptions { MaxDegreeOfParallelism = AtOnce }, async (row, _) =>
        {
            var id = $"wide-{row.Index.ToString(CultureInfo.InvariantCulture)}";
            await server.Put($"/v1/pilots/{id}", $$"""
                {"name":"{{row.Item.Name}}","kind":"single","start":"2026-01-01","sample":true,
                 "shares":[{"municipality":"{{row.Item.Code}}","parts":1,"whole":1,"from":"2026-01-01"}]}
                """);
            await server.Push(id, string.Create(CultureInfo.InvariantCulture, $$"""
                {"id":"m","kpi":"CDW-DIV","class":"recycled","period":"2026-02","value":{{row.Index * 37 % 211 + 0.5m}},"unit":"t"}
                """));
        });
    }

    /// <summary>Everything that crosses the wire until the page is live, when the first text stood, and where it listens.</summary>
    private static async Task<(double Bytes, double First, double Paint, string Live)> Load(IBrowserContext browser)
    {
        var page = await browser.NewPageAsync();
        var protocol = await browser.NewCDPSessionAsync(page);
        await protocol.SendAsync("Network.enable");
        await protocol.SendAsync(SlowFourG, new Dictionary<string, object>
        {
            ["offline"] = false, ["latency"] = 150, ["downloadThroughput"] = 1_600_000 / 8, ["uploadThroughput"] = 750_000 / 8,
        });
        await protocol.SendAsync("Emulation.setCPUThrottlingRate", new Dictionary<string, object> { ["rate"] = 4 });
        var (bytes, live) = (0d, "");
        protocol.Event("Network.loadingFinished").OnEvent += (_, data) => bytes += data!.Value.GetProperty("encodedDataLength").GetDouble();
        page.Request += (_, request) => live = request.Url.Contains("/live?", StringComparison.Ordinal) ? request.Url : live;
        await page.GotoAsync(Page);
        await Expect(page.Locator("[data-live-on]")).ToBeVisibleAsync();
        await Expect(page.Locator("#league tbody tr")).ToHaveCountAsync(Members);
        await Picture(page, "wide");
        var paint = await page.EvaluateAsync<double>("performance.getEntriesByName('first-contentful-paint')[0].startTime");
        var first = await page.EvaluateAsync<double>("performance.getEntriesByType('navigation')[0].responseStart");
        return (bytes, first, paint, live);
    }

    private static async Task<string> Cookies(IBrowserContext browser) =>
        string.Join("; ", (await browser.CookiesAsync()).Select(cookie => $"{cookie.Name}={cookie.Value}"));

    /// <summary>What this process, which is server and viewer in one, holds more for each stream that is open and idle.</summary>
    private static async Task<double> CostOfViewer(HttpClient client, string live)
    {
        var before = GC.GetTotalMemory(forceFullCollection: true);
        var streams = new List<Stream>();
        var first = new byte[1];
        for (var viewer = 0; viewer < Viewers; viewer++)
        {
            var stream = await client.GetStreamAsync(live);
            Assert.Equal(1, await stream.ReadAsync(first));
            streams.Add(stream);
        }
        var after = GC.GetTotalMemory(forceFullCollection: true);
        foreach (var stream in streams) await stream.DisposeAsync();
        return (double)(after - before) / Viewers;
    }
}
