using System.Globalization;
using System.Runtime.CompilerServices;
using Azure.Data.Tables;
using static KpiGrid.Silo.Journal.Azure.AzureKey;
using static KpiGrid.Silo.Journal.Azure.AzureRecord;

namespace KpiGrid.Silo.Journal.Azure;

/// <summary>
/// The trail: of one stream by its records, of all streams by rows that say where each record stands in time, newest
/// first. Such a row is there before its record, and says nothing while the record is another or none.
/// </summary>
internal sealed class AzureTrail(AzureAccount account, AzureRecord records)
{
    /// <summary>Records read at a time: each may hold many megabytes.</summary>
    private const int ReadAheadMax = 16;

    /// <summary>Records of a stream that are looked through at a time.</summary>
    private const int WindowMax = 64;

    /// <summary>Where a record stands in time. Two who race for one place in a stream leave two rows, by their hashes.</summary>
    public static TableEntity Row(JournalRecord record)
    {
        var backwards = Backwards(Micros(record.RecordedAt));
        return new TableEntity(Day(backwards), string.Join('|',
            backwards, Of(record.Stream), Number(record.Sequence), Convert.ToHexStringLower(record.Hash.AsSpan(0, 8))))
        {
            [nameof(record.Author)] = record.Author,
        };
    }

    public async Task<TrailRecords> Page(TrailQuestion question, CancellationToken cancellationToken)
    {
        var page = new List<JournalRecord>();
        var bytes = 0L;
        var newest = question.Stream is { } stream ? OfStream(stream, question, cancellationToken)
            : OfAll(question, cancellationToken);
        await foreach (var record in newest.ConfigureAwait(false))
        {
            if (question.After is { } after && !TrailRecords.IsOlder(record, after)) continue;
            page.Add(record);
            bytes += record.Body.Length;
            // One more than the page holds, so that it knows whether it has a successor.
            if (page.Count > question.Limit || page.Count > 1 && bytes > TrailRecords.BodyBytesMax) break;
        }
        return TrailRecords.Page(page, question.Limit);
    }

    private async IAsyncEnumerable<JournalRecord> OfAll(
        TrailQuestion question, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var (first, last) = (Backwards(Until(question)), Backwards(From(question)));
        var filter = TableClient.CreateQueryFilter(
            $"PartitionKey ge {Day(first)} and PartitionKey le {Day(last)} and RowKey ge {first} and RowKey lt {last + "}"}")
            + OfActor(question);
        var rows = account.Trail.Rows(filter, AzureTable.PageRowsMax, cancellationToken, "RowKey");
        await foreach (var place in Places(rows).Chunk(ReadAheadMax).ConfigureAwait(false))
            foreach (var record in await Task.WhenAll(place.Select(each => Read(each, cancellationToken))).ConfigureAwait(false))
                if (record is not null) yield return record;
    }

    /// <summary>The places that rows speak of, newest first; those of one microsecond by stream and sequence, descending.</summary>
    private static async IAsyncEnumerable<Place> Places(IAsyncEnumerable<TableEntity> rows)
    {
        var same = new List<Place>();
        await foreach (var row in rows.ConfigureAwait(false))
        {
            var place = Place.Of(row);
            if (same.Count > 0 && same[0].Backwards != place.Backwards)
            {
                foreach (var each in Place.InOrder(same)) yield return each;
                same.Clear();
            }
            same.Add(place);
        }
        foreach (var each in Place.InOrder(same)) yield return each;
    }

    private async Task<JournalRecord?> Read(Place place, CancellationToken cancellationToken)
    {
        var row = await account.Journal.Row(Of(place.Stream), Record(place.Sequence), cancellationToken).ConfigureAwait(false);
        if (row is null) return null;
        var record = await records.Read(row, cancellationToken).ConfigureAwait(false);
        return Convert.ToHexStringLower(record.Hash.AsSpan(0, 8)) == place.Hash ? record : null;
    }

    private async IAsyncEnumerable<JournalRecord> OfStream(
        string stream, TrailQuestion question, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var head = await HeadRow.Read(account.Journal, stream, cancellationToken).ConfigureAwait(false);
        var asked = TableClient.CreateQueryFilter($" and RecordedAt ge {From(question)} and RecordedAt le {Until(question)}")
            + OfActor(question);
        for (var last = head.Head.Sequence; last > 0; last -= WindowMax)
        {
            var first = Math.Max(1, last - WindowMax + 1);
            var filter = TableClient.CreateQueryFilter(
                $"PartitionKey eq {Of(stream)} and RowKey ge {Record(first)} and RowKey le {Record(last)}") + asked;
            var window = await account.Journal.Rows(filter, WindowMax, cancellationToken).ToListAsync(cancellationToken)
                .ConfigureAwait(false);
            foreach (var row in Enumerable.Reverse(window))
                yield return await records.Read(row, cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>The first whole microsecond that is asked for.</summary>
    private static long From(TrailQuestion question) => FirstMicro(question.From ?? DateTimeOffset.UnixEpoch);

    /// <summary>The last whole microsecond that is asked for.</summary>
    private static long Until(TrailQuestion question)
    {
        var until = FirstMicro(question.To ?? DateTimeOffset.MaxValue) - 1;
        return question.After is { } after ? Math.Min(until, Micros(after.RecordedAt)) : until;
    }

    private static long FirstMicro(DateTimeOffset instant) =>
        Micros(instant) + (instant.UtcTicks % TimeSpan.TicksPerMicrosecond > 0 ? 1 : 0);

    private static string OfActor(TrailQuestion question) => question.Actor is null ? ""
        : TableClient.CreateQueryFilter($" and Author ge {question.Actor + "/"} and Author lt {question.Actor + "0"}");

    private static string Backwards(long micros) => Number(long.MaxValue - micros);

    // Days only keep partitions small; they run backwards too.
    private static string Day(string backwards) => Number(
        long.Parse(backwards, CultureInfo.InvariantCulture) / (TimeSpan.TicksPerDay / TimeSpan.TicksPerMicrosecond));

    private sealed record Place(string Backwards, string Stream, long Sequence, string Hash)
    {
        public static Place Of(TableEntity row) => row.RowKey.Split('|') is [var at, var stream, var sequence, var hash]
            ? new(at, Name(stream), long.Parse(sequence, CultureInfo.InvariantCulture), hash)
            : throw new JournalDamagedException($"The trail holds a row {row.RowKey} that it never wrote");

        public static IEnumerable<Place> InOrder(IEnumerable<Place> places) => places
            .OrderByDescending(place => place.Stream, StringComparer.Ordinal).ThenByDescending(place => place.Sequence);
    }
}
