using KpiGrid.Api.Hosting;
using KpiGrid.Api.Live;
using Microsoft.Extensions.Options;

namespace KpiGrid.Api.Rounds;

/// <summary>The KPIs of which a region has or expects anything: one question to the region.</summary>
internal sealed class RegionKpis(IGrainFactory grains, LiveReader live, IOptions<ApiOptions> limits)
{
    public async Task<IReadOnlyList<KpiCode>> Of(RegionId region, DayRange days)
    {
        var page = await grains.GetGrain<IRegistryListGrain>(0).List("kpi", null, limits.Value.PageSizeMax);
        var codes = page.Items.Select(item => KpiCode.Parse(item.Id)).Order().ToList();
        var told = await live.Read(region, new(codes, PeriodSize.Range, days), days.Last);
        return [.. told.Lines.Where(line => line.HasAnything).Select(line => KpiCode.Parse(line.Kpi)).Distinct()];
    }
}
