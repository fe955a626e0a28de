using System.Data.Common;
using KpiGrid.Silo.Journal;
using KpiGrid.Silo.Journal.Postgres;
using Npgsql;

namespace KpiGrid.Tests.Journal.Postgres;

public sealed class PostgresMeasurementViewTests : MeasurementViewTests
{
    private PostgresDatabase database = null!;
    private PostgresJournal journal = null!;

    protected override string DefinitionQuery => "select obj_description('measurement'::regclass)";

    protected override string TypeOf(string column) => $"pg_typeof({column})::text";

    internal override async Task<IJournal> Open()
    {
        database = await PostgresRun.NewStore();
        return journal = PostgresJournal.Open(database.ConnectionString, PostgresRun.Options);
    }

    internal override async Task<DbConnection> Connect()
    {
        var connection = new NpgsqlConnection(database.ConnectionString + ";Pooling=false");
        await connection.OpenAsync();
        return connection;
    }

    public override async ValueTask DisposeAsync()
    {
        await journal.DisposeAsync();
        await database.DisposeAsync();
    }
}
