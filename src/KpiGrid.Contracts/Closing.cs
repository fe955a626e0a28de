namespace KpiGrid;

/// <summary>The value of one KPI stream of a standing kind from a day on.</summary>
/// <param name="Owner">The participant whose own value it is; null for the whole pilot's.</param>
/// <param name="Key">What it is about; its last day is the day from which it holds.</param>
/// <param name="Value">The value; its count of measurement parts is 1.</param>
public readonly record struct StandingValue(MunicipalityId? Owner, CellKey Key, CellValue Value);

/// <summary>What stands on a day: every value in force, settled by the shares of that day.</summary>
/// <param name="Day">The day.</param>
/// <param name="Figures">The figures in force, each with its days set to that day.</param>
public sealed record Closing(DateOnly Day, IReadOnlyList<SettledFigure> Figures)
{
    /// <summary>The closings of every day on which anything changes, in order.</summary>
    /// <param name="values">The values; at most one per owner and day.</param>
    /// <param name="kind">The KPI's kind.</param>
    /// <param name="shareChanges">The days from which shares differ from the day before.</param>
    /// <param name="sharesOn">The shares on a day, by ascending municipality.</param>
    public static IEnumerable<Closing> All(
        IReadOnlyList<StandingValue> values, KpiKind kind, IEnumerable<DateOnly> shareChanges,
        Func<DateOnly, IReadOnlyList<ShareOn>> sharesOn)
    {
        if (values.Count == 0) yield break;
        var byDay = values.ToLookup(value => value.Key.Days.Last);
        var first = values.Min(value => value.Key.Days.Last);
        var days = byDay.Select(group => group.Key).Concat(shareChanges.Where(day => day > first)).Distinct().Order();
        var inForce = new Dictionary<MunicipalityId, StandingValue>();
        StandingValue? whole = null;
        foreach (var day in days)
        {
            foreach (var value in byDay[day])
                if (value.Owner is { } owner) inForce[owner] = value; else whole = value;
            yield return On(day, whole, inForce.Values, kind, sharesOn(day));
        }
    }

    /// <summary>
    /// The cells that lead from one closing to the next: a change on the later day for everything that differs.
    /// </summary>
    /// <param name="closings">The closings, in order of days.</param>
    /// <param name="standing">What a closing holds under each key, the days of the key left aside.</param>
    public static IEnumerable<Cell> Changes(
        IEnumerable<Closing> closings, Func<Closing, IEnumerable<Cell>> standing)
    {
        var before = new Dictionary<CellKey, CellValue>();
        foreach (var closing in closings)
        {
            var now = new Dictionary<CellKey, CellValue>();
            foreach (var (key, value) in standing(closing))
            {
                var timeless = key with { Days = default };
                now[timeless] = now.GetValueOrDefault(timeless) + value;
            }
            foreach (var key in before.Keys.Union(now.Keys))
            {
                var change = now.GetValueOrDefault(key) - before.GetValueOrDefault(key);
                if (change != CellValue.None) yield return new(key with { Days = DayRange.Of(closing.Day) }, change);
            }
            before = now;
        }
    }

    /// <summary>A participant without a share on the day has nothing in force, nor has a pilot without any share.</summary>
    private static Closing On(
        DateOnly day, StandingValue? whole, IEnumerable<StandingValue> own, KpiKind kind, IReadOnlyList<ShareOn> shares)
    {
        var holders = shares.Select(share => share.Municipality).ToHashSet();
        var figures = own.Where(value => holders.Contains(value.Owner!.Value)).Select(value => OnDay(value, day)).ToList();
        if (whole is { } figure && shares.Count > 0) figures.Insert(0, OnDay(figure, day));
        return new(day, Settlement.Settle(figures, kind, _ => shares));
    }

    private static Figure OnDay(StandingValue value, DateOnly day) =>
        new(value.Owner, value.Key with { Days = DayRange.Of(day) }, value.Value);
}
