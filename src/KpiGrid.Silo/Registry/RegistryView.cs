using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Text.Json;
using KpiGrid.Silo.Journal;

namespace KpiGrid.Silo.Registry;

/// <summary>
/// The silo's read-only view of KPI definitions, municipalities, regions and keys, fed from their journal streams: at start from
/// all of them, then by this silo's own registry grains at once and by the head sweep for everybody else's.
/// </summary>
internal sealed class RegistryView(IJournal journal)
{
    /// <summary>Unknown nouns looked up for one question; more are as unknown as they seem.</summary>
    private const int LookedUpMax = 1_000;

    private readonly ConcurrentDictionary<string, NounHistory> nouns = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<KpiCode, KpiDefinition> kpis = new();
    private readonly ConcurrentDictionary<MunicipalityId, MunicipalityFacts> municipalities = new();
    private readonly ConcurrentDictionary<MunicipalityId, IReadOnlySet<RegionId>> regions = new();
    private readonly Lock learning = new();
    private volatile ImmutableHashSet<MunicipalityId> ended = [];

    public async Task Load(CancellationToken cancellationToken)
    {
        foreach (var prefix in Streams.Registry)
            foreach (var head in await journal.Heads(prefix, cancellationToken))
                await Refresh(head.Stream, cancellationToken);
    }

    /// <summary>Reads what a stream holds beyond what is known of it.</summary>
    public async Task Refresh(string stream, CancellationToken cancellationToken)
    {
        var known = nouns.TryGetValue(stream, out var history) ? history.Head : JournalHead.Empty(stream);
        await foreach (var record in journal.ReadAfter(known, cancellationToken)) Learn(record);
    }

    /// <summary>The same, unless all is known that storage has shown.</summary>
    public Task Refresh(JournalHead shown, CancellationToken cancellationToken) =>
        History(shown.Stream)?.Head.Sequence >= shown.Sequence
            ? Task.CompletedTask
            : Refresh(shown.Stream, cancellationToken);

    /// <summary>Looks up nouns that are not known here in the journal: another silo may just have put them.</summary>
    public async Task Meet(IEnumerable<string> streams)
    {
        foreach (var stream in streams.Distinct().Where(stream => !nouns.ContainsKey(stream)).Take(LookedUpMax).ToList())
            await Refresh(stream, CancellationToken.None);
    }

    /// <summary>Takes in a record; one that is known already changes nothing.</summary>
    public void Learn(JournalRecord record)
    {
        lock (learning)
        {
            var history = nouns.GetValueOrDefault(record.Stream) ?? new(record.Stream);
            if (record.Sequence != history.Head.Sequence + 1) return;
            history.Add(record);
            Project(record, history);
            nouns[record.Stream] = history; // last: who finds it looks no further, and must find all that is made of it
        }
    }

    public KpiDefinition? Kpi(KpiCode code) => kpis.GetValueOrDefault(code);

    /// <summary>A KPI's kind, looked up where it is not known here; of one that nobody has created, that of a flow.</summary>
    public async ValueTask<KpiKind> KindOf(KpiCode code)
    {
        if (Kpi(code) is null) await Meet([Streams.Of(code)]);
        return Kpi(code)?.Facts.Kind ?? KpiKind.Flow;
    }

    public MunicipalityFacts? Municipality(MunicipalityId id) => municipalities.GetValueOrDefault(id);

    /// <summary>The municipalities that ended in others.</summary>
    public IReadOnlyCollection<MunicipalityId> Ended => ended;

    /// <summary>The IANA zone of a municipality; null when it is not registered.</summary>
    public string? Zone(MunicipalityId id) => Municipality(id)?.TimeZone;

    /// <summary>Every region a municipality is or ever was a member of.</summary>
    public IReadOnlySet<RegionId> RegionsOf(MunicipalityId id) =>
        regions.TryGetValue(id, out var set) ? set : new HashSet<RegionId>();

    public NounHistory? History(string stream) => nouns.GetValueOrDefault(stream);

    /// <summary>Nouns of a prefix after an id, in ordinal order.</summary>
    public IReadOnlyList<NounHistory> List(string prefix, string? after, int limit) =>
    [
        .. nouns.Values
            .Where(noun => noun.Stream.StartsWith(prefix, StringComparison.Ordinal)
                && string.CompareOrdinal(noun.Stream, prefix + after) > 0)
            .OrderBy(noun => noun.Stream, StringComparer.Ordinal)
            .Take(limit),
    ];

    private void Project(JournalRecord record, NounHistory history)
    {
        var id = record.Stream[(record.Stream.IndexOf('/') + 1)..];
        if (record.Stream.StartsWith(Streams.Kpis, StringComparison.Ordinal))
        {
            var code = KpiCode.Parse(id);
            var facts = Facts<KpiFacts>(history);
            var comparable = facts.ComparableWith.Contains((int)record.Sequence - 1);
            var series = comparable && kpis.TryGetValue(code, out var before) ? before.Series : (int)record.Sequence;
            kpis[code] = new(code, (int)record.Sequence, series, facts);
        }
        else if (record.Stream.StartsWith(Streams.Municipalities, StringComparison.Ordinal))
            Project(MunicipalityId.Parse(id), Facts<MunicipalityFacts>(history));
        else if (record.Stream.StartsWith(Streams.Regions, StringComparison.Ordinal))
        {
            foreach (var member in Facts<RegionFacts>(history).Members)
                regions[member.Municipality] =
                    new HashSet<RegionId>(RegionsOf(member.Municipality)) { RegionId.Parse(id) };
        }
    }

    private void Project(MunicipalityId id, MunicipalityFacts facts)
    {
        ended = facts.Intervals.Any(interval => interval.To is not null && interval.Successors.Count > 0)
            ? ended.Add(id)
            : ended.Remove(id);
        municipalities[id] = facts;
    }

    private static T Facts<T>(NounHistory history) =>
        JsonSerializer.Deserialize<T>(history.Entries[^1].Facts, KpiGridJson.Options)!;
}
