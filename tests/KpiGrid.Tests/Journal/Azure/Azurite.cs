using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using KpiGrid.Tests.Cluster;
using KpiGrid.Tests.Processes.Faults;
using Xunit;

namespace KpiGrid.Tests.Journal.Azure;

/// <summary>An emulator of Azure storage on ports of its own; it ends with whoever started it.</summary>
internal sealed class Azurite : IAsyncDisposable
{
    /// <summary>The account and key that the emulator publishes for everybody.</summary>
    private const string Account = "AccountName=devstoreaccount1;AccountKey=" +
        "Eby8vdM02xNOcqFlqUwJPLlmEtlCDXJ1OUzFT50uSRZ6IFsuFq2UVErCz4I6tq/K1SZFPTOtr/KBHBeksoGMGw==";

    private static readonly string program = Path.Combine(
        SharedData.Repository(), ".artifacts", "azurite", "node_modules", "azurite", "dist", "src", "azurite.js");

    private static readonly TimeSpan readyWithin = TimeSpan.FromMinutes(2);
    private static readonly Lazy<Task<Azurite>> shared = new(async () =>
    {
        var azurite = new Azurite(null);
        await azurite.Start();
        return azurite;
    });

    private readonly int[] ports = FreePorts(3);
    private readonly string? folder;
    private Process? process;
    private string? server;

    /// <summary>One that keeps what it stores in a folder, or in memory.</summary>
    public Azurite(string? folder) => this.folder = folder;

    public string ConnectionString =>
        $"DefaultEndpointsProtocol=http;{Account};BlobEndpoint=http://127.0.0.1:{ports[0]}/devstoreaccount1;" +
        $"TableEndpoint=http://127.0.0.1:{ports[2]}/devstoreaccount1";

    /// <summary>The one of this run. Where there is none the test is skipped; where everything must run, it fails.</summary>
    public static Task<Azurite> Shared()
    {
        Must();
        return shared.Value;
    }

    public static void Must() => Needed.Must(File.Exists(program),
        "Azurite is not in .artifacts/azurite: scripts/test installs it with npm");

    /// <summary>A name for the tables of one test.</summary>
    public static string NewName() => "t" + Guid.NewGuid().ToString("N")[..20];

    public async Task Start()
    {
        // The shell outlives the server only until its input ends, which it does with this process, however that dies.
        process = Process.Start(new ProcessStartInfo("sh", ["-c",
            "node \"$@\" >/dev/null 2>&1 & echo $!; read -r end; kill -TERM $!; wait $!", "azurite", program, .. Arguments()])
            { RedirectStandardInput = true, RedirectStandardOutput = true })!;
        server = await process.StandardOutput.ReadLineAsync();
        Assert.True(await Deadline.Comes(IsReady, readyWithin), "Azurite does not answer");
    }

    /// <summary>Ends it in good order, so that a folder holds what was acknowledged.</summary>
    public async Task Stop()
    {
        if (process is null) return;
        process.StandardInput.Close();
        await process.WaitForExitAsync();
        process.Dispose();
        process = null;
    }

    /// <summary>Takes every answer away, as a network may, and gives them back when disposed.</summary>
    public IDisposable Frozen()
    {
        Signal("STOP");
        return new Thaw(this);
    }

    public async ValueTask DisposeAsync() => await Stop();

    private void Signal(string name)
    {
        using var kill = Process.Start("kill", [$"-{name}", server!]);
        kill.WaitForExit();
    }

    private string[] Arguments() =>
    [
        "--silent", "--skipApiVersionCheck", "--disableTelemetry",
        .. folder is null ? (string[])["--inMemoryPersistence"] : ["--location", folder],
        "--blobHost", "127.0.0.1", "--queueHost", "127.0.0.1", "--tableHost", "127.0.0.1",
        "--blobPort", $"{ports[0]}", "--queuePort", $"{ports[1]}", "--tablePort", $"{ports[2]}",
    ];

    private async Task<bool> IsReady()
    {
        try
        {
            foreach (var port in ports)
            {
                using var client = new TcpClient();
                await client.ConnectAsync(IPAddress.Loopback, port);
            }
            return true;
        }
        catch (SocketException)
        {
            return false;
        }
    }

    private static int[] FreePorts(int count)
    {
        var listeners = Enumerable.Range(0, count).Select(_ => new TcpListener(IPAddress.Loopback, 0)).ToList();
        foreach (var listener in listeners) listener.Start();
        var free = listeners.Select(listener => ((IPEndPoint)listener.LocalEndpoint).Port).ToArray();
        foreach (var listener in listeners) listener.Dispose();
        return free;
    }

    private sealed class Thaw(Azurite azurite) : IDisposable
    {
        public void Dispose() => azurite.Signal("CONT");
    }
}
