using System.Text;
using Azure;
using Azure.Data.Tables;

namespace KpiGrid.Silo.Journal.Azure;

/// <summary>The row of a stream that decides its appends: whoever changes it must name the etag it has.</summary>
/// <param name="Head">The last record; sequence 0 in a stream that was settled before its first.</param>
/// <param name="Move">The move that announced it.</param>
/// <param name="Settled">No append announced up to this move will be committed any more.</param>
/// <param name="Municipalities">Those that the pilot ever had a share in, in order.</param>
/// <param name="Etag">What the row is now.</param>
internal sealed record HeadRow(
    JournalHead Head, long Move, long Settled, IReadOnlyList<MunicipalityId> Municipalities, ETag Etag)
{
    /// <summary>What a stream without a row stands for.</summary>
    public static HeadRow None(string stream) => new(JournalHead.Empty(stream), 0, 0, [], default);

    /// <summary>Whether there is a row.</summary>
    public bool IsStored => Etag != default;

    /// <summary>The row as it is to be stored.</summary>
    public TableEntity Row()
    {
        var row = new TableEntity(AzureKey.Of(Head.Stream), AzureKey.Head)
        {
            [nameof(Head.Sequence)] = Head.Sequence,
            [nameof(Head.Hash)] = Head.Hash,
            [nameof(Head.RecordedAt)] = AzureRecord.Micros(Head.RecordedAt),
            [nameof(Move)] = Move,
            [nameof(Settled)] = Settled,
        };
        Chunks.Put(row, nameof(Municipalities), Encoding.UTF8.GetBytes(string.Join('\n', Municipalities)));
        return row;
    }

    /// <summary>Reads a row.</summary>
    /// <exception cref="JournalDamagedException">It holds what no head has.</exception>
    public static HeadRow Of(TableEntity row)
    {
        var stream = AzureKey.Name(row.PartitionKey);
        try
        {
            var head = new JournalHead(stream, row.GetInt64(nameof(Head.Sequence))!.Value,
                AzureRecord.Bytes(row, nameof(Head.Hash)), AzureRecord.Instant(row.GetInt64(nameof(Head.RecordedAt))!.Value));
            var municipalities = Encoding.UTF8.GetString(Chunks.Get(row, nameof(Municipalities)))
                .Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(MunicipalityId.Parse);
            return new(head, row.GetInt64(nameof(Move))!.Value, row.GetInt64(nameof(Settled))!.Value,
                [.. municipalities], row.ETag);
        }
        catch (Exception failure) when (AzureRecord.IsUnreadableValue(failure))
        {
            throw new JournalDamagedException(
                $"The head of {stream} holds a value that no head has: restore the store from a backup", failure);
        }
    }

    /// <summary>The head of a stream as it is now.</summary>
    public static async Task<HeadRow> Read(TableClient journal, string stream, CancellationToken cancellationToken) =>
        await journal.Row(AzureKey.Of(stream), AzureKey.Head, cancellationToken).ConfigureAwait(false) is { } row
            ? Of(row)
            : None(stream);
}
