using System.Runtime.InteropServices;

namespace KpiGrid.Silo.Aggregates;

/// <summary>Cells that differ only in their days, sorted by last day, with prefix sums made when first asked.</summary>
internal sealed class DayColumn
{
    private readonly List<DayRange> days = [];
    private readonly List<CellValue> values = [];

    /// <summary>sums[i] = values[0] + … + values[i]; good below <see cref="summed"/>.</summary>
    private readonly List<CellValue> sums = [];
    private int summed;
    private int longest = 1;

    public bool IsEmpty => days.Count == 0;

    public IEnumerable<(DayRange Days, CellValue Value)> Cells => days.Select((range, i) => (range, values[i]));

    public CellValue Get(DayRange range)
    {
        var at = days.BinarySearch(range);
        return at < 0 ? CellValue.None : values[at];
    }

    public void Set(DayRange range, CellValue value)
    {
        var at = days.BinarySearch(range);
        if (at >= 0 && value != CellValue.None) values[at] = value;
        else if (at >= 0) RemoveAt(at);
        else if (value != CellValue.None) Insert(at = ~at, range, value);
        else return;
        summed = Math.Min(summed, at);
    }

    /// <summary>The sum of the cells booked from a first to a last day.</summary>
    public CellValue Between(DateOnly first, DateOnly last) => UpTo(last) - Before(first);

    /// <summary>The sum of the cells booked up to a day, that day included.</summary>
    public CellValue UpTo(DateOnly day) => Sum(FirstAfter(day));

    /// <summary>Spans booked in a period that reach back beyond its first day.</summary>
    public IEnumerable<DayRange> ReachingInto(DayRange period)
    {
        if (longest == 1) yield break;
        for (var i = FirstAfter(Previous(period.First)); i < days.Count && days[i].Last <= period.Last; i++)
            if (days[i].First < period.First) yield return days[i];
    }

    /// <summary>Spans booked after a period that have a day in it.</summary>
    public IEnumerable<DayRange> ReachingBeyond(DayRange period)
    {
        if (longest == 1) yield break;
        for (var i = FirstAfter(period.Last);
            i < days.Count && days[i].Last.DayNumber - longest < period.Last.DayNumber; i++)
            if (days[i].First <= period.Last) yield return days[i];
    }

    private CellValue Before(DateOnly day) => day == DateOnly.MinValue ? CellValue.None : UpTo(Previous(day));

    private static DateOnly Previous(DateOnly day) => day == DateOnly.MinValue ? day : day.AddDays(-1);

    private CellValue Sum(int count)
    {
        if (count == 0) return CellValue.None;
        if (summed < count) Extend(count);
        return sums[count - 1];
    }

    private void Extend(int count)
    {
        CollectionsMarshal.SetCount(sums, Math.Max(sums.Count, count));
        var sum = summed == 0 ? CellValue.None : sums[summed - 1];
        for (; summed < count; summed++) sums[summed] = sum += values[summed];
    }

    /// <summary>The place of the first cell booked after a day.</summary>
    private int FirstAfter(DateOnly day)
    {
        var (low, high) = (0, days.Count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (days[middle].Last <= day) low = middle + 1; else high = middle;
        }
        return low;
    }

    private void Insert(int at, DayRange range, CellValue value)
    {
        days.Insert(at, range);
        values.Insert(at, value);
        longest = Math.Max(longest, range.Days);
    }

    private void RemoveAt(int at)
    {
        days.RemoveAt(at);
        values.RemoveAt(at);
    }
}
