using KpiGrid.Silo.Journal.Postgres;

namespace KpiGrid.Tests.Journal.Postgres;

/// <summary>The one PostgreSQL server of a test run: started by the first test that asks it for a database, gone with the run.</summary>
internal static class PostgresRun
{
    private const string Template = "kpigrid_template";

    private static readonly SemaphoreSlim starting = new(1, 1);
    private static PostgresProcess? server;
    private static int last;

    /// <summary>What a store needs to be told of a server without <c>fsync</c>.</summary>
    public static PostgresOptions Options { get; } = new() { AcceptLoss = true };

    /// <summary>A database with an empty store, for one test or fixture.</summary>
    public static Task<PostgresDatabase> NewStore() => New($" template {Template}");

    /// <summary>A database with nothing in it.</summary>
    public static Task<PostgresDatabase> NewDatabase() => New("");

    private static async Task<PostgresDatabase> New(string like)
    {
        var running = await Server();
        var name = $"kpigrid_{Interlocked.Increment(ref last)}";
        await running.Query($"create database {name}{like}");
        return new(running, name);
    }

    private static async Task<PostgresProcess> Server()
    {
        await starting.WaitAsync();
        try
        {
            return server ??= await Started();
        }
        finally
        {
            starting.Release();
        }
    }

    private static async Task<PostgresProcess> Started()
    {
        // What is lost when the machine dies is of no use to anybody.
        var started = await PostgresProcess.Start("fsync=off", "full_page_writes=off", "autovacuum=off");
        await started.Query($"create database {Template}");
        await PostgresJournal.Open(started.ConnectionString(Template), Options).DisposeAsync();
        return started;
    }
}

/// <summary>A database of a test's own, gone with it.</summary>
internal sealed class PostgresDatabase(PostgresProcess server, string name) : IAsyncDisposable
{
    public string ConnectionString => server.ConnectionString(name);

    public int Port => server.Port;

    public string Name => name;

    public Task Run(string sql) => server.Query(sql, name);

    public async ValueTask DisposeAsync() => await server.Query($"drop database if exists {name} with (force)");
}
