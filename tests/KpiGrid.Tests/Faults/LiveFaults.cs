using KpiGrid.Tests.Processes.Faults;
using Xunit;

namespace KpiGrid.Tests.Faults;

/// <summary>
/// Many people watch through both front ends, and some never read what they are sent, while silos and front ends die: nobody
/// is shown an older version, nobody misses a change unseen, and everybody is shown the truth soon after.
/// </summary>
internal static class LiveFaults
{
    public const string Word = "live";
    private const int GrowthMaxMiB = 200;

    public static async Task Run(FaultCluster cluster, int rounds, Action<string> tell)
    {
        var viewers = LongForm.Number("KPIGRID_FAULT_VIEWERS", 50);
        await using var sleepers = await Sleepers.Open(cluster, viewers / 5);
        var before = cluster.FrontEnds.Max(front => front.MemoryMiB);
        foreach (var fault in (Fault[])[KnownFaults.KillOne, KnownFaults.KillFront, OperatorFaults.RestartFront])
        {
            var named = fault with { Name = $"{fault.Name}, {viewers} viewers of whom {sleepers.Count} never read" };
            var run = new FaultRun(cluster, named, tell)
            {
                Viewers = viewers - sleepers.Count, Pause = TimeSpan.FromMilliseconds(500),
            };
            (await run.Rounds(rounds * 2)).Holds();
        }
        var grown = cluster.FrontEnds.Max(front => front.MemoryMiB) - before;
        tell($"A front end grew by {grown} MiB");
        Assert.InRange(grown, long.MinValue, GrowthMaxMiB);
    }
}
