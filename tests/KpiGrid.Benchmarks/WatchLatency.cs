using System.Diagnostics;
using System.Globalization;
using System.Text;
using KpiGrid.Host;
using KpiGrid.Host.Http;
using KpiGrid.Host.Keys;
using KpiGrid.Host.Watch;

namespace KpiGrid.Benchmarks;

/// <summary>How long after its acknowledgement a push is seen by those who watch its region.</summary>
internal static class WatchLatency
{
    private const int Warming = 100;
    private const int Pushes = 500;
    private const string Live = "v1/regions/r/live?kpi=CDW-GEN&by=month&from=2026-01-01&to=2027-01-01";
    private static readonly TimeSpan pause = TimeSpan.FromMilliseconds(20);

    /// <summary>Pushes one at a time to a server in this process, with so many watchers.</summary>
    public static async Task Run(int watchers)
    {
        var folder = Directory.CreateTempSubdirectory("kpigrid-watch-").FullName;
        await using var app = KpiGridHost.Build(new() { Urls = "http://127.0.0.1:0", Data = folder });
        await app.StartAsync();
        using var client = KeyedHttp.Client(new(app.Urls.First()), AdminKeyFile.Read(folder));
        client.Timeout = Timeout.InfiniteTimeSpan;
        await Register(client);
        using var end = new CancellationTokenSource();
        var seen = Enumerable.Range(0, watchers).Select(_ => new long[Warming + Pushes + 1]).ToList();
        var began = seen.Select(_ => new TaskCompletionSource()).ToList();
        var watching = seen.Select((times, at) => Watch(client, times, began[at], end.Token)).ToList();
        await Task.WhenAll(began.Select(each => each.Task));

        var (asked, acknowledged) = (new long[Warming + Pushes + 1], new long[Warming + Pushes + 1]);
        for (var i = 1; i <= Warming + Pushes; i++)
        {
            asked[i] = Stopwatch.GetTimestamp();
            await Push(client, i);
            acknowledged[i] = Stopwatch.GetTimestamp();
            await Task.Delay(pause);
        }
        await end.CancelAsync();
        await Task.WhenAll(watching);
        Tell($"ack to {watchers} watcher(s)", Times(seen, acknowledged));
        Tell($"request to {watchers} watcher(s)", Times(seen, asked));
        await app.StopAsync();
    }

    private static List<double> Times(IEnumerable<long[]> seen, long[] since) =>
    [
        .. seen.SelectMany(times => Enumerable.Range(Warming + 1, Pushes).Where(i => times[i] > 0)
            .Select(i => Math.Max(0, Stopwatch.GetElapsedTime(since[i], times[i]).TotalMilliseconds))).Order(),
    ];

    private static void Tell(string what, List<double> times) => Console.WriteLine(
        $"{what}: p50 {times[times.Count / 2]:F1} ms, p99 {times[times.Count * 99 / 100]:F1} ms, "
        + $"most {times[^1]:F1} ms ({times.Count} seen)");

    /// <summary>Every push adds one, so the value tells which push is seen.</summary>
    private static async Task Watch(
        HttpClient client, long[] times, TaskCompletionSource began, CancellationToken cancellationToken)
    {
        var source = new LiveSource(client, Live, new(), TimeProvider.System, _ => { });
        try
        {
            await foreach (var each in source.Read(cancellationToken))
            {
                var now = Stopwatch.GetTimestamp();
                began.TrySetResult();
                foreach (var line in each.Lines.Where(line => line.Period == "2026-03" && line.Value.Length > 0))
                    times[int.Parse(line.Value, CultureInfo.InvariantCulture)] = now;
            }
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            return;
        }
    }

    private static async Task Push(HttpClient client, int i)
    {
        var body = $$"""{"id":"m-{{i}}","kpi":"CDW-GEN","period":"2026-03","value":1,"unit":"t"}""";
        using var content = new StringContent(body, Encoding.UTF8, "application/json");
        using var answer = await client.PostAsync(new Uri("v1/pilots/p/measurements", UriKind.Relative), content);
        answer.EnsureSuccessStatusCode();
    }

    private static async Task Register(HttpClient client)
    {
        await Put("municipalities/DK-0657", """{"country":"DK","timeZone":"Europe/Copenhagen","intervals":[{"name":"Herning","from":"2007-01-01"}]}""");
        await Put("regions/r", """{"name":"R","kind":"network","members":[{"municipality":"DK-0657","from":"2026-01-01"}]}""");
        await Put("pilots/p", """{"name":"P","kind":"single","start":"2026-01-01","shares":[{"municipality":"DK-0657","parts":1,"whole":1,"from":"2026-01-01"}]}""");

        async Task Put(string path, string body)
        {
            using var content = new StringContent(body, Encoding.UTF8, "application/json");
            using var answer = await client.PutAsync(new Uri($"v1/{path}", UriKind.Relative), content);
            answer.EnsureSuccessStatusCode();
        }
    }
}
