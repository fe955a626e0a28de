using KpiGrid.Api.Access;
using KpiGrid.Api.Compare;
using KpiGrid.Api.Lineage;
using KpiGrid.Api.Questions;
using KpiGrid.Web.Compare;
using KpiGrid.Web.Pages;
using KpiGrid.Web.Places;
using Microsoft.Extensions.Options;

namespace KpiGrid.Web.Lineage;

/// <summary>Reads the page of a pilot's family.</summary>
internal sealed class LineagePageReader(
    IGrainFactory grains, LineageReader lineages, KnownNouns nouns, PlaceNames names, Sight sight, IOptions<CompareOptions> limits,
    IOptions<QuestionOptions> options)
{
    /// <summary>The page; null when there is no such pilot.</summary>
    public async Task<LineageView?> Read(Visit visit, PilotId pilot)
    {
        if (await Facts(pilot) is not { } facts) return null;
        var original = facts.ReplicaOf is { } above ? await Facts(above) : null;
        var kpi = visit.State.Kpi ?? Usual(facts, original);
        var errors = new QuestionErrors();
        var question = Query(visit, kpi).Comparison(pilot, limits.Value, errors);
        var answer = errors.Any ? null : await lineages.Read(pilot, question, visit.Caller, errors);
        // A KPI that cannot be compared like that leaves the family and its curve.
        answer ??= await lineages.Read(pilot, null, visit.Caller, new());
        if (answer is null) return null;
        var definition = kpi is { } code ? (await nouns.Read<KpiFacts>($"kpi/{code}", options.Value.NamesAge))?.Facts : null;
        return new LineageLines(visit, answer, definition, await Regions(visit, facts)).View(facts) with { Kpis = await Kpis(visit, facts, kpi) };
    }

    private static LineageQuery Query(Visit visit, KpiCode? kpi) => kpi is null ? new() : new()
    {
        Kpi = kpi.ToString(), Class = visit.State.Class?.Value, Per = visit.State.Members is null ? null : Divisor.Inhabitant.Text(),
        ScaleTo = visit.State.Members?.Value,
    };

    /// <summary>The first KPI that both report, or it alone.</summary>
    private static KpiCode? Usual(PilotFacts facts, PilotFacts? original)
    {
        var own = facts.Kpis.Select(stream => stream.Kpi).Where(kpi => kpi != Adoption.Reported).ToList();
        var shared = original is null ? own : own.Intersect(original.Kpis.Select(stream => stream.Kpi));
        return shared.Concat(own).Select(kpi => (KpiCode?)kpi).FirstOrDefault();
    }

    private async Task<IReadOnlyList<ChoiceOption>> Kpis(Visit visit, PilotFacts facts, KpiCode? chosen)
    {
        var choices = new List<ChoiceOption>();
        foreach (var kpi in facts.Kpis.Select(stream => stream.Kpi).Distinct().Order())
        {
            var definition = (await nouns.Read<KpiFacts>($"kpi/{kpi}", options.Value.NamesAge))?.Facts;
            var name = definition is null ? null : visit.Words.Of(definition.Names);
            choices.Add(new(kpi.Value, $"{name ?? kpi.Value} ({kpi})", kpi == chosen));
        }
        return choices;
    }

    private async Task<IReadOnlyList<ChoiceOption>> Regions(Visit visit, PilotFacts facts)
    {
        var regions = await grains.GetGrain<IRegistryListGrain>(0).Regions([.. facts.Shares.Select(share => share.Municipality).Distinct()]);
        var seen = await sight.Of(visit.Caller, Verbs.Total, PlaceKind.Region, regions.Select(region => region.Value));
        var named = await names.Of(seen.Select(region => new PlaceRef(PlaceKind.Region, region)));
        return
        [
            new("", "–", visit.State.Members is null),
            .. seen.Order(StringComparer.Ordinal).Select(region =>
                new ChoiceOption(region, named.GetValueOrDefault(region, region), region == visit.State.Members?.Value)),
        ];
    }

    private async Task<PilotFacts?> Facts(PilotId pilot) =>
        (await nouns.Read<PilotFacts>($"pilot/{pilot}", options.Value.FactsAge))?.Facts;
}
