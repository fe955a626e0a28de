using Microsoft.Extensions.Logging;

namespace KpiGrid.Silo.Journal.Azure;

/// <summary>Commits groups: what is in one is announced together, then each stream is committed alone.</summary>
internal sealed class AzureWriter(
    AzureAccount account, MoveLog log, AzureBodies bodies, AzureJournalOptions options, ILogger logger)
{
    /// <summary>Appends announced in one row.</summary>
    private const int AnnouncedMax = 500;

    public async Task<IReadOnlyList<AppendOutcome>> Append(IReadOnlyList<Append> group)
    {
        var appends = group.Select(append => new AzureAppend(append, account, bodies)).ToList();
        foreach (var part in appends.Where(append => append.IsHoldable()).Chunk(AnnouncedMax))
            await Commit(part).ConfigureAwait(false);
        return [.. appends.Select(append => append.Outcome)];
    }

    private async Task Commit(AzureAppend[] appends)
    {
        try
        {
            var announcing = Announce([.. appends.Select(append => append.Record)]);
            await Each(appends, append => append.Prepare()).ConfigureAwait(false);
            var move = await announcing.ConfigureAwait(false);
            await Each(appends, append => append.Commit(move)).ConfigureAwait(false);
            if (appends.FirstOrDefault(append => append.Failure is not null) is { Failure: { } failure } first)
                logger.LogWarning(failure, "Whether record {Sequence} of {Stream} is stored is not known, nor of {Count} others",
                    first.Record.Sequence, first.Record.Stream, appends.Count(append => append.Failure is not null) - 1);
        }
        catch (Exception failure) // whatever it was: parts before this one are committed, and are to be told so
        {
            logger.LogWarning(failure, "{Count} appends could not be announced and were not sent", appends.Length);
        }
    }

    /// <summary>Everything that must be found once a record is there is written before it, and may prove too much.</summary>
    private async Task<long> Announce(IReadOnlyList<JournalRecord> records)
    {
        var move = log.Announce(records);
        await Task.WhenAll(move,
            account.Index.Put(records.Where(record => record.Sequence == 1).Select(record => HeadMirror.NameRow(record.Stream))),
            account.Trail.Put(records.Select(AzureTrail.Row))).ConfigureAwait(false);
        return await move.ConfigureAwait(false);
    }

    private Task Each(IEnumerable<AzureAppend> appends, Func<AzureAppend, Task> step) => Parallel.ForEachAsync(
        appends, new ParallelOptions { MaxDegreeOfParallelism = options.ParallelMax },
        async (append, _) => await step(append).ConfigureAwait(false));
}
