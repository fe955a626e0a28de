using System.Data.Common;
using System.Diagnostics;
using KpiGrid.Silo.Aggregates;
using KpiGrid.Silo.Hosting;
using KpiGrid.Silo.Journal;
using KpiGrid.Silo.Journal.Postgres;
using KpiGrid.Silo.Journal.Sqlite;
using KpiGrid.Silo.Registry;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using Npgsql;

namespace KpiGrid.Benchmarks;

/// <summary>
/// What the head sweep reads, every 3 s and every 5 minutes, from a store with many pilots, each in one of a twentieth as
/// many municipalities and every tenth in two. Heads are made in SQL; there are no records behind them.
/// </summary>
internal static class HeadReads
{
    private const int Moved = 1_000;
    private const int Times = 5;

    /// <summary>SQLite, and the empty PostgreSQL database that KPIGRID_POSTGRES names, if it does.</summary>
    public static async Task Run(int count)
    {
        var file = Path.Combine(Directory.CreateTempSubdirectory("kpigrid-bench-").FullName, "journal.db");
        await using (var journal = SqliteJournal.Open(file))
            await Measure("SQLite", journal, new SqliteConnection($"Data Source={file}"), new(
                $"with recursive n(i) as (select 1 union all select i + 1 from n where i < {count})", "n",
                "randomblob(32)", "(select coalesce(max(mark), 0) + 1 from head)", "mark"), count);
        if (Environment.GetEnvironmentVariable("KPIGRID_POSTGRES") is not { Length: > 0 } database) return;
        await using var postgres = PostgresJournal.Open(database);
        await Measure("PostgreSQL", postgres, new NpgsqlConnection(database + ";Command Timeout=600"), new(
            "", $"generate_series(1, {count}) n(i)", "sha256(i::text::bytea)", "pg_current_xact_id()", "committed_in"), count);
    }

    private static async Task Measure(string name, IJournal journal, DbConnection connection, Dialect sql, int count)
    {
        await using var open = connection;
        await open.OpenAsync();
        var places = Enumerable.Range(0, count / 20).Select(i => MunicipalityId.Parse($"DK-{i}")).ToList();
        await Run($"{sql.With} insert into head (stream, sequence, hash, recorded_at, {sql.MarkName}) " +
            $"select 'pilot/p-' || i, 1 + i % 50, {sql.Hash}, 1, {sql.Mark} from {sql.Numbers}");
        await Run($"{sql.With} insert into edge select 'p-' || i, 'DK-' || (i % {places.Count}) from {sql.Numbers} union " +
            $"select 'p-' || i, 'DK-' || ((i + 1) % {places.Count}) from {sql.Numbers} where i % 10 = 0");
        await Run("analyze");
        Console.WriteLine($"{name}, {count:N0} pilots in {places.Count:N0} municipalities; median of {Times}, in ms:");
        var mark = (await journal.HeadsAfter(0, default)).Mark;
        await Time("all heads", () => journal.HeadsAfter(0, default));
        await Time("no head moved", () => journal.HeadsAfter(mark, default));
        var pilots = Enumerable.Range(1, Moved).Select(i => PilotId.Parse($"p-{i * (count / Moved)}")).ToList();
        await Time($"edges of {Moved:N0} pilots", () => journal.Edges(pilots, default));
        await Time($"heads that feed {Moved:N0} municipalities", () => journal.FeedingHeads([.. places.Take(Moved)], default));
        await Time("heads that feed all municipalities", () => StorageVersions.Of(journal, places, default));
        await Time("a whole sweep, no node here", () => Sweep(journal).Sweep(default));
        var sweep = Sweep(journal);
        await sweep.Sweep(default);
        await Time("a sweep, nothing moved", () => sweep.Sweep(default));
        await Time($"a sweep, {Moved:N0} heads moved", () => sweep.Sweep(default), () => Run(
            $"update head set sequence = sequence + 1, {sql.MarkName} = {sql.Mark} where stream in ({string.Join(',',
                Enumerable.Range(1, Moved).Select(i => $"'pilot/p-{i * (count / Moved)}'"))})"));

        async Task Run(string text)
        {
            await using var command = open.CreateCommand();
            command.CommandText = text;
            await command.ExecuteNonQueryAsync();
        }
    }

    private static HeadSweep Sweep(IJournal journal) => new(
        journal, new RegistryView(journal), new LocalNodes(), null!, TimeProvider.System, TimeProvider.System,
        Options.Create(new AggregateOptions()), NullLogger<HeadSweep>.Instance);

    private static async Task Time(string what, Func<Task> work, Func<Task>? before = null)
    {
        var times = new List<double>();
        var allocated = 0L;
        for (var i = 0; i < Times; i++)
        {
            if (before is not null) await before();
            var (began, bytes) = (Stopwatch.GetTimestamp(), GC.GetTotalAllocatedBytes());
            await work();
            times.Add(Stopwatch.GetElapsedTime(began).TotalMilliseconds);
            allocated = GC.GetTotalAllocatedBytes() - bytes;
        }
        Console.WriteLine($"  {what,-45} {times.Order().ElementAt(Times / 2),10:N1}   {allocated / 1048576.0,8:N1} MiB allocated");
    }

    private sealed record Dialect(string With, string Numbers, string Hash, string Mark, string MarkName);
}
