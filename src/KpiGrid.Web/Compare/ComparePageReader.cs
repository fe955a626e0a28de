using KpiGrid.Api.Compare;
using KpiGrid.Api.Questions;
using KpiGrid.Web.Pages;
using Microsoft.Extensions.Options;

namespace KpiGrid.Web.Compare;

/// <summary>Makes the comparison that an address asks for.</summary>
internal sealed class ComparePageReader(
    CompareReader reader, ChoiceReader choices, PlaceFinder finder, LocalDays days, IOptions<CompareOptions> limits)
{
    public async Task<CompareView> Read(Visit visit)
    {
        var today = await days.Today([]);
        var period = visit.State.Period ?? Period.Of(today, PeriodSize.Year);
        var choice = await choices.Read(visit, period, today);
        if (CompareAsk.Of(visit.State, period) is not { } query) return new() { Choice = choice };
        var errors = new QuestionErrors();
        var question = new CompareText(query, limits.Value, errors).Read();
        var answer = question is null ? null : await reader.Answer(question, visit.Caller, errors);
        if (answer is null) return new() { Choice = choice, Refusals = [.. errors.Listed.Select(problem => Refusal(visit, problem))] };
        var facts = (await finder.Kpi(question!.Kpi, null, errors))!.Facts;
        return new() { Choice = choice, Compared = new ComparedLines(visit, facts, answer,
            choice.Regions.FirstOrDefault(region => region.IsChosen && region.Value.Length > 0), choice.IsSample).View() };
    }

    private static string Refusal(Visit visit, Problem problem) =>
        visit.Words.Compare.Refusals.GetValueOrDefault(problem.Code, problem.Remedy);
}
