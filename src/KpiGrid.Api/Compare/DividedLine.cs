using KpiGrid.Api.Questions;
using KpiGrid.Api.Rates;
using KpiGrid.Api.Totals;

namespace KpiGrid.Api.Compare;

/// <summary>Turns what a line comes to into what is compared: money in one currency, divided at the very end.</summary>
internal sealed class DividedLine(
    Candidate line, Divisor per, Definition kpi, Conversion conversion, Denominators denominators)
{
    /// <summary>A quotient by less than a cent says nothing, and might not fit.</summary>
    private static readonly Amount least = Amount.One.Times(1, 100);

    private readonly List<IReadOnlyList<Money>> money = [];
    private readonly List<Rate> rates = [];
    private readonly HashSet<string> currencies = new(StringComparer.Ordinal);

    public ComparedPeriod Of(Span span, PeriodAnswer answer)
    {
        money.Add(answer.Paid);
        return Compared(span.Name, span.Days!.Value, answer, answer.Paid);
    }

    /// <summary>The line, with its first periods as a whole.</summary>
    public ComparedLine Line(
        IReadOnlyList<ComparedPeriod> periods, DayRange? days, int ended, PeriodAnswer? whole, PeriodSum? sum)
    {
        var compared = days is { } range && whole is not null
            ? Compared("whole", range, whole, [.. money.Take(ended).SelectMany(each => each)])
            : new ComparedPeriod { Period = "whole" };
        return new()
        {
            Candidate = line, Periods = periods, Days = days, Whole = compared,
            Series = sum?.Buckets.Select(bucket => bucket.Series).ToHashSet() ?? [],
            Currencies = [.. currencies], Rates = [.. rates.Distinct()],
            PerUnit = days is { } of ? denominators.Of(line, per, of, conversion).Unit : null,
        };
    }

    private ComparedPeriod Compared(
        string name, DayRange days, PeriodAnswer answer, IReadOnlyList<Money> paid)
    {
        var absolute = Absolute(answer, paid, out var isUnconverted);
        var divisor = denominators.Of(line, per, days, conversion);
        rates.AddRange(divisor.Rates);
        if (per == Divisor.Budget && divisor.Unit is { } unit) currencies.Add(unit);
        else currencies.UnionWith(divisor.Currencies);
        List<string> marks = [.. answer.Marks];
        if (isUnconverted) marks.Add(Conversion.NotConverted);
        if (per != Divisor.Absolute && !(divisor.Value >= least)) marks.Add(Mark.NoDenominator);
        if (divisor.IsSmall) marks.Add(Mark.Small);
        return new()
        {
            Period = name, Days = days.ToString(), Absolute = absolute, Divisor = divisor.Value,
            Value = per == Divisor.Absolute ? absolute
                : absolute is { } value && divisor.Value is { } by && by >= least ? Amount.Quotient(value, by, per.Units()) : null,
            N = answer.N, Coverage = answer.Coverage, Estimated = answer.Estimated, Marks = marks,
        };
    }

    private Amount? Absolute(PeriodAnswer answer, IReadOnlyList<Money> paid, out bool isUnconverted)
    {
        isUnconverted = false;
        if (!kpi.IsMoney) return kpi.Kind == KpiKind.Score ? answer.Median : answer.Value;
        if (paid.Count == 0) return null;
        var sum = conversion.Sum(paid);
        rates.AddRange(sum.Rates);
        if (sum.Value is not null) currencies.Add(sum.Currency!);
        else currencies.UnionWith(paid.Select(each => each.Currency));
        isUnconverted = sum.Value is null;
        return sum.Value;
    }
}
