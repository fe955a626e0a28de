using KpiGrid.Silo.Journal;
using KpiGrid.Silo.Journal.Postgres;

namespace KpiGrid.Tests.Journal.Postgres;

public sealed class PostgresConformance : JournalConformance
{
    private readonly List<PostgresJournal> opened = [];
    private readonly Lock gate = new();
    private PostgresDatabase database = null!;

    internal override IJournal OpenAgain()
    {
        var journal = PostgresJournal.Open(database.ConnectionString, PostgresRun.Options);
        lock (gate) opened.Add(journal);
        return journal;
    }

    protected override async ValueTask MakeStore() => database = await PostgresRun.NewStore();

    public override async ValueTask DisposeAsync()
    {
        foreach (var journal in opened) await journal.DisposeAsync();
        await database.DisposeAsync();
    }
}
