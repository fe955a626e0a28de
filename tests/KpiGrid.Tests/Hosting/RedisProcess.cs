using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using KpiGrid.Tests.Cluster;
using KpiGrid.Tests.Processes;
using KpiGrid.Tests.Processes.Faults;
using Xunit;

namespace KpiGrid.Tests.Hosting;

/// <summary>A Redis server of a test's own, which keeps nothing.</summary>
internal sealed class RedisProcess : IAsyncDisposable
{
    private readonly Process process;
    private readonly int port;

    private RedisProcess(int port, string folder)
    {
        this.port = port;
        process = Process.Start(new ProcessStartInfo("redis-server",
            ["--port", $"{port}", "--bind", "127.0.0.1", "--save", "", "--appendonly", "no", "--dir", folder])
            { RedirectStandardOutput = true })!;
        process.OutputDataReceived += (_, _) => { };
        process.BeginOutputReadLine();
    }

    public string Address => $"127.0.0.1:{port}";

    public static async Task<RedisProcess> Start(string folder)
    {
        Needed.Must(Needed.Runs("redis-server", "--version"), "No redis-server: scripts/test installs it");
        var redis = new RedisProcess(ServerProcess.FreePort(), folder);
        Assert.True(await Deadline.Comes(redis.IsReady, TimeSpan.FromMinutes(1)), "Redis does not answer");
        return redis;
    }

    public async ValueTask DisposeAsync()
    {
        process.Kill();
        await process.WaitForExitAsync();
        process.Dispose();
    }

    private async Task<bool> IsReady()
    {
        try
        {
            using var client = new TcpClient();
            await client.ConnectAsync(IPAddress.Loopback, port);
            return true;
        }
        catch (SocketException)
        {
            return false;
        }
    }
}
