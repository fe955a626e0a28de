using System.Text.Json;
using KpiGrid.Silo.Hosting;
using KpiGrid.Silo.Journal;
using KpiGrid.Silo.Registry;
using Microsoft.Extensions.Options;
using Orleans.Concurrency;

namespace KpiGrid.Silo.Aggregates;

/// <summary>A region: keeps each member's cells and their sum on the days of membership.</summary>
[Reentrant]
internal sealed class RegionGrain : Grain, IRegionGrain, ISweptNode
{
    private readonly IJournal journal;
    private readonly RegistryView registry;
    private readonly LocalNodes nodes;
    private readonly AggregateOptions options;
    private readonly TimeProvider timer;
    private readonly RegionCells cells;
    private readonly Readiness readiness;
    private readonly Watchers watchers;
    private readonly HashSet<MunicipalityId> everMembers = [];
    private NodeVersion own;
    private DateTimeOffset confirmedAt;

    public RegionGrain(
        IJournal journal, RegistryView registry, LocalNodes nodes, IOptions<AggregateOptions> options, TimeProvider timer)
    {
        (this.journal, this.registry, this.nodes, this.options, this.timer) =
            (journal, registry, nodes, options.Value, timer);
        cells = new(KindOf, journal.Epoch);
        readiness = new(journal.Epoch);
        watchers = new(() => readiness.IsReady ? Version : null, this.options.WatchersMax, timer);
    }

    private RegionId Id => RegionId.Parse(this.GetPrimaryKeyString());

    private NodeVersion Version => own.With(cells.Children.Version);

    public override async Task OnActivateAsync(CancellationToken cancellationToken)
    {
        nodes.Join(Id, readiness);
        confirmedAt = nodes.ConfirmedAt;
        await ReadMembers(cancellationToken);
        readiness.Start();
    }

    public override Task OnDeactivateAsync(DeactivationReason reason, CancellationToken cancellationToken)
    {
        nodes.Leave(Id, readiness);
        return Task.CompletedTask;
    }

    public Task<ReportAnswer> Report(CellReport report)
    {
        var changes = cells.Children.Apply(report, out var sendWhole);
        if (changes is not null) cells.Take(report.Child, changes);
        readiness.Holds(report.Child, cells.Children.Holds(report.Child));
        watchers.Changed(changes?.Kpis ?? []);
        return Task.FromResult(new ReportAnswer(cells.Children.Holds(report.Child), sendWhole, Version));
    }

    public async Task<Sums> Sums(SumsQuestion question)
    {
        await WhenReady([question]);
        return Answer(question);
    }

    public async Task<IReadOnlyList<Sums>> Snapshot(IReadOnlyList<SumsQuestion> questions)
    {
        await WhenReady(questions);
        return [.. questions.Select(Answer)];
    }

    public Task<bool> Watch(IRegionWatcher watcher, TimeSpan lease) => Task.FromResult(watchers.Renew(watcher, lease));

    public Task Unwatch(IRegionWatcher watcher)
    {
        watchers.Remove(watcher);
        return Task.CompletedTask;
    }

    public Task MembersChanged(long head) => ReadMembers(CancellationToken.None);

    public async Task Seen(IReadOnlyList<HeadSeen> heads)
    {
        foreach (var (stream, version) in heads)
        {
            if (stream == Streams.Of(Id)) readiness.Wants(stream, version, own);
            else Want(MunicipalityId.Parse(stream[Streams.Municipalities.Length..]), version);
        }
        if (readiness.IsWanted(Streams.Of(Id))) await ReadMembers(CancellationToken.None);
        else await PokeWanted();
    }

    private async Task ReadMembers(CancellationToken cancellationToken)
    {
        await registry.Refresh(Streams.Of(Id), cancellationToken);
        if (registry.History(Streams.Of(Id)) is not { Entries.IsEmpty: false } history) return;
        var entries = history.Entries.Select(entry =>
            JsonSerializer.Deserialize<RegionFacts>(entry.Facts, KpiGridJson.Options)!).ToList();
        own = history.Head.Version(journal.Epoch);
        cells.SetMembers(new(entries[^1]));
        // Wanted until every member is: a read that fails on the way is made again by the sweep.
        readiness.Wants(Streams.Of(Id), own, NodeVersion.None);
        var unseen = entries.SelectMany(facts => facts.Members).Select(member => member.Municipality)
            .Distinct().Where(id => !everMembers.Contains(id)).ToList();
        foreach (var (municipality, shown) in await StorageVersions.Of(journal, unseen, cancellationToken))
            if (everMembers.Add(municipality)) Want(municipality, shown);
        readiness.Holds(Streams.Of(Id), own);
        watchers.Changed(null);
        await PokeWanted();
    }

    /// <summary>Whatever must be waited for comes first, so that all answers are of one version.</summary>
    private async Task WhenReady(IReadOnlyList<SumsQuestion> questions)
    {
        await registry.Meet(questions.Select(question => Streams.Of(question.Kpi)));
        await readiness.WhenReady(options.ReadyWithin, timer);
        if (!readiness.IsBehind) confirmedAt = nodes.ConfirmedAt;
    }

    private Sums Answer(SumsQuestion question)
    {
        var kind = KindOf(question.Kpi);
        return new()
        {
            Version = Version,
            ConfirmedAt = confirmedAt,
            Periods = NodeSums.Periods(cells.Total(question.Kpi), kind, question, period =>
                cells.Coverage(question.Kpi, period)),
            Parts = NodeSums.Speaking(Parts(question, kind)),
        };
    }

    private void Want(MunicipalityId municipality, NodeVersion version) =>
        readiness.Wants(municipality.Value, version, cells.Children.Holds(municipality.Value));

    private async Task PokeWanted()
    {
        await Task.Yield(); // see Reporting: no sending under this activation's lock
        foreach (var (municipality, version) in readiness.Wanted.Where(wanted => wanted.Child != Streams.Of(Id)))
            await GrainFactory.GetGrain<IMunicipalityGrain>(municipality)
                .Poke(Id, cells.Children.Holds(municipality), version);
    }

    private KpiKind KindOf(KpiCode kpi) => registry.Kpi(kpi)?.Facts.Kind ?? KpiKind.Flow;

    private IEnumerable<SumPart> Parts(SumsQuestion question, KpiKind kind) => question.Split switch
    {
        Split.Municipality => cells.ByMunicipality(question, kind),
        Split.Class => NodeSums.ByClass(cells.Total(question.Kpi), kind, question),
        _ => [],
    };
}
