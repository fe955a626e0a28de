using KpiGrid.Api.Totals;

namespace KpiGrid.Api.Boundaries;

/// <summary>A split by municipality on the map of another day: the same amounts under other codes.</summary>
/// <param name="Sums">The sums; the total as it was.</param>
/// <param name="Codes">Which codes each line is made of, in order.</param>
internal sealed record RedrawnSplit(Sums Sums, IReadOnlyDictionary<string, IReadOnlyList<string>> Codes)
{
    /// <summary>Marks a value whose code did not stand for its territory on the day of the map.</summary>
    public const string Mark = "other-boundaries";

    public static RedrawnSplit Of(Sums sums, BoundaryMap map)
    {
        var placed = sums.Parts.SelectMany(part => Placed(part, map)).ToLookup(sum => sum.Drawn.Code.Value);
        var lines = placed.OrderBy(line => line.Key, StringComparer.Ordinal).ToList();
        return new(
            sums with { Parts = [.. lines.Select(line => new SumPart(line.Key, Periods(sums.Periods, line)))] },
            lines.ToDictionary(line => line.Key, IReadOnlyList<string> (line) =>
                [.. line.Select(sum => sum.Code).Distinct().Order(StringComparer.Ordinal)]));
    }

    private static IEnumerable<PlacedSum> Placed(SumPart part, BoundaryMap map) => part.Periods.Index()
        .Where(period => Speaks(period.Item))
        .Select(period => new PlacedSum(
            part.Key, period.Index, map.Of(MunicipalityId.Parse(part.Key), period.Item.Days), period.Item));

    private static IReadOnlyList<PeriodSum> Periods(IReadOnlyList<PeriodSum> periods, IEnumerable<PlacedSum> line)
    {
        var sums = line.ToLookup(sum => sum.Period, sum => sum.Marked);
        return [.. periods.Select((period, at) => Fold.Add(period.Days, sums[at]))];
    }

    private static bool Speaks(PeriodSum sum) => sum.Buckets.Count + sum.Members.Count + sum.Numbers.Count
        + sum.Marks.Count > 0 || sum.Coverage != Coverage.None;

    private sealed record PlacedSum(string Code, int Period, Drawn Drawn, PeriodSum Sum)
    {
        public PeriodSum Marked => Drawn.IsOnMap || Sum.Buckets.Count == 0 ? Sum : Sum with { Marks = [.. Sum.Marks, Mark] };
    }
}
