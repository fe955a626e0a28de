using KpiGrid.Api.Overlap;
using KpiGrid.Api.Questions;
using KpiGrid.Api.Totals;
using KpiGrid.Web.Pages;
using KpiGrid.Web.Texts;
using KpiGrid.Web.Views;

namespace KpiGrid.Web.Regions;

/// <summary>Reads which joint pilots several members of a region see, and what adding members up would count twice.</summary>
internal sealed class LedgerReader(OverlapReader overlaps)
{
    private const int ShownMax = 20;

    /// <summary>The ledger; null where values do not add up over places.</summary>
    public async Task<LedgerView?> Read(Visit visit, RegionFigures figures, string kpi, TotalsAnswer members)
    {
        var facts = figures.Kpis[kpi];
        if (!OverlapReader.IsAdditive(facts.Kind) || members.Periods[0].Value is null) return null;
        var question = new OverlapQuestion([figures.Place], KpiCode.Parse(kpi), null, figures.Period.Range);
        return await overlaps.Read(question, visit.Caller, new()) is { Real: not null } overlap
            ? Ledger(visit, facts, overlap)
            : null;
    }

    private static LedgerView Ledger(Visit visit, KpiFacts facts, OverlapAnswer overlap)
    {
        var words = visit.Words;
        string Say(Amount? amount) =>
            words.With(words.Number(Shown.Rounded(amount ?? Amount.Zero, facts.Decimals)), facts.Unit);
        return new(overlap.Pilots.Count == 0 ? words.Regions.LedgerNothing
                : Words.Fill(words.Regions.LedgerText, Say(overlap.MembersSum), Say(overlap.Real), Say(overlap.Twice)),
            [.. overlap.Pilots.Take(ShownMax).Select(pilot => new LedgerRow(
                pilot.Name ?? pilot.Pilot,
                (visit.State.At(new(PlaceKind.Pilot, pilot.Pilot)) with { Kpi = visit.State.Kpi }).Address,
                Say(pilot.Inside), words.Number(pilot.SeenBy.Count), Say(pilot.Twice)))],
            overlap.Hidden is null ? null : Words.Fill(words.Frame.Hidden, words.Number(overlap.Hidden.Parts)));
    }
}
