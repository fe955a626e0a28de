using KpiGrid.Host.Http;
using KpiGrid.Host.Import;
using KpiGrid.Tests.Http;
using KpiGrid.Tests.Journal;
using Xunit;

namespace KpiGrid.Tests.Import;

public sealed class ImportRunTests
{
    private const string Map = """
        {"culture":"en",
         "fields":{"pilot":{"column":"site"},"kpi":{"constant":"K"},"period":{"column":"day"},"id":{"column":"id"}},
         "values":[{"column":"amount"}]}
        """;

    [Fact]
    public async Task A_server_that_fails_in_between_loses_nothing_and_counts_nothing_twice()
    {
        await using var server = await FailingServer.Start();
        server.Fail(503);
        server.CutAfterTaking();
        server.Fail(500 + 2);
        var counts = await Run(server, Rows(25_000, pilots: 6));
        Assert.Equal(25_000, server.Taken);
        Assert.Equal(25_000, counts.Recorded + counts.Repeated);
        Assert.Equal((0, 0), (counts.Refused, counts.NotSent));
        Assert.Equal(3, counts.Retries);
        Assert.False(server.OverlappedAPilot);
        Assert.InRange(server.AtOnceMax, 1, 4);
    }

    [Fact]
    public async Task The_same_file_again_adds_nothing()
    {
        await using var server = await FailingServer.Start();
        await Run(server, Rows(100, pilots: 2));
        var again = await Run(server, Rows(100, pilots: 2));
        Assert.Equal((0, 100), (again.Recorded, again.Repeated));
    }

    [Fact]
    public async Task Nothing_is_sent_while_a_row_is_wrong()
    {
        await using var server = await FailingServer.Start();
        var counts = await Run(server, [.. Rows(10, pilots: 1), "2026,x,p0,not a number"]);
        Assert.Equal((1, 10, 0), (counts.Errors, counts.NotSent, server.Requests));
        Assert.Equal(12, Assert.Single(counts.FirstErrors).Line);
    }

    [Fact]
    public async Task The_good_rows_are_sent_when_asked()
    {
        await using var server = await FailingServer.Start();
        server.Refused.Add("row-3");
        var counts = await Run(server, [.. Rows(10, pilots: 1), "2026,x,p0,not a number"], skipBad: true);
        Assert.Equal((1, 1, 9), (counts.Errors, counts.Refused, counts.Recorded));
        Assert.Equal([12L, 5L], counts.FirstErrors.Select(error => error.Line));
    }

    [Fact]
    public async Task A_refusal_stops_the_import_and_names_the_line()
    {
        await using var server = await FailingServer.Start();
        server.Refused.Add("row-3");
        var counts = await Run(server, Rows(10, pilots: 1));
        Assert.Equal((10, 0), (counts.Refused, counts.Recorded));
        Assert.Equal((5, "Mend it."), counts.FirstErrors.Select(error => (error.Line, error.Remedy)).Single());
    }

    private static List<string> Rows(int count, int pilots) =>
        [.. Enumerable.Range(0, count).Select(i => $"2026-03-31,row-{i},p{i % pilots},{i}")];

    private static async Task<ImportCounts> Run(FailingServer server, List<string> rows, bool skipBad = false)
    {
        using var folder = new TempFolder();
        var order = new ImportOrder { File = folder.File("a.csv"), Map = folder.File("map.json"), SkipBad = skipBad };
        var cancelled = TestContext.Current.CancellationToken;
        await File.WriteAllLinesAsync(order.File, ["day,id,site,amount", .. rows], cancelled);
        await File.WriteAllTextAsync(order.Map, Map, cancelled);
        using var client = server.Client();
        var http = new PatientHttp(client, new HurriedTime(), new());
        var run = new ImportRun(http, TimeProvider.System, order, (_, _) => { });
        return await run.Run(cancelled);
    }
}
