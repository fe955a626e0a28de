using KpiGrid.Api.Access;
using KpiGrid.Api.Disclosure;
using KpiGrid.Api.Questions;
using KpiGrid.Api.Totals;
using Microsoft.Extensions.Options;

namespace KpiGrid.Api.Live;

/// <summary>Reads a view: one question to the region, one version, the arithmetic of <c>totals</c>.</summary>
internal sealed class LiveReader(
    IGrainFactory grains, KnownNouns nouns, PlaceFinder finder, LocalDays days, Suppression suppression,
    IOptions<QuestionOptions> options)
{
    /// <summary>The latest local day of the region's municipalities.</summary>
    public async Task<DateOnly> Today(RegionId region)
    {
        var places = await finder.Places([new(PlaceKind.Region, region.Value)], null, new());
        return await days.Today(places?.Municipalities ?? []);
    }

    public async Task<LiveState> Read(RegionId region, LiveView view, DateOnly today)
    {
        var periods = view.Periods(today).ToList();
        var asked = view.Kpis.Select(kpi => new SumsQuestion { Kpi = kpi, Periods = TotalsShape.Days(periods, false) });
        var sums = await Readily.Ask(
            options.Value.ReadyWithin, () => grains.GetGrain<IRegionGrain>(region.Value).Snapshot([.. asked]));
        var lines = new List<LiveLine>();
        foreach (var (kpi, whole) in view.Kpis.Zip(sums))
        {
            var answer = await Told(region, kpi, whole, view.Caller);
            var definition = Definition.Of(kpi, await Known(kpi));
            var (answers, _) = new TotalsShape(definition, periods, false, today).Of(answer, _ => null);
            lines.AddRange(answers.Select(period => new LiveLine(definition, period)));
        }
        return new(sums[0].Version, today, lines);
    }

    private async Task<Sums> Told(RegionId region, KpiCode kpi, Sums sums, Caller caller)
    {
        if (!sums.Periods.Any(sum => sum.IsConfidential)) return sums;
        var places = await finder.Places([new(PlaceKind.Region, region.Value)], null, new());
        return await suppression.Of(sums, DisclosureQuestion.Of(places!, kpi, caller));
    }

    private async Task<KnownNoun<KpiFacts>> Known(KpiCode kpi) =>
        await nouns.Read<KpiFacts>($"kpi/{kpi}", options.Value.FactsAge)
        ?? throw new InvalidOperationException($"{kpi} was there when its stream began and is no more");
}
