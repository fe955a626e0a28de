namespace KpiGrid.Tests.Faults;

/// <summary>Silos that die, freeze, or no longer hear each other; and how long a pilot may take nothing then.</summary>
internal static class KnownFaults
{
    private static readonly TimeSpan killGap = TimeSpan.FromSeconds(3);
    private static readonly TimeSpan freezeGap = TimeSpan.FromSeconds(10);

    // Longer than it takes to declare a silo dead, or nothing is tested.
    private static readonly TimeSpan longEnough = TimeSpan.FromSeconds(20);

    public static Fault KillOne { get; } = new(
        "kill", "kill -9 of one silo", (cluster, round) => One(cluster, round).Kill(), TimeSpan.Zero, Nothing)
    {
        GapMax = killGap,
    };

    public static Fault KillAll { get; } = new(
        "kill-all", "kill -9 of all silos", (cluster, _) => Task.WhenAll(cluster.Silos.Select(silo => silo.Kill())),
        TimeSpan.Zero, cluster => cluster.Stands());

    public static Fault KillFront { get; } = new(
        "kill-front", "kill -9 of one front end",
        (cluster, round) => cluster.FrontEnds[round % cluster.FrontEnds.Count].Kill(),
        TimeSpan.Zero, Nothing) { GapMax = killGap };

    public static Fault Freeze { get; } = new(
        "freeze", "one silo frozen 20 s", (cluster, round) => Done(One(cluster, round).Freeze), longEnough,
        cluster => Done(() => cluster.Silos.ToList().ForEach(silo => silo.Thaw()))) { GapMax = freezeGap };

    /// <summary>A silo and the others do not hear each other; storage and front ends hear all of them.</summary>
    public static Fault Partition { get; } = new("partition", "partition among silos 20 s", (cluster, round) => Done(() =>
    {
        foreach (var other in Others(cluster, round)) cluster.Network.Cut(One(cluster, round).Host, other.Host);
    }), longEnough, Heal) { GapMax = freezeGap };

    /// <summary>A silo hears the others, and they do not hear it.</summary>
    public static Fault OneWay { get; } = new("one-way", "one-way partition 20 s", (cluster, round) => Done(() =>
    {
        foreach (var other in Others(cluster, round)) cluster.Network.Drop(One(cluster, round).Host, other.Host);
    }), longEnough, Heal) { GapMax = freezeGap };

    public static Fault Alone { get; } = new("alone", "one silo cut from everything 20 s", (cluster, round) => Done(() =>
    {
        var silo = One(cluster, round);
        foreach (var other in Others(cluster, round).Concat(cluster.FrontEnds)) cluster.Network.Cut(silo.Host, other.Host);
        cluster.Network.Cut(silo.Host, FaultCluster.Database);
    }), longEnough, Heal) { GapMax = freezeGap };

    public static Fault Loss { get; } = new("loss", "10 % loss between silos 20 s", (cluster, _) => Done(() =>
    {
        foreach (var one in cluster.Silos)
            foreach (var other in cluster.Silos.Where(other => other != one))
                cluster.Network.Drop(one.Host, other.Host, percent: 10);
    }), longEnough, Heal) { GapMax = freezeGap };

    public static Task Nothing(FaultCluster cluster) => Task.CompletedTask;

    public static Task Heal(FaultCluster cluster) => Done(cluster.Network.Heal);

    public static Task Done(Action action)
    {
        action();
        return Task.CompletedTask;
    }

    public static ServerNode One(FaultCluster cluster, int round) => cluster.Silos[round % cluster.Silos.Count];

    private static IEnumerable<ServerNode> Others(FaultCluster cluster, int round) =>
        cluster.Silos.Where(silo => silo != One(cluster, round));
}
