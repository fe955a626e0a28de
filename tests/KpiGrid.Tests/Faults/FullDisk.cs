using KpiGrid.Tests.Processes.Faults;
using Xunit;

namespace KpiGrid.Tests.Faults;

/// <summary>PostgreSQL has no space left, on a small disk of its own.</summary>
internal static class FullDisk
{
    public const string Word = "full";
    private const int MiB = 256;

    public static async Task Run(int rounds, Action<string> tell)
    {
        using var disk = new SmallDisk(MiB);
        await using var cluster = await FaultCluster.Start(new() { Disk = disk.Path });
        var run = new FaultRun(cluster, StorageFaults.Full(disk), tell);
        (await run.Rounds(rounds)).Holds();
        Assert.InRange(run.Refused, 1, int.MaxValue);
    }
}
