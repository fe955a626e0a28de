using KpiGrid.Api.Questions;
using KpiGrid.Api.Totals;

namespace KpiGrid.Api.Editions;

/// <summary>The numbers of some KPIs at a region and its members.</summary>
internal sealed record Figures(IReadOnlyList<EditionKpi> Kpis, IReadOnlyList<EditionLine> Lines)
{
    /// <summary>What the members are called.</summary>
    public IReadOnlyDictionary<string, string> Names { get; init; } = new Dictionary<string, string>();
}

/// <summary>Reads the numbers of a region and its members: as known at an instant, or as they stand.</summary>
internal sealed class FiguresReader(TotalsReader totals)
{
    /// <summary>The numbers of KPIs in periods; null and errors where they cannot be told.</summary>
    public async Task<Figures?> Read(
        PlaceRef region, IReadOnlyList<KpiCode> kpis, IReadOnlyList<AskedPeriod> periods, DateTimeOffset? asOf,
        PushToken? atLeast, QuestionErrors errors)
    {
        var (read, lines, names) = (new List<EditionKpi>(), new List<EditionLine>(), new Dictionary<string, string>());
        foreach (var kpi in kpis)
        {
            var question = new TotalsQuestion
            {
                Kpi = kpi, Days = new(periods[0].Days.First, periods[^1].Days.Last), Periods = periods, Split = Split.Municipality,
                AsOf = asOf, AtLeast = atLeast,
            };
            if (await totals.Answer([region], question, errors) is not { } answer) return null;
            read.Add(new(kpi, answer.Definition, answer.Unit));
            lines.AddRange(Lines(region.ToString(), kpi, answer.Periods));
            foreach (var member in answer.Split)
            {
                var place = $"municipalities/{member.Key}";
                if (member.Name is { } name) names[place] = name;
                lines.AddRange(Lines(place, kpi, member.Periods));
            }
        }
        return new(read, lines) { Names = names };
    }

    private static IEnumerable<EditionLine> Lines(string place, KpiCode kpi, IReadOnlyList<PeriodAnswer> periods) =>
        periods.Where(period => period.N > 0 || period.Value is not null || period.AtLeast is not null
            || period.Coverage is { Expected: > 0 }).Select(period => new EditionLine
            {
                Place = place, Kpi = kpi, Period = Period.Parse(period.Days ?? period.Period),
                Value = period.Amounts is null && period.Unit is null ? period.Value ?? period.Median : null,
                N = period.N, A = period.A, B = period.B, AtLeast = period.AtLeast, AtMost = period.AtMost,
                Reported = period.Coverage?.Reported ?? 0, Expected = period.Coverage?.Expected ?? 0,
                Amounts = Amounts(period),
            });

    /// <summary>Money stands by its currency, also where there is only one.</summary>
    private static IReadOnlyList<EditionAmount> Amounts(PeriodAnswer period) => period switch
    {
        { Amounts: { } amounts } => [.. amounts.Select(amount => new EditionAmount(amount.Unit, amount.Value))],
        { Unit: { } currency, Value: { } value } => [new(currency, value)],
        _ => [],
    };
}
