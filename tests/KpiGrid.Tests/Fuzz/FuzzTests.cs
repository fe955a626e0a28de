using System.Diagnostics;
using System.Globalization;
using Xunit;

namespace KpiGrid.Tests.Fuzz;

/// <summary>
/// Spoiled requests against a real server. KPIGRID_FUZZ sets how many, KPIGRID_FUZZ_SEED which; a failure prints its seed
/// and number, and KPIGRID_FUZZ_ONE sends that one alone.
/// </summary>
[Collection(nameof(FuzzAlone))]
public sealed class FuzzTests(ITestOutputHelper output)
{
    private const int WarmUp = 20_000;
    private const int MemoryGrowthMiB = 100;

    private static int Setting(string name, int usual) =>
        int.TryParse(Environment.GetEnvironmentVariable(name), CultureInfo.InvariantCulture, out var set) ? set : usual;

    [Fact]
    public async Task Spoiled_requests_are_their_senders_problem()
    {
        await using var server = await FuzzServer.Start();
        var run = new FuzzRun(server.Address, server.Key, Setting("KPIGRID_FUZZ_SEED", 1));
        var before = server.Stored();
        var count = Setting("KPIGRID_FUZZ", 50_000);
        if (Setting("KPIGRID_FUZZ_ONE", -1) is >= 0 and var one)
        {
            output.WriteLine($"{run.Request(one)}");
            await run.Send(one, 1, TestContext.Current.CancellationToken);
        }
        else await Measured(server, run, count);
        Assert.True(run.Failures.Count == 0, string.Join("\n\n", run.Failures));
        var after = server.Stored();
        Assert.Equal(run.Recorded, after.Measurements - before.Measurements);
        Assert.InRange(after.Changes - before.Changes, 0, run.Changed);
    }

    private async Task Measured(FuzzServer server, FuzzRun run, int count)
    {
        var watch = Stopwatch.StartNew();
        await run.Send(0, Math.Min(WarmUp, count), TestContext.Current.CancellationToken);
        var warm = server.MemoryMiB();
        await run.Send(WarmUp, count - WarmUp, TestContext.Current.CancellationToken);
        var grown = server.MemoryMiB() - warm;
        var statuses = string.Join(", ", run.Statuses.OrderBy(pair => pair.Key).Select(pair => $"{pair.Key}: {pair.Value}"));
        output.WriteLine(
            $"{count} requests in {watch.Elapsed.TotalSeconds:0} s; {statuses}; memory {warm} MiB, grown by {grown} MiB");
        Assert.True(grown < MemoryGrowthMiB, $"Memory grew by {grown} MiB from {warm} MiB");
    }
}
