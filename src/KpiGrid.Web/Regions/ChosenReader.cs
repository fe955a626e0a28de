using KpiGrid.Api.Access;
using KpiGrid.Api.Questions;
using KpiGrid.Api.Totals;
using KpiGrid.Web.Charts;
using KpiGrid.Web.Maps;
using KpiGrid.Web.Pages;
using KpiGrid.Web.Texts;
using KpiGrid.Web.Views;

namespace KpiGrid.Web.Regions;

/// <summary>Reads the KPI chosen on a region's page.</summary>
internal sealed class ChosenReader(
    SeenTotals totals, LedgerReader ledgers, MatrixSectionReader matrices, ReadingsReader readings, DefinitionsReader definitions,
    MoneyReader money, RegionChanges changes, RegionMap map, LateRows late, ConflictRows conflicts, Rights rights)
{
    public async Task<ChosenView> Read(Visit visit, RegionFigures figures, string kpi)
    {
        var (words, facts) = (visit.Words, figures.Kpis[kpi]);
        var members = await Members(visit, figures, kpi);
        var maySeePilots = (await rights.At(visit.Caller, figures.Place)).HasFlag(Verbs.Parts);
        var (drawn, rows, changed) = (
            map.Read(visit, figures, kpi, members, standsAlone: false), late.Read(visit, figures, kpi), changes.Read(visit, figures, kpi));
        var ledger = maySeePilots ? ledgers.Read(visit, figures, kpi, members) : Task.FromResult<LedgerView?>(null);
        var (read, defined) = (readings.Read(visit, figures, kpi), definitions.Read(visit, figures, kpi));
        var matrix = matrices.Read(visit, figures, kpi);
        var (conflicting, paid) = (conflicts.Read(visit, figures, kpi), money.Read(visit, figures, kpi));
        await Task.WhenAll(drawn, rows, changed, ledger, read, defined, matrix, conflicting, paid);
        return new()
        {
            Code = kpi,
            Name = words.Of(facts.Names) ?? kpi,
            Definition = words.Of(facts.Definitions),
            Series = Series(words, figures, kpi),
            League = League.Of(visit, figures, kpi, members),
            Map = await drawn,
            Money = await paid,
            Ledger = await ledger,
            Definitions = await defined,
            Readings = await read,
            Matrix = await matrix,
            Late = LateMembers.Of(visit, figures, members) with { Rows = await rows },
            Conflicts = await conflicting,
            Changes = await changed,
        };
    }

    /// <summary>A chart of the page alone; null when there is none of that name.</summary>
    public async Task<Chart?> Chart(Visit visit, RegionFigures figures, string kpi, string? name) => name switch
    {
        SeriesName => Series(visit.Words, figures, kpi),
        League.Name => League.Of(visit, figures, kpi, await Members(visit, figures, kpi)).Chart,
        RegionMap.Name => await map.Read(visit, figures, kpi, await Members(visit, figures, kpi), visit.State.Form != ChartForm.Page),
        _ => null,
    };

    private const string SeriesName = "series";

    private static Chart Series(Words words, RegionFigures figures, string kpi)
    {
        var facts = figures.Kpis[kpi];
        var course = RegionFigures.Of(figures.State.Lines, kpi, figures.Period).Course;
        var title = Words.Fill(words.Regions.Series, figures.Facts.Name, words.Of(facts.Names) ?? kpi,
            words.Of(figures.Window.By).ToLowerInvariant());
        var note = facts.Kind.IsStanding() ? words.Regions.SeriesNoteStanding : words.Regions.SeriesNoteFlow;
        return CourseChart.Of(words, facts, course, SeriesName, title, note);
    }

    private async Task<TotalsAnswer> Members(Visit visit, RegionFigures figures, string kpi)
    {
        var question = new TotalsQuestion
        {
            Kpi = KpiCode.Parse(kpi),
            Days = figures.Period.Range,
            Periods = [new(figures.Period, figures.Period.Range)],
            Split = Split.Municipality,
        };
        var errors = new QuestionErrors();
        return await totals.Answer([figures.Place], question, visit.Caller, errors)
            ?? throw new InvalidOperationException($"{figures.Place} was just read and answers {errors.Status}");
    }
}
