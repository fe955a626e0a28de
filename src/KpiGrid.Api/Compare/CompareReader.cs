using KpiGrid.Api.Access;
using KpiGrid.Api.Questions;
using KpiGrid.Api.Rates;
using KpiGrid.Api.Readings;
using KpiGrid.Api.Totals;
using Microsoft.Extensions.Options;

namespace KpiGrid.Api.Compare;

/// <summary>Makes comparisons.</summary>
internal sealed class CompareReader(
    PlaceFinder finder, RatesFinder rates, Candidates candidates, LineReader lines, IOptions<QuestionOptions> options)
{
    /// <summary>The answer; null and errors when there is none.</summary>
    public async Task<CompareAnswer?> Answer(CompareQuestion question, Caller caller, QuestionErrors errors)
    {
        if (await finder.Kpi(question.Kpi, null, errors) is not { } noun) return null;
        TotalsReader.CheckClass(noun.Facts, question.Class, errors);
        if (question.Readings is { } readings) ReadingText.CheckFits(readings.ForAll ?? ClassReading.All[0], noun.Facts, errors);
        if (question.Per != Divisor.Absolute && noun.Facts.Kind is not (KpiKind.Flow or KpiKind.EventCount or KpiKind.Stock or KpiKind.Distinct))
            errors.Refuse("per", question.Per.Text(), "per-of-a-quotient", "A ratio, a level or a score is compared as it is: leave out per.");
        var series = await rates.Find(question.Rates, null, errors);
        var (found, hidden) = await candidates.Of(question, caller, errors);
        var scaled = question.ScaleTo is { } region ? await candidates.Of(region, errors) : null;
        if (errors.Any) return null;
        var kpi = Definition.Of(question.Kpi, noun);
        var course = new Course(question, found);
        var conversion = new Conversion(series?.Facts, question.Currency, kpi.Kind.IsStanding());
        var read = await FanOut.All(found, options.Value.CallsAtOnce, line =>
            lines.Read(line, course, question, kpi, conversion, caller, errors));
        if (errors.Any) return null;
        return new CompareShape(question, kpi, noun.Facts.Direction).Of([.. read.OfType<ComparedLine>()], course, series, scaled)
            with { Hidden = hidden == 0 ? null : new(hidden) };
    }
}
