using System.Globalization;
using KpiGrid.Tests.Cluster;
using KpiGrid.Tests.Clustering;
using Xunit;

namespace KpiGrid.Tests.Processes.Clustering;

/// <summary>One process of a cluster, which can be killed, asked to stop, and started again with the same ports.</summary>
internal sealed class ClusterProcess(string role, string folder, IReadOnlyDictionary<string, string> settings) : IAsyncDisposable
{
    /// <summary>A silo that finds its database busy ends, and its supervisor starts it again.</summary>
    private const int Starts = 5;

    private static readonly TimeSpan readyWithin = TimeSpan.FromMinutes(2);

    private readonly string[] args =
    [
        "serve", "--role", role, "--store", "postgres", "--data", folder,
        "--silo-port", Port(), "--gateway-port", Port(), "--urls",
    ];

    private ProgramProcess? process;

    public Uri Address { get; } = new($"http://127.0.0.1:{Port()}");

    public string Folder => folder;

    public string Error => process?.Error ?? "";

    public void Launch() => process = ProgramProcess.Start("kpigrid.dll", [.. args, Address.ToString()], settings);

    /// <summary>Waits until it says that it is ready.</summary>
    public async Task Ready()
    {
        var starts = 1;
        Assert.True(await Deadline.Comes(async () =>
        {
            if (process!.HasEnded && starts++ < Starts) Launch();
            return await Status("/health/ready") == 200;
        }, readyWithin), $"The {role} is not ready: {process!.Error} {process.Output}");
    }

    /// <summary>How it answers a question; 0 when it does not.</summary>
    public async Task<int> Status(string path)
    {
        using var http = new HttpClient { BaseAddress = Address, Timeout = TimeSpan.FromSeconds(10) };
        try
        {
            using var answer = await http.GetAsync(new Uri(path, UriKind.Relative), TestContext.Current.CancellationToken);
            return (int)answer.StatusCode;
        }
        catch (Exception failure) when (failure is HttpRequestException or TaskCanceledException)
        {
            return 0;
        }
    }

    /// <summary>Asks it to stop and returns its exit code.</summary>
    public async Task<int> Stop()
    {
        await process!.Terminate();
        return await process.Code(TimeSpan.FromMinutes(1));
    }

    public async ValueTask DisposeAsync()
    {
        if (process is not null) await process.DisposeAsync();
    }

    private static string Port() => FreePorts.Next().ToString(CultureInfo.InvariantCulture);
}
