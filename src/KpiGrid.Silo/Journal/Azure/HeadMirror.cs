using Azure;
using Azure.Data.Tables;

namespace KpiGrid.Silo.Journal.Azure;

/// <summary>
/// All heads as they stand in storage, kept in memory by following the log of moves, so that nobody has to read all rows
/// for those that moved. Every question first catches up, so what was committed before it was asked is in its answer.
/// </summary>
/// <remarks>
/// <para>Why none is left out: a move is in the log before its append is committed, and stays open here until its head is
/// read to have got there or to be settled past it. An append whose head was settled is fenced (its etag is another, and
/// one that reads the new row gives up), so a move that was decided once is decided for good, on every silo. The mark is
/// the position up to which all moves are decided; a head's own mark is the position of its move.</para>
/// <para>No clock takes part. A timer only says when a silo stops waiting for an append that may never come.</para>
/// </remarks>
internal sealed class HeadMirror(AzureAccount account, MoveLog log, AzureJournalOptions options, TimeProvider time)
{
    private const string StreamPartition = "stream";

    private readonly CatchingUp catchingUp = new();
    private readonly MirroredHeads heads = new();
    private readonly Dictionary<Move, long> open = [];
    private long position;
    private long trimmedAt;
    private bool isLoaded;

    /// <summary>The row by which a stream's name is known for ever; it is there before the stream's first record.</summary>
    public static TableEntity NameRow(string stream) => new(StreamPartition, AzureKey.Of(stream));

    /// <summary>The heads, caught up.</summary>
    public Task<MirroredHeads> Heads(CancellationToken cancellationToken) => AzureFailure.Reading(async () =>
    {
        await catchingUp.Join(CatchUp).WaitAsync(cancellationToken).ConfigureAwait(false);
        return heads;
    }, cancellationToken);

    private async Task CatchUp()
    {
        if (!isLoaded || !await Follow().ConfigureAwait(false)) await Load().ConfigureAwait(false);
        await Decide().ConfigureAwait(false);
        heads.DecidedUpTo = open.Count == 0 ? position : open.Keys.Min(move => move.Position) - 1;
        await Trim().ConfigureAwait(false);
    }

    /// <summary>Reads on in the log; false when what comes next was trimmed already.</summary>
    private async Task<bool> Follow()
    {
        var moves = await log.After(position).ConfigureAwait(false);
        // Rows that appear while they are read may do so out of order; read again, only what was trimmed is still missing.
        if (moves.Count > 0 && moves[0].Position != position + 1) moves = await log.After(position).ConfigureAwait(false);
        if (moves.Count > 0 && moves[0].Position != position + 1) return false;
        Open(moves);
        return true;
    }

    /// <summary>Reads the log from its beginning, then every head: whatever is committed later is in the log later.</summary>
    private async Task Load()
    {
        isLoaded = false;
        open.Clear();
        Open(await log.After(0).ConfigureAwait(false));
        var filter = TableClient.CreateQueryFilter($"PartitionKey eq {StreamPartition}");
        var names = await account.Index.Rows(filter, AzureTable.PageRowsMax, CancellationToken.None, "RowKey")
            .Select(row => AzureKey.Name(row.RowKey)).ToListAsync().ConfigureAwait(false);
        await ReadHeads(names).ConfigureAwait(false);
        isLoaded = true;
    }

    private void Open(IReadOnlyList<Move> moves)
    {
        var now = time.GetTimestamp();
        foreach (var move in moves) open[move] = now;
        if (moves.Count > 0) position = moves[^1].Position;
    }

    private async Task Decide()
    {
        RemoveDecided();
        await ReadHeads([.. open.Keys.Select(move => move.Stream).Distinct(StringComparer.Ordinal)]).ConfigureAwait(false);
        RemoveDecided();
        var late = open.Where(each => time.GetElapsedTime(each.Value) >= options.SettleAfter).Select(each => each.Key)
            .GroupBy(move => move.Stream, StringComparer.Ordinal);
        foreach (var moves in late)
            await Settle(moves.Key, moves.Max(move => move.Position)).ConfigureAwait(false);
    }

    private void RemoveDecided()
    {
        foreach (var move in open.Keys.Where(move => move.IsDecided(heads.Of(move.Stream))).ToList()) open.Remove(move);
    }

    /// <summary>Fences whatever is still on its way: the head becomes another row, which says so.</summary>
    private async Task Settle(string stream, long upTo)
    {
        var settled = heads.Of(stream) with { Settled = upTo };
        try
        {
            if (settled.IsStored)
                await account.Journal.UpdateEntityAsync(settled.Row(), settled.Etag, TableUpdateMode.Replace)
                    .ConfigureAwait(false);
            else await account.Journal.AddEntityAsync(settled.Row()).ConfigureAwait(false);
        }
        catch (RequestFailedException moved) when (moved.IsUnmet())
        {
            // It arrived after all, or another silo settled it: the next look tells.
        }
    }

    private Task ReadHeads(IReadOnlyCollection<string> streams) => Parallel.ForEachAsync(
        streams, new ParallelOptions { MaxDegreeOfParallelism = options.ParallelMax },
        async (stream, _) => heads.Put(
            await HeadRow.Read(account.Journal, stream, CancellationToken.None).ConfigureAwait(false)));

    private async Task Trim()
    {
        if (position < trimmedAt + AzureTable.TransactionRowsMax) return;
        trimmedAt = position;
        var upTo = Math.Min(heads.DecidedUpTo, position - options.MovesKept);
        if (upTo > 0) await log.Trim(upTo).ConfigureAwait(false);
    }
}
