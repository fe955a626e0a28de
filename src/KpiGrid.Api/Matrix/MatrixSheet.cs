using KpiGrid.Api.Questions;
using KpiGrid.Api.Totals;

namespace KpiGrid.Api.Matrix;

/// <summary>What one municipality got of one pilot.</summary>
/// <param name="Pilot">The pilot.</param>
/// <param name="Type">Its type of building there; null for none.</param>
/// <param name="IsHidden">Whether the caller may not read the pilot.</param>
/// <param name="Sum">The amounts, by class.</param>
internal readonly record struct MatrixLeaf(string Pilot, ClassId? Type, bool IsHidden, PeriodSum Sum);

/// <summary>A KPI whose classes are types of building, over the whole place.</summary>
internal sealed record BesideColumn(Definition Kpi, PeriodSum Sum);

/// <summary>Sorts leaves into lines and columns; every leaf is in exactly one line.</summary>
internal sealed class MatrixSheet(Definition kpi, KpiFacts facts, DayRange days, IReadOnlyCollection<MatrixLeaf> leaves)
{
    private readonly TotalsShape shape = new(kpi, [], mean: false, days.Last);

    /// <summary>Whether all amounts are of one definition series.</summary>
    public bool AddsUp(IEnumerable<PeriodSum> sums) => Worded(Fold.Add(days, sums)) is not { Value: null, N: > 0 };

    public MatrixAnswer Answer(PlaceRef place, IReadOnlyList<BesideColumn> beside)
    {
        var there = leaves.SelectMany(leaf => leaf.Sum.Buckets).Select(bucket => bucket.Class).ToHashSet();
        var columns = facts.Classes.Where(@class => there.Contains(@class)).ToList();
        var shown = leaves.Where(leaf => !leaf.IsHidden).ToLookup(leaf => leaf.Type);
        // A type that only the KPIs beside know of is a line too: a vacant church of which nothing is reused yet.
        var types = shown.Select(group => group.Key)
            .Concat(beside.SelectMany(column => column.Sum.Buckets).Select(bucket => bucket.Class))
            .Distinct().OrderBy(type => type is null).ThenBy(type => type?.Value, StringComparer.Ordinal);
        var hidden = leaves.Where(leaf => leaf.IsHidden).ToList();
        return new()
        {
            Node = place.ToString(), Kpi = kpi.Code.Value, Definition = kpi.Version, Unit = kpi.Unit,
            From = days.First, To = days.Last.AddDays(1), Classes = [.. columns.Select(column => column.Value)],
            Total = Line(leaves, columns),
            Lines = [.. types.Select(type => Line(shown[type], columns) with
            {
                BuildingType = type?.Value, Beside = beside.Count == 0 ? null : [.. beside.Select(column => Beside(column, type))],
            })],
            Hidden = hidden.Count > 0 ? Line(hidden, columns) : null,
        };
    }

    private MatrixLine Line(IEnumerable<MatrixLeaf> of, IReadOnlyList<ClassId> columns)
    {
        var all = of.ToList();
        var sum = Fold.Add(days, all.Select(leaf => leaf.Sum));
        return new()
        {
            Pilots = all.Select(leaf => leaf.Pilot).Distinct().Count(), Value = Worded(sum).Value,
            Cells = [.. columns.Select(column => Worded(Only(sum, column)).Value)],
        };
    }

    private static BesideAnswer Beside(BesideColumn column, ClassId? type) => new(
        column.Kpi.Code.Value, column.Kpi.Unit,
        type is null ? null : new TotalsShape(column.Kpi, [], mean: false, column.Sum.Days.Last).Worded(Only(column.Sum, type.Value)).Value);

    private static PeriodSum Only(PeriodSum sum, ClassId @class) =>
        new() { Days = sum.Days, Buckets = [.. sum.Buckets.Where(bucket => bucket.Class == @class)] };

    private PeriodAnswer Worded(PeriodSum sum) => shape.Worded(sum);
}
