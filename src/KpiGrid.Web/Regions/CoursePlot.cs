using System.Globalization;
using KpiGrid.Api.Totals;
using KpiGrid.Web.Charts;
using KpiGrid.Web.Texts;

namespace KpiGrid.Web.Regions;

/// <summary>Makes a plot of answers to a question for totals by period.</summary>
internal static class CoursePlot
{
    public static Plot Of(Words words, KpiFacts facts, IReadOnlyList<PeriodAnswer> course)
    {
        var name = words.Of(facts.Names) ?? "";
        return new()
        {
            Periods = Periods(words, course),
            Lines = [new(name, [.. course.Select(answer => answer.Value ?? answer.Median)])],
            IsStanding = facts.Kind.IsStanding(),
            Say = amount => words.With(words.Number(Shown.Rounded(amount, facts.Decimals)), UnitOf(course, facts)),
            SayShort = amount => words.Number(Shown.Rounded(amount, facts.Decimals)),
        };
    }

    /// <summary>The periods along the foot: a year is named where it begins.</summary>
    public static IReadOnlyList<PlotPeriod> Periods(Words words, IReadOnlyList<PeriodAnswer> course)
    {
        var periods = new List<PlotPeriod>();
        var year = 0;
        foreach (var answer in course)
        {
            var period = Period.Parse(answer.Period);
            var isNew = period.First.Year != year && period.Size != PeriodSize.Year;
            year = period.First.Year;
            periods.Add(new(words.Short(period), isNew ? year.ToString(CultureInfo.InvariantCulture) : null,
                answer.Marks.Contains(Words.InProgress)));
        }
        return periods;
    }

    /// <summary>The unit of answers; of money the currency they have.</summary>
    public static string UnitOf(IEnumerable<PeriodAnswer> answers, KpiFacts facts) =>
        answers.Select(answer => answer.Unit).FirstOrDefault(unit => unit is not null and not "money") ?? facts.Unit;
}
