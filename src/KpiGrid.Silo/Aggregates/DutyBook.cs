namespace KpiGrid.Silo.Aggregates;

/// <summary>Duties by KPI and municipality, and the coverage they come to.</summary>
internal sealed class DutyBook
{
    private readonly Dictionary<KpiCode, Dictionary<MunicipalityId, Dictionary<KpiStreamId, Duty>>> kpis = [];
    private readonly Dictionary<(KpiCode, DayRange), Coverage> known = [];

    /// <summary>Puts a duty of a municipality; null takes it out.</summary>
    public void Set(MunicipalityId municipality, KpiStreamId stream, Duty? duty)
    {
        Forget(stream.Kpi);
        if (!kpis.TryGetValue(stream.Kpi, out var places)) kpis.Add(stream.Kpi, places = []);
        if (!places.TryGetValue(municipality, out var duties)) places.Add(municipality, duties = []);
        if (duty is null) duties.Remove(stream); else duties[stream] = duty;
    }

    public void ForgetAll() => known.Clear();

    /// <summary>The coverage of a period over all municipalities, each on the days it is in the set.</summary>
    public Coverage Of(KpiCode kpi, DayRange period, Func<MunicipalityId, IReadOnlyList<DayRange>?> within)
    {
        if (known.TryGetValue((kpi, period), out var coverage)) return coverage;
        coverage = kpis.TryGetValue(kpi, out var places)
            ? places.Aggregate(Coverage.None, (sum, place) => Add(sum, Of(place.Value.Values, period, within(place.Key))))
            : Coverage.None;
        return known[(kpi, period)] = coverage;
    }

    /// <summary>The coverage of a period of one municipality.</summary>
    public Coverage Of(KpiCode kpi, DayRange period, MunicipalityId municipality, IReadOnlyList<DayRange>? within) =>
        kpis.TryGetValue(kpi, out var places) && places.TryGetValue(municipality, out var duties)
            ? Of(duties.Values, period, within)
            : Coverage.None;

    /// <summary>One municipality is expected when any duty is, and has reported when every expected duty has.</summary>
    public static Coverage Of(IEnumerable<Duty> duties, DayRange period, IReadOnlyList<DayRange>? within)
    {
        var days = within is null ? [period]
            : within.Select(period.Intersect).Where(part => part is not null).Select(part => part!.Value).ToList();
        var expected = duties.Where(duty => days.Any(duty.IsExpected)).ToList();
        if (expected.Count == 0) return Coverage.None;
        var reported = expected.All(duty => duty.IsReported(period));
        var meetings = expected.Aggregate(Meetings.None, (rules, duty) => rules | duty.MeetingsIn(period, days));
        var approved = expected.All(duty => duty.IsApproved(period));
        return new(reported ? 1 : 0, 1, expected.Min(duty => duty.LastReported(period)), meetings, approved ? 1 : 0);
    }

    public static Coverage Add(Coverage left, Coverage right) => new(
        left.Reported + right.Reported, left.Expected + right.Expected,
        left.OldestInput is { } one && right.OldestInput is { } other ? (one < other ? one : other)
            : left.OldestInput ?? right.OldestInput,
        left.Meetings | right.Meetings, left.Approved + right.Approved);

    private void Forget(KpiCode kpi)
    {
        foreach (var key in known.Keys.Where(key => key.Item1 == kpi).ToList()) known.Remove(key);
    }
}
