using System.Text.Json;
using KpiGrid.Silo.Journal;
using Orleans.Concurrency;

namespace KpiGrid.Silo.Audit;

/// <summary>Who did what, read from the journal's records.</summary>
[StatelessWorker]
internal sealed class AuditGrain(IJournal journal) : Grain, IAuditGrain
{
    private const int ReasonsMax = 10;

    public async Task<TrailPage> Trail(TrailQuestion question)
    {
        var page = await journal.Trail(question, CancellationToken.None);
        return new([.. page.Records.Select(Line)], page.More);
    }

    private static TrailLine Line(JournalRecord record)
    {
        try
        {
            return Read(record);
        }
        catch (Exception failure) when (failure is JsonException or InvalidOperationException)
        {
            throw new JournalDamagedException(
                $"Record {record.Sequence} of {record.Stream} cannot be read: run kpigrid verify --audit", failure);
        }
    }

    private static TrailLine Read(JournalRecord record)
    {
        using var body = JsonDocument.Parse(record.Body);
        var entries = Entries(body.RootElement);
        var reasons = entries.Append(body.RootElement)
            .Select(entry => entry.TryGetProperty("reason", out var reason) ? reason.GetString() : null)
            .OfType<string>().Distinct().Take(ReasonsMax);
        return new(new(record.RecordedAt, record.Stream, record.Sequence), record.Author, record.Type,
            Math.Max(1, entries.Count), [.. reasons], Convert.ToHexStringLower(record.Hash));
    }

    private static List<JsonElement> Entries(JsonElement body) =>
        body.TryGetProperty("measurements", out var pushed) ? [.. pushed.EnumerateArray()]
        : body.TryGetProperty("revisions", out var revised) ? [.. revised.EnumerateArray()]
        : body.TryGetProperty("late", out var late) ? [.. late.EnumerateArray()]
        : [];
}
