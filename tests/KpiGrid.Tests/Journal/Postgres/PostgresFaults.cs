using KpiGrid.Silo.Journal;
using KpiGrid.Silo.Journal.Postgres;
using KpiGrid.Tests.Cluster;
using Npgsql;
using Xunit;

namespace KpiGrid.Tests.Journal.Postgres;

/// <summary>A store of a test's own on a real server that syncs, and to which something happens.</summary>
public abstract class PostgresFaults(DurablePostgres durable) : IAsyncLifetime
{
    private static readonly TimeSpan comesBackWithin = TimeSpan.FromSeconds(30);

    private protected static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    private protected PostgresProcess Server => durable.Server;
    private protected PostgresDatabase Database { get; private set; } = null!;
    private protected PostgresJournal Journal { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        Database = await durable.NewDatabase();
        Journal = PostgresJournal.Open(Database.ConnectionString);
    }

    public async ValueTask DisposeAsync()
    {
        await Journal.DisposeAsync();
        await Database.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    private protected static async Task Comes(Func<Task<bool>> condition) => Assert.True(await Deadline.Comes(async () =>
    {
        try
        {
            return await condition();
        }
        catch (Exception failure) when (failure is NpgsqlException or JournalUnavailableException)
        {
            return false;
        }
    }, comesBackWithin));

    /// <summary>Changes a setting of the whole server, and waits until it holds.</summary>
    private protected async Task Switch(string setting, string value)
    {
        await Server.Query($"alter system set {setting} = {value}");
        await Server.Query("select pg_reload_conf()");
        await Deadline.Comes(async () =>
        {
            await using var connection = new NpgsqlConnection(Database.ConnectionString + ";Pooling=false");
            await connection.OpenAsync(Cancelled);
            return connection.Scalar<string>($"select current_setting('{setting}')") == value;
        }, comesBackWithin);
    }
}
