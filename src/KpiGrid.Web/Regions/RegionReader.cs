using System.Globalization;
using System.Text.Json;
using KpiGrid.Api.Hosting;
using KpiGrid.Api.Questions;
using KpiGrid.Api.Totals;
using KpiGrid.Web.Texts;
using Microsoft.Extensions.Options;

namespace KpiGrid.Web.Regions;

/// <summary>Reads what a region has of every KPI in a year, as the API answers it.</summary>
internal sealed class RegionReader(
    IGrainFactory grains, KnownNouns nouns, TotalsReader totals, LocalDays days, RegionsReader regions,
    IOptions<ApiOptions> limits, IOptions<QuestionOptions> options)
{
    public async Task<bool> Exists(PlaceRef place) =>
        place.IsReadable && await nouns.Read<RegionFacts>(place.Stream, options.Value.FactsAge) is not null;

    /// <summary>The region in a year, the current one when none is named; null when there is no such region.</summary>
    public async Task<RegionView?> Read(Words words, string id, int? askedYear)
    {
        var place = new PlaceRef(PlaceKind.Region, id);
        if (!place.IsReadable
            || await nouns.Read<RegionFacts>(place.Stream, options.Value.FactsAge) is not { Facts: var facts })
            return null;
        var year = askedYear ?? (await days.Today(facts.Members.Select(member => member.Municipality))).Year;
        var kpis = await grains.GetGrain<IRegistryListGrain>(0).List("kpi", null, limits.Value.PageSizeMax);
        var answers = await FanOut.All(kpis.Items, options.Value.CallsAtOnce, kpi => Answer(place, kpi, year));
        var told = answers.OfType<KpiTotals>().Where(kpi => kpi.HasAnything).ToList();
        var table = new KpiTable(words, id, year);
        return new()
        {
            Words = words,
            Name = facts.Name,
            Facts = words.RegionLine(facts.Kind, await regions.MembersToday(facts)),
            IsSample = facts.Sample,
            Year = year.ToString(CultureInfo.InvariantCulture),
            Before = Link(id, year - 1),
            After = Link(id, year + 1),
            Nothing = words.NoKpis(year),
            Periods = table.Periods,
            Rows = [.. told.Select(table.Row)],
            IsStale = told.Any(kpi => kpi.Totals.Stale),
            IsCut = kpis.Next is not null,
        };
    }

    /// <summary>The year and its quarters in one question; null when the KPI cannot be asked.</summary>
    private async Task<KpiTotals?> Answer(PlaceRef place, RegistryItem kpi, int year)
    {
        if (!KpiCode.TryParse(kpi.Id, out var code)) return null;
        var question = new TotalsQuestion
        {
            Kpi = code,
            Days = Period.Of(new DateOnly(year, 1, 1), PeriodSize.Year).Range,
            Periods = KpiTable.PeriodsOf(year),
        };
        var answer = await totals.Answer([place], question, new());
        if (answer is null) return null;
        return new(JsonSerializer.Deserialize<KpiFacts>(kpi.Entry.Facts, KpiGridJson.Options)!, answer);
    }

    private static YearLink Link(string id, int year) =>
        new(year.ToString(CultureInfo.InvariantCulture), RegionsReader.Address(id, year));
}
