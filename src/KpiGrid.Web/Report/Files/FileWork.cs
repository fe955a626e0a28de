using KpiGrid.Api.Exchange;
using Microsoft.Extensions.Options;

namespace KpiGrid.Web.Report.Files;

/// <summary>Records files, and takes them out again.</summary>
internal sealed class FileWork(FileJobs jobs, FileSeries series, IOptions<ExchangeOptions> limits)
{
    /// <summary>A file that is recorded as soon as this is answered as done.</summary>
    private static readonly TimeSpan soon = TimeSpan.FromSeconds(2);

    /// <summary>Begins to record a file, and waits a moment for it; false when too many files are being recorded.</summary>
    public async Task<bool> Record(PilotRecorder recorder, FileFindings findings, CancellationToken cancellationToken)
    {
        var job = new FileJob(recorder.Pilot, findings.Import, findings.Reading.Measurements.Count);
        if (!jobs.Begin(job, running => Record(recorder, findings, running))) return false;
        await Task.WhenAny(job.Work, Task.Delay(soon, cancellationToken));
        return true;
    }

    /// <summary>Takes out everything that a file brought and that still counts; the first refusal ends it.</summary>
    public async Task<(int Withdrawn, Problem? Refused)> Undo(PilotRecorder recorder, string import, string reason)
    {
        var counting = (await series.OfFile(recorder.Pilot, import)).Where(entry => !entry.IsWithdrawn).ToList();
        var withdrawn = 0;
        foreach (var entries in counting.Chunk(limits.Value.MeasurementsAtOnce))
        {
            var answer = await recorder.Correct([.. entries.Select(entry => Statement(entry, RevisionKind.Withdrawal, reason))]);
            if (answer.Refusals is [var refusal, ..]) return (withdrawn, refusal.Problem);
            withdrawn += entries.Length;
        }
        return (withdrawn, null);
    }

    private async Task Record(PilotRecorder recorder, FileFindings findings, FileJob job)
    {
        foreach (var rows in findings.Reading.Measurements.Chunk(limits.Value.MeasurementsAtOnce))
        {
            var answer = await recorder.Record([.. rows.Select(row => row.Measurement)], job.Import);
            job.Refused = answer.Refusals is [var refusal, ..] ? refusal.Problem : null;
            if (job.Refused is not null) return;
            job.Add(rows.Length);
        }
        var reason = FileSeries.RestoreReason(job.Import);
        foreach (var entries in findings.Withdrawn.Chunk(limits.Value.MeasurementsAtOnce))
        {
            var answer = await recorder.Correct([.. entries.Select(entry => Statement(entry, RevisionKind.Restore, reason))]);
            job.Refused = answer.Refusals is [var refusal, ..] ? refusal.Problem : null;
            if (job.Refused is not null) return;
        }
    }

    private static Correction Statement(SeriesEntry entry, RevisionKind kind, string reason) =>
        new() { Kpi = entry.Sent.Kpi, Id = entry.Sent.Id, Revision = entry.Revision + 1, Kind = kind, Reason = reason };
}
