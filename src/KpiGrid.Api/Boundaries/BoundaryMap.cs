namespace KpiGrid.Api.Boundaries;

/// <summary>The municipalities of a day, and under which of them other days stand: successors are followed forward.</summary>
/// <remarks>
/// Nothing is divided: what one municipality left to several, and what is younger than the map, stays under its own code.
/// So every amount stands under exactly one code.
/// </remarks>
/// <param name="facts">The municipalities, those they became included.</param>
/// <param name="day">The day of the map.</param>
internal sealed class BoundaryMap(IReadOnlyDictionary<MunicipalityId, MunicipalityFacts> facts, DateOnly day)
{
    /// <summary>Under which code days of a municipality stand; under its own where they stand under several.</summary>
    public Drawn Of(MunicipalityId code, DayRange days)
    {
        if (!facts.TryGetValue(code, out var known)) return new(code, false);
        var all = Stays(known).Where(stay => stay.Days.Overlaps(days)).Select(stay => Follow(code, stay.Interval))
            .Distinct().ToList();
        return all is [var only] ? only : new(code, false);
    }

    /// <summary>Every day belongs to one interval: days before the first to the first, days after an end to the one that
    /// ended.</summary>
    private static IEnumerable<(MunicipalityInterval Interval, DayRange Days)> Stays(MunicipalityFacts known)
    {
        var intervals = known.Intervals.OrderBy(interval => interval.From).ToList();
        for (var at = 0; at < intervals.Count; at++)
            yield return (intervals[at], new(
                at == 0 ? DateOnly.MinValue : intervals[at].From,
                at == intervals.Count - 1 ? DateOnly.MaxValue : intervals[at + 1].From.AddDays(-1)));
    }

    // It ends: each interval ends after the one before it.
    private Drawn Follow(MunicipalityId code, MunicipalityInterval interval)
    {
        while (interval.To is { } end && end <= day)
        {
            if (interval.Successors is not [var next] || !facts.TryGetValue(next.Code, out var known)
                || known.On(end) is not { } following)
                return new(code, false);
            (code, interval) = (next.Code, following);
        }
        return new(code, interval.From <= day);
    }
}
