using KpiGrid.Api.Access;
using KpiGrid.Api.Questions;
using KpiGrid.Api.Totals;

namespace KpiGrid.Api.Live;

/// <summary>What a viewer looks at; viewers of the same view share it.</summary>
/// <param name="Kpis">The KPIs, each once, in order.</param>
/// <param name="By">The size of the periods; <see cref="PeriodSize.Range"/> is one period.</param>
/// <param name="Days">The days; null for this year's periods up to the current one, whatever year it is.</param>
internal sealed record LiveView(IReadOnlyList<KpiCode> Kpis, PeriodSize By, DayRange? Days)
{
    /// <summary>A period to tell before the others, such as the year of quarters; null for none.</summary>
    public Period? Closing { get; init; }

    /// <summary>Who looks, where more is told to them than to everybody.</summary>
    public Caller Caller { get; init; } = Caller.Nobody;

    /// <summary>Equal for equal views.</summary>
    public string Key => $"{string.Join(',', Kpis)} {By} {Days} {Closing} {Caller.Author}";

    /// <summary>Reads a view; null and errors when anything is wrong with it.</summary>
    public static LiveView? Read(LiveQuery query, int kpisMax, int periodsMax, QuestionErrors errors)
    {
        string?[] codes = query.Kpi is { Length: > 0 } sent ? sent : [null];
        if (codes.Length > kpisMax) errors.Refuse("kpi", null, "too-many-kpis", $"Name at most {kpisMax} KPIs.");
        var kpis = codes.Take(kpisMax).Select(code => QuestionText.Kpi(code, errors)).ToList();
        var by = TotalsQuestion.Size(query.By, errors);
        var rolls = query is { From: null, To: null };
        var days = rolls ? null : QuestionText.Days(query.From, query.To, errors);
        if (errors.Any) return null;
        var view = new LiveView([.. kpis.Distinct().Order()], by, days);
        if (!rolls && view.Periods(default).Take(periodsMax + 1).Count() > periodsMax)
            errors.Refuse("by", query.By, "too-many-periods",
                $"At most {periodsMax} periods: ask for fewer days or longer periods.");
        return errors.Any ? null : view;
    }

    /// <summary>The periods shown on a day.</summary>
    public IEnumerable<AskedPeriod> Periods(DateOnly today) => Closing is { } closing
        ? Course(today).Where(period => period.Period != closing).Prepend(new(closing, closing.Range))
        : Course(today);

    private IEnumerable<AskedPeriod> Course(DateOnly today)
    {
        if (Days is { } days) return AskedPeriod.Between(days.First, days.Last.AddDays(1), By);
        var size = By == PeriodSize.Range ? PeriodSize.Year : By;
        var first = Period.Of(new DateOnly(today.Year, 1, 1), size).First;
        return AskedPeriod.Between(first, Period.Of(today, size).Last.AddDays(1), size);
    }
}
