using System.Diagnostics;
using System.Globalization;
using KpiGrid.Tests.Cluster;
using KpiGrid.Tests.Journal;
using Npgsql;

namespace KpiGrid.Tests.Faults;

/// <summary>
/// A PostgreSQL of the run's own on a host of the network, as durable as in production. The checker reaches it by a socket
/// in the file system, which no cut of the network touches.
/// </summary>
internal sealed class PostgresHost : IAsyncDisposable
{
    private const string User = "kpigrid";
    private const string Settings = """
        fsync=on
        full_page_writes=on
        synchronous_commit=on
        max_connections=200
        shared_buffers=64MB
        min_wal_size=8MB
        max_wal_size=256MB
        log_min_messages=warning
        """;

    /// <summary>Debian keeps its programs beside the path.</summary>
    private static readonly string programs = string.Join(':',
        (Environment.GetEnvironmentVariable("PATH") ?? "").Split(':').Concat(Directory.Exists("/usr/lib/postgresql")
            ? Directory.GetDirectories("/usr/lib/postgresql").Select(version => $"{version}/bin").OrderDescending() : []));

    private static readonly TimeSpan startsWithin = TimeSpan.FromSeconds(60);

    private readonly TempFolder sockets = new();
    private readonly string folder;
    private readonly string space;
    private readonly string log;
    private readonly NpgsqlDataSource checker;
    private HostedProcess? process;

    /// <summary>Makes one in a folder, which may lie on a disk of its own.</summary>
    public PostgresHost(string folder, string space, string address, string log)
    {
        (this.folder, this.space, this.log) = (Path.Combine(folder, "postgres"), space, log);
        Shell.Run("""
            PATH=$6
            mkdir -p "$1" && chown postgres "$1" "$2" && chmod a+rx "$3"
            setpriv --reuid postgres --regid postgres --clear-groups \
              initdb -D "$1" -A trust -U kpigrid --no-sync -E UTF8 --locale=C --wal-segsize=1 >/dev/null
            echo 'host all all 10.77.0.0/24 trust' >>"$1/pg_hba.conf"
            printf "%s\nlisten_addresses='%s'\nunix_socket_directories='%s'\n" "$4" "$5" "$2" >>"$1/postgresql.conf"
            """, this.folder, sockets.Path, folder, Settings, address, programs);
        checker = NpgsqlDataSource.Create($"Host={sockets.Path};Username={User};Database=postgres;Pooling=false;Timeout=5");
    }

    /// <summary>Where a proxy on the same machine reaches it.</summary>
    public string SocketPath => Path.Combine(sockets.Path, ".s.PGSQL.5432");

    public static string Connection(string address, int port) =>
        $"Host={address};Port={port};Username={User};Database=postgres";

    public async Task Start()
    {
        process?.Dispose();
        process = new(space, log, [.. AsPostgres, "postgres", "-D", folder], InPath);
        var stands = await Deadline.Comes(IsUp, startsWithin);
        Xunit.Assert.True(stands, $"PostgreSQL does not start: {process.Said}");
    }

    /// <summary>Starts it if it has ended, as its supervisor does.</summary>
    public async Task StartAgain()
    {
        if (process!.HasEnded) await Start();
    }

    /// <summary>Ends every process of it at once, as when its machine dies.</summary>
    public async Task Kill()
    {
        var main = process!.Id;
        Shell.Run("kill -9 $1 $(cat /proc/$1/task/$1/children)", $"{main}");
        await process.Kill();
        // What it shared with its children must be gone before it may start again.
        await Deadline.Comes(() => Task.FromResult(!File.Exists($"/proc/{main}")), startsWithin);
    }

    /// <summary>The rows of a plain question, each as its columns.</summary>
    public async Task<List<T>> Rows<T>(string sql, Func<NpgsqlDataReader, T> row, params object[] values)
    {
        await using var command = checker.CreateCommand(sql);
        foreach (var value in values) command.Parameters.Add(new() { Value = value });
        await using var reader = await command.ExecuteReaderAsync();
        var rows = new List<T>();
        while (await reader.ReadAsync()) rows.Add(row(reader));
        return rows;
    }

    /// <summary>The processor time of all its processes that run now.</summary>
    public TimeSpan Cpu => Shell.Run("ip netns pids $1", space).Split('\n', StringSplitOptions.RemoveEmptyEntries)
        .Select(id => Process.GetProcessById(int.Parse(id, CultureInfo.InvariantCulture)))
        .Aggregate(TimeSpan.Zero, (sum, each) => sum + each.TotalProcessorTime);

    /// <summary>Holds the head of a pilot's stream in an open transaction.</summary>
    public Task Hold(string pilot, TimeSpan time) => Rows(
        "select pg_sleep($2::float8) from (select 1 from head where stream = 'pilot/' || $1 for update) held",
        _ => 0, pilot, time.TotalSeconds);

    public async ValueTask DisposeAsync()
    {
        await checker.DisposeAsync();
        if (process is { HasEnded: false }) await Kill();
        process?.Dispose();
        Directory.Delete(folder, recursive: true);
        sockets.Dispose();
    }

    public static bool IsThere => programs.Split(':').Any(at => File.Exists(Path.Combine(at, "initdb")));

    private static Dictionary<string, string> InPath => new() { ["PATH"] = programs };

    private static string[] AsPostgres => ["setpriv", "--reuid", "postgres", "--regid", "postgres", "--clear-groups"];

    private async Task<bool> IsUp()
    {
        if (process!.HasEnded) await Restart();
        try
        {
            return (await Rows("select 1", row => row.GetInt32(0))).Count == 1;
        }
        catch (NpgsqlException)
        {
            return false;
        }
    }

    // Just after a kill the shared memory of the former one may still be held for a moment.
    private async Task Restart()
    {
        process!.Dispose();
        await Task.Delay(TimeSpan.FromMilliseconds(200));
        process = new(space, log, [.. AsPostgres, "postgres", "-D", folder], InPath);
    }
}
