using System.Numerics;

namespace KpiGrid.Host.Verification;

/// <summary>What the answer of one period must say, by field, as text; other fields must be null.</summary>
internal static class Worth
{
    public static IReadOnlyDictionary<string, string> Of(KpiDocument kpi, PeriodSums sums)
    {
        var fields = new SortedDictionary<string, string>(StringComparer.Ordinal) { ["n"] = $"{sums.N}" };
        if (sums.IsEmpty) return fields;
        if (sums.Series.Count > 1)
        {
            fields["series"] = string.Join("; ", sums.Series.Select(series => Series(kpi, sums, series)));
            return fields;
        }
        foreach (var (name, value) in OfOneSeries(kpi, sums)) fields[name] = value;
        return fields;
    }

    private static IEnumerable<(string Name, string Value)> OfOneSeries(
        KpiDocument kpi, PeriodSums sums) => kpi.Kind switch
    {
        "distinct" => OfMembers(sums),
        "score" => OfScores(sums),
        "ratio" or "level" => OfQuotient(kpi, sums),
        _ when kpi.Unit == "money" => OfMoney(sums),
        _ => [("value", Billionths.Text(sums.A))],
    };

    private static IEnumerable<(string Name, string Value)> OfQuotient(KpiDocument kpi, PeriodSums sums)
    {
        yield return ("a", Billionths.Text(sums.A));
        yield return ("b", Billionths.Text(sums.B));
        if (Billionths.Quotient(sums.A, sums.B, kpi.Unit == "%" ? 100 : 1) is { } value)
            yield return ("value", Billionths.Text(value));
    }

    private static IEnumerable<(string Name, string Value)> OfMoney(PeriodSums sums)
    {
        if (sums.Currencies is [{ } only])
        {
            yield return ("value", Billionths.Text(sums.A));
            yield return ("unit", only);
            yield break;
        }
        yield return ("amounts", string.Join("; ", sums.Currencies.Select(currency =>
            $"{currency} {Billionths.Text(sums.OfCurrency(currency).A)} n {sums.OfCurrency(currency).N}")));
    }

    private static IEnumerable<(string Name, string Value)> OfMembers(PeriodSums sums)
    {
        var members = sums.Members.Count * Billionths.One;
        var numbers = sums.Numbers.Values.ToList();
        if (numbers.Count == 0)
        {
            yield return ("value", Billionths.Text(members));
            yield break;
        }
        yield return ("atLeast", Billionths.Text(BigInteger.Max(members, numbers.Max())));
        yield return ("atMost", Billionths.Text(numbers.Aggregate(members, (sum, number) => sum + number)));
    }

    private static IEnumerable<(string Name, string Value)> OfScores(PeriodSums sums)
    {
        var counts = sums.Classes.Select(score => (Score: score, Count: sums.OfClass(score).A))
            .Where(line => !line.Count.IsZero)
            .OrderBy(line => Billionths.Parse(line.Score)).ToList();
        var lines = counts.Select(line => $"{line.Score}: {Billionths.Text(line.Count)}");
        yield return ("distribution", string.Join("; ", lines));
        var all = counts.Aggregate(BigInteger.Zero, (sum, line) => sum + line.Count);
        var below = BigInteger.Zero;
        foreach (var (score, count) in counts)
        {
            below += count;
            if (2 * below < all) continue;
            yield return ("median", score);
            yield break;
        }
    }

    private static string Series(KpiDocument kpi, PeriodSums sums, int series)
    {
        var only = sums.OfSeries(series);
        var fields = OfOneSeries(kpi, only)
            .Where(field => field.Name is "a" or "b" or "value" or "amounts" && kpi.Kind != "distinct")
            .Order().Select(field => $"{field.Name} {field.Value}");
        return string.Join(' ', [$"{series}", .. fields, $"n {only.N}"]);
    }
}
