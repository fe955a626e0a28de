using KpiGrid.Api.Questions;
using KpiGrid.Api.Totals;
using Microsoft.Extensions.Options;

namespace KpiGrid.Api.Lineage;

/// <summary>How a pilot was taken up: how many had begun to repeat it by the end of each quarter, beside what pilots
/// reported of it.</summary>
internal sealed class Adoption(TotalsSource source, KnownNouns nouns, IOptions<QuestionOptions> options)
{
    /// <summary>The KPI by which replications are reported.</summary>
    public static KpiCode Reported { get; } = KpiCode.Parse("SCALE-N");

    /// <summary>A point a quarter, from the original's start to today.</summary>
    public async Task<IReadOnlyList<AdoptionAnswer>> Of(PilotFacts original, IReadOnlyDictionary<PilotId, PilotFacts> replicas, PilotId top, DateOnly today)
    {
        if (original.Start > today) return [];
        var quarters = AskedPeriod.Between(original.Start, today.AddDays(1), PeriodSize.Quarter).ToList();
        var first = quarters[0].Period.First;
        var untilThen = quarters.Select(quarter => new DayRange(first, quarter.Days.Last)).ToList();
        var told = await Told([top, .. replicas.Keys], untilThen);
        return [.. untilThen.Select((days, at) => new AdoptionAnswer(
            days.Last, replicas.Values.Count(replica => replica.Start <= days.Last), told[at]))];
    }

    /// <summary>What all of them reported, each of its own replicas.</summary>
    private async Task<IReadOnlyList<Amount?>> Told(IReadOnlyList<PilotId> pilots, IReadOnlyList<DayRange> periods)
    {
        if (await nouns.Read<KpiFacts>($"kpi/{Reported}", options.Value.FactsAge) is not { } noun) return [.. periods.Select(_ => (Amount?)null)];
        var answers = await source.Each(pilots, new() { Kpi = Reported, Periods = periods });
        var shape = new TotalsShape(Definition.Of(Reported, noun), [], mean: false, periods[^1].Last);
        return [.. Fold.AddAll(periods, [.. answers.Select(answer => answer.Sums.Periods)]).Select(sum => shape.Worded(sum).Value)];
    }
}
