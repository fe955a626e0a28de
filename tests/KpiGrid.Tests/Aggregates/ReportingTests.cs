using KpiGrid.Silo.Aggregates;
using Xunit;

namespace KpiGrid.Tests.Aggregates;

public sealed class ReportingTests
{
    private static readonly CellKey key = new(
        KpiCode.Parse("CDW-GEN"), 1, null, null, DayRange.Of(new(2026, 1, 1)), Flag.Measured, false);

    private readonly Node node = new() { Version = new(1, 9, 9) };
    private readonly List<CellReport> sent = [];
    private NodeVersion? parentHolds;

    [Fact]
    public Task Changes_build_on_what_the_parent_acknowledged() => InTurns(async () =>
    {
        var reporting = Reporting();
        reporting.Changed([], []);
        await reporting.Settled(node.Version);
        node.Version = new(1, 10, 10);
        reporting.Changed([key], []);
        await reporting.Settled(node.Version);

        Assert.Equal([true, false], sent.Select(report => report.Whole));
        Assert.Equal(new(1, 9, 9), sent[1].Base);
    });

    [Fact]
    public Task A_parent_that_holds_another_history_gets_the_whole() => InTurns(async () =>
    {
        var reporting = Reporting();
        parentHolds = new(1, 10, 77);
        reporting.Changed([], []);
        await reporting.Settled(node.Version);
        parentHolds = null;
        node.Version = new(1, 11, 11);
        reporting.Changed([key], []);
        await reporting.Settled(node.Version);

        Assert.Equal([true, true], sent.Select(report => report.Whole));
    });

    [Fact]
    public Task A_node_that_is_not_ready_reports_nothing() => InTurns(async () =>
    {
        node.CanReport = false;
        var reporting = Reporting();
        reporting.Changed([key], []);
        var settled = reporting.Settled(node.Version);
        Assert.Empty(sent);

        node.CanReport = true;
        reporting.Changed([], []);

        Assert.Equal(node.Version, await settled);
        Assert.True(Assert.Single(sent).Whole);
    });

    /// <summary>One turn at a time, as in a grain.</summary>
    private static Task InTurns(Func<Task> test) => Task.Factory.StartNew(
        test, CancellationToken.None, TaskCreationOptions.None,
        new ConcurrentExclusiveSchedulerPair().ExclusiveScheduler).Unwrap();

    private Reporting Reporting() => new(node, report =>
    {
        sent.Add(report);
        var holds = parentHolds ?? report.Version;
        return Task.FromResult(new ReportAnswer(holds, false, holds));
    });

    private sealed class Node : IReportSource
    {
        public NodeVersion Version { get; set; }

        public bool CanReport { get; set; } = true;

        public CellReport Report(
            NodeVersion since, IReadOnlyCollection<CellKey>? keys, IReadOnlyCollection<KpiStreamId>? streams) => new()
        {
            Child = "DK-0657", Base = since, Version = Version, Whole = keys is null, Cells = CellBlock.Empty, Duties = [],
        };
    }
}
