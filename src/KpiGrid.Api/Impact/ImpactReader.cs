using KpiGrid.Api.Access;
using KpiGrid.Api.Disclosure;
using KpiGrid.Api.Hosting;
using KpiGrid.Api.Questions;
using KpiGrid.Api.Totals;
using Microsoft.Extensions.Options;

namespace KpiGrid.Api.Impact;

/// <summary>Waits until a push has settled upward and says what it moved, and nobody else.</summary>
internal sealed class ImpactReader(
    IGrainFactory grains, KnownNouns nouns, Settling settling, ImpactNodes nodes, Sight sight, TotalsBefore totalsBefore,
    PlaceFinder finder, Suppression suppression,
    IOptions<ApiOptions> limits)
{
    private static readonly TimeSpan DefinitionAge = TimeSpan.FromSeconds(1);

    /// <summary>Begins before the push is written: some totals must be read then.</summary>
    public async Task<Func<PushAnswer, Task<ImpactAnswer>>> Begin(
        Caller caller, PilotId pilot, IReadOnlyList<Measurement> sent)
    {
        var before = await totalsBefore.Read(pilot, sent, limits.Value.ImpactPeriodsMax);
        return answer => Of(caller, pilot, answer, before);
    }

    private async Task<ImpactAnswer> Of(
        Caller caller, PilotId pilot, PushAnswer answer, IReadOnlyDictionary<(string, KpiCode, DayRange), PeriodSum> before)
    {
        if (answer.Token is not { } token || answer.Moves.Count == 0) return new(ImpactText.Of(answer, []), []);
        try
        {
            await settling.Settle(token, throughRegions: true, new());
            var moves = new List<MoveAnswer>();
            var (leftOut, hidden) = (0, 0);
            var kpis = answer.Moves.SelectMany(place => place.Cells.Unpack()).Select(cell => cell.Key.Kpi).Distinct();
            foreach (var kpi in kpis.Order().ToList())
            {
                var (ofKpi, more, unseen) = await OfKpi(caller, pilot, kpi, answer, before);
                moves.AddRange(ofKpi);
                leftOut += more;
                hidden += unseen;
            }
            return new(ImpactText.Of(answer, moves), moves) { LeftOut = leftOut, Hidden = hidden };
        }
        catch (TimeoutException)
        {
            // It is recorded: what is late is only what there is to say of it.
            return new(ImpactText.NotSettled(token), []);
        }
    }

    private async Task<(IReadOnlyList<MoveAnswer> Moves, int LeftOut, int Hidden)> OfKpi(
        Caller caller, PilotId pilot, KpiCode kpi, PushAnswer answer,
        IReadOnlyDictionary<(string, KpiCode, DayRange), PeriodSum> before)
    {
        var noun = await nouns.Read<KpiFacts>($"kpi/{kpi}", DefinitionAge)
            ?? throw new InvalidOperationException($"{kpi} was measured and has no definition");
        var change = new OwnChange(noun.Facts.Kind, answer.Moves, kpi);
        var all = ImpactTotals.Periods(noun.Facts, change.Days);
        var periods = all.Take(limits.Value.ImpactPeriodsMax).ToList();
        var (places, regionsLeft) = await Places(pilot, change, periods);
        var told = new ImpactLines(Definition.Of(kpi, noun), change, before);
        var moves = new List<(int Period, MoveAnswer Move)>();
        var hidden = 0;
        foreach (var node in places)
        {
            if (!await sight.Sees(caller, Verbs.Total, node.Place))
            {
                hidden++;
                continue;
            }
            var totals = await Told(await ImpactTotals.Read(grains, node, kpi, periods), node, kpi, caller);
            for (var i = 0; i < periods.Count; i++)
                if (change.Touches(periods[i].Range, node)) moves.Add((i, told.Line(node, periods[i], totals[i])));
        }
        return ([.. moves.OrderBy(move => move.Period).Select(move => move.Move)], all.Count - periods.Count + regionsLeft, hidden);
    }

    private async Task<IReadOnlyList<PeriodSum>> Told(
        IReadOnlyList<PeriodSum> totals, ImpactNode node, KpiCode kpi, Caller caller)
    {
        if (!totals.Any(total => total.IsConfidential) || await finder.Places([node.Place], null, new()) is not { } places)
            return totals;
        var sums = new Sums { Version = NodeVersion.None, ConfirmedAt = default, Periods = totals };
        return (await suppression.Of(sums, DisclosureQuestion.Of(places, kpi, caller))).Periods;
    }

    private async Task<(IReadOnlyList<ImpactNode> Places, int Left)> Places(
        PilotId pilot, OwnChange change, IReadOnlyList<Period> periods)
    {
        IReadOnlyList<MunicipalityId> municipalities = [.. change.Municipalities];
        var regions = (await nodes.Regions(municipalities))
            .Where(region => periods.Any(period => change.Touches(period.Range, region))).ToList();
        var listed = regions.Take(limits.Value.ImpactRegionsMax).ToList();
        return (
            [await nodes.Pilot(pilot), .. await nodes.Municipalities(municipalities, periods[^1].Last), .. listed],
            regions.Count - listed.Count);
    }
}
