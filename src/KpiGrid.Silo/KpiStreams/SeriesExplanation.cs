using KpiGrid.Silo.Pilots;

namespace KpiGrid.Silo.KpiStreams;

/// <summary>The measurements behind a total; their parts add up to it.</summary>
internal static class SeriesExplanation
{
    public static IReadOnlyList<ExplainLine> Of(
        PilotId pilot, KpiCode kpi, Series series, ExplainQuestion question, long head)
    {
        var (counting, shares, said) = (series.Counting(head), series.Shares(head), series.Confirmations(head));
        var entries = counting.ToDictionary(measurement => measurement.Id, measurement => measurement.Entry);
        return
        [
            .. SettledLines.Of(pilot, kpi, counting.Select(measurement => (measurement.Id, measurement.Content)), shares, question)
                .Select(line => new ExplainLine
                {
                    Entry = entries[line.Id],
                    Parts = line.Parts,
                    Rule = line.Rule.Meeting().Words().FirstOrDefault(line.Rule.ToString().ToLowerInvariant()),
                    OnBehalf = line.Content.IsOnBehalf ? Beside(line, shares, question, [.. said[line.Id]]) : null,
                }),
        ];
    }

    private static OnBehalf Beside(
        SettledLine line, ShareTimeline shares, ExplainQuestion question, IReadOnlyList<Confirmation> said)
    {
        var day = line.Content.Kind.IsStanding() ? question.Days.Last : line.Content.Days.Last;
        return new()
        {
            Key = line.Content.Owner is null ? shares.KeyOn(line.Content.Family.Kpi, day) : [],
            Counted = line.Counted,
            Confirmations = said,
        };
    }
}
