using KpiGrid.Api.Questions;

namespace KpiGrid.Api.Impact;

/// <summary>
/// Totals of distinct counts as they stood before a push: a union does not say whose a member is, so it is read twice.
/// </summary>
internal sealed class TotalsBefore(IGrainFactory grains, KnownNouns nouns, ImpactNodes nodes)
{
    private static readonly TimeSpan DefinitionAge = TimeSpan.FromSeconds(1);

    public async Task<IReadOnlyDictionary<(string Node, KpiCode Kpi, DayRange Period), PeriodSum>> Read(
        PilotId pilot, IEnumerable<Measurement> sent, int periodsMax)
    {
        var before = new Dictionary<(string, KpiCode, DayRange), PeriodSum>();
        foreach (var items in sent.GroupBy(item => item.Kpi))
        {
            var kpi = await nouns.Read<KpiFacts>($"kpi/{items.Key}", DefinitionAge);
            if (kpi?.Facts.Kind != KpiKind.Distinct) continue;
            var days = items.Select(item => Period.TryParse(item.Period, out var period) ? period.Last : (DateOnly?)null);
            var periods = ImpactTotals.Periods(kpi.Facts, days.OfType<DateOnly>()).Take(periodsMax).ToList();
            if (periods.Count == 0) continue;
            foreach (var node in await Nodes(pilot))
            {
                foreach (var sum in await ImpactTotals.Read(grains, node, items.Key, periods))
                    before[(node.Place.ToString(), items.Key, sum.Days)] = sum;
            }
        }
        return before;
    }

    private async Task<IReadOnlyList<ImpactNode>> Nodes(PilotId pilot)
    {
        var facts = (await nouns.Read<PilotFacts>($"pilot/{pilot}", DefinitionAge))?.Facts;
        if (facts is null) return [];
        var municipalities = facts.Shares.Select(share => share.Municipality).Distinct().Order().ToList();
        return
        [
            await nodes.Pilot(pilot), .. await nodes.Municipalities(municipalities, DateOnly.MaxValue),
            .. await nodes.Regions(municipalities),
        ];
    }
}
