using KpiGrid.Silo.Hosting;
using KpiGrid.Silo.Journal;
using KpiGrid.Silo.Registry;
using Microsoft.Extensions.Options;
using Orleans.Concurrency;

namespace KpiGrid.Silo.Aggregates;

/// <summary>A municipality: keeps what each pilot allocated to it and reports it to its regions.</summary>
[Reentrant]
internal sealed class MunicipalityGrain(
    IJournal journal, RegistryView registry, LocalNodes nodes, IOptions<AggregateOptions> options, TimeProvider timer)
    : Grain, IMunicipalityGrain, ISweptNode, IReportSource
{
    private readonly ChildCells pilots = new(journal.Epoch);
    private readonly CellTable total = new();
    private readonly DutyBook duties = new();
    private readonly Readiness readiness = new(journal.Epoch);
    private readonly Dictionary<RegionId, Reporting> regions = [];
    private NodeVersion own;
    private DateTimeOffset confirmedAt;

    private MunicipalityId Id => MunicipalityId.Parse(this.GetPrimaryKeyString());

    public NodeVersion Version => own.With(pilots.Version);

    bool IReportSource.CanReport => readiness.IsReady;

    public override async Task OnActivateAsync(CancellationToken cancellationToken)
    {
        nodes.Join(Id, readiness);
        own = (await journal.Head(Streams.Of(Id), cancellationToken)).Version(journal.Epoch);
        var heads = await journal.PilotHeads(Id, cancellationToken);
        confirmedAt = nodes.ConfirmedAt;
        await Seen([.. heads.Select(head => new HeadSeen(head.Stream, head.Version(journal.Epoch)))]);
        readiness.Start();
    }

    public override Task OnDeactivateAsync(DeactivationReason reason, CancellationToken cancellationToken)
    {
        nodes.Leave(Id, readiness);
        return Task.CompletedTask;
    }

    public Task<ReportAnswer> Report(CellReport report)
    {
        var changes = pilots.Apply(report, out var sendWhole);
        if (changes is not null) Take(report.Child, changes);
        readiness.Holds(report.Child, pilots.Holds(report.Child));
        Tell(changes?.Cells.Select(cell => cell.Key) ?? [], changes?.Duties ?? []);
        return Task.FromResult(new ReportAnswer(pilots.Holds(report.Child), sendWhole, Version));
    }

    public async Task<Sums> Sums(SumsQuestion question)
    {
        await readiness.WhenReady(options.Value.ReadyWithin, timer);
        if (!readiness.IsBehind) confirmedAt = nodes.ConfirmedAt;
        var kind = await registry.KindOf(question.Kpi);
        return new()
        {
            Version = Version,
            ConfirmedAt = confirmedAt,
            Periods = NodeSums.Periods(total.Of(question.Kpi), kind, question, period =>
                duties.Of(question.Kpi, period, Id, question.Within)),
            Parts = NodeSums.Speaking(Parts(question, kind)),
        };
    }

    public async Task<IReadOnlyList<PilotId>> Pilots(KpiCode? kpi)
    {
        await readiness.WhenReady(options.Value.ReadyWithin, timer);
        return
        [
            .. pilots.All.Where(pair => kpi is not { } code || pair.Value.Cells.Of(code) is not null
                    || pair.Value.Duties.Keys.Any(stream => stream.Kpi == code))
                .Select(pair => PilotId.Parse(pair.Key)).Order(),
        ];
    }

    public Task Settle(NodeVersion version)
    {
        Enlist();
        return Task.WhenAll(regions.Values.Select(async region => await region.Settled(version)));
    }

    public Task Poke(RegionId region, NodeVersion holds, NodeVersion wants)
    {
        Enlist(region); // it may know of its member before this silo's view does
        regions[region].Poked(holds);
        return Task.CompletedTask;
    }

    public async Task Seen(IReadOnlyList<HeadSeen> heads)
    {
        foreach (var (stream, version) in heads)
        {
            if (Streams.Pilot(stream) is not { } pilot)
            {
                if (!version.IsAfter(own)) continue;
                own = version;
                Tell([], []);
                continue;
            }
            readiness.Wants(pilot.Value, version, pilots.Holds(pilot.Value));
        }
        await Task.Yield(); // see Reporting: no sending under this activation's lock
        foreach (var (pilot, version) in readiness.Wanted)
            await GrainFactory.GetGrain<IPilotGrain>(pilot).Poke(Id, pilots.Holds(pilot), version);
    }

    CellReport IReportSource.Report(
        NodeVersion since, IReadOnlyCollection<CellKey>? keys, IReadOnlyCollection<KpiStreamId>? streams) => new()
    {
        Child = Id.Value,
        Base = since,
        Version = Version,
        Whole = keys is null,
        Cells = CellBlock.Pack(keys is null ? total.All : keys.Select(key => new Cell(key, total.Get(key)))),
        Duties = streams is null
            ? [.. pilots.All.Values.SelectMany(pilot => pilot.Duties.Values)]
            : [.. streams.Select(Duty)],
    };

    private void Take(string pilot, ChildChanges changes)
    {
        var child = pilots.All[pilot];
        foreach (var (key, before, after) in changes.Cells)
        {
            child.Cells.Set(new(key, after));
            total.Add(key, after - before);
        }
        foreach (var stream in changes.Duties) duties.Set(Id, stream, child.Duties.GetValueOrDefault(stream));
    }

    private void Tell(IEnumerable<CellKey> keys, IEnumerable<KpiStreamId> streams)
    {
        Enlist();
        var changedKeys = keys.ToList();
        var changedStreams = streams.ToList();
        foreach (var region in regions.Values) region.Changed(changedKeys, changedStreams);
    }

    /// <summary>Every region the municipality is or was a member of hears from it.</summary>
    private void Enlist()
    {
        foreach (var region in registry.RegionsOf(Id)) Enlist(region);
    }

    private void Enlist(RegionId region)
    {
        if (!regions.ContainsKey(region))
            regions.Add(region, new(this, GrainFactory.GetGrain<IRegionGrain>(region.Value).Report));
    }

    private Duty Duty(KpiStreamId stream) =>
        pilots.All.TryGetValue(stream.Pilot.Value, out var pilot) && pilot.Duties.TryGetValue(stream, out var duty)
            ? duty
            : new() { Stream = stream, Standing = false, Expected = [], Reported = [] };

    private IEnumerable<SumPart> Parts(SumsQuestion question, KpiKind kind) => question.Split switch
    {
        Split.Municipality => [new(Id.Value, NodeSums.Periods(total.Of(question.Kpi), kind, question, period =>
            duties.Of(question.Kpi, period, Id, question.Within)))],
        Split.Pilot => pilots.All.Select(pilot => new SumPart(pilot.Key,
            NodeSums.Periods(pilot.Value.Cells.Of(question.Kpi), kind, question, period =>
                DutyBook.Of(pilot.Value.Duties.Values.Where(duty => duty.Stream.Kpi == question.Kpi), period, question.Within)))),
        Split.Class => NodeSums.ByClass(total.Of(question.Kpi), kind, question),
        _ => [],
    };
}
