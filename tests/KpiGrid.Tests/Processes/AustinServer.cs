using KpiGrid.Host.Http;
using KpiGrid.Host.Import;
using KpiGrid.Tests.Journal;
using Xunit;

namespace KpiGrid.Tests.Processes;

/// <summary>A server with sixteen years of loads of one city, killed in the middle of their import.</summary>
public sealed class AustinServer : IAsyncLifetime
{
    public const int EnoughToKill = 50_000;

    private static readonly TimeSpan importWithin = TimeSpan.FromMinutes(5);

    private readonly TempFolder folder = new();
    private readonly ServerProcess server;
    private readonly Lazy<Task<ImportCounts>> imported;

    public AustinServer()
    {
        server = new(Folder);
        imported = new(ImportWithAKill);
    }

    internal static string Map => Path.Combine(AppContext.BaseDirectory, "Import", "austin.map.json");

    internal static string Zip => SharedData.File("tonnage/austin_waste_daily_by_route_2005_2021.zip");

    internal string Folder => folder.Path;

    internal Uri Address => server.Address;

    internal int AcknowledgedAtTheKill { get; private set; }

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

    private async Task<ImportCounts> ImportWithAKill()
    {
        await server.Start();
        using var deadline = new CancellationTokenSource(importWithin);
        using var acknowledged = new AcknowledgedRows(EnoughToKill);
        using var client = new HttpClient(acknowledged) { BaseAddress = Address };
        var http = new PatientHttp(client, TimeProvider.System, new());
        var run = new ImportRun(
            http, TimeProvider.System, new() { File = Zip, Map = Map, Create = true }, (_, _) => { });
        var import = Task.Run(() => run.Run(deadline.Token), deadline.Token);
        await Task.WhenAny(import, acknowledged.Reached);
        await server.Kill();
        AcknowledgedAtTheKill = acknowledged.Rows;
        await server.Start();
        return await import;
    }
}
