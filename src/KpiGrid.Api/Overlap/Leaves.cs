using KpiGrid.Api.Access;
using KpiGrid.Api.Disclosure;
using KpiGrid.Api.Questions;
using KpiGrid.Api.Totals;

namespace KpiGrid.Api.Overlap;

/// <summary>Reads the leaves of a question, as amounts of one unit.</summary>
internal sealed class Leaves(TotalsSource source, Insight insight, OverlapQuestion question, Definition kpi, Caller caller)
{
    private readonly TotalsShape shape = new(kpi, [], mean: false, question.Days.Last);

    public Definition Kpi => kpi;

    /// <summary>The unit of the amounts: of money the currency, once leaves were read.</summary>
    public string Unit { get; private set; } = kpi.Unit;

    /// <summary>What each municipality got of each pilot, on the days that count; null and an error when amounts are there
    /// that do not add up.</summary>
    public async Task<IReadOnlyCollection<Leaf>?> Of(
        IReadOnlyDictionary<MunicipalityId, IReadOnlyList<DayRange>> members, QuestionErrors errors)
    {
        var answers = await source.Whole(members, question.Sums(Split.Pilot));
        if (await IsKept(answers.SelectMany(answer => answer.Sums.Parts)))
        {
            errors.Refuse("kpi", kpi.Code.Value, PeriodSum.Suppressed,
                "Confidential figures are inside, and a ledger would tell them line by line: ask for totals.");
            return null;
        }
        var whole = Worded(Fold.Add(question.Days, answers.Select(answer => answer.Sums.Periods[0])));
        if (whole is { Value: null, N: > 0 })
        {
            errors.Refuse("kpi", kpi.Code.Value, "not-one-sum",
                "Amounts of several currencies, or before and after a break in the definition, do not add up: ask for totals.");
            return null;
        }
        Unit = whole.Unit ?? Unit;
        return [.. from answer in answers
                   from part in answer.Sums.Parts
                   let amount = Worded(part.Periods[0]).Value
                   where amount is not null
                   select new Leaf(answer.Municipality, PilotId.Parse(part.Key), amount.Value)];
    }

    /// <summary>What pilots come to, everything they allocated elsewhere included.</summary>
    public async Task<IReadOnlyDictionary<PilotId, WholePilot>> Wholes(IEnumerable<PilotId> pilots) =>
        (await source.Whole(pilots, question.Sums(Split.Municipality))).ToDictionary(
            answer => answer.Pilot,
            answer => new WholePilot(
                Worded(answer.Sums.Periods[0]).Value,
                answer.Sums.Parts.Count(part => Worded(part.Periods[0]).Value is not null)));

    private async Task<bool> IsKept(IEnumerable<SumPart> parts)
    {
        foreach (var part in parts.Where(part => part.Periods.Any(sum => sum.IsConfidential)).DistinctBy(part => part.Key))
            if (!await insight.IsOwn(caller, PilotId.Parse(part.Key))) return true;
        return false;
    }

    private PeriodAnswer Worded(PeriodSum sum) => shape.Worded(sum);
}
