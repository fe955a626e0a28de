using System.Data.Common;
using KpiGrid.Silo.Journal;
using KpiGrid.Silo.Journal.Sqlite;
using Microsoft.Data.Sqlite;

namespace KpiGrid.Tests.Journal;

public sealed class SqliteMeasurementViewTests : MeasurementViewTests
{
    private readonly TempFolder folder = new();
    private SqliteJournal journal = null!;

    protected override string DefinitionQuery => "select sql from sqlite_master where name = 'measurement'";

    protected override string TypeOf(string column) => $"typeof({column})";

    internal override Task<IJournal> Open() =>
        Task.FromResult<IJournal>(journal = SqliteJournal.Open(folder.File("journal.db")));

    internal override async Task<DbConnection> Connect()
    {
        var connection = new SqliteConnection($"Data Source={folder.File("journal.db")};Mode=ReadOnly;Pooling=False");
        await connection.OpenAsync();
        return connection;
    }

    public override async ValueTask DisposeAsync()
    {
        await journal.DisposeAsync();
        folder.Dispose();
    }
}
