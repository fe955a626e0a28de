using KpiGrid.Api.Totals;
using KpiGrid.Web.Charts;
using KpiGrid.Web.Texts;

namespace KpiGrid.Web.Regions;

/// <summary>Answers by period as a chart and a table.</summary>
internal static class CourseChart
{
    public static Chart Of(
        Words words, KpiFacts facts, IReadOnlyList<PeriodAnswer> course, string name, string title, string note)
    {
        var plot = CoursePlot.Of(words, facts, course);
        var svg = plot.IsEmpty ? "" : TimeChart.Draw(plot).Inline(TimeChart.Height, title);
        return new(name, title, note, svg, Table(words, facts, course)) { Height = TimeChart.Height };
    }

    private static ChartTable Table(Words words, KpiFacts facts, IReadOnlyList<PeriodAnswer> course) => new(
        [words.Calendar.Period, words.Charts.Value, words.Charts.Unit, words.Charts.Coverage, words.Charts.Remarks],
        [.. course.Select(answer => (IReadOnlyList<ChartCell>)
        [
            new(words.Of(Period.Parse(answer.Period)), answer.Period),
            ChartCell.Of(words.Value(answer, facts.Unit), answer.Value),
            new(words.Unit(answer.Unit ?? facts.Unit), answer.Unit ?? facts.Unit),
            ChartCell.Of(words.Coverage(answer.Coverage)),
            ChartCell.Of(string.Join(" · ", words.Marks(answer))),
        ])]);
}
