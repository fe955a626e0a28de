using Npgsql;

namespace KpiGrid.Silo.Journal.Postgres;

/// <summary>
/// The connections of one store: few, bounded, and impatient, so that neither a stalled server nor a frozen silo holds the
/// others. What the given connection string says goes before what is said here.
/// </summary>
internal sealed class PostgresConnections(string connectionString, PostgresOptions options) : IAsyncDisposable
{
    // A peer that is gone without a word is noticed by keepalives within 10 s, at the latest.
    private const string Defaults =
        "Application Name=kpigrid;Timeout=3;Cancellation Timeout=1000;Keepalive=5;Tcp Keepalive=true;" +
        "Tcp Keepalive Time=5;Tcp Keepalive Interval=1;Host Recheck Seconds=1;Connection Idle Lifetime=60;" +
        "No Reset On Close=true;Max Auto Prepare=32;Auto Prepare Min Usages=2;Include Error Detail=false;";

    // lock_timeout: whoever holds a head, such as a transaction left open, costs that stream a 503 and nobody else more
    // than this. idle_in_transaction_session_timeout: a silo that freezes inside a transaction loses it and its locks.
    private const string ServerLimits = "-c lock_timeout=1000 -c idle_in_transaction_session_timeout=2000";

    /// <summary>For appends and snapshots. Its statements take little; one that does not end is not waited for.</summary>
    public NpgsqlDataSource Writing { get; } = Source(
        connectionString, "Maximum Pool Size=10;Command Timeout=9;", "-c statement_timeout=8000", options, mayServe: true);

    /// <summary>For reads, of which the longest tells a million heads.</summary>
    public NpgsqlDataSource Reading { get; } = Source(
        connectionString, "Maximum Pool Size=16;Command Timeout=10;", "-c statement_timeout=60000", options, mayServe: true);

    /// <summary>One source for somebody who reads beside whoever serves: any server with the data will do.</summary>
    public static NpgsqlDataSource ForReading(string connectionString) => Source(
        connectionString, "Maximum Pool Size=4;Command Timeout=60;", "-c default_transaction_read_only=on", new(),
        mayServe: false);

    /// <summary>
    /// The one connection of somebody who reads or writes all of a store in a transaction that may take as long as it takes.
    /// </summary>
    public static NpgsqlDataSource ForAll(string connectionString, PostgresOptions options, bool mayWrite) => Source(
        connectionString, "Maximum Pool Size=1;Command Timeout=0;",
        "-c idle_in_transaction_session_timeout=0 -c statement_timeout=0 -c lock_timeout=10000"
        + (mayWrite ? "" : " -c default_transaction_read_only=on"), options, mayServe: mayWrite);

    public async ValueTask DisposeAsync()
    {
        await Writing.DisposeAsync();
        await Reading.DisposeAsync();
    }

    private static NpgsqlDataSource Source(
        string connectionString, string own, string limits, PostgresOptions options, bool mayServe)
    {
        var builder = new NpgsqlDataSourceBuilder($"{Defaults}{own}{connectionString}");
        var text = builder.ConnectionStringBuilder;
        text.Options = $"{ServerLimits} {limits} {text.Options}".TrimEnd();
        if (!mayServe) return builder.Build();
        builder.UsePhysicalConnectionInitializer(
            connection => PostgresServer.Require(connection, options),
            connection => PostgresServer.RequireAsync(connection, options));
        return text.Host!.Contains(',', StringComparison.Ordinal)
            ? builder.BuildMultiHost().WithTargetSession(TargetSessionAttributes.Primary)
            : builder.Build();
    }
}
