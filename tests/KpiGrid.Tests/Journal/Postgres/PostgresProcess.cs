using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using KpiGrid.Tests.Cluster;
using KpiGrid.Tests.Processes.Faults;
using Npgsql;

namespace KpiGrid.Tests.Journal.Postgres;

/// <summary>
/// A real PostgreSQL server of our own: own port on this machine, own folder, run by the user postgres since root may not.
/// It ends with this process, however that ends.
/// </summary>
internal sealed class PostgresProcess : IAsyncDisposable
{
    private static readonly TimeSpan patience = TimeSpan.FromMinutes(1);

    private readonly string binaries = Binaries();
    private readonly string folder = Path.Combine("/tmp", "kpigrid-postgres-" + Guid.NewGuid().ToString("N")[..8]);
    private Process? process;

    private PostgresProcess() { }

    public int Port { get; } = FreePort();

    /// <summary>The number of the server's first process.</summary>
    private int Postmaster => int.Parse(
        File.ReadLines(Path.Combine(folder, "postmaster.pid")).First(), CultureInfo.InvariantCulture);

    /// <summary>Makes a server and starts it; skips the test where there is none, and fails it where all must run.</summary>
    public static async Task<PostgresProcess> Start(params string[] settings)
    {
        Needed.Must(Binaries().Length > 0, "No PostgreSQL: install the package postgresql to run these tests");
        var server = new PostgresProcess();
        await server.Make();
        server.Set(["listen_addresses=127.0.0.1", $"port={server.Port}", $"unix_socket_directories={server.folder}",
            "shared_buffers=64MB", "max_connections=300", "log_min_messages=fatal", .. settings]);
        await server.Run();
        return server;
    }

    /// <summary>How a database of it is reached.</summary>
    public string ConnectionString(string database, int? port = null) =>
        $"Host=127.0.0.1;Port={port ?? Port};Username=kpigrid;Database={database}";

    /// <summary>Adds settings, for the next start.</summary>
    public void Set(params string[] settings) => File.AppendAllLines(Path.Combine(folder, "postgresql.conf"),
        settings.Select(setting => setting.Split('=', 2)).Select(pair => $"{pair[0]} = '{pair[1]}'"));

    public async Task Run()
    {
        // The shell ends the server when its input does, which is when this process has gone; then it leaves nothing.
        process = Process.Start(new ProcessStartInfo(As[0], [.. As[1..], "sh", "-c",
            $"""
            '{binaries}/postgres' -D '{folder}' >'{folder}/log' 2>&1 &
            said=$(cat); kill -INT $! 2>/dev/null; wait $!; [ "$said" = keep ] || rm -rf '{folder}'
            """]) { RedirectStandardInput = true })!;
        if (!await Deadline.Comes(IsUp, patience)) throw new IOException($"PostgreSQL does not start: {Log()}");
    }

    /// <summary>Runs a statement as the owner of everything.</summary>
    public async Task Query(string sql, string database = "postgres")
    {
        await using var connection = new NpgsqlConnection(ConnectionString(database) + ";Pooling=false;Timeout=5");
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync();
    }

    /// <summary>Ends it as an operator does who does not wait for clients; what it holds stays for the next start.</summary>
    public async Task Stop()
    {
        await process!.StandardInput.WriteAsync("keep");
        await End();
    }

    /// <summary>Ends all of it at once, as a power cut does.</summary>
    public async Task Kill()
    {
        var children = await File.ReadAllTextAsync($"/proc/{Postmaster}/task/{Postmaster}/children");
        int[] all = [Postmaster, .. children.Split(' ', StringSplitOptions.RemoveEmptyEntries)
            .Select(child => int.Parse(child, CultureInfo.InvariantCulture))];
        foreach (var each in all) Needed.Runs("kill", "-KILL", each.ToString(CultureInfo.InvariantCulture));
        await Deadline.Comes(() => Task.FromResult(!all.Any(IsAlive)), patience);
        await Stop();
    }

    public async ValueTask DisposeAsync()
    {
        if (process is not null) await End();
    }

    private static string[] As => Environment.IsPrivilegedProcess ? ["runuser", "-u", "postgres", "--"] : ["env"];

    private async Task Make()
    {
        var start = new ProcessStartInfo(As[0], [.. As[1..], Path.Combine(binaries, "initdb"), "-D", folder, "-A", "trust",
            "-U", "kpigrid", "--no-sync", "-E", "UTF8", "--locale=C"])
        {
            RedirectStandardOutput = true, RedirectStandardError = true,
        };
        using var run = Process.Start(start)!;
        var (said, error) = (run.StandardOutput.ReadToEndAsync(), run.StandardError.ReadToEndAsync());
        await run.WaitForExitAsync();
        if (run.ExitCode != 0) throw new IOException($"initdb: {await said} {await error}");
    }

    private async Task End()
    {
        process!.StandardInput.Close();
        using var deadline = new CancellationTokenSource(patience);
        await process.WaitForExitAsync(deadline.Token);
        process.Dispose();
        process = null;
    }

    private static bool IsAlive(int id)
    {
        try
        {
            return !File.ReadLines($"/proc/{id}/status").Any(line => line.StartsWith("State:\tZ", StringComparison.Ordinal));
        }
        catch (Exception gone) when (gone is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }

    private async Task<bool> IsUp()
    {
        try
        {
            await Query("select 1");
            return true;
        }
        catch (NpgsqlException) when (process is { HasExited: false })
        {
            return false;
        }
    }

    private string Log() => File.Exists(Path.Combine(folder, "log")) ? File.ReadAllText(Path.Combine(folder, "log")) : "";

    /// <summary>Where its programs are: Debian keeps them beside the path, one folder a version.</summary>
    private static string Binaries() =>
        (Environment.GetEnvironmentVariable("PATH") ?? "").Split(':')
        .Concat(Directory.Exists("/usr/lib/postgresql")
            ? Directory.GetDirectories("/usr/lib/postgresql").Select(version => version + "/bin").OrderDescending()
            : [])
        .FirstOrDefault(at => File.Exists(Path.Combine(at, "initdb")) && File.Exists(Path.Combine(at, "postgres"))) ?? "";

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
