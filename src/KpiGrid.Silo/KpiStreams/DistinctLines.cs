using KpiGrid.Silo.Pilots;

namespace KpiGrid.Silo.KpiStreams;

/// <summary>What the lines of an explanation of a distinct count hold together.</summary>
internal static class DistinctLines
{
    public static ExplainedMembers Members(
        PilotId pilot, KpiCode kpi, IReadOnlyList<(MeasurementId Id, Content Content, SeriesEntry Entry)> counting,
        IReadOnlyList<ExplainLine> lines)
    {
        var told = lines.Where(line => line.Parts.Count > 0).Select(line => line.Entry.Sent.Id).ToHashSet();
        var held = counting.Where(each => each.Content.Kind == KpiKind.Distinct && told.Contains(each.Id)).ToList();
        return new(
            [.. held.SelectMany(each => each.Content.Members ?? []).Distinct().Order()],
            [
                .. held.Where(each => each.Content.Members is null)
                    .Select(each => new NumberOnly(MemberHash.OfInput(pilot, kpi, each.Id), each.Content.A)),
            ]);
    }
}
