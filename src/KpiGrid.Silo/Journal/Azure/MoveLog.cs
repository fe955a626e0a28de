using System.Globalization;
using System.Text;
using Azure;
using Azure.Data.Tables;

namespace KpiGrid.Silo.Journal.Azure;

/// <summary>
/// The order of all moves: appends are announced here before they are committed, so whoever has read the log up to a
/// position knows every stream that anything announced by then can have moved.
/// </summary>
/// <remarks>
/// A position is taken by the etag of the last one, which every silo competes for: once per group, not per append. The log
/// has no gap and no two silos at one position, whatever clocks say.
/// </remarks>
internal sealed class MoveLog(TableClient index)
{
    private const string Partition = "move", TailRow = "tail", Prefix = "m", Names = nameof(Names);
    private const int TriesMax = 100;

    private Tail? known;

    /// <summary>Announces appends.</summary>
    /// <returns>Their position: from now on the log tells of them, whether they are ever committed or not.</returns>
    public async Task<long> Announce(IEnumerable<JournalRecord> records)
    {
        var names = string.Join('\n', records.Select(record => $"{record.Sequence} {record.Stream}"));
        for (var tries = 0; tries < TriesMax; tries++)
        {
            var tail = Interlocked.Exchange(ref known, null) ?? await ReadTail().ConfigureAwait(false);
            if (await TryPut(tail, Encoding.UTF8.GetBytes(names)).ConfigureAwait(false)) return tail.Position + 1;
        }
        throw new TimeoutException($"Other silos took the place in the order of moves {TriesMax} times");
    }

    /// <summary>The moves after a position: all that there are, or those before a gap that a later call will find filled.</summary>
    public async Task<IReadOnlyList<Move>> After(long position)
    {
        var moves = new List<Move>();
        var filter = TableClient.CreateQueryFilter(
            $"PartitionKey eq {Partition} and RowKey gt {Key(position)} and RowKey lt {AzureKey.Behind(Prefix)}");
        var last = -1L;
        await foreach (var row in index.Rows(filter, AzureTable.PageRowsMax, CancellationToken.None).ConfigureAwait(false))
        {
            var at = long.Parse(row.RowKey[Prefix.Length..], CultureInfo.InvariantCulture);
            if (last >= 0 && at != last + 1) break;
            moves.AddRange(Moves(at, Encoding.UTF8.GetString(Chunks.Get(row, Names))));
            last = at;
        }
        return moves;
    }

    /// <summary>Removes some of the moves up to a position; another silo may be at it too.</summary>
    public async Task Trim(long upTo)
    {
        var filter = TableClient.CreateQueryFilter(
            $"PartitionKey eq {Partition} and RowKey ge {Prefix} and RowKey le {Key(upTo)}");
        var oldest = await index.Rows(filter, AzureTable.TransactionRowsMax, CancellationToken.None, "PartitionKey", "RowKey")
            .Take(AzureTable.TransactionRowsMax).ToListAsync().ConfigureAwait(false);
        if (oldest.Count == 0) return;
        try
        {
            await index.SubmitTransactionAsync(oldest.Select(
                row => new TableTransactionAction(TableTransactionActionType.Delete, row, ETag.All))).ConfigureAwait(false);
        }
        catch (RequestFailedException gone) when (gone.IsUnmet())
        {
            // The other silo was faster.
        }
    }

    private async Task<Tail> ReadTail() =>
        await index.Row(Partition, TailRow, CancellationToken.None).ConfigureAwait(false) is { } row
            ? new(row.GetInt64(nameof(Tail.Position))!.Value, row.ETag)
            : new(0, default);

    private async Task<bool> TryPut(Tail tail, byte[] names)
    {
        var next = new TableEntity(Partition, TailRow) { [nameof(Tail.Position)] = tail.Position + 1 };
        var row = new TableEntity(Partition, Key(tail.Position + 1));
        Chunks.Put(row, Names, names);
        try
        {
            var answer = await index.SubmitTransactionAsync([
                tail.Position == 0
                    ? new(TableTransactionActionType.Add, next)
                    : new(TableTransactionActionType.UpdateReplace, next, tail.Etag),
                new(TableTransactionActionType.Add, row),
            ]).ConfigureAwait(false);
            if (answer.Value[0].Headers.ETag is { } etag) known = new(tail.Position + 1, etag);
            return true;
        }
        catch (RequestFailedException taken) when (taken.IsUnmet())
        {
            return false;
        }
    }

    private static IEnumerable<Move> Moves(long position, string names) => names.Split('\n').Select(line =>
    {
        var space = line.IndexOf(' ', StringComparison.Ordinal);
        return new Move(position, line[(space + 1)..], long.Parse(line[..space], CultureInfo.InvariantCulture));
    });

    private static string Key(long position) => Prefix + AzureKey.Number(position);

    private sealed record Tail(long Position, ETag Etag);
}
