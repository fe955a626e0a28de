using KpiGrid.Silo.Aggregates;
using KpiGrid.Silo.Pilots;

namespace KpiGrid.Silo.KpiStreams;

/// <summary>One KPI of a pilot as it stood at a sequence.</summary>
internal sealed class SeriesPast
{
    private readonly PilotDuties duties;

    private SeriesPast(PilotId pilot, PilotState state)
    {
        State = state;
        duties = new(pilot);
        duties.Refresh(state, null);
    }

    public PilotState State { get; }

    public static SeriesPast Of(PilotId pilot, KpiCode kpi, Series series, long head)
    {
        var state = new PilotState(pilot);
        state.Restore(
            series.FactsAt(head), series.ApprovalAt(head),
            series.Counting(head).Select(counting => (kpi, counting.Id, counting.Content)), series.FactsAt(series.Head));
        return new(pilot, state);
    }

    /// <summary>One part a municipality, each on the days it is in the set asked for.</summary>
    public IEnumerable<SumPart> Parts(
        SumsQuestion question, KpiKind kind, IReadOnlyDictionary<MunicipalityId, IReadOnlyList<DayRange>>? places) =>
        State.Municipalities.Where(id => places is null || places.ContainsKey(id)).Select(id =>
        {
            var within = places?[id];
            return new SumPart(id.Value, NodeSums.Periods(
                State.Allocated(id)?.Of(question.Kpi), kind, question with { Within = within },
                period => DutyBook.Of(duties.Of(id).Where(duty => duty.Stream.Kpi == question.Kpi), period, within)));
        });
}
