using Npgsql;

namespace KpiGrid.Host.Clustering;

/// <summary>The database with the membership table, on a few connections of its own: the journal's may all be busy.</summary>
internal sealed class ClusterDatabase(string connectionString) : IAsyncDisposable
{
    private const int ConnectionsMax = 8;
    private const int SecondsMax = 5;

    public NpgsqlDataSource Source { get; } = NpgsqlDataSource.Create(Bounded(connectionString));

    public ValueTask DisposeAsync() => Source.DisposeAsync();

    /// <summary>A database that does not answer must not hold a silo that is asked whether it lives.</summary>
    private static NpgsqlConnectionStringBuilder Bounded(string text) => new(text)
    {
        ApplicationName = "kpigrid cluster", MaxPoolSize = ConnectionsMax, Timeout = SecondsMax, CommandTimeout = SecondsMax,
        PersistSecurityInfo = false,
    };
}
