using KpiGrid.Api.Questions;
using KpiGrid.Api.Rates;

namespace KpiGrid.Api.Compare;

/// <summary>Gives lines with values the shape of the HTTP API: spread, gate, ranking, range.</summary>
internal sealed class CompareShape(CompareQuestion question, Definition kpi, Direction direction)
{
    public CompareAnswer Of(
        IReadOnlyList<ComparedLine> lines, Course course, KnownNoun<RateSeriesFacts>? series, Candidate? scaled)
    {
        var gate = ComparabilityGate.Of(lines, direction, question.Per != Divisor.Absolute);
        return new()
        {
            Kpi = kpi.Code.Value, Definition = kpi.Version, Unit = kpi.IsMoney ? question.Currency ?? OneCurrency(lines) : kpi.Unit,
            Direction = direction.Text(), Per = question.Per.Text(), PerUnits = question.Per.Units(),
            PerUnit = lines.Select(line => line.PerUnit).FirstOrDefault(unit => unit is not null),
            Clock = question.OnPilotClock ? "pilot" : "calendar", By = By(), Periods = course.Names,
            Rates = series is null ? null
                : RatesAnswer.Of(question.Rates!, series, question.Currency!, lines.SelectMany(line => line.Rates)),
            Lines = [.. lines.Select(Line)],
            Spread = [.. course.Names.Select((name, n) => Spread(name, lines.Select(line => line.Periods[n]))),
                Spread("whole", lines.Select(line => line.Whole))],
            Gate = gate, Ranking = gate.Open ? Ranking(lines) : null,
            Scale = scaled is null ? null : Scaled(scaled, lines),
        };
    }

    private string? By() => question.OnPilotClock ? question.ByStage ? "stage" : "month"
        : question.By == PeriodSize.Range ? null : question.By.Text();

    private static string OneCurrency(IReadOnlyList<ComparedLine> lines) =>
        lines.SelectMany(line => line.Currencies).Distinct().ToList() is [var only] ? only : Definition.MoneyUnit;

    private static LineAnswer Line(ComparedLine line) => new(
        line.Key, line.Candidate.Name, line.Candidate.Pilot?.Start, line.Candidate.Pilot?.ReplicaOf?.Value,
        line.Candidate.Sample, line.Periods, line.Whole) { Reading = line.Reading };

    /// <summary>A small denominator would set the envelope by chance.</summary>
    private static SpreadAnswer Spread(string period, IEnumerable<ComparedPeriod> values)
    {
        var spread = Compare.Spread.Of(values.Where(value => !value.Marks.Contains(Mark.Small))
            .Select(value => value.Value).OfType<Amount>());
        return new(period, spread?.Count ?? 0, spread?.Median, spread?.Low, spread?.High);
    }

    private List<RankAnswer> Ranking(IReadOnlyList<ComparedLine> lines)
    {
        var ranked = lines.Where(line => line.IsRanked).ToList();
        var ranks = Ranks.Of([.. ranked.Select(line => line.Whole.Value!.Value)], direction);
        return [.. ranked.Select((line, at) => new RankAnswer(ranks[at].Place, ranks[at].IsShared, line.Key, line.Whole.Value!.Value))
            .OrderBy(rank => rank.Rank).ThenBy(rank => rank.Key, StringComparer.Ordinal)];
    }

    private static ScaleAnswer? Scaled(Candidate region, IReadOnlyList<ComparedLine> lines)
    {
        var last = lines.Select(line => line.Days?.Last).Max();
        return last is not { } day ? null : Scale.Of(region.Ref.Id, Denominators.Inhabitants(region, day),
            lines.Where(line => line.IsRanked).Select(line => (line.Whole.Absolute!.Value, line.Whole.Divisor!.Value)));
    }
}
