using System.Reflection;
using Microsoft.Extensions.Hosting;
using Npgsql;

namespace KpiGrid.Host.Clustering;

/// <summary>
/// Brings the tables of the cluster up to date before a silo looks for them: the numbered steps of <c>infra/orleans</c>,
/// each applied once, by one silo at a time.
/// </summary>
internal sealed class ClusterSchema(ClusterDatabase database) : IHostedService
{
    private const string Steps = "cluster.";

    /// <summary>Any number will do that nothing else in the database locks.</summary>
    private const long Lock = 0x6B70_6967_7264_0002;

    public async Task StartAsync(CancellationToken cancellationToken)
    {
        try
        {
            await BringUpToDate(cancellationToken);
        }
        catch (PostgresException refused)
        {
            throw new IOException($"The database of the cluster refuses its tables: {refused.MessageText}. Let a role that may "
                + "make them start once, or apply infra/orleans by hand and set Cluster:ApplySchema to false.", refused);
        }
        catch (NpgsqlException failure)
        {
            throw new IOException($"The database of the cluster is not reached: {failure.Message}", failure);
        }
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <summary>The steps there are, in order.</summary>
    public static IEnumerable<string> All() => Assembly.GetExecutingAssembly().GetManifestResourceNames()
        .Where(name => name.StartsWith(Steps, StringComparison.Ordinal)).Order(StringComparer.Ordinal);

    /// <summary>Where nothing is to be done, nothing is asked that needs more rights than serving does.</summary>
    private async Task BringUpToDate(CancellationToken cancellationToken)
    {
        await using var connection = await database.Source.OpenConnectionAsync(cancellationToken);
        if ((await Applied(connection, cancellationToken)).IsSupersetOf(All())) return;
        await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
        await Run(connection, $"select pg_advisory_xact_lock({Lock})", cancellationToken);
        await Run(connection, "create table if not exists cluster_schema (step text primary key)", cancellationToken);
        var applied = await Applied(connection, cancellationToken);
        foreach (var step in All().Where(step => !applied.Contains(step)))
        {
            await Run(connection, Text(step), cancellationToken);
            await Run(connection, $"insert into cluster_schema values ('{step}')", cancellationToken);
        }
        await transaction.CommitAsync(cancellationToken);
    }

    private static async Task<HashSet<string>> Applied(NpgsqlConnection connection, CancellationToken cancellationToken)
    {
        var applied = new HashSet<string>(StringComparer.Ordinal);
        if (!await IsThere(connection, cancellationToken)) return applied;
        await using var command = new NpgsqlCommand("select step from cluster_schema", connection);
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        while (await reader.ReadAsync(cancellationToken)) applied.Add(reader.GetString(0));
        return applied;
    }

    private static async Task<bool> IsThere(NpgsqlConnection connection, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand("select to_regclass('cluster_schema') is not null", connection);
        return await command.ExecuteScalarAsync(cancellationToken) is true;
    }

    private static async Task Run(NpgsqlConnection connection, string sql, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync(cancellationToken);
    }

    private static string Text(string step)
    {
        using var reader = new StreamReader(Assembly.GetExecutingAssembly().GetManifestResourceStream(step)!);
        return reader.ReadToEnd();
    }
}
