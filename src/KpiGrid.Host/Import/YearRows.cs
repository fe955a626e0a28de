using System.Globalization;

namespace KpiGrid.Host.Import;

/// <summary>Counts rows by year: a newest year with far fewer than the one before is likely not over.</summary>
internal sealed class YearRows
{
    private readonly Dictionary<int, (long Rows, DateOnly Last)> years = [];
    private readonly Dictionary<string, DateOnly> known = [];

    public void Meet(string period)
    {
        if (!known.TryGetValue(period, out var last))
        {
            if (!KpiGrid.Period.TryParse(period, out var days)) return;
            known[period] = last = days.Last;
        }
        var (rows, newest) = years.GetValueOrDefault(last.Year);
        years[last.Year] = (rows + 1, newest > last ? newest : last);
    }

    public IEnumerable<string> Warnings()
    {
        if (years.Count < 2) yield break;
        var newest = years.Keys.Max();
        var (rows, last) = years[newest];
        if (!years.TryGetValue(newest - 1, out var before) || rows * 4 >= before.Rows * 3) yield break;
        yield return string.Create(CultureInfo.InvariantCulture,
            $"{newest} has {rows} rows until {last:O} and {newest - 1} has {before.Rows}: the newest year seems in "
            + $"progress; compare it with like spans only");
    }
}
