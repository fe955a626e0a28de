using KpiGrid.Api.Questions;
using KpiGrid.Api.Totals;
using KpiGrid.Web.Pages;
using KpiGrid.Web.Texts;

namespace KpiGrid.Web.Regions;

/// <summary>Who has not reported, as far as coverage tells.</summary>
internal static class LateMembers
{
    public static LateView Of(Visit visit, RegionFigures figures, TotalsAnswer members)
    {
        var (words, period) = (visit.Words, visit.Words.Of(figures.Period));
        var late = members.Split.Where(line => line.Periods[0].Coverage is { } coverage && coverage.Reported < coverage.Expected)
            .OrderBy(League.NameOf, StringComparer.Ordinal)
            .Select(line => (League.NameOf(line), visit.State.At(new(PlaceKind.Municipality, line.Key)).Address)).ToList();
        var isExpected = members.Periods[0].Coverage is { Expected: > 0 };
        var form = late.Count == 0
            ? isExpected ? words.Regions.LateNobody : words.Regions.LateNone
            : figures.Period.Last < figures.Today ? words.Regions.LateClosed : words.Regions.LateSoFar;
        return new(Words.Fill(form, period), late);
    }
}
