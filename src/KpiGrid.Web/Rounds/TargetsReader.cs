using KpiGrid.Api.Questions;
using KpiGrid.Api.Targets;
using KpiGrid.Web.Pages;
using KpiGrid.Web.Regions;
using KpiGrid.Web.Texts;

namespace KpiGrid.Web.Rounds;

/// <summary>Reads how far a place's targets are, for its tiles.</summary>
internal sealed class TargetsReader(ProgressReader progress)
{
    /// <summary>By KPI, at the end of a period or today, whichever comes first; targets for one class stand on no tile.</summary>
    public async Task<IReadOnlyDictionary<string, TargetProgress>> Marks(Visit visit, PlaceRef place, Period period)
    {
        var told = await progress.Read(place, null, period.Last, visit.Caller, new());
        return (told?.Targets ?? []).Where(target => target.Class is null)
            .ToDictionary(target => target.Kpi, target => TargetWords.Mark(visit.Words, target));
    }
}
