using System.Globalization;
using System.Net;
using System.Net.Sockets;
using KpiGrid.Host.Keys;
using KpiGrid.Tests.Api.Hosting;
using KpiGrid.Tests.Cluster;
using Xunit;

namespace KpiGrid.Tests.Processes;

/// <summary>A server of the built program, which can be killed and started again over the same folder.</summary>
internal sealed class ServerProcess(string folder) : IAsyncDisposable
{
    private static readonly TimeSpan readyWithin = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan endsWithin = TimeSpan.FromSeconds(60);

    private ProgramProcess? process;

    public Uri Address { get; } = new($"http://127.0.0.1:{FreePort()}");

    public string Folder => folder;

    /// <summary>The key that opens everything; made at the first start.</summary>
    public string Key => AdminKeyFile.Read(folder) ?? throw new InvalidOperationException("The server never started");

    public HttpClient Client(HttpMessageHandler? handler = null) =>
        new HttpClient(handler ?? new SocketsHttpHandler()) { BaseAddress = Address }.With(Key);

    /// <summary>Settings of its configuration, such as <c>Journal__AppendTimeout</c>.</summary>
    public Dictionary<string, string> Settings { get; init; } = [];

    /// <summary>What it printed where errors are told.</summary>
    public string Error => process?.Error ?? "";

    /// <summary>What else it printed.</summary>
    public string Output => process?.Output ?? "";

    public int ProcessId => process!.Id;

    public Task Start() => Start("kpigrid.dll", "serve");

    /// <summary>Starts it as one that ends itself at a point of the n-th push to come.</summary>
    public Task StartDying(string point, int push) => Start(
        "KpiGrid.DyingServer.dll", "--die-at", point, "--push", push.ToString(CultureInfo.InvariantCulture));

    /// <summary>Starts it and waits for its end, which is to come by itself.</summary>
    public async Task<int> StartInVain()
    {
        Launch("kpigrid.dll", "serve");
        return await Ended();
    }

    /// <summary>Waits for its end and returns the exit code.</summary>
    public Task<int> Ended() => process!.Code(endsWithin);

    public Task Terminate() => process!.Terminate();

    /// <summary>Asks it to stop and waits until it has.</summary>
    public async Task Terminate(TimeSpan within)
    {
        await process!.Terminate();
        await process.Code(within);
        await Kill();
    }

    private void Launch(string program, params string[] more) => process = ProgramProcess.Start(
        program, [.. more, "--urls", Address.ToString(), "--data", folder], Settings);

    private async Task Start(string program, params string[] more)
    {
        await Kill();
        Launch(program, more);
        using var client = new HttpClient { BaseAddress = Address, Timeout = TimeSpan.FromSeconds(5) };
        var ready = await Deadline.Comes(() => IsReady(client, process!), readyWithin);
        Assert.True(ready, $"The server is not ready after {readyWithin}: {process!.Error} {process.Output}");
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

    internal static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
