using KpiGrid.Api.Questions;
using KpiGrid.Api.Totals;
using KpiGrid.Web.Charts;
using KpiGrid.Web.Pages;
using KpiGrid.Web.Texts;
using KpiGrid.Web.Views;

namespace KpiGrid.Web.Regions;

/// <summary>Puts the members of a region in order of what they have.</summary>
internal static class League
{
    public const string Name = "league";
    private const int BarHeight = 14;
    private const int DrawnMax = 40;

    public static LeagueView Of(Visit visit, RegionFigures figures, string kpi, TotalsAnswer members)
    {
        var (words, facts) = (visit.Words, figures.Kpis[kpi]);
        var total = members.Periods[0];
        var lines = members.Split.Where(line => line.Periods[0] is { N: > 0 } or { Value: not null } or { Coverage.Expected: > 0 })
            .OrderByDescending(line => line.Periods[0].Value is not null)
            .ThenByDescending(line => line.Periods[0].Value ?? Amount.Zero)
            .ThenBy(NameOf, StringComparer.Ordinal).ToList();
        var axis = new Axis(lines.Select(line => line.Periods[0].Value).OfType<Amount>());
        var rows = lines.Select(line => Row(visit, facts, line, axis, total)).ToList();
        return new(Chart(words, figures, facts, lines, rows), rows, words.Value(total, facts.Unit),
            members.Hidden is { } hidden ? Words.Fill(words.Frame.Hidden, words.Number(hidden.Parts)) : null);
    }

    public static string NameOf(SplitAnswer line) => line.Name ?? line.Key;

    private static LeagueRow Row(Visit visit, KpiFacts facts, SplitAnswer line, Axis axis, PeriodAnswer total)
    {
        var (words, answer) = (visit.Words, line.Periods[0]);
        var place = visit.State.At(new(PlaceKind.Municipality, line.Key)) with { Kpi = visit.State.Kpi };
        var remarks = words.MarksInside(answer);
        if (answer.Coverage is { } coverage && coverage.Reported < coverage.Expected)
            remarks = [.. remarks, words.Coverage(coverage)!];
        return new(NameOf(line), place.Address, words.Value(answer, facts.Unit), place.On(PageKind.Explain).Address,
            BarsChart.Bar(axis, answer.Value).Ornament(BarHeight, "bar-line"), Share(words, facts, answer, total),
            string.Join(" · ", remarks));
    }

    /// <summary>Nothing where parts do not add up to the total, or one of them is below zero.</summary>
    private static string Share(Words words, KpiFacts facts, PeriodAnswer answer, PeriodAnswer total) =>
        facts.Kind is KpiKind.Flow or KpiKind.EventCount or KpiKind.Stock
        && answer.Value is { Sign: >= 0 } value && total.Value is { Sign: > 0 } all
        && Amount.Quotient(value, all) is { } part
            ? $"{words.Percent(part)} %" : "";

    private static Chart Chart(
        Words words, RegionFigures figures, KpiFacts facts, IReadOnlyList<SplitAnswer> lines, IReadOnlyList<LeagueRow> rows)
    {
        var title = Words.Fill(words.Regions.LeagueTitle, words.Of(facts.Names) ?? "", words.Of(figures.Period));
        var note = facts.Kind.HasParts() ? words.Regions.LeagueNoteQuotient
            : facts.Kind == KpiKind.Distinct ? words.Regions.LeagueNoteDistinct
            : words.Regions.LeagueNote;
        var bars = lines.Zip(rows).Take(DrawnMax)
            .Select(pair => new PlotBar(pair.Second.Name, pair.First.Periods[0].Value, pair.Second.Value ?? "–")).ToList();
        var svg = bars.Count == 0 ? "" : BarsChart.Draw(bars).Inline(BarsChart.Height(bars.Count), title);
        return new(Name, $"{figures.Facts.Name}: {title}", note, svg, Table(words, facts, lines, rows))
        {
            Height = BarsChart.Height(bars.Count),
        };
    }

    private static ChartTable Table(
        Words words, KpiFacts facts, IEnumerable<SplitAnswer> lines, IEnumerable<LeagueRow> rows) => new(
        [words.Regions.Municipality, words.Charts.Value, words.Charts.Unit, words.Regions.ShareOfTotal, words.Charts.Remarks],
        [.. lines.Zip(rows).Select(pair => (IReadOnlyList<ChartCell>)
        [
            ChartCell.Of(pair.Second.Name),
            ChartCell.Of(pair.Second.Value, pair.First.Periods[0].Value),
            new(words.Unit(pair.First.Periods[0].Unit ?? facts.Unit), pair.First.Periods[0].Unit ?? facts.Unit),
            new(pair.Second.Share, pair.Second.Share, true),
            ChartCell.Of(pair.Second.Remarks),
        ])]);
}
