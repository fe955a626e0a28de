using KpiGrid.Api.Questions;
using KpiGrid.Api.Rates;

namespace KpiGrid.Api.Totals;

/// <summary>Gives sums the shape of the HTTP API: divides, rounds and marks.</summary>
/// <param name="kpi">The KPI.</param>
/// <param name="periods">The periods asked; sums come in their order, then those of their parts: the months of a mean, or the days of one exchange rate.</param>
/// <param name="mean">Whether standing values are answered by the mean of their months.</param>
/// <param name="today">The local day.</param>
/// <param name="due">By when its parts were due; null where that is not told.</param>
/// <param name="conversion">What money is converted by; null where each currency is answered apart.</param>
internal sealed class TotalsShape(
    Definition kpi, IReadOnlyList<AskedPeriod> periods, bool mean, DateOnly today, DueDates? due = null,
    Conversion? conversion = null)
{
    private static readonly Flag[] Estimates = [Flag.Estimated, Flag.Modelled, Flag.Declared];

    /// <summary>The days to ask a node for.</summary>
    public static IReadOnlyList<DayRange> Days(IReadOnlyList<AskedPeriod> periods, bool mean, Conversion? conversion = null) =>
        [.. periods.Select(period => period.Days), .. periods.SelectMany(period => Parts(period, mean, conversion))];

    private static IEnumerable<DayRange> Parts(AskedPeriod period, bool mean, Conversion? conversion) =>
        mean ? period.Months() : conversion?.Spans(period.Days) ?? [];

    public (IReadOnlyList<PeriodAnswer> Periods, IReadOnlyList<SplitAnswer> Split) Of(
        Sums sums, Func<string, string?> name)
    {
        var totals = Line(sums.Periods);
        var parts = sums.Parts.Select(part => Line(part.Periods)).ToList();
        if (parts.Count > 0)
        {
            if (kpi.ShowsWholeParts) ShowWholeParts(parts);
            if (kpi.Kind == KpiKind.Distinct) totals = [.. totals.Select((total, at) => Exceeded(total, parts, at))];
        }
        return (totals, [.. sums.Parts.Select((part, at) => new SplitAnswer(part.Key, name(part.Key), parts[at]))]);
    }

    private List<PeriodAnswer> Line(IReadOnlyList<PeriodSum> sums)
    {
        var answers = new List<PeriodAnswer>();
        var part = periods.Count;
        for (var at = 0; at < periods.Count; at++)
        {
            var parts = Parts(periods[at], mean, conversion).Count();
            answers.Add(One(periods[at], sums[at], sums.Skip(part).Take(parts)));
            part += parts;
        }
        return answers;
    }

    private PeriodAnswer One(AskedPeriod period, PeriodSum sum, IEnumerable<PeriodSum> parts)
    {
        var text = period.Period.ToString();
        var days = period.IsClipped ? period.Days.ToString() : null;
        if (period.Days.First > today) return new() { Period = text, Days = days, Marks = Marks(period, [], false) };
        var answer = Worded(sum) with { Period = text, Days = days };
        if (due is not null) answer = answer with { Coverage = due.Add(answer.Coverage, period.Days) };
        var hidden = parts.SelectMany(part => part.IsSuppressed ? part.Marks : []).ToList();
        if (hidden.Count > 0) answer = answer with { Value = null, A = null, B = null, Shown = null };
        else if (mean)
        {
            var value = MonthMean.Of(kpi, parts.Where(month => month.Days.First <= today));
            answer = answer with { Value = value, A = null, B = null, Shown = Display(value) };
        }
        else if (conversion is not null && answer.Series is null) answer = Converted(answer, parts, conversion);
        IEnumerable<string> marks = [.. sum.Marks, .. hidden, .. sum.Coverage.Meetings.Words(), .. answer.Marks];
        return answer with { Marks = Marks(period, marks, answer.Series is not null) };
    }

    /// <summary>Money in one currency, each amount at the rate of the day it is booked on; as it was paid it stands beside.</summary>
    private PeriodAnswer Converted(PeriodAnswer answer, IEnumerable<PeriodSum> parts, Conversion by)
    {
        List<Money> paid = [.. parts.SelectMany(part => part.Buckets.GroupBy(bucket => bucket.Currency ?? "").Select(bucket =>
            new Money(bucket.Aggregate(Amount.Zero, (total, each) => total + each.Value.A), bucket.Key, part.Days.Last)))];
        if (paid.Count == 0) return answer;
        var sum = by.Sum(paid);
        IReadOnlyList<MoneyAnswer>? own = answer.Unit == sum.Currency ? null : [new(answer.Unit ?? "", answer.Value ?? Amount.Zero, answer.N)];
        return answer with
        {
            Value = sum.Value, Shown = Display(sum.Value), Unit = sum.Value is null ? null : sum.Currency, Paid = paid,
            Amounts = answer.Amounts ?? own, Rates = sum.Rates, Marks = sum.Value is null && by.IsNamed ? [Conversion.NotConverted] : [],
        };
    }

    /// <summary>A sum in words, apart from the period it is of.</summary>
    public PeriodAnswer Worded(PeriodSum sum)
    {
        if (sum.IsSuppressed) sum = sum with { Buckets = [], Members = [], Numbers = [] };
        var series = sum.Buckets.GroupBy(bucket => bucket.Series).OrderBy(group => group.Key).ToList();
        var worth = series.Count > 1 ? Worth.Nothing
            : kpi.Kind == KpiKind.Distinct ? Worth.OfMembers(sum)
            : Worth.Of(kpi, sum.Buckets);
        return new()
        {
            Period = "",
            Value = worth.Value,
            N = sum.N,
            A = worth.A,
            B = worth.B,
            Shown = Display(worth.Value),
            Unit = worth.Unit,
            Coverage = new(sum.Coverage.Reported, sum.Coverage.Expected, sum.Coverage.OldestInput) { Approved = sum.Coverage.Approved },
            Estimated = Estimated(sum),
            Provisional = sum.Buckets.Any(bucket => bucket.Provisional),
            Amounts = worth.Amounts,
            Distribution = worth.Distribution,
            Median = worth.Median,
            AtLeast = worth.AtLeast,
            AtMost = worth.AtMost,
            Series = series.Count > 1 ? [.. series.Select(group => Series(group.Key, [.. group]))] : null,
        };
    }

    private SeriesAnswerLine Series(int series, IReadOnlyCollection<Bucket> buckets)
    {
        var worth = kpi.Kind == KpiKind.Distinct ? Worth.Nothing : Worth.Of(kpi, buckets);
        return new(series, worth.Value, worth.A, worth.B, buckets.Sum(bucket => bucket.N), worth.Amounts);
    }

    private Amount? Display(Amount? value) => value is { } known ? Shown.Rounded(known, kpi.DecimalsShown) : null;

    /// <summary>Null where amounts cannot be added: several currencies, or nothing there; and where it would tell which part
    /// of hidden figures was estimated.</summary>
    private static Amount? Estimated(PeriodSum sum)
    {
        if (sum.IsConfidential || sum.Buckets.Select(bucket => bucket.Currency).Distinct().Count() > 1) return null;
        var (estimated, all) = (Amount.Zero, Amount.Zero);
        foreach (var bucket in sum.Buckets)
        {
            var size = bucket.Value.A.Sign < 0 ? -bucket.Value.A : bucket.Value.A;
            all += size;
            if (Estimates.Contains(bucket.Flag)) estimated += size;
        }
        return Amount.Quotient(estimated, all);
    }

    private IReadOnlyList<string> Marks(AskedPeriod period, IEnumerable<string> marks, bool isBroken)
    {
        var all = new SortedSet<string>(marks, StringComparer.Ordinal);
        if (period.IsClipped) all.Add("clipped");
        if (period.Days.Contains(today)) all.Add("in-progress");
        if (isBroken) all.Add("definition-break");
        return [.. all];
    }

    private void ShowWholeParts(List<List<PeriodAnswer>> parts)
    {
        for (var at = 0; at < periods.Count; at++)
        {
            var known = parts.Where(part => part[at].Value is not null).ToList();
            var shown = Shown.WholeParts([.. known.Select(part => part[at].Value!.Value)]);
            foreach (var (index, part) in known.Index()) part[at] = part[at] with { Shown = shown[index] };
        }
    }

    private static PeriodAnswer Exceeded(PeriodAnswer total, IEnumerable<List<PeriodAnswer>> parts, int at)
    {
        var added = parts.Aggregate(Amount.Zero, (sum, part) => sum + (part[at].Value ?? Amount.Zero));
        return total.Value is { } value && added != value ? total with { PartsExceed = added } : total;
    }
}
