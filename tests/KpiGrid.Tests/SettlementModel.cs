namespace KpiGrid.Tests;

/// <summary>Domain.md b.5 read plainly, figure by figure; slow and obvious.</summary>
internal static class SettlementModel
{
    public static Dictionary<MunicipalityId, CellValue> Totals(IReadOnlyList<Figure> figures, IReadOnlyList<ShareOn> shares)
    {
        var totals = new Dictionary<MunicipalityId, CellValue>();
        foreach (var whole in figures.Where(figure => figure.Owner is null))
        {
            var own = figures.Where(figure => WholeOf(figure, figures) == whole).ToList();
            if (own.Count == 0 || InConflict(whole, own, shares))
                foreach (var share in shares) Add(totals, share.Municipality, Part(whole.Value, share, shares));
            else if (whole.Key.Flag is Flag.Weighed or Flag.Measured) Control(totals, whole, own, shares);
            else Replaced(totals, whole, own, shares);
        }
        foreach (var own in figures.Where(figure => figure.Owner is not null && WholeOf(figure, figures) is null))
            Add(totals, own.Owner!.Value, own.Value);
        return totals;
    }

    /// <summary>The shortest whole around a figure; of several the later, then weighed, measured, the other flags, final.</summary>
    public static Figure? WholeOf(Figure own, IReadOnlyList<Figure> figures)
    {
        if (own.Owner is null) return null;
        return figures.Where(figure => figure.Owner is null && figure.Key.Days.First <= own.Key.Days.First
                && own.Key.Days.Last <= figure.Key.Days.Last)
            .OrderBy(figure => figure.Key.Days.Days).ThenByDescending(figure => figure.Key.Days.Last)
            .ThenBy(figure => figure.Key.Flag switch { Flag.Weighed => 0, Flag.Measured => 1, var flag => (int)flag })
            .ThenBy(figure => figure.Key.Provisional ? 1 : 0)
            .Cast<Figure?>().FirstOrDefault();
    }

    private static bool InConflict(Figure whole, List<Figure> own, IReadOnlyList<ShareOn> shares)
    {
        if (whole.Key.Flag is not (Flag.Weighed or Flag.Measured)) return false;
        var all = shares.All(share => own.Exists(figure => figure.Owner == share.Municipality));
        var (a, b) = (own.Select(figure => figure.Value.A).Sum(), own.Select(figure => figure.Value.B).Sum());
        return a > whole.Value.A || b > whole.Value.B || (all && (a != whole.Value.A || b != whole.Value.B));
    }

    private static void Control(
        Dictionary<MunicipalityId, CellValue> totals, Figure whole, List<Figure> own, IReadOnlyList<ShareOn> shares)
    {
        foreach (var figure in own) Add(totals, figure.Owner!.Value, figure.Value);
        var remaining = shares.Where(share => own.All(figure => figure.Owner != share.Municipality)).ToList();
        var rest = own.Aggregate(whole.Value, (left, figure) => left - figure.Value);
        foreach (var share in remaining) Add(totals, share.Municipality, Part(rest, share, remaining));
    }

    private static void Replaced(
        Dictionary<MunicipalityId, CellValue> totals, Figure whole, List<Figure> own, IReadOnlyList<ShareOn> shares)
    {
        foreach (var figure in own) Add(totals, figure.Owner!.Value, figure.Value);
        foreach (var share in shares.Where(share => own.All(figure => figure.Owner != share.Municipality)))
            Add(totals, share.Municipality, Part(whole.Value, share, shares));
    }

    /// <summary>Equal shares only: a part cut toward zero, the first gets what the others leave.</summary>
    private static CellValue Part(CellValue whole, ShareOn share, IReadOnlyList<ShareOn> shares)
    {
        var (a, b) = (whole.A.Count / shares.Count, whole.B.Count / shares.Count);
        return share == shares[0]
            ? new(new(whole.A.Count - a * (shares.Count - 1)), new(whole.B.Count - b * (shares.Count - 1)), 0)
            : new(new(a), new(b), 0);
    }

    private static void Add(Dictionary<MunicipalityId, CellValue> totals, MunicipalityId place, CellValue value) =>
        totals[place] = totals.GetValueOrDefault(place) + value with { N = 0 };
}
