using KpiGrid.Silo.Aggregates;
using KpiGrid.Silo.Registry;

namespace KpiGrid.Silo.Pilots;

/// <summary>A pilot's answers to questions for totals, from its cells and duties.</summary>
internal sealed class PilotTotals(PilotId pilot, PilotState state, PilotDuties duties, RegistryView registry)
{
    /// <summary>The sums, without the version they are of.</summary>
    public Sums Answer(SumsQuestion question)
    {
        var kind = registry.Kpi(question.Kpi)?.Facts.Kind ?? KpiKind.Flow;
        return new()
        {
            Version = NodeVersion.None,
            ConfirmedAt = default,
            Periods = Whole(question, kind),
            Parts = NodeSums.Speaking(Parts(question, kind)),
        };
    }

    private IReadOnlyList<PeriodSum> Whole(SumsQuestion question, KpiKind kind) => NodeSums.Periods(
        state.Total.Of(question.Kpi), kind, question, period => Coverage(question.Kpi, period));

    private IEnumerable<SumPart> Parts(SumsQuestion question, KpiKind kind) => question.Split switch
    {
        Split.Pilot => [new(pilot.Value, Whole(question, kind))],
        Split.Class => NodeSums.ByClass(state.Total.Of(question.Kpi), kind, question),
        Split.Municipality => state.Municipalities.Select(municipality => new SumPart(municipality.Value,
            NodeSums.Periods(state.Allocated(municipality)?.Of(question.Kpi), kind, question, period =>
                Coverage(municipality, question.Kpi, period)))),
        _ => [],
    };

    private Coverage Coverage(KpiCode kpi, DayRange period) => state.Municipalities.Aggregate(
        KpiGrid.Coverage.None, (sum, municipality) => DutyBook.Add(sum, Coverage(municipality, kpi, period)));

    private Coverage Coverage(MunicipalityId municipality, KpiCode kpi, DayRange period) =>
        DutyBook.Of(duties.Of(municipality).Where(duty => duty.Stream.Kpi == kpi), period, null);
}
