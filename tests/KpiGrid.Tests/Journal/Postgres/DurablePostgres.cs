using Xunit;

namespace KpiGrid.Tests.Journal.Postgres;

/// <summary>Tests that stop, kill and fill the one server of their own run alone.</summary>
[CollectionDefinition(DisableParallelization = true)]
public sealed class PostgresFaultsAlone : ICollectionFixture<DurablePostgres>;

/// <summary>A server with every safeguard on.</summary>
public sealed class DurablePostgres : IAsyncLifetime
{
    private int last;

    internal PostgresProcess Server { get; private set; } = null!;

    public async ValueTask InitializeAsync() => Server = await PostgresProcess.Start();

    public async ValueTask DisposeAsync()
    {
        if (Server is not null) await Server.DisposeAsync();
    }

    internal async Task<PostgresDatabase> NewDatabase()
    {
        var name = $"fault_{Interlocked.Increment(ref last)}";
        await Server.Query($"create database {name}");
        return new(Server, name);
    }
}
