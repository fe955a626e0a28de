using KpiGrid.Api.Questions;
using Microsoft.Extensions.Options;

namespace KpiGrid.Web.Report.Files;

/// <summary>What a pilot has recorded of some KPIs.</summary>
/// <param name="All">Every statement, by KPI, last day, id and revision.</param>
internal sealed record KnownSeries(IReadOnlyList<SeriesEntry> All)
{
    private readonly Dictionary<KpiStreamId, IReadOnlyList<SeriesEntry>> inForce = Last(All)
        .Where(entry => !entry.IsWithdrawn && entry.Sent.Silence is null).GroupBy(entry => entry.Stream)
        .ToDictionary(stream => stream.Key, IReadOnlyList<SeriesEntry> (stream) => [.. stream]);

    /// <summary>The latest statement about each measurement.</summary>
    public IReadOnlyList<SeriesEntry> Latest => [.. Last(All)];

    /// <summary>What counts of a stream, by last day.</summary>
    public IReadOnlyList<SeriesEntry> InForce(KpiStreamId stream) => inForce.GetValueOrDefault(stream, []);

    private static IEnumerable<SeriesEntry> Last(IReadOnlyList<SeriesEntry> all) =>
        all.GroupBy(entry => (entry.Sent.Kpi, entry.Sent.Id)).Select(statements => statements.MaxBy(entry => entry.Revision)!);
}

/// <summary>Reads what a pilot has recorded, revisions included.</summary>
internal sealed class FileSeries(IGrainFactory grains, IOptions<QuestionOptions> options)
{
    public async Task<KnownSeries> Read(PilotId pilot, IEnumerable<KpiCode> kpis)
    {
        var read = await FanOut.All(kpis.Distinct().Order(), options.Value.CallsAtOnce,
            kpi => grains.GetGrain<IKpiStreamGrain>($"{pilot}/{kpi}").Read(true, null));
        return new([.. read.SelectMany(series => series.Entries)]);
    }

    /// <summary>Everything of a pilot that came with a file, or came back with it: the latest statement about each.</summary>
    public async Task<IReadOnlyList<SeriesEntry>> OfFile(PilotId pilot, string import)
    {
        var duties = await grains.GetGrain<IPilotGrain>(pilot.Value).Duties();
        var known = await Read(pilot, duties.Select(duty => duty.Stream.Kpi));
        var ids = known.All.Where(entry => entry.Import == import || (entry.Kind == RevisionKind.Restore && entry.Reason == RestoreReason(import)))
            .Select(entry => (entry.Sent.Kpi, entry.Sent.Id)).ToHashSet();
        return [.. known.Latest.Where(entry => ids.Contains((entry.Sent.Kpi, entry.Sent.Id)))];
    }

    /// <summary>Why what was taken out counts again: its file came again.</summary>
    public static string RestoreReason(string import) => import;
}
