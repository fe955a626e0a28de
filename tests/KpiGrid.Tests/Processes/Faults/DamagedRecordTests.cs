using KpiGrid.Silo.Journal;
using KpiGrid.Silo.Journal.Sqlite;
using KpiGrid.Tests.Journal;
using Microsoft.Data.Sqlite;
using Xunit;

namespace KpiGrid.Tests.Processes.Faults;

/// <summary>One record of one pilot is no longer what was written.</summary>
[Collection(typeof(FaultsAlone))]
public sealed class DamagedRecordTests : IDisposable
{
    private readonly TempFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Theory]
    [InlineData("update journal set body = cast(replace(cast(body as text), '1.001', '9.001') as blob)",
        "Record 2 of pilot/one does not follow record 1: run kpigrid verify")]
    [InlineData("update journal set hash = zeroblob(32)",
        "Record 2 of pilot/one does not follow record 1: run kpigrid verify")]
    [InlineData("delete from journal",
        "pilot/one has no record 2, though its head is 2: restore the store from a backup")]
    public async Task Nothing_computed_from_it_is_served_and_the_place_is_named(string damage, string named)
    {
        await using var server = new ServerProcess(folder.Path) { Settings = { ["Aggregates__ReadyWithin"] = "00:00:01", ["Questions__ReadyWithin"] = "00:00:01" } };
        await server.Start();
        using var sender = new Sender(server);
        await Network.Make(sender, "one", "two");
        foreach (var pilot in (string[])["one", "two"])
            Assert.Equal(200, (await sender.Push(pilot, Network.Body(Enumerable.Range(0, 10)))).Status);
        await server.Kill();
        Run($"{damage} where stream = 'pilot/one' and sequence = 2");
        await server.Start();

        foreach (var answer in (Api.Hosting.ApiAnswer[])
            [
                await sender.Push("one", Network.Body([1])),
                await sender.Send(HttpMethod.Get, Network.TotalsOf("pilots/one"), null),
            ])
        {
            Assert.Equal((503, "storage-damaged"), answer.First);
            Assert.Equal(named, (string?)answer.Json["errors"]![0]!["remedy"]);
        }
        Assert.Equal(503, (await sender.Send(HttpMethod.Get, Network.Totals, null)).Status);
        Assert.Equal(200, (await sender.Push("two", Network.Body([11]))).Status);
        Assert.Equal(200, (await sender.Send(HttpMethod.Get, Network.TotalsOf("pilots/two"), null)).Status);
    }

    private void Run(string sql)
    {
        using var connection = new SqliteConnection(
            $"Data Source={DataFolder.JournalFileIn(folder.Path)};Pooling=False");
        connection.Open();
        connection.Run(sql);
    }
}
