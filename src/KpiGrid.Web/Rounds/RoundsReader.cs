using System.Text.Json;
using KpiGrid.Api.Access;
using KpiGrid.Api.Editions;
using KpiGrid.Api.Hosting;
using KpiGrid.Api.Questions;
using KpiGrid.Api.Rounds;
using KpiGrid.Api.Targets;
using KpiGrid.Web.Pages;
using KpiGrid.Web.Places;
using KpiGrid.Web.Texts;
using KpiGrid.Web.Views;
using Microsoft.Extensions.Options;

namespace KpiGrid.Web.Rounds;

/// <summary>Reads the targets, rounds and editions of a region.</summary>
internal sealed class RoundsReader(
    IGrainFactory grains, KnownNouns nouns, ProgressReader progress, EditionShelf shelf, PlaceNames names, Rights rights, IOptions<ApiOptions> limits,
    IOptions<QuestionOptions> options)
{
    /// <summary>The page; null when there is no such region.</summary>
    public async Task<RoundsView?> Read(Visit visit, TargetEntry entry)
    {
        var place = visit.State.Place!;
        if (await nouns.Read<RegionFacts>(place.Stream, options.Value.FactsAge) is not { Facts: var facts }
            || await progress.Read(place, null, null, visit.Caller, new()) is not { } told) return null;
        var kpis = await Kpis();
        var zone = await names.Zone(facts.Members.Select(member => member.Municipality));
        var may = (await rights.At(visit.Caller, place)).HasFlag(Verbs.Change);
        return new()
        {
            Name = facts.Name,
            Address = visit.State.At(place).Address,
            Targets = [.. told.Targets.Select(target => Row(visit, kpis[target.Kpi], target))],
            Method = visit.Words.Rounds.Method,
            Rounds = await Rounds(visit, RegionId.Parse(place.Id)),
            Editions = [.. (await shelf.All(RegionId.Parse(place.Id))).Reverse().Select(edition => EditionLinks.Of(visit, edition, zone))],
            Form = may ? Form(visit, kpis, entry) : null,
        };
    }

    private async Task<IReadOnlyList<(string, string)>> Rounds(Visit visit, RegionId region) =>
    [
        .. (await RegionNouns.All(grains, "round", region, limits.Value.PageSizeMax))
            .Select(item => (item.Id, Facts: JsonSerializer.Deserialize<RoundFacts>(item.Entry.Facts, KpiGridJson.Options)!))
            .OrderByDescending(round => round.Facts.Date)
            .Select(round => (Words.Fill(visit.Words.Pack.RoundForm, round.Facts.Title, visit.Words.Day(round.Facts.Date)),
                visit.State.At(visit.State.Place).On(PageKind.Round, round.Id).Address)),
    ];

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
