using System.Threading.Channels;
using KpiGrid.Silo.Aggregates;
using KpiGrid.Silo.Journal;
using KpiGrid.Silo.Registry;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace KpiGrid.Silo.Hosting;

/// <summary>
/// Holds heads in storage against this silo's nodes, so that what a report failed to bring up arrives without traffic. A
/// hosted service, not a grain: no caretaker can die with its silo.
/// </summary>
internal sealed class HeadSweep(
    IJournal journal, RegistryView registry, LocalNodes nodes, IGrainFactory grains, TimeProvider timer,
    [FromKeyedServices(KpiTime.Key)] TimeProvider time, IOptions<AggregateOptions> options, ILogger<HeadSweep> logger)
    : BackgroundService
{
    /// <summary>Of size one: however often a round is asked for while one runs, one follows.</summary>
    private readonly Channel<bool> due = Channel.CreateBounded<bool>(
        new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });

    private long mark;
    private long comparedAll;

    /// <summary>Has the next round begin now.</summary>
    public void Soon() => due.Writer.TryWrite(true);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var ticks = timer.CreateTimer(_ => Soon(), null, options.Value.SweepEvery, options.Value.SweepEvery);
        comparedAll = timer.GetTimestamp();
        try
        {
            await foreach (var _ in due.Reader.ReadAllAsync(stoppingToken)) await Round(stoppingToken);
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The silo stops.
        }
    }

    private async Task Round(CancellationToken stoppingToken)
    {
        try
        {
            if (timer.GetElapsedTime(comparedAll) >= options.Value.CompareAllEvery)
                (mark, comparedAll) = (0, timer.GetTimestamp());
            await Sweep(stoppingToken);
        }
        catch (Exception failure) when (!stoppingToken.IsCancellationRequested)
        {
            logger.LogWarning(failure, "The head sweep failed; nodes stay unconfirmed until the next one");
        }
    }

    /// <summary>
    /// One round: tells every local node which heads moved since the round before. A node that is still behind is told
    /// though none moved: a poke or a report may have been lost.
    /// </summary>
    public async Task Sweep(CancellationToken cancellationToken)
    {
        var began = time.GetUtcNow();
        var isWhole = mark == 0;
        var moved = await journal.HeadsAfter(mark, cancellationToken);
        foreach (var head in moved.Heads.Where(head => Streams.IsRegistry(head.Stream)))
            await registry.Refresh(head, cancellationToken);
        var affected = await Affected(moved.Heads, cancellationToken);
        foreach (var pilot in nodes.PilotsBehind)
            await grains.GetGrain<IPilotGrain>(pilot.Value).AsReference<ISweptNode>().Seen([]);
        foreach (var municipality in affected.Keys.Where(nodes.Has).Union(nodes.MunicipalitiesBehind))
            await grains.GetGrain<IMunicipalityGrain>(municipality.Value).AsReference<ISweptNode>()
                .Seen(affected.GetValueOrDefault(municipality, []));
        var regions = RegionHeads(moved.Heads, await Versions(affected, isWhole, cancellationToken));
        foreach (var region in nodes.RegionsBehind) regions.TryAdd(region, []);
        foreach (var (region, heads) in regions)
            await grains.GetGrain<IRegionGrain>(region.Value).AsReference<ISweptNode>().Seen(heads);
        mark = moved.Mark;
        nodes.ConfirmedAt = began;
    }

    /// <summary>The heads that concern a municipality: its own and its pilots'.</summary>
    private async Task<Dictionary<MunicipalityId, List<HeadSeen>>> Affected(
        IReadOnlyList<JournalHead> heads, CancellationToken cancellationToken)
    {
        var affected = new Dictionary<MunicipalityId, List<HeadSeen>>();
        var pilots = heads.Select(head => Streams.Pilot(head.Stream)).OfType<PilotId>().ToList();
        // After the heads: with an edge that was read before its record was committed, the record would never be told.
        var edges = (pilots.Count == 0 ? [] : await journal.Edges(pilots, cancellationToken))
            .ToLookup(edge => edge.Pilot, edge => edge.Municipality);
        foreach (var head in heads)
        {
            var seen = new HeadSeen(head.Stream, head.Version(journal.Epoch));
            if (Streams.Pilot(head.Stream) is { } pilot)
            {
                nodes.Shown(pilot, head.Sequence);
                foreach (var municipality in edges[pilot]) Add(municipality, seen);
            }
            else if (head.Stream.StartsWith(Streams.Municipalities, StringComparison.Ordinal))
                Add(MunicipalityId.Parse(head.Stream[Streams.Municipalities.Length..]), seen);
        }
        return affected;

        void Add(MunicipalityId municipality, HeadSeen seen)
        {
            if (!affected.TryGetValue(municipality, out var list)) affected.Add(municipality, list = []);
            list.Add(seen);
        }
    }

    /// <summary>What the affected members of this silo's regions have come to; a whole sweep has met all that feeds them.</summary>
    private async Task<IReadOnlyDictionary<MunicipalityId, NodeVersion>> Versions(
        Dictionary<MunicipalityId, List<HeadSeen>> affected, bool isWhole, CancellationToken cancellationToken)
    {
        var local = nodes.Regions.ToHashSet();
        var concerned = affected.Keys.Where(place => registry.RegionsOf(place).Overlaps(local)).ToList();
        return isWhole
            ? concerned.ToDictionary(place => place, place => affected[place].Aggregate(
                NodeVersion.None with { Epoch = journal.Epoch }, (sum, seen) => sum.With(seen.Version)))
            : await StorageVersions.Of(journal, concerned, cancellationToken);
    }

    private Dictionary<RegionId, List<HeadSeen>> RegionHeads(
        IReadOnlyList<JournalHead> heads, IReadOnlyDictionary<MunicipalityId, NodeVersion> members)
    {
        var regions = nodes.Regions.ToDictionary(region => region, _ => new List<HeadSeen>());
        foreach (var head in heads.Where(head => head.Stream.StartsWith(Streams.Regions, StringComparison.Ordinal)))
            if (regions.TryGetValue(RegionId.Parse(head.Stream[Streams.Regions.Length..]), out var seen))
                seen.Add(new(head.Stream, head.Version(journal.Epoch)));
        foreach (var (municipality, version) in members)
            foreach (var region in registry.RegionsOf(municipality).Where(regions.ContainsKey))
                regions[region].Add(new(Streams.Of(municipality), version));
        return regions.Where(pair => pair.Value.Count > 0).ToDictionary();
    }
}
