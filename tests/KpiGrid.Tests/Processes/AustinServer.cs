using KpiGrid.Host.Http;
using KpiGrid.Host.Import;
using KpiGrid.Tests.Journal;
using KpiGrid.Tests.Processes.Faults;
using Xunit;

namespace KpiGrid.Tests.Processes;

/// <summary>A server with sixteen years of loads of one city, killed again and again during their import.</summary>
public sealed class AustinServer : IAsyncLifetime
{
    /// <summary>More rows answered before the next kill.</summary>
    private const int EachToKill = 30_000;

    private static readonly int killsPlanned = LongForm.Number("KPIGRID_KILLS", 3);
    private static readonly TimeSpan importWithin = TimeSpan.FromMinutes(5 + killsPlanned);

    private readonly TempFolder folder = new();
    private readonly ServerProcess server;
    private readonly Lazy<Task<ImportCounts>> imported;

    public AustinServer()
    {
        server = new(Folder);
        imported = new(ImportWithKills);
    }

    internal static string Map => Path.Combine(AppContext.BaseDirectory, "Import", "austin.map.json");

    internal static string Zip => SharedData.File("tonnage/austin_waste_daily_by_route_2005_2021.zip");

    internal string Folder => folder.Path;

    internal Uri Address => server.Address;

    internal string Key => server.Key;

    /// <summary>The rows that had been answered at each kill.</summary>
    internal List<int> AcknowledgedAtKills { get; } = [];

    internal static int KillsPlanned => killsPlanned;

    /// <summary>What the import came to; the first test that asks waits for it, the others find it done.</summary>
    internal async Task<ImportCounts> Imported()
    {
        Assert.NotEmpty(Zip);
        return await imported.Value;
    }

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public async ValueTask DisposeAsync()
    {
        await server.DisposeAsync();
        folder.Dispose();
    }

    private async Task<ImportCounts> ImportWithKills()
    {
        await server.Start();
        using var deadline = new CancellationTokenSource(importWithin);
        using var acknowledged = new AcknowledgedRows(EachToKill);
        using var client = server.Client(acknowledged);
        var http = new PatientHttp(client, TimeProvider.System, new());
        var run = new ImportRun(
            http, TimeProvider.System, new() { File = Zip, Map = Map, Create = true }, (_, _) => { });
        var import = Task.Run(() => run.Run(deadline.Token), deadline.Token);
        while (AcknowledgedAtKills.Count < killsPlanned)
        {
            await Task.WhenAny(import, acknowledged.Reached);
            await server.Kill();
            AcknowledgedAtKills.Add(acknowledged.Rows);
            acknowledged.Again();
            await server.Start();
        }
        return await import;
    }
}
