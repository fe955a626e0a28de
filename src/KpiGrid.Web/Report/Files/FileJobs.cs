using System.Collections.Concurrent;
using KpiGrid.Api.Exchange;
using Microsoft.Extensions.Options;

namespace KpiGrid.Web.Report.Files;

/// <summary>A file that is being recorded.</summary>
/// <param name="Pilot">The pilot.</param>
/// <param name="Import">The id of the file.</param>
/// <param name="Total">Its measurements.</param>
internal sealed record FileJob(PilotId Pilot, string Import, int Total)
{
    private volatile int recorded;

    /// <summary>How many are recorded.</summary>
    public int Recorded => recorded;

    /// <summary>What was refused although it was good when it was looked at.</summary>
    public Problem? Refused { get; set; }

    public Task Work { get; set; } = Task.CompletedTask;

    public bool IsRunning => !Work.IsCompleted;

    /// <summary>Whether it stopped before its end: what is recorded stays, and the same file goes on from there.</summary>
    public bool HasStopped => Work.IsCompleted && (Refused is not null || !Work.IsCompletedSuccessfully);

    public void Add(int count) => recorded += count;
}

/// <summary>The files that this process is recording, and those it has recorded lately.</summary>
internal sealed class FileJobs(IOptions<ExchangeOptions> limits)
{
    private const int KeptMax = 1_000;
    private readonly ConcurrentDictionary<(PilotId, string), FileJob> jobs = new();

    public FileJob? Find(PilotId pilot, string import) => jobs.GetValueOrDefault((pilot, import));

    /// <summary>Begins, unless the same file is being recorded already; false when too many files are.</summary>
    public bool Begin(FileJob job, Func<FileJob, Task> work)
    {
        lock (jobs)
        {
            if (Find(job.Pilot, job.Import) is { IsRunning: true }) return true;
            if (jobs.Values.Count(each => each.IsRunning) >= limits.Value.FilesAtOnce) return false;
            foreach (var (key, done) in jobs.Where(pair => jobs.Count >= KeptMax && !pair.Value.IsRunning)) jobs.TryRemove(key, out _);
            jobs[(job.Pilot, job.Import)] = job;
            job.Work = work(job);
            return true;
        }
    }
}
