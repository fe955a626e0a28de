using System.Globalization;
using static KpiGrid.Tests.Faults.KnownFaults;

namespace KpiGrid.Tests.Faults;

/// <summary>What operators do: they restart everything for a new version, or leave a clock wrong.</summary>
internal static class OperatorFaults
{
    private const string FakeTime = "/usr/lib/x86_64-linux-gnu/faketime/libfaketimeMT.so.1";
    private const string Port = "KPIGRID_Cluster__SiloPort";
    private static readonly TimeSpan gap = TimeSpan.FromSeconds(3);
    private static int lastPort = 11_200;

    public static bool CanFakeTime => File.Exists(FakeTime);

    /// <summary>Every process in turn is asked to stop and started again, while clients push.</summary>
    public static Fault RollingRestart { get; } = new("restart", "rolling restart", async (cluster, _) =>
    {
        foreach (var node in cluster.Silos.Concat(cluster.FrontEnds))
        {
            await node.Stop();
            Xunit.Assert.True(node.ExitCode == 0, $"{node.Host} ends with {node.ExitCode}: {node.Said}");
            node.Start();
            await cluster.Stands();
        }
    }, TimeSpan.Zero, Nothing) { GapMax = gap };

    /// <summary>A front end stops and starts again.</summary>
    public static Fault RestartFront { get; } = new("restart-front", "restart of one front end", async (cluster, round) =>
    {
        var front = cluster.FrontEnds[round % cluster.FrontEnds.Count];
        await Restart(front, cluster);
    }, TimeSpan.Zero, Nothing) { GapMax = gap };

    public static Fault ClockAhead { get; } = ClockOff("clock-ahead", "+1h");

    public static Fault ClockBehind { get; } = ClockOff("clock-behind", "-1h");

    /// <summary>
    /// One silo is started with a clock that is off; each time at a port of its own, for a start that seems to lie before the
    /// last one at a port is refused, as EarlierSelf tells an operator.
    /// </summary>
    private static Fault ClockOff(string word, string offset) => new(
        word, $"clock of one silo {offset}", async (cluster, round) =>
    {
        var silo = One(cluster, round);
        silo.Environment[Port] = FreshPort();
        silo.Environment["LD_PRELOAD"] = FakeTime;
        silo.Environment["FAKETIME"] = offset;
        silo.Environment["DONT_FAKE_MONOTONIC"] = "1";
        silo.Environment["FAKETIME_FORCE_MONOTONIC_FIX"] = "0"; // or every sleep returns at once
        await Restart(silo, cluster);
    }, TimeSpan.FromSeconds(15), async cluster =>
    {
        foreach (var silo in cluster.Silos.Where(silo => silo.Environment.Remove("LD_PRELOAD")))
        {
            silo.Environment[Port] = FreshPort();
            await Restart(silo, cluster);
        }
    }) { IsOfTime = true };

    private static string FreshPort() => Interlocked.Increment(ref lastPort).ToString(CultureInfo.InvariantCulture);

    private static async Task Restart(ServerNode node, FaultCluster cluster)
    {
        await node.Stop();
        node.Start();
        await cluster.Stands();
    }
}
