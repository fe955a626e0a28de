using KpiGrid.Silo.Journal;
using KpiGrid.Silo.Journal.Postgres;
using KpiGrid.Tests.Processes.Faults;
using Npgsql;
using Xunit;

namespace KpiGrid.Tests.Journal.Postgres;

/// <summary>A commit that lands after its sender gave up.</summary>
[Collection(typeof(PostgresFaultsAlone))]
public sealed class GhostTests(DurablePostgres durable) : PostgresFaults(durable)
{
    [Fact]
    public async Task A_ghost_is_found_when_it_came_first_and_loses_when_it_came_late()
    {
        var rounds = LongForm.Number("KPIGRID_GHOSTS", 50);
        await using var proxy = new StoreProxy(Database.Port);
        await using var through = PostgresJournal.Open(
            new NpgsqlConnectionStringBuilder(Database.ConnectionString) { Port = proxy.Port, KeepAlive = 0 }.ConnectionString);
        for (var round = 0; round < rounds; round++)
        {
            Assert.Equal(AppendOutcome.Committed, await through.AppendNext("pilot/warm")); // over a connection that is open now
            var head = await Journal.Head("pilot/a", Cancelled);
            var ghost = proxy.Catch();
            await Assert.ThrowsAnyAsync<NpgsqlException>(() => through.Append(Appends.After(head, $"\"ghost {round}\"")));

            var comesFirst = round % 2 == 0;
            if (comesFirst) await ghost.Arrive();
            var again = await Journal.Append(Appends.After(head, $"\"again {round}\""));
            if (!comesFirst) await ghost.Arrive();

            Assert.Equal([comesFirst ? AppendOutcome.FenceLost : AppendOutcome.Committed], again);
        }

        var bodies = (await Journal.Chain("pilot/a")).Select(record => System.Text.Encoding.UTF8.GetString(record.Body));
        Assert.Equal(Enumerable.Range(0, rounds).Select(round => $"\"{(round % 2 == 0 ? "ghost" : "again")} {round}\""), bodies);
    }
}
