using CsCheck;
using KpiGrid.Silo.Aggregates;
using Xunit;
using static KpiGrid.Tests.Arithmetic;

namespace KpiGrid.Tests.Aggregates;

public sealed class DayColumnTests
{
    /// <summary>Cells put, replaced and taken out (zero) in any order, and questions in between.</summary>
    private static readonly Gen<(int First, int Length, int Value, int From, int To)[]> Acts = Gen.Select(
        Gen.Int[0, 60], Gen.Int[1, 40], Gen.Int[-3, 9], Gen.Int[-10, 110], Gen.Int[0, 60]).Array[1, 60];

    [Fact]
    public void A_sum_between_two_days_is_that_of_the_cells_booked_between_them() => Check((column, model, range) =>
    {
        var until = model.Where(cell => cell.Key.Last <= range.Last).ToList();
        var between = until.Where(cell => range.First <= cell.Key.Last);
        Assert.Equal(between.Select(cell => cell.Value).Sum(), column.Between(range.First, range.Last));
        Assert.Equal(until.Select(cell => cell.Value).Sum(), column.UpTo(range.Last));
    });

    [Fact]
    public void Cells_are_those_that_were_put_by_last_day() => Check((column, model, range) =>
    {
        Assert.Equal(model.OrderBy(cell => cell.Key).Select(cell => (cell.Key, cell.Value)), column.Cells);
        Assert.Equal(model.GetValueOrDefault(range), column.Get(range));
        Assert.Equal(model.Count == 0, column.IsEmpty);
    });

    [Fact]
    public void Spans_that_reach_into_a_period_or_beyond_it_are_found() => Check((column, model, range) =>
    {
        Assert.Equal(
            model.Keys.Where(span => range.Contains(span.Last) && span.First < range.First).Order(),
            column.ReachingInto(range));
        Assert.Equal(
            model.Keys.Where(span => span.Last > range.Last && span.First <= range.Last).Order(),
            column.ReachingBeyond(range));
    });

    private static void Check(Action<DayColumn, Dictionary<DayRange, CellValue>, DayRange> check) => Acts.Sample(acts =>
    {
        var (column, model) = (new DayColumn(), new Dictionary<DayRange, CellValue>());
        foreach (var (first, length, number, from, to) in acts)
        {
            var range = new DayRange(Day(first), Day(first + length - 1));
            var value = number == 0 ? CellValue.None : new CellValue(Amount.Of((long)number), default, 1);
            column.Set(range, value);
            if (number == 0) model.Remove(range); else model[range] = value;
            check(column, model, new(Day(from), Day(from + to)));
        }
    });
}
