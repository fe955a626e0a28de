using static KpiGrid.Tests.Faults.KnownFaults;

namespace KpiGrid.Tests.Faults;

/// <summary>A database that cannot be reached, answers late, holds its answers, dies or has no space.</summary>
internal static class StorageFaults
{
    private static readonly TimeSpan cut = TimeSpan.FromSeconds(6);
    private static readonly TimeSpan afterCut = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan stall = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan resumesWithin = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan eachWay = TimeSpan.FromMilliseconds(150);

    public static Fault Cut { get; } = new("cut", "storage cut 6 s", (cluster, _) => Done(() =>
    {
        foreach (var silo in cluster.Silos) cluster.Network.Cut(silo.Host, FaultCluster.Database);
    }), cut, Heal) { GapMax = cut + afterCut };

    public static Fault Slow { get; } = new(
        "slow", "storage 300 ms away 15 s", (cluster, _) => Done(() => cluster.Storage.Delay = eachWay), TimeSpan.FromSeconds(15),
        cluster => Done(() => cluster.Storage.Delay = TimeSpan.Zero)) { GapMax = resumesWithin };

    public static Fault Stall { get; } = new(
        "stall", "storage stalled 30 s", (cluster, _) => Done(cluster.Storage.Stall), stall,
        cluster => Done(cluster.Storage.Resume)) { GapMax = stall + resumesWithin };

    /// <summary>Somebody holds the head of one pilot's stream in a transaction: that pilot waits, the others must not.</summary>
    public static Fault HeldHead { get; } = new(
        "held-head", "a head held 6 s", (cluster, _) => cluster.Postgres.Hold(World.Pilots[0], cut), TimeSpan.Zero,
        Nothing)
    {
        GapMax = TimeSpan.FromSeconds(3), Away = World.Pilots[0],
    };

    /// <summary>Every process of the database dies; its supervisor starts it again.</summary>
    public static Fault Kill { get; } = new(
        "database", "kill -9 of PostgreSQL", async (cluster, _) =>
        {
            await cluster.Postgres.Kill();
            await cluster.Postgres.Start();
        }, TimeSpan.Zero, Nothing) { GapMax = TimeSpan.FromSeconds(10) };

    public static Fault Full(Processes.Faults.SmallDisk disk) => new(
        "full", "disk of PostgreSQL full 10 s", (_, _) => Done(() => disk.Fill(leave: 256 * 1024)), TimeSpan.FromSeconds(10),
        async cluster =>
        {
            disk.Free();
            await cluster.Postgres.StartAgain();
        });
}
