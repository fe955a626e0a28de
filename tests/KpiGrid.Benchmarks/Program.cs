using System.Diagnostics;
using System.Globalization;
using System.Text;
using KpiGrid.Benchmarks;
using KpiGrid.Benchmarks.Peers;
using KpiGrid.Host;
using KpiGrid.Host.Http;
using KpiGrid.Host.Keys;

if (args is ["watch", ..])
{
    await WatchLatency.Run(args.Length > 1 ? int.Parse(args[1], CultureInfo.InvariantCulture) : 1);
    return;
}
if (args is ["key"])
{
    await KeyCost.Run();
    return;
}
if (args is ["heads", ..])
{
    await HeadReads.Run(args.Length > 1 ? int.Parse(args[1], CultureInfo.InvariantCulture) : 68_400);
    return;
}

// Durable batches of 1,000 measurements through HTTP: KpiGrid (ids, fence, hash chain, totals at every level) beside a thin
// endpoint with one SQLite row per measurement. Both run in turn in this process; client and server CPU count together.
const int Batches = 40;
var folder = Directory.CreateTempSubdirectory("kpigrid-bench-").FullName;
await using var kpigrid = KpiGridHost.Build(new() { Urls = "http://127.0.0.1:0", Data = Path.Combine(folder, "data") });
await using var rows = RowPerMeasurement.Build("http://127.0.0.1:0", folder);
await kpigrid.StartAsync();
await rows.StartAsync();
var grid = new Uri(kpigrid.Urls.First());
using var client = KeyedHttp.Client(grid, AdminKeyFile.Read(Path.Combine(folder, "data")));
await Put("v1/municipalities/DK-0657", """{"country":"DK","timeZone":"Europe/Copenhagen","intervals":[{"name":"Herning","from":"2007-01-01"}]}""");
await Put("v1/pilots/bench", """{"name":"Bench","kind":"single","start":"2026-01-01","shares":[{"municipality":"DK-0657","parts":1,"whole":1,"from":"2026-01-01"}]}""");

var ratios = new List<double>();
for (var round = 0; round < 4; round++)
{
    var ours = await Measure(new(grid, "v1/pilots/bench/measurements"), round);
    var peer = await Measure(new(new Uri(rows.Urls.First()), "rows"), round);
    Console.WriteLine($"round {round}{(round == 0 ? " (not counted)" : "")}: KpiGrid {ours:F1} us, one row each {peer:F1} us of CPU per measurement");
    if (round > 0) ratios.Add(ours / peer);
}
Console.WriteLine($"median ratio KpiGrid / one row each: {ratios.Order().ElementAt(ratios.Count / 2):F2}");
await kpigrid.StopAsync();
await rows.StopAsync();

async Task<double> Measure(Uri address, int round)
{
    var bodies = Enumerable.Range(0, Batches).Select(batch => Body(round, batch)).ToList();
    var before = Process.GetCurrentProcess().TotalProcessorTime;
    foreach (var body in bodies)
    {
        using var content = new ByteArrayContent(body);
        content.Headers.ContentType = new("application/json");
        using var answer = await client.PostAsync(address, content);
        answer.EnsureSuccessStatusCode();
    }
    return (Process.GetCurrentProcess().TotalProcessorTime - before).TotalMicroseconds / (Batches * 1000);
}

static byte[] Body(int round, int batch)
{
    var items = Enumerable.Range(0, 1000).Select(i => $$"""
        {"id":"{{round}}-{{batch}}-{{i}}","kpi":"MAT-REU","class":"wood","period":"2026-{{1 + i % 10:D2}}-{{1 + batch % 28:D2}}","value":{{i}}.25,"unit":"t"}
        """);
    return Encoding.UTF8.GetBytes("[" + string.Join(",", items) + "]");
}

async Task Put(string path, string body)
{
    using var content = new StringContent(body, Encoding.UTF8, "application/json");
    using var answer = await client.PutAsync(new Uri(grid, path), content);
    answer.EnsureSuccessStatusCode();
}
