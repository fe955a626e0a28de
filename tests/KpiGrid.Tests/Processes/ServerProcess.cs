using System.Net;
using System.Net.Sockets;
using KpiGrid.Tests.Cluster;
using Xunit;

namespace KpiGrid.Tests.Processes;

/// <summary>A server of the built program, which can be killed and started again over the same folder.</summary>
internal sealed class ServerProcess(string folder) : IAsyncDisposable
{
    private static readonly TimeSpan readyWithin = TimeSpan.FromSeconds(60);

    private ProgramProcess? process;

    public Uri Address { get; } = new($"http://127.0.0.1:{FreePort()}");

    /// <summary>The process; only while it runs.</summary>
    public int Id => process!.Id;

    public async Task Start()
    {
        process = ProgramProcess.Start("serve", "--urls", Address.ToString(), "--data", folder);
        using var client = new HttpClient { BaseAddress = Address, Timeout = TimeSpan.FromSeconds(5) };
        var ready = await Deadline.Comes(() => IsReady(client, process), readyWithin);
        Assert.True(ready, $"The server is not ready after {readyWithin}: {process.Error} {process.Output}");
    }

    public async Task Kill()
    {
        if (process is not null) await process.DisposeAsync();
        process = null;
    }

    public async ValueTask DisposeAsync() => await Kill();

    private static async Task<bool> IsReady(HttpClient client, ProgramProcess process)
    {
        Assert.False(process.HasEnded, $"The server ended: {process.Error} {process.Output}");
        try
        {
            using var answer = await client.GetAsync(
                new Uri("/health/ready", UriKind.Relative), TestContext.Current.CancellationToken);
            return answer.IsSuccessStatusCode;
        }
        catch (Exception failure) when (failure is HttpRequestException or TaskCanceledException)
        {
            return false;
        }
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
