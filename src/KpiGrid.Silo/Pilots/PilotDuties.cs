using KpiGrid.Silo.Aggregates;

namespace KpiGrid.Silo.Pilots;

/// <summary>What is expected of each KPI stream of a pilot, and what was reported, for each municipality.</summary>
internal sealed class PilotDuties(PilotId pilot)
{
    private readonly Dictionary<MunicipalityId, Dictionary<KpiStreamId, Duty>> duties = [];

    public IEnumerable<Duty> Of(MunicipalityId municipality) =>
        duties.TryGetValue(municipality, out var own) ? own.Values : [];

    public Duty? Of(MunicipalityId municipality, KpiStreamId stream) =>
        duties.TryGetValue(municipality, out var own) ? own.GetValueOrDefault(stream) : null;

    public IEnumerable<(MunicipalityId Municipality, Duty Duty)> All =>
        duties.SelectMany(pair => pair.Value.Values.Select(duty => (pair.Key, duty)));

    /// <summary>Makes the duties of some streams (null: all) anew; answers which changed, by municipality.</summary>
    public IReadOnlyDictionary<MunicipalityId, HashSet<KpiStreamId>> Refresh(
        PilotState state, IReadOnlyCollection<Family>? families)
    {
        var changed = new Dictionary<MunicipalityId, HashSet<KpiStreamId>>();
        var streams = families is null
            ? duties.Values.SelectMany(own => own.Keys).Concat(Declared(state)).Concat(Used(state, state.Families.Values))
            : Used(state, families).Concat(Known(families));
        foreach (var stream in streams.ToHashSet())
            foreach (var municipality in state.Municipalities)
                if (Put(municipality, stream, Make(state, municipality, stream)))
                    (changed.TryGetValue(municipality, out var set) ? set : changed[municipality] = []).Add(stream);
        return changed;
    }

    /// <summary>The streams that the facts declare; in a pilot of one municipality its name falls away.</summary>
    private IEnumerable<KpiStreamId> Declared(PilotState state) =>
        (state.Facts?.Kpis ?? []).Select(declared => StreamOf(state, declared)).Distinct();

    private IEnumerable<KpiStreamId> Used(PilotState state, IEnumerable<Family> families) =>
        families.SelectMany(family => family.Owners.Select(owner =>
            new KpiStreamId(pilot, family.Id.Kpi, family.Id.Class, owner)));

    /// <summary>The streams that have a duty already: one may just have lost its last measurement.</summary>
    private IEnumerable<KpiStreamId> Known(IReadOnlyCollection<Family> families) =>
        from family in families
        from own in duties
        from owner in (MunicipalityId?[])[null, own.Key]
        let stream = new KpiStreamId(pilot, family.Id.Kpi, family.Id.Class, owner)
        where own.Value.ContainsKey(stream)
        select stream;

    private KpiStreamId StreamOf(PilotState state, DeclaredStream declared) => new(
        pilot, declared.Kpi, declared.Class, state.Municipalities.Count > 1 ? declared.Municipality : null);

    private Duty? Make(PilotState state, MunicipalityId municipality, KpiStreamId stream)
    {
        if (stream.Municipality is { } named && named != municipality) return null;
        var family = state.Families.GetValueOrDefault(new(stream.Kpi, stream.Class));
        var spans = (family?.Stream(stream.Municipality)?.Reported() ?? []).ToList();
        var declared = DeclaredDays(state, stream);
        if (declared.Count == 0 && spans.Count > 0) declared = [new(spans.Min(span => span.First), DateOnly.MaxValue)];
        var expected = stream.Municipality is not null ? declared
            : [.. state.Shares.DaysOf(stream.Kpi, municipality)
                .SelectMany(held => declared.Select(held.Intersect)).OfType<DayRange>().Order()];
        if (expected.Count == 0) return null;
        return new()
        {
            Stream = stream,
            Standing = family?.Kind.IsStanding() ?? false,
            Expected = expected,
            Reported = ReportedRuns.Of(spans),
        };
    }

    private List<DayRange> DeclaredDays(PilotState state, KpiStreamId stream) =>
    [
        .. (state.Facts?.Kpis ?? []).Where(declared => StreamOf(state, declared) == stream)
            .Select(declared => DayRange.Between(declared.From, declared.To)),
    ];

    private bool Put(MunicipalityId municipality, KpiStreamId stream, Duty? duty)
    {
        if (!duties.TryGetValue(municipality, out var own)) duties.Add(municipality, own = []);
        var before = own.GetValueOrDefault(stream);
        if (duty is null) return own.Remove(stream);
        own[stream] = duty;
        return before is null || before.Standing != duty.Standing
            || !before.Expected.SequenceEqual(duty.Expected) || !before.Reported.SequenceEqual(duty.Reported);
    }
}
