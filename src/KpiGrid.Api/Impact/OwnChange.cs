using KpiGrid.Api.Totals;

namespace KpiGrid.Api.Impact;

/// <summary>What one push changed of one KPI, to be taken off a total that contains it.</summary>
internal sealed class OwnChange(KpiKind kind, IReadOnlyList<PlaceMoves> moves, KpiCode kpi)
{
    private readonly Dictionary<MunicipalityId, IReadOnlyList<Cell>> places = moves
        .ToDictionary(place => place.Municipality ?? default,
            IReadOnlyList<Cell> (place) => [.. place.Cells.Unpack().Where(cell => cell.Key.Kpi == kpi)]);

    /// <summary>The municipalities whose part moved.</summary>
    public IEnumerable<MunicipalityId> Municipalities =>
        places.Where(place => place.Key != default && place.Value.Count > 0).Select(place => place.Key).Order();

    /// <summary>The days on which something moved.</summary>
    public IEnumerable<DateOnly> Days => places.Values.SelectMany(cells => cells).Select(cell => cell.Key.Days.Last);

    /// <summary>The total of a node and period as it would be without the push.</summary>
    /// <param name="total">The total that contains it.</param>
    /// <param name="node">The node.</param>
    public PeriodSum Without(PeriodSum total, ImpactNode node)
    {
        var change = new PeriodSum
        {
            Days = total.Days,
            Buckets = [.. Cells(total.Days, node).Select(cell => new Bucket(
                cell.Key.Series, cell.Key.Class, cell.Key.Currency, cell.Key.Flag, cell.Key.Provisional,
                CellValue.None - cell.Value, cell.Key.Confidential))],
        };
        var without = Fold.Add(total.Days, [total with { Coverage = Coverage.None }, change]);
        // As in any total: where no measurement has a part there is no value.
        return without with { Buckets = [.. without.Buckets.Where(bucket => bucket.N != 0)] };
    }

    /// <summary>Whether anything of a node's total of a period moved.</summary>
    public bool Touches(DayRange period, ImpactNode node) => Cells(period, node).Any();

    private IEnumerable<Cell> Cells(DayRange period, ImpactNode node) => node.Stays
        .SelectMany(stay => places.GetValueOrDefault(stay.Key, []).Where(cell => Counts(cell.Key.Days.Last, period, stay.Value)));

    /// <summary>A flow counts on its day; a standing value on the period's last day, whenever it was measured.</summary>
    private bool Counts(DateOnly day, DayRange period, IReadOnlyList<DayRange> stays) => kind.IsStanding()
        ? day <= period.Last && stays.Any(stay => stay.Contains(period.Last))
        : period.Contains(day) && stays.Any(stay => stay.Contains(day));
}
