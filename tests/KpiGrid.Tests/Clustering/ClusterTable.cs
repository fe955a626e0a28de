using System.Net;
using KpiGrid.Host.Clustering;
using KpiGrid.Tests.Journal.Postgres;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using Orleans.Configuration;
using Orleans.Runtime;
using Orleans.Runtime.MembershipService;
using Xunit;

namespace KpiGrid.Tests.Clustering;

/// <summary>A database with the cluster's tables, as Orleans' providers use it.</summary>
internal sealed class ClusterTable : IAsyncDisposable
{
    private readonly PostgresDatabase database;
    private readonly ClusterDatabase source;

    private ClusterTable(PostgresDatabase database) =>
        (this.database, source) = (database, new(database.ConnectionString));

    public string ConnectionString => database.ConnectionString;

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    public static async Task<ClusterTable> New()
    {
        var made = new ClusterTable(await PostgresRun.NewDatabase());
        await made.ApplySchema();
        return made;
    }

    public Task ApplySchema() => new ClusterSchema(source).StartAsync(Cancelled);

    public Task Run(string sql) => database.Run(sql);

    public async Task<T> Ask<T>(string sql)
    {
        await using var command = source.Source.CreateCommand(sql);
        return (T)(await command.ExecuteScalarAsync(Cancelled))!;
    }

    /// <summary>The membership of a cluster, ready to use.</summary>
    public async Task<IMembershipTable> Membership(string cluster = "kpigrid")
    {
        var table = new AdoNetClusteringTable(new ServiceCollection().BuildServiceProvider(),
            Options.Create(new ClusterOptions { ClusterId = cluster, ServiceId = "kpigrid" }),
            Options.Create(new AdoNetClusteringSiloOptions { Invariant = "Npgsql", DataSource = source.Source }),
            NullLogger<AdoNetClusteringTable>.Instance);
        await table.InitializeMembershipTableAsync(true, Cancelled);
        return table;
    }

    public static MembershipEntry Member(int port, SiloStatus status = SiloStatus.Active) => new()
    {
        SiloAddress = SiloAddress.New(IPAddress.Loopback, port, 7), HostName = "here", SiloName = $"silo {port}", Status = status,
        ProxyPort = 30_000 + port, StartTime = new(2026, 11, 1, 12, 0, 0, DateTimeKind.Utc),
        IAmAliveTime = new(2026, 11, 2, 12, 0, 0, DateTimeKind.Utc), SuspectTimes = [],
    };

    public async ValueTask DisposeAsync()
    {
        await source.DisposeAsync();
        await database.DisposeAsync();
    }
}
