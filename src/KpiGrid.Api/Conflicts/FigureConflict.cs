namespace KpiGrid.Api.Conflicts;

/// <summary>A whole figure and the participants' own that it does not agree with. Pure.</summary>
/// <param name="Whole">The measurements of the whole figure.</param>
/// <param name="Own">Those of the participants.</param>
internal sealed record FigureConflict(IReadOnlyList<SeriesEntry> Whole, IReadOnlyList<SeriesEntry> Own)
{
    private static readonly string rule = SettlementRule.InConflict.Meeting().Words().First();

    public Amount WholeSum => Sum(Whole, entry => entry.A);

    public Amount OwnSum => Sum(Own, entry => entry.A);

    public DateTimeOffset Since => Whole.Concat(Own).Max(entry => entry.RecordedAt);

    /// <summary>Whether the participants report more than the whole; else every one has reported, and nobody is left for the rest.</summary>
    public bool IsMore => Exceeds(WholeSum, OwnSum) || Exceeds(Sum(Whole, entry => entry.B), Sum(Own, entry => entry.B));

    /// <summary>The conflicts among the lines of one pilot's KPI.</summary>
    public static IEnumerable<FigureConflict> Of(IEnumerable<ExplainLine> lines, KpiKind kind)
    {
        var entries = lines.Where(line => line.Rule == rule).Select(line => line.Entry).ToList();
        var wholes = entries.Where(entry => entry.Stream.Municipality is null)
            .GroupBy(entry => (entry.Stream.Class, entry.Unit, Days: kind.IsStanding() ? DayRange.Always : entry.Days)).ToList();
        var own = entries.Where(entry => entry.Stream.Municipality is not null).ToLookup(entry => wholes
            .Where(whole => whole.Key.Class == entry.Stream.Class && whole.Key.Unit == entry.Unit && whole.Key.Days.Contains(entry.Days))
            .OrderBy(whole => whole.Key.Days.Days).ThenByDescending(whole => whole.Key.Days.Last).FirstOrDefault());
        return wholes.Select(whole => new FigureConflict([.. whole], [.. own[whole]])).Where(conflict => conflict.Own.Count > 0);
    }

    public static Amount Sum(IEnumerable<SeriesEntry> entries, Func<SeriesEntry, Amount> part) =>
        entries.Aggregate(Amount.Zero, (sum, entry) => sum + part(entry));

    private static bool Exceeds(Amount whole, Amount own) => (whole - own).Sign is not 0 and var sign && sign != whole.Sign;
}
