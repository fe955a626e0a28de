using KpiGrid.Api.Questions;
using KpiGrid.Api.Totals;
using KpiGrid.Web.Pages;
using KpiGrid.Web.Texts;
using KpiGrid.Web.Views;
using Microsoft.Extensions.Options;

namespace KpiGrid.Web.Regions;

/// <summary>Reads which joint pilots several members of a region see, and what adding members up would count twice.</summary>
internal sealed class LedgerReader(SeenTotals totals, IOptions<QuestionOptions> options)
{
    private const int ShownMax = 20;

    /// <summary>The ledger; null where values do not add up over places.</summary>
    public async Task<LedgerView?> Read(Visit visit, RegionFigures figures, string kpi, TotalsAnswer members)
    {
        var facts = figures.Kpis[kpi];
        if (facts.Kind is not (KpiKind.Flow or KpiKind.EventCount or KpiKind.Stock)
            || members.Periods[0].Value is not { } total) return null;
        var question = new TotalsQuestion
        {
            Kpi = KpiCode.Parse(kpi), Days = figures.Period.Range,
            Periods = [new(figures.Period, figures.Period.Range)], Split = Split.Pilot,
        };
        if (await totals.Answer([figures.Place], question, visit.Caller, new()) is not { } pilots) return null;
        var inside = members.Split.Select(line => line.Key).ToHashSet();
        var joint = (await FanOut.All(pilots.Split, options.Value.CallsAtOnce,
                pilot => Seen(visit, pilot, question with { Split = Split.Municipality }, inside)))
            .Where(pilot => pilot.Members > 1).ToList();
        return Ledger(visit, facts, total, joint, pilots.Hidden);
    }

    /// <summary>How often a pilot is seen by members, and what it gives them together.</summary>
    private async Task<SeenPilot> Seen(Visit visit, SplitAnswer pilot, TotalsQuestion question, HashSet<string> inside)
    {
        var answer = await totals.Answer([new(PlaceKind.Pilot, pilot.Key)], question, visit.Caller, new());
        var parts = (answer?.Split ?? []).Where(part => inside.Contains(part.Key) && part.Periods[0].Value is not null).ToList();
        var whole = parts.Aggregate(Amount.Zero, (sum, part) => sum + part.Periods[0].Value!.Value);
        return new(pilot, whole, parts.Count);
    }

    private static LedgerView Ledger(Visit visit, KpiFacts facts, Amount total, IReadOnlyList<SeenPilot> joint, HiddenParts? hidden)
    {
        var words = visit.Words;
        var twice = joint.Aggregate(Amount.Zero, (sum, pilot) => sum + pilot.Twice);
        string Say(Amount amount) => words.With(words.Number(Shown.Rounded(amount, facts.Decimals)), facts.Unit);
        return new(joint.Count == 0 ? words.Regions.LedgerNothing
                : Words.Fill(words.Regions.LedgerText, Say(total + twice), Say(total), Say(twice)),
            [.. joint.OrderByDescending(pilot => pilot.Twice).Take(ShownMax).Select(pilot => new LedgerRow(
                League.NameOf(pilot.Line),
                (visit.State.At(new(PlaceKind.Pilot, pilot.Line.Key)) with { Kpi = visit.State.Kpi }).Address,
                Say(pilot.Whole), words.Number(pilot.Members), Say(pilot.Twice)))],
            hidden is null ? null : Words.Fill(words.Frame.Hidden, words.Number(hidden.Parts)));
    }

    /// <summary>A pilot as members see it.</summary>
    private sealed record SeenPilot(SplitAnswer Line, Amount Whole, int Members)
    {
        /// <summary>What would be counted again if every member counted it in full.</summary>
        public Amount Twice => Enumerable.Range(1, Math.Max(0, Members - 1)).Aggregate(Amount.Zero, (sum, _) => sum + Whole);
    }
}
