using System.Diagnostics;
using System.Globalization;
using KpiGrid.Tests.Processes.Faults;
using Xunit;

namespace KpiGrid.Tests.Faults;

/// <summary>
/// What one silo carries and what two do, over the same PostgreSQL: figures, and no promise but that nothing is lost. On a
/// machine of few cores a silo is held to a part of one, so that it is the silo that limits.
/// </summary>
internal static class Capacity
{
    public const string Word = "capacity";
    private const string Head = """
        | silos | measurements/s | CPU of silos | of front end | of PostgreSQL | us of silo a measurement |
        |---|---|---|---|---|---|
        """;

    private const double CoresEach = 0.25;
    private const int ClientCount = 54;
    private static readonly TimeSpan warm = TimeSpan.FromSeconds(15);
    private static readonly TimeSpan settled = TimeSpan.FromSeconds(3);
    private static readonly TimeSpan measured = TimeSpan.FromSeconds(15);

    public static async Task Run(int rounds, Action<string> tell)
    {
        Needed.Must(CpuShare.IsPossible, "There are no control groups to hold a process to a part of a core");
        tell(Head);
        for (var round = 0; round < rounds; round++)
        {
            tell(await Carry(1));
            tell(await Carry(2));
        }
    }

    private static async Task<string> Carry(int silos)
    {
        await using var cluster = await FaultCluster.Start(new() { Silos = silos, Fronts = 1 });
        var shares = cluster.Silos.Select(silo => new CpuShare(silo.Host, CoresEach)).ToList();
        var book = new AckBook();
        using var load = new Load(cluster.Http, cluster.Fronts, book, $"{Guid.NewGuid():N}"[..8], TimeSpan.Zero, ClientCount);
        load.Begin();
        await Task.Delay(warm, TestContext.Current.CancellationToken); // in full, or compiling is what is measured
        foreach (var (share, silo) in shares.Zip(cluster.Silos)) share.Hold(silo.ProcessId);
        await Task.Delay(settled, TestContext.Current.CancellationToken);
        var before = (Acks: book.Measurements, Cpu: Cpu(cluster), At: Stopwatch.GetTimestamp());
        await Task.Delay(measured, TestContext.Current.CancellationToken);
        var (acks, seconds) = (book.Measurements - before.Acks, Stopwatch.GetElapsedTime(before.At).TotalSeconds);
        var cpu = Cpu(cluster).Zip(before.Cpu, (now, then) => now - then).ToList();
        await (await load.Stop()).Settle();
        var row = string.Create(CultureInfo.InvariantCulture, $"""
            | {silos} | {acks / seconds:N0} | {cpu[0] / seconds:N2} | {cpu[1] / seconds:N2} | {cpu[2] / seconds:N2} | {cpu[0] * 1_000_000 / acks:N0} |
            """);
        await cluster.Rows.ReadOn();
        Assert.Equal(0, book.Acknowledged.Count(revision => !cluster.Rows.Has(revision)));
        await cluster.DisposeAsync();
        shares.ForEach(share => share.Dispose());
        return row;
    }

    /// <summary>Seconds of processor time of silos, front end and database.</summary>
    private static List<double> Cpu(FaultCluster cluster) =>
    [
        cluster.Silos.Sum(silo => silo.Cpu.TotalSeconds), cluster.FrontEnds.Sum(front => front.Cpu.TotalSeconds),
        cluster.Postgres.Cpu.TotalSeconds,
    ];
}
