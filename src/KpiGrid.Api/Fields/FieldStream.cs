using KpiGrid.Api.Questions;
using KpiGrid.Api.Totals;

namespace KpiGrid.Api.Fields;

/// <summary>A KPI of a pilot, with its fields and its tempo.</summary>
/// <param name="Pilot">The pilot.</param>
/// <param name="Name">Its name.</param>
/// <param name="Kpi">The KPI.</param>
/// <param name="Fields">In which fields it is.</param>
/// <param name="LastReported">The last day reported; null for never.</param>
/// <param name="Late">How many KPI streams of it are late.</param>
internal sealed record FieldStream(
    PilotId Pilot, string Name, KpiCode Kpi, IReadOnlyList<string> Fields, DateOnly? LastReported, int Late);

/// <summary>What municipalities got of one KPI, by pilot.</summary>
internal sealed record KpiLeaves(Definition Kpi, Frequency Frequency, ILookup<string, PeriodSum> ByPilot)
{
    /// <summary>What some pilots gave; null where none of them reports the KPI.</summary>
    public FieldKpi? In(IReadOnlyList<FieldStream> streams)
    {
        if (streams.Count == 0) return null;
        var sums = streams.SelectMany(stream => ByPilot[stream.Pilot.Value]).ToList();
        var days = sums.Count > 0 ? sums[0].Days : DayRange.Always;
        var sum = Fold.Add(days, sums);
        var total = sums.Count == 0 ? new() { Period = "" }
            : new TotalsShape(Kpi, [], mean: false, days.Last).Worded(sum) with { Period = Period.Of(days).ToString(), Coverage = null, Marks = sum.Marks };
        return new(Kpi.Code.Value, Kpi.Unit, Frequency, streams.Count, total, streams.Max(stream => stream.LastReported), streams.Sum(stream => stream.Late));
    }
}
