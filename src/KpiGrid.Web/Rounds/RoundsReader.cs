using System.Text.Json;
using KpiGrid.Api.Access;
using KpiGrid.Api.Hosting;
using KpiGrid.Api.Questions;
using KpiGrid.Api.Targets;
using KpiGrid.Web.Pages;
using KpiGrid.Web.Texts;
using KpiGrid.Web.Views;
using Microsoft.Extensions.Options;

namespace KpiGrid.Web.Rounds;

/// <summary>Reads the targets of a region.</summary>
internal sealed class RoundsReader(
    IGrainFactory grains, KnownNouns nouns, ProgressReader progress, Rights rights, IOptions<ApiOptions> limits,
    IOptions<QuestionOptions> options)
{
    /// <summary>The page; null when there is no such region.</summary>
    public async Task<RoundsView?> Read(Visit visit, TargetEntry entry)
    {
        var place = visit.State.Place!;
        if (await nouns.Read<RegionFacts>(place.Stream, options.Value.FactsAge) is not { Facts: var facts }
            || await progress.Read(place, null, null, new()) is not { } told) return null;
        var kpis = await Kpis();
        var may = (await rights.At(visit.Caller, place)).HasFlag(Verbs.Change);
        return new()
        {
            Name = facts.Name,
            Address = visit.State.At(place).Address,
            Targets = [.. told.Targets.Select(target => Row(visit, kpis[target.Kpi], target))],
            Method = visit.Words.Rounds.Method,
            Form = may ? Form(visit, kpis, entry) : null,
        };
    }

    private static TargetRow Row(Visit visit, KpiFacts kpi, TargetAnswer target)
    {
        var words = visit.Words;
        return new(
            words.Of(kpi.Names) ?? target.Kpi,
            target.Class is { } name ? $"{target.Kpi}/{name}" : target.Kpi,
            (visit.State.At(visit.State.Place) with { Kpi = KpiCode.Parse(target.Kpi) }).Address,
            TargetWords.Wanted(words, target),
            target.Actual is { } actual ? words.Value(actual, target.Unit) ?? words.Values.NoValue : words.Values.NoValue,
            TargetWords.Status(words, target),
            TargetWords.Percent(target));
    }

    private static TargetForm Form(Visit visit, Dictionary<string, KpiFacts> kpis, TargetEntry entry) => new(
        visit.State.Address,
        [.. kpis.Select(kpi => (kpi.Key, Name: visit.Words.Of(kpi.Value.Names) ?? kpi.Key))
            .OrderBy(kpi => kpi.Name, StringComparer.OrdinalIgnoreCase)],
        entry.Kpi.Length > 0 ? entry : entry with { Kpi = visit.State.Kpi?.Value ?? "" });

    private async Task<Dictionary<string, KpiFacts>> Kpis()
    {
        var page = await grains.GetGrain<IRegistryListGrain>(0).List("kpi", null, limits.Value.PageSizeMax);
        return page.Items.ToDictionary(item => item.Id,
            item => JsonSerializer.Deserialize<KpiFacts>(item.Entry.Facts, KpiGridJson.Options)!);
    }
}
