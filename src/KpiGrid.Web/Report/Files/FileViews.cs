using KpiGrid.Api.Questions;
using KpiGrid.Web.Explain;
using KpiGrid.Web.Pages;
using KpiGrid.Web.Places;
using KpiGrid.Web.Streams;
using KpiGrid.Web.Texts;
using KpiGrid.Web.Views;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.Extensions.Options;

namespace KpiGrid.Web.Report.Files;

/// <summary>Reads what came of a file: from the pilot's own records, and while it is on its way from who records it.</summary>
internal sealed class FileViews(FileSeries series, FileJobs jobs, KnownNouns nouns, PlaceNames names, IOptions<QuestionOptions> options)
{
    /// <summary>The page; null when there is no such file.</summary>
    public async Task<FileView?> Read(Visit visit, AntiforgeryTokenSet token)
    {
        if (visit.State is not { Place: { } place, Import: { } import }) return null;
        var pilot = PilotId.Parse(place.Id);
        var (job, entries) = (jobs.Find(pilot, import), await series.OfFile(pilot, import));
        if (job is null && entries.Count == 0) return null;
        var words = visit.Words;
        var (counting, takenOut) = (entries.Count(entry => !entry.IsWithdrawn), entries.Count(entry => entry.IsWithdrawn));
        var isRunning = job is { IsRunning: true };
        return new()
        {
            Title = isRunning ? words.Files.RunningTitle : job is { HasStopped: true } ? words.Files.StoppedTitle
                : counting == 0 && takenOut > 0 ? words.Files.UndoneTitle : words.Files.DoneTitle,
            Pilot = (await names.Read(place))?.Name ?? place.Id,
            PilotAddress = visit.State.At(place).Address,
            Import = import,
            Summary = Summary(words, job, counting, takenOut),
            Progress = isRunning ? new(job!.Recorded, job.Total,
                Words.Fill(words.Files.Running, words.Number(job.Recorded), words.Number(job.Total)), visit.State.Address) : null,
            Streams = await Streams(visit, entries),
            Undo = isRunning || counting == 0 ? null : new(visit.State.Address, (token.FormFieldName, token.RequestToken!),
                words.Of(words.Files.Undo, counting), "", null),
            UploadAddress = (visit.State.At(place) with { Kpi = null, Period = null }).On(PageKind.Upload).Address,
        };
    }

    private static List<string> Summary(Words words, FileJob? job, int counting, int takenOut)
    {
        var files = words.Files;
        var lines = new List<string>();
        if (counting > 0) lines.Add(words.Of(files.Counting, counting));
        if (takenOut > 0) lines.Add(Words.Fill(files.TakenOut, words.Number(takenOut)));
        if (job is { IsRunning: false } && job.Total > counting + takenOut) lines.Add(Words.Fill(files.FromBefore, words.Number(job.Total - counting - takenOut)));
        if (job is { HasStopped: true }) lines.Add(files.Stopped);
        if (job?.Refused is { } refused) lines.Add(ProblemText.Of(words, refused));
        return lines;
    }

    private async Task<IReadOnlyList<FileStreamLine>> Streams(Visit visit, IReadOnlyList<SeriesEntry> entries)
    {
        var lines = new List<FileStreamLine>();
        foreach (var stream in entries.GroupBy(entry => entry.Stream).OrderBy(stream => stream.Key.ToString(), StringComparer.Ordinal))
        {
            var words = visit.Words;
            var facts = (await nouns.Read<KpiFacts>($"kpi/{stream.Key.Kpi}", options.Value.NamesAge))?.Facts ?? new();
            var days = new DayRange(stream.Min(entry => entry.Days.First), stream.Max(entry => entry.Days.Last));
            lines.Add(new(words.Of(facts.Names) ?? stream.Key.Kpi.Value, new EntryText(words, facts, "").Class(stream.Key, id => id.Value),
                StreamAddress.Of(visit.State, stream.Key), words.Number(stream.Count(entry => !entry.IsWithdrawn)),
                words.Number(stream.Count(entry => entry.IsWithdrawn)), words.Of(Period.Of(days))));
        }
        return lines;
    }
}
