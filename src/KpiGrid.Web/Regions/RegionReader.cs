using System.Text.Json;
using KpiGrid.Api.Access;
using KpiGrid.Api.Boundaries;
using KpiGrid.Api.Disclosure;
using KpiGrid.Api.Hosting;
using KpiGrid.Api.Live;
using KpiGrid.Api.Questions;
using KpiGrid.Web.Places;
using KpiGrid.Web.Views;
using Microsoft.Extensions.Options;

namespace KpiGrid.Web.Regions;

/// <summary>Reads what a region has of every KPI: one question to the region, one version.</summary>
internal sealed class RegionReader(
    IGrainFactory grains, KnownNouns nouns, LocalDays days, LiveReader live, Insight insight, PlaceNames names,
    EndedReader endings, IOptions<ApiOptions> limits, IOptions<QuestionOptions> options)
{
    /// <summary>The figures; null when there is no such region.</summary>
    public async Task<RegionFigures?> Read(ViewState state, Caller caller)
    {
        if (state.Place is not { Kind: PlaceKind.Region } place
            || await nouns.Read<RegionFacts>(place.Stream, options.Value.FactsAge) is not { Facts: var facts })
            return null;
        var members = facts.Members.Select(member => member.Municipality).ToList();
        var today = await days.Today(members);
        var period = state.Period ?? Period.Of(today, PeriodSize.Year);
        var window = Window.Of(period, state.By);
        var (kpis, isCut) = await Kpis();
        var view = View(kpis.Keys, period, window) with { Caller = await insight.Watching(caller, place) };
        var told = await live.Read(RegionId.Parse(place.Id), view, today);
        var there = told.Lines.Where(line => line.HasAnything).Select(line => line.Kpi).ToHashSet();
        return new(place, facts, today, await names.Zone(members), period, window,
            kpis.Where(kpi => there.Contains(kpi.Key.Value)).ToDictionary(kpi => kpi.Key.Value, kpi => kpi.Value), told)
        {
            IsCut = isCut,
            Ended = [.. (await endings.Of([place], null)).Where(member => member.IsOpenIn(period.Range))],
        };
    }

    /// <summary>The definitions to watch a region's page with; null when there is no such region.</summary>
    public async Task<IReadOnlyDictionary<KpiCode, KpiFacts>?> Watched(ViewState state) =>
        await nouns.Read<RegionFacts>(state.Place!.Stream, options.Value.FactsAge) is null ? null : (await Kpis()).Kpis;

    /// <summary>What is watched to keep such a page up to date.</summary>
    public static LiveView View(IEnumerable<KpiCode> kpis, Period period, Window window) =>
        new([.. kpis.Order()], window.By, window.Days) { Closing = period };

    private async Task<(IReadOnlyDictionary<KpiCode, KpiFacts> Kpis, bool IsCut)> Kpis()
    {
        var page = await grains.GetGrain<IRegistryListGrain>(0).List("kpi", null, limits.Value.PageSizeMax);
        return (page.Items.Where(item => KpiCode.TryParse(item.Id, out _)).ToDictionary(
            item => KpiCode.Parse(item.Id),
            item => JsonSerializer.Deserialize<KpiFacts>(item.Entry.Facts, KpiGridJson.Options)!), page.Next is not null);
    }
}
