using System.Globalization;

namespace KpiGrid.Api.Compare;

/// <summary>The periods of every line, and which of them are compared as a whole: those that have ended on all of them.</summary>
internal sealed class Course
{
    private readonly CompareQuestion question;
    private readonly IReadOnlyDictionary<Candidate, IReadOnlyList<Span>> spans;

    public Course(CompareQuestion question, IReadOnlyList<Candidate> lines)
    {
        this.question = question;
        spans = lines.ToDictionary<Candidate, Candidate, IReadOnlyList<Span>>(line => line, Spans, ReferenceEqualityComparer.Instance);
        Names = question.OnPilotClock && question.ByStage
            ? [.. Enumerable.Range(0, spans.Values.Select(each => each.Count).DefaultIfEmpty(0).Max())
                .Select(n => "W" + n.ToString(CultureInfo.InvariantCulture))]
            : [.. spans.Values.FirstOrDefault()?.Select(span => span.Name) ?? []];
        Ended = lines.Count == 0 ? 0 : lines.Min(EndedOn);
    }

    /// <summary>What the periods are called.</summary>
    public IReadOnlyList<string> Names { get; }

    /// <summary>So many of the first periods have ended on every line.</summary>
    public int Ended { get; }

    /// <summary>The periods of a line, one for each name.</summary>
    public IReadOnlyList<Span> Of(Candidate line) =>
        [.. Names.Select((name, n) => n < spans[line].Count ? spans[line][n] : new Span(name, null))];

    /// <summary>The days of the ended periods of a line; null where none has ended.</summary>
    public DayRange? Whole(Candidate line) =>
        Ended == 0 ? null : new(spans[line][0].Days!.Value.First, spans[line][Ended - 1].Days!.Value.Last);

    private IReadOnlyList<Span> Spans(Candidate line)
    {
        if (!question.OnPilotClock)
            return [.. question.Periods.Select(period => new Span(period.Period.ToString(), period.Days) { Calendar = period.Period })];
        var pilot = line.Pilot!;
        if (pilot.Start.Year > PilotClock.YearMax) return [.. Enumerable.Range(0, question.Months).Select(PilotClock.Never)];
        return question.ByStage
            ? [.. PilotClock.Stages(pilot.Start, pilot.Stages, line.Today.AddDays(1))]
            : [.. Enumerable.Range(0, question.Months).Select(n => PilotClock.Month(pilot.Start, n))];
    }

    /// <summary>The last stage goes on until the next one, so it has not ended.</summary>
    private int EndedOn(Candidate line) => question is { OnPilotClock: true, ByStage: true }
        ? Math.Max(0, spans[line].Count - 1)
        : spans[line].TakeWhile(span => span.Days?.Last < line.Today).Count();
}
