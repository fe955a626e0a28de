using KpiGrid.Api.Late;
using KpiGrid.Api.Questions;
using KpiGrid.Web.Pages;
using KpiGrid.Web.Places;
using KpiGrid.Web.Streams;
using KpiGrid.Web.Texts;

namespace KpiGrid.Web.Regions;

/// <summary>Reads whose reports of a KPI were due in a period and have not come.</summary>
internal sealed class LateRows(LateReader late, PlaceNames names)
{
    public async Task<IReadOnlyList<LateRow>> Read(Visit visit, RegionFigures figures, string kpi)
    {
        var told = await late.Read(figures.Place, KpiCode.Parse(kpi), null, visit.Caller, new());
        var lines = (told?.Streams ?? []).Where(line => line.Periods.Any(period => period.Range.Overlaps(figures.Period.Range))).ToList();
        var places = await names.Of(lines.SelectMany(line => line.Municipalities).Distinct()
            .Select(id => new PlaceRef(PlaceKind.Municipality, id)));
        return [.. lines.Select(line => Row(visit, line, places))];
    }

    private static LateRow Row(Visit visit, LateLine line, IReadOnlyDictionary<string, string> places)
    {
        var words = visit.Words;
        var missing = string.Join(", ", line.Periods.Select(words.Of));
        return new(
            line.PilotName ?? line.Pilot,
            StreamAddress.Of(visit.State, StreamAddress.Read(line.Stream)),
            string.Join(", ", line.Municipalities.Select(id => places.GetValueOrDefault(id, id))),
            Words.Fill(words.Rounds.LateForm, missing, words.Day(line.Due), words.Number(line.WorkingDays)));
    }
}
