using System.Runtime.CompilerServices;
using Azure.Core;
using Azure.Data.Tables;
using Microsoft.Extensions.Logging;

namespace KpiGrid.Silo.Journal.Azure;

/// <summary>The journal in an Azure storage account: streams in tables, large bodies and snapshots in blobs.</summary>
internal sealed class AzureJournal : IJournal, ISnapshotTable, IPersonTable
{
    /// <summary>Records that one answer holds: half a mebibyte each at most.</summary>
    private const int PageRecordsMax = 64;

    private readonly AzureAccount account;
    private readonly AzureRecord records;
    private readonly AzureWriter writer;
    private readonly HeadMirror mirror;
    private readonly AzureTrail trail;
    private readonly AzureSnapshots snapshots;

    private AzureJournal(AzureAccount account, AzureJournalOptions options, TimeProvider time, ILogger logger)
    {
        this.account = account;
        var (bodies, log) = (new AzureBodies(account.Bodies), new MoveLog(account.Index));
        records = new(bodies);
        writer = new(account, log, bodies, options, logger);
        mirror = new(account, log, options, time);
        trail = new(account, records);
        snapshots = new(account.Snapshots);
    }

    public long Epoch => account.Epoch;
    public ReadOnlyMemory<byte> MemberKey => account.MemberKey;

    /// <summary>Opens the store, making its tables and containers where needed.</summary>
    /// <param name="connectionString">The account.</param>
    /// <param name="options">How it is used.</param>
    /// <param name="time">Tells how long an announced append has been missing.</param>
    /// <param name="logger">Told why an outcome is not known.</param>
    /// <param name="configure">Called with the options of every client.</param>
    /// <exception cref="IOException">It cannot be opened now.</exception>
    /// <exception cref="JournalDamagedException">It is not what was written.</exception>
    public static AzureJournal Open(string connectionString, AzureJournalOptions options, TimeProvider time, ILogger logger,
        Action<ClientOptions>? configure = null) =>
        new(AzureAccount.Open(connectionString, options, configure), options, time, logger);

    public Task<IReadOnlyList<AppendOutcome>> Append(IReadOnlyList<Append> group, CancellationToken cancellationToken)
    {
        JournalGroup.Check(group);
        return Task.Run(() => writer.Append(group), cancellationToken);
    }

    public async IAsyncEnumerable<JournalRecord> Read(
        string stream, long after, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var head = await Head(stream, cancellationToken).ConfigureAwait(false);
        var filter = TableClient.CreateQueryFilter(
            $"PartitionKey eq {AzureKey.Of(stream)} and RowKey gt {AzureKey.Record(after)} and RowKey lt {AzureKey.Behind(AzureKey.Records)}");
        await foreach (var row in account.Journal.Rows(filter, PageRecordsMax, cancellationToken).ConfigureAwait(false))
        {
            if (AzureRecord.Sequence(row) > head.Sequence)
            {
                await RefuseBeyond(stream, AzureRecord.Sequence(row), cancellationToken).ConfigureAwait(false);
                break;
            }
            var record = await records.Read(row, cancellationToken).ConfigureAwait(false);
            if (record.Sequence != ++after) throw Missing(stream, after, head.Sequence);
            if (after == head.Sequence && !record.Hash.AsSpan().SequenceEqual(head.Hash))
                throw Damaged($"{stream} has two hashes, in record {after} and in its head");
            yield return record;
        }
        if (after < head.Sequence) throw Missing(stream, after + 1, head.Sequence);
    }

    public async Task<JournalHead> Head(string stream, CancellationToken cancellationToken) =>
        (await HeadRow.Read(account.Journal, stream, cancellationToken).ConfigureAwait(false)).Head;

    public async Task<IReadOnlyList<JournalHead>> Heads(string prefix, CancellationToken cancellationToken) =>
        (await mirror.Heads(cancellationToken).ConfigureAwait(false)).Named(prefix);

    public async Task<MovedHeads> HeadsAfter(long mark, CancellationToken cancellationToken) =>
        (await mirror.Heads(cancellationToken).ConfigureAwait(false)).MovedAfter(mark);

    public async Task<IReadOnlyList<JournalHead>> PilotHeads(
        MunicipalityId municipality, CancellationToken cancellationToken) =>
        (await mirror.Heads(cancellationToken).ConfigureAwait(false)).Sharing(municipality);

    public async Task<IReadOnlyList<MunicipalityId>> Municipalities(PilotId pilot, CancellationToken cancellationToken) =>
        (await HeadRow.Read(account.Journal, Streams.Of(pilot), cancellationToken).ConfigureAwait(false)).Municipalities;

    public Task<TrailRecords> Trail(TrailQuestion question, CancellationToken cancellationToken) =>
        trail.Page(question, cancellationToken);

    public async IAsyncEnumerable<JournalRecord> Stored(
        string prefix, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var key = AzureKey.Of(prefix);
        var filter = TableClient.CreateQueryFilter(
            $"PartitionKey ge {key} and RowKey ge {AzureKey.Records} and RowKey lt {AzureKey.Behind(AzureKey.Records)}")
            + (key.Length == 0 ? "" : TableClient.CreateQueryFilter($" and PartitionKey lt {AzureKey.Behind(key)}"));
        await foreach (var row in account.Journal.Rows(filter, PageRecordsMax, cancellationToken).ConfigureAwait(false))
            yield return await AsItLies(row, cancellationToken).ConfigureAwait(false);
    }

    public Task<Person?> ReadPerson(string actor, CancellationToken cancellationToken) =>
        AzurePerson.Read(account.Journal, actor, cancellationToken);

    public Task<bool> EmptyLog(CancellationToken cancellationToken) => Task.FromResult(true);

    public Task<Snapshot?> ReadSnapshot(string name, CancellationToken cancellationToken) =>
        snapshots.Read(name, cancellationToken);

    public Task<bool> WriteSnapshot(
        string name, string? expectedEtag, Snapshot snapshot, CancellationToken cancellationToken) =>
        snapshots.Write(name, expectedEtag, snapshot, cancellationToken);

    public Task<bool> ClearSnapshot(string name, string? expectedEtag, CancellationToken cancellationToken) =>
        snapshots.Clear(name, expectedEtag, cancellationToken);

    private async Task<JournalRecord> AsItLies(TableEntity row, CancellationToken cancellationToken)
    {
        try
        {
            return await records.Read(row, cancellationToken).ConfigureAwait(false);
        }
        catch (JournalDamagedException)
        {
            return new(AzureKey.Name(row.PartitionKey), AzureRecord.Sequence(row), DateTimeOffset.UnixEpoch, "", "", [], []);
        }
    }

    // Head and records are read one after the other: the head may have moved in between.
    private async Task RefuseBeyond(string stream, long found, CancellationToken cancellationToken)
    {
        var now = await Head(stream, cancellationToken).ConfigureAwait(false);
        if (found > now.Sequence) throw Damaged($"{stream} holds a record {found} beyond its head {now.Sequence}");
    }

    private static JournalDamagedException Missing(string stream, long sequence, long head) =>
        Damaged($"{stream} has no record {sequence}, though its head is {head}");

    private static JournalDamagedException Damaged(string what) => new($"{what}: restore the store from a backup");
}
