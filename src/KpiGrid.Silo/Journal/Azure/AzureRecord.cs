using Azure.Data.Tables;

namespace KpiGrid.Silo.Journal.Azure;

/// <summary>A record as a row of its stream's partition.</summary>
internal sealed class AzureRecord(AzureBodies bodies)
{
    private const string BodyBlob = nameof(BodyBlob);

    public static TableEntity Row(JournalRecord record)
    {
        var row = new TableEntity(AzureKey.Of(record.Stream), AzureKey.Record(record.Sequence))
        {
            [nameof(record.RecordedAt)] = Micros(record.RecordedAt),
            [nameof(record.Author)] = record.Author,
            [nameof(record.Type)] = record.Type,
            [nameof(record.Hash)] = record.Hash,
        };
        if (AzureBodies.IsLarge(record.Body)) row[BodyBlob] = AzureBodies.Name(record.Body);
        else Chunks.Put(row, nameof(record.Body), record.Body);
        return row;
    }

    /// <summary>Reads a row, and the blob of its body where it is large.</summary>
    /// <exception cref="JournalDamagedException">It holds what no record has, or its body is not what was written.</exception>
    public async Task<JournalRecord> Read(TableEntity row, CancellationToken cancellationToken)
    {
        try
        {
            var body = row.GetString(BodyBlob) is { } blob
                ? await bodies.Read(blob, cancellationToken).ConfigureAwait(false)
                : Chunks.Get(row, nameof(JournalRecord.Body));
            return new(AzureKey.Name(row.PartitionKey), Sequence(row),
                Instant(row.GetInt64(nameof(JournalRecord.RecordedAt))!.Value), Text(row, nameof(JournalRecord.Author)),
                Text(row, nameof(JournalRecord.Type)), body, Bytes(row, nameof(JournalRecord.Hash)));
        }
        catch (Exception failure) when (IsUnreadableValue(failure))
        {
            throw new JournalDamagedException(
                $"Record {row.RowKey} of {AzureKey.Name(row.PartitionKey)} holds a value that no record has: " +
                "restore the store from a backup", failure);
        }
    }

    public static long Sequence(TableEntity row) =>
        long.Parse(row.RowKey[AzureKey.Records.Length..], System.Globalization.CultureInfo.InvariantCulture);

    public static byte[] Bytes(TableEntity row, string name) => row.GetBinary(name) ?? throw new FormatException(name);

    public static long Micros(DateTimeOffset instant) =>
        (instant - DateTimeOffset.UnixEpoch).Ticks / TimeSpan.TicksPerMicrosecond;

    public static DateTimeOffset Instant(long micros) =>
        DateTimeOffset.UnixEpoch.AddTicks(checked(micros * TimeSpan.TicksPerMicrosecond));

    /// <summary>A property is missing, of another type, or an instant that there is not.</summary>
    public static bool IsUnreadableValue(Exception failure) => failure is InvalidOperationException
        or InvalidCastException or ArgumentException or FormatException or OverflowException;

    private static string Text(TableEntity row, string name) => row.GetString(name) ?? throw new FormatException(name);
}
