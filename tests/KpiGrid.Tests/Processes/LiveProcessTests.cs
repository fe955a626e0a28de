using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using KpiGrid.Host.Http;
using KpiGrid.Tests.Api.Hosting;
using KpiGrid.Tests.Api.Live;
using KpiGrid.Tests.Journal;
using KpiGrid.Tests.Processes.Faults;
using Xunit;

namespace KpiGrid.Tests.Processes;

/// <summary>Watching a real server that is killed, started again and shut down.</summary>
[Collection(typeof(AustinAlone))]
public sealed class LiveProcessTests(ITestOutputHelper output) : IAsyncLifetime
{
    private const string Live = "/v1/regions/r/live?kpi=CDW-GEN&by=month&from=2026-01-01&to=2027-01-01";
    private static readonly TimeSpan endsWithin = TimeSpan.FromSeconds(10);

    private readonly TempFolder folder = new();
    private ServerProcess server = null!;
    private HttpClient http = null!;
    private int pushed;

    public async ValueTask InitializeAsync()
    {
        server = new(folder.Path);
        await server.Start();
        http = server.Client();
        http.Timeout = Timeout.InfiniteTimeSpan;
        await Put("municipalities/DK-0615", ApiCluster.Municipality("Horsens"));
        await Put("municipalities/DK-0740", ApiCluster.Municipality("Silkeborg"));
        await Put("regions/r", """
            {"name":"R","kind":"network","members":[{"municipality":"DK-0615","from":"2026-01-01"},
                                                    {"municipality":"DK-0740","from":"2026-01-01"}]}
            """);
        await Put("pilots/p", ApiCluster.Pilot("P"));
    }

    public async ValueTask DisposeAsync()
    {
        http.Dispose();
        await server.DisposeAsync();
        folder.Dispose();
    }

    [Fact]
    public async Task Versions_shown_never_go_back_though_the_server_is_killed_and_started_again()
    {
        var watchers = Enumerable.Range(0, LongForm.Number("KPIGRID_WATCHERS", 20))
            .Select(_ => new LiveWatcher(http, Live)).ToList();
        for (var round = 0; round < 3; round++)
        {
            for (var i = 0; i < 10; i++) await Push();
            foreach (var watcher in watchers) await Shows(watcher);
            await Push();
            await server.Kill();
            await server.Start();
            await Push();
            foreach (var watcher in watchers) await Shows(watcher);
        }
        Assert.All(watchers, watcher => Assert.InRange(watcher.Losses, 3, int.MaxValue));
        foreach (var watcher in watchers) await watcher.DisposeAsync();
    }

    [Fact]
    public async Task A_shutdown_does_not_wait_for_open_streams()
    {
        await Push();
        var streams = new List<HttpResponseMessage>();
        for (var i = 0; i < 100; i++)
            streams.Add(await http.GetAsync(
                new Uri(Live, UriKind.Relative), HttpCompletionOption.ResponseHeadersRead,
                TestContext.Current.CancellationToken));

        var began = Stopwatch.GetTimestamp();
        await server.Terminate(endsWithin);

        output.WriteLine($"{Stopwatch.GetElapsedTime(began).TotalMilliseconds:F0} ms with {streams.Count} open streams");
        foreach (var stream in streams) stream.Dispose();
    }

    [Fact]
    public async Task The_command_watch_tells_scripts_what_changed()
    {
        await Push();
        var watching = ProgramProcess.Run(
            TimeSpan.FromSeconds(60), "watch", "r", "--kpi", "CDW-GEN", "--by", "quarter", "--from", "2026-01-01",
            "--to", "2026-04-01", "--events", "2", "--json", "--url", server.Address.ToString(), "--key", server.Key);
        while (!watching.IsCompleted)
        {
            await Push();
            await Task.WhenAny(watching, Task.Delay(TimeSpan.FromMilliseconds(50), TestContext.Current.CancellationToken));
        }

        var lines = (await watching).Split('\n', StringSplitOptions.RemoveEmptyEntries)
            .Where(line => line.StartsWith('{')).Select(line => JsonSerializer.Deserialize<JsonElement>(line)).ToList();
        Assert.Equal(["snapshot", "change"], lines.Select(line => line.GetProperty("event").GetString()));
        Assert.Equal(
            lines[0].GetProperty("data").GetProperty("version").GetString(),
            lines[1].GetProperty("data").GetProperty("previous").GetString());
    }

    private Task Shows(LiveWatcher watcher) =>
        watcher.Shows(pushed.ToString(CultureInfo.InvariantCulture), "2026-03", seconds: 60);

    private async Task Push()
    {
        var body = $$"""{"id":"m-{{pushed++}}","kpi":"CDW-GEN","period":"2026-03","value":1,"unit":"t"}""";
        var answer = await new PatientHttp(http, TimeProvider.System, new()).Push(
            "/v1/pilots/p/measurements", System.Text.Encoding.UTF8.GetBytes(body), TestContext.Current.CancellationToken);
        Assert.True(answer.IsSuccess, answer.IsSuccess ? "" : answer.Refusal());
    }

    private async Task Put(string path, string body)
    {
        using var answer = await http.PutAsync(
            new Uri($"/v1/{path}", UriKind.Relative), ApiCluster.Json(body), TestContext.Current.CancellationToken);
        Assert.True(answer.IsSuccessStatusCode, await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
    }
}
