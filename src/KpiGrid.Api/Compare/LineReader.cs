using KpiGrid.Api.Access;
using KpiGrid.Api.Hosting;
using KpiGrid.Api.Questions;
using KpiGrid.Api.Rates;
using KpiGrid.Api.Readings;
using KpiGrid.Api.Totals;
using Microsoft.Extensions.Options;

namespace KpiGrid.Api.Compare;

/// <summary>Asks what a line comes to in its periods, and divides it.</summary>
internal sealed class LineReader(TotalsSource source, Denominators denominators, IOptions<ApiOptions> limits)
{
    /// <summary>The line; null and an error where more would have to be asked than is allowed.</summary>
    public async Task<ComparedLine?> Read(
        Candidate line, Course course, CompareQuestion question, Definition kpi, Conversion conversion, Caller caller,
        QuestionErrors errors)
    {
        var spans = course.Of(line);
        var whole = course.Whole(line);
        List<Span> asked = [.. spans.Where(span => span.Days is not null)];
        if (whole is { } days) asked.Add(new("whole", days));
        var periods = asked.Select(span => new AskedPeriod(span.Calendar ?? Period.Of(span.Days!.Value), span.Days!.Value)).ToList();
        if (periods.Count == 0) return Silent(line, spans);
        var hull = new DayRange(periods.Min(period => period.Days.First), periods.Max(period => period.Days.Last));
        var money = kpi.IsMoney && !kpi.Kind.HasParts() ? conversion : null;
        var reading = question.Readings?.Of(line, hull.Last);
        var asking = new TotalsQuestion
        {
            Kpi = question.Kpi, Class = question.Class, Days = hull, Periods = periods, Reading = reading, Caller = caller,
            Conversion = money,
        };
        asking.CheckParts(limits.Value.PeriodsMax, errors);
        if (errors.Any || await source.Read(line.Places, asking, errors) is not { } sums) return null;
        if (reading is not null) sums = ReadSums.Of(sums, reading, Split.None);
        var answers = new TotalsShape(kpi, periods, mean: false, line.Today, conversion: money).Of(sums, key => key).Periods;
        var divided = new DividedLine(line, question.Per, kpi, conversion, denominators);
        var compared = spans.Select(span => span.Days is null
            ? new ComparedPeriod { Period = span.Name }
            : divided.Of(span, answers[asked.IndexOf(span)])).ToList();
        return divided.Line(compared, whole, course.Ended, whole is null ? null : answers[^1],
            whole is null ? null : sums.Periods[periods.Count - 1]) with { Reading = reading?.Id };
    }

    private static ComparedLine Silent(Candidate line, IReadOnlyList<Span> spans) => new()
    {
        Candidate = line,
        Periods = [.. spans.Select(span => new ComparedPeriod { Period = span.Name })],
        Whole = new() { Period = "whole" },
    };
}
