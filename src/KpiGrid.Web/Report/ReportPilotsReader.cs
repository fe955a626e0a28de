using System.Text.Json;
using KpiGrid.Api.Access;
using KpiGrid.Api.Hosting;
using KpiGrid.Api.Questions;
using KpiGrid.Web.Pages;
using KpiGrid.Web.Views;
using Microsoft.Extensions.Options;

namespace KpiGrid.Web.Report;

/// <summary>Finds the pilots that a reader may report for.</summary>
internal sealed class ReportPilotsReader(IGrainFactory grains, KnownNouns nouns, Rights rights, IOptions<ApiOptions> limits, IOptions<QuestionOptions> options)
{
    public const int ShownMax = 100;
    private const int PagesMax = 20;

    /// <summary>The pilots by name, those whose name or id holds what is looked for.</summary>
    public async Task<ReportPilotsView> Read(Visit visit)
    {
        var query = (visit.State.Query ?? "").Trim();
        var found = new List<Choice>();
        await foreach (var (id, name) in Candidates(visit))
        {
            if (!name.Contains(query, StringComparison.OrdinalIgnoreCase) && !id.Contains(query, StringComparison.OrdinalIgnoreCase)) continue;
            if (!await MayReport(visit, id)) continue;
            found.Add(new(new ViewState { Language = visit.State.Language, Place = new(PlaceKind.Pilot, id), Page = PageKind.Report }.Address, name, false));
            if (found.Count > ShownMax) break;
        }
        return new(query, [.. found.Take(ShownMax).OrderBy(pilot => pilot.Text, StringComparer.OrdinalIgnoreCase)], found.Count > ShownMax);
    }

    public async Task<bool> MayReport(Visit visit, string pilot) =>
        (await rights.At(visit.Caller, new(PlaceKind.Pilot, pilot)) & (Verbs.Push | Verbs.PushOnBehalf)) != 0;

    /// <summary>Those a lead is granted; for whoever may report for more, all there are.</summary>
    private async IAsyncEnumerable<(string Id, string Name)> Candidates(Visit visit)
    {
        if (!visit.Caller.Grants.Any(grant => grant.Role is Role.Admin or Role.Body))
        {
            foreach (var node in visit.Caller.Grants.Where(grant => grant.Role == Role.Lead).Select(grant => grant.On).Distinct())
                if (PlaceRef.TryParseNode(node, out var place)
                    && await nouns.Read<PilotFacts>(place.Stream, options.Value.NamesAge) is { Facts: var facts }) yield return (place.Id, facts.Name);
            yield break;
        }
        string? after = null;
        for (var pages = 0; pages < PagesMax; pages++)
        {
            var page = await grains.GetGrain<IRegistryListGrain>(0).List("pilot", after, limits.Value.PageSizeMax);
            foreach (var item in page.Items)
                yield return (item.Id, JsonSerializer.Deserialize<PilotFacts>(item.Entry.Facts, KpiGridJson.Options)!.Name);
            after = page.Next;
            if (after is null) break;
        }
    }
}
