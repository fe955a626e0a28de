using KpiGrid.Silo.Aggregates;
using KpiGrid.Silo.Journal;
using KpiGrid.Silo.Registry;

namespace KpiGrid.Silo.KpiStreams;

/// <summary>Reads one KPI of one pilot from the pilot's journal stream; never writes.</summary>
/// <remarks>
/// Each question first reads what the journal holds beyond what is known, one indexed query, so the answer contains every
/// acknowledged push and there is no lease between writer and reader to keep alive.
/// </remarks>
internal sealed class KpiStreamGrain(IJournal journal, RegistryView registry) : Grain, IKpiStreamGrain
{
    private Series series = null!;

    private PilotId Pilot => PilotId.Parse(this.GetPrimaryKeyString().Split('/')[0]);

    private KpiCode Kpi => KpiCode.Parse(this.GetPrimaryKeyString().Split('/')[1]);

    public override Task OnActivateAsync(CancellationToken cancellationToken)
    {
        series = new(Pilot, Kpi);
        return Task.CompletedTask;
    }

    public async Task<SeriesAnswer> Read(bool includeHistory, DateTimeOffset? asOf)
    {
        await ReadTail();
        var head = asOf is { } instant ? series.HeadAt(instant) : series.Head;
        return new(head, series.Entries(head, includeHistory));
    }

    public async Task<Explanation> Explain(ExplainQuestion question)
    {
        await ReadTail();
        var head = Math.Min(question.Head ?? series.Head, series.Head);
        return new(head, SeriesExplanation.Of(Pilot, Kpi, series, question, head));
    }

    public async Task<ExplainedMembers> ExplainMembers(ExplainQuestion question)
    {
        await ReadTail();
        var head = Math.Min(question.Head ?? series.Head, series.Head);
        var lines = SeriesExplanation.Of(Pilot, Kpi, series, question, head);
        return DistinctLines.Members(Pilot, Kpi, series.Counting(head), lines);
    }

    public async Task<Sums> SumsAsOf(
        SumsQuestion question, DateTimeOffset asOf, IReadOnlyDictionary<MunicipalityId, IReadOnlyList<DayRange>>? places)
    {
        await ReadTail();
        var head = series.HeadAt(asOf);
        var past = SeriesPast.Of(Pilot, Kpi, series, head);
        var kind = registry.Kpi(Kpi)?.Facts.Kind ?? KpiKind.Flow;
        var total = NodeSums.Periods(past.State.Total.Of(Kpi), kind, question, _ => Coverage.None);
        return new()
        {
            Version = new(journal.Epoch, head, 0),
            ConfirmedAt = asOf,
            Periods = total,
            Parts = NodeSums.Speaking(past.Parts(question, kind, places)),
        };
    }

    private async Task ReadTail()
    {
        await foreach (var record in journal.Read(Streams.Of(Pilot), series.Head, CancellationToken.None))
            series.Take(record);
    }
}
