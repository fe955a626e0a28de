using KpiGrid.Host.Http;
using KpiGrid.Host.Import;
using KpiGrid.Tests.Http;
using KpiGrid.Tests.Journal;
using Xunit;

namespace KpiGrid.Tests.Import;

/// <summary>Imports lines as a file, with files beside it where a check needs them.</summary>
internal static class Imports
{
    public static async Task<ImportCounts> Run(
        FailingServer server, string map, string[] lines, bool skipBad = false, bool confirm = false,
        (string Name, string[] Lines)? beside = null)
    {
        using var folder = new TempFolder();
        var order = new ImportOrder
        {
            File = folder.File("a.csv"), Map = folder.File("map.json"), SkipBad = skipBad, Confirm = confirm,
        };
        var cancelled = TestContext.Current.CancellationToken;
        await File.WriteAllLinesAsync(order.File, lines, cancelled);
        await File.WriteAllTextAsync(order.Map, map, cancelled);
        if (beside is var (name, others)) await File.WriteAllLinesAsync(folder.File(name), others, cancelled);
        using var client = server.Client();
        var http = new PatientHttp(client, new HurriedTime(), new());
        return await new ImportRun(http, TimeProvider.System, order, (_, _) => { }).Run(cancelled);
    }
}
