using KpiGrid.Tests.Processes.Faults;
using Xunit;

namespace KpiGrid.Tests.Faults;

/// <summary>
/// Three silos, two front ends and PostgreSQL as real processes on hosts of their own: something fails while clients push,
/// and whatever fails, nothing acknowledged is lost or counted twice, and every node is right again soon after.
/// </summary>
[Collection(typeof(ClusterFaultsAlone))]
public sealed class ClusterFaultTests(FaultClusterFixture fixture, ITestOutputHelper output)
{
    /// <summary>Faults that begin with the clients giving up in them, where few rounds are run.</summary>
    private static readonly string[] silentFirst = ["partition", "alone"];

    public static TheoryData<string> Planned => [.. Plan.Words];

    private static IEnumerable<Fault> Faults =>
    [
        KnownFaults.KillOne, KnownFaults.KillAll, KnownFaults.KillFront, KnownFaults.Freeze, KnownFaults.Partition,
        KnownFaults.OneWay, KnownFaults.Alone, KnownFaults.Loss, StorageFaults.Cut, StorageFaults.Slow, StorageFaults.Stall,
        StorageFaults.Kill, StorageFaults.HeldHead, OperatorFaults.RollingRestart, OperatorFaults.ClockAhead,
        OperatorFaults.ClockBehind,
    ];

    [Theory]
    [MemberData(nameof(Planned))]
    public async Task No_promise_is_broken_by(string word)
    {
        output.WriteLine(FaultReport.Head);
        var rounds = Plan.Rounds(word);
        if (word == FullDisk.Word) await FullDisk.Run(rounds, output.WriteLine);
        else if (word == Capacity.Word) await Capacity.Run(rounds, output.WriteLine);
        else if (word.StartsWith(Teeth.Prefix, StringComparison.Ordinal)) await Teeth.Run(word, rounds, output.WriteLine);
        else if (word == LiveFaults.Word) await LiveFaults.Run(await fixture.Stands(), rounds, output.WriteLine);
        else await Run(Faults.Single(fault => fault.Word == word), rounds);
    }

    private async Task Run(Fault fault, int rounds)
    {
        Needed.Must(!fault.IsOfTime || OperatorFaults.CanFakeTime, "There is no libfaketime: install the package of that name");
        var run = new FaultRun(await fixture.Stands(), fault, output.WriteLine);
        (await run.Rounds(rounds, silentFirst.Contains(fault.Word))).Holds();
        Assert.Equal(0, await fixture.Cluster.Rows.WrittenBackInTime());
    }
}
