using KpiGrid.Api.Conflicts;
using KpiGrid.Api.Questions;
using KpiGrid.Web.Pages;
using KpiGrid.Web.Places;
using KpiGrid.Web.Streams;
using KpiGrid.Web.Texts;

namespace KpiGrid.Web.Regions;

/// <summary>Reads which figures of a KPI are in conflict in a region.</summary>
internal sealed class ConflictRows(ConflictsReader conflicts, PlaceNames names)
{
    public async Task<IReadOnlyList<ConflictRow>> Read(Visit visit, RegionFigures figures, string kpi)
    {
        var told = await conflicts.Read(figures.Place, KpiCode.Parse(kpi), visit.Caller, new());
        var lines = told?.Conflicts ?? [];
        var places = await names.Of(lines.SelectMany(line => line.Own).Select(own => own.Municipality!).Distinct()
            .Select(id => new PlaceRef(PlaceKind.Municipality, id)));
        return [.. lines.Select(line => Row(visit, line, places))];
    }

    private static ConflictRow Row(Visit visit, ConflictAnswer line, IReadOnlyDictionary<string, string> places)
    {
        var words = visit.Words;
        var (whole, own) = (words.With(words.Number(line.Whole.Amount), line.Unit), words.With(words.Number(line.OwnSum), line.Unit));
        var participants = string.Join(", ", line.Own.Select(each =>
            $"{places.GetValueOrDefault(each.Municipality!, each.Municipality!)} {words.Number(each.Amount)}"));
        return new(
            line.PilotName ?? line.Pilot,
            StreamAddress.Of(visit.State, new(PilotId.Parse(line.Pilot), KpiCode.Parse(line.Kpi),
                line.Class is { } @class ? ClassId.Parse(@class) : null, null)),
            Words.Fill(words.Regions.ConflictForm, words.Of(Period.Parse(line.Period)), whole, participants,
                words.With(words.Number(line.Difference), line.Unit)),
            Words.Fill(line.Why == "nobody-left" ? words.Regions.ConflictNobodyLeft : words.Regions.ConflictMore, own, whole));
    }
}
