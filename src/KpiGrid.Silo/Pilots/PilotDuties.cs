using KpiGrid.Silo.Aggregates;

namespace KpiGrid.Silo.Pilots;

/// <summary>What is expected of each KPI stream of a pilot, and what was reported, for each municipality.</summary>
internal sealed class PilotDuties(PilotId pilot)
{
    private readonly Dictionary<MunicipalityId, Dictionary<KpiStreamId, Duty>> duties = [];

    /// <summary>Every stream there ever was: one that lost its last measurement has a duty to lose.</summary>
    private readonly Dictionary<FamilyId, HashSet<KpiStreamId>> known = [];

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
            ? known.Values.SelectMany(family => family).Concat(Declared(state)).Concat(Used(state.Families.Values))
            : families.SelectMany(family => known.GetValueOrDefault(family.Id, [])).Concat(Used(families));
        foreach (var stream in streams.ToHashSet())
        {
            Remember(stream);
            foreach (var municipality in state.Municipalities)
                if (Put(municipality, stream, Make(state, municipality, stream)))
                    (changed.TryGetValue(municipality, out var set) ? set : changed[municipality] = []).Add(stream);
        }
        return changed;
    }

    private void Remember(KpiStreamId stream)
    {
        var family = new FamilyId(stream.Kpi, stream.Class);
        (known.TryGetValue(family, out var streams) ? streams : known[family] = []).Add(stream);
    }

    /// <summary>The streams that the facts declare; in a pilot of one municipality its name falls away.</summary>
    private IEnumerable<KpiStreamId> Declared(PilotState state) =>
        (state.Facts?.Kpis ?? []).Select(declared => StreamOf(state, declared)).Distinct();

    private IEnumerable<KpiStreamId> Used(IEnumerable<Family> families) =>
        families.SelectMany(family => family.Owners.Select(owner =>
            new KpiStreamId(pilot, family.Id.Kpi, family.Id.Class, owner)));

    private KpiStreamId StreamOf(PilotState state, DeclaredStream declared) => new(
        pilot, declared.Kpi, declared.Class, state.Municipalities.Count > 1 ? declared.Municipality : null);

    private Duty? Make(PilotState state, MunicipalityId municipality, KpiStreamId stream)
    {
        if (stream.Municipality is { } named && named != municipality) return null;
        var family = state.Families.GetValueOrDefault(new(stream.Kpi, stream.Class));
        var figures = family?.Stream(stream.Municipality);
        var spans = (figures?.Reported() ?? []).ToList();
        var declared = DeclaredDays(state, stream);
        if (declared.Count == 0 && spans.Count > 0) declared = [new(spans.Min(span => span.First), DateOnly.MaxValue)];
        declared = [.. NotExpected.TakenFrom(declared, figures?.NotExpected() ?? [])];
        var expected = stream.Municipality is not null ? declared
            : [.. state.Shares.DaysOf(stream.Kpi, municipality)
                .SelectMany(held => declared.Select(held.Intersect)).OfType<DayRange>().Order()];
        if (expected.Count == 0) return null;
        return new()
        {
            Stream = stream,
            Standing = spans.Count > 0 && family!.Kind.IsStanding(),
            Expected = expected,
            Reported = ReportedRuns.Of(spans),
            ApprovedBefore = state.Approval.ApprovedBefore,
            Meetings = stream.Municipality is null ? state.Meetings(new(stream.Kpi, stream.Class)) : [],
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
            || !before.Expected.SequenceEqual(duty.Expected) || !before.Reported.SequenceEqual(duty.Reported)
            || before.ApprovedBefore != duty.ApprovedBefore || !before.Meetings.SequenceEqual(duty.Meetings);
    }
}
