using System.Runtime.CompilerServices;
using System.Security.Cryptography;

namespace KpiGrid.Silo.Journal;

/// <summary>The journal in memory, with every promise but durability: for tests and simulation.</summary>
internal sealed class MemoryJournal : IJournal, ISnapshotTable, IPersonTable
{
    private readonly Lock gate = new();
    private readonly Dictionary<string, List<JournalRecord>> streams = new(StringComparer.Ordinal);
    private readonly Dictionary<string, long> marks = new(StringComparer.Ordinal);
    private readonly HashSet<(PilotId Pilot, MunicipalityId Municipality)> edges = [];
    private readonly Dictionary<string, Snapshot> snapshots = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Person> people = new(StringComparer.Ordinal);
    private readonly byte[] memberKey = RandomNumberGenerator.GetBytes(32);
    private long lastMark;

    public long Epoch => 1;
    public ReadOnlyMemory<byte> MemberKey => memberKey;

    public Task<IReadOnlyList<AppendOutcome>> Append(IReadOnlyList<Append> group, CancellationToken cancellationToken)
    {
        JournalGroup.Check(group);
        return Locked<IReadOnlyList<AppendOutcome>>(() =>
        {
            lastMark++;
            return [.. group.Select(AppendOne)];
        }, cancellationToken);
    }

    public async IAsyncEnumerable<JournalRecord> Read(
        string stream, long after, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var records = await Locked(() => RecordsOf(stream).Skip((int)after).ToArray(), cancellationToken);
        foreach (var record in records) yield return record;
    }

    public Task<JournalHead> Head(string stream, CancellationToken cancellationToken) =>
        Locked(() => HeadOf(stream), cancellationToken);

    public Task<IReadOnlyList<JournalHead>> Heads(string prefix, CancellationToken cancellationToken) =>
        HeadsOf(() => streams.Keys.Where(name => name.StartsWith(prefix, StringComparison.Ordinal)), cancellationToken);

    public Task<MovedHeads> HeadsAfter(long mark, CancellationToken cancellationToken) => Locked(
        () => new MovedHeads([.. marks.Where(head => head.Value > mark).Select(head => HeadOf(head.Key))], lastMark),
        cancellationToken);

    public Task<IReadOnlyList<JournalHead>> PilotHeads(
        MunicipalityId municipality, CancellationToken cancellationToken) =>
        HeadsOf(() => edges.Where(edge => edge.Municipality == municipality).Select(edge => Streams.Of(edge.Pilot)),
            cancellationToken);

    public Task<IReadOnlyList<MunicipalityId>> Municipalities(PilotId pilot, CancellationToken cancellationToken) =>
        Locked<IReadOnlyList<MunicipalityId>>(
            () => [.. edges.Where(edge => edge.Pilot == pilot).Select(edge => edge.Municipality).Order()],
            cancellationToken);

    public Task<TrailRecords> Trail(TrailQuestion question, CancellationToken cancellationToken) =>
        Locked(() => TrailRecords.Page(streams.Values.SelectMany(records => records)
            .Where(record => Asked(record, question))
            .OrderByDescending(record => record.RecordedAt)
            .ThenByDescending(record => record.Stream, StringComparer.Ordinal)
            .ThenByDescending(record => record.Sequence), question.Limit), cancellationToken);

    public async IAsyncEnumerable<JournalRecord> Stored(
        string prefix, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var records = await Locked(() => streams.Where(pair => pair.Key.StartsWith(prefix, StringComparison.Ordinal))
            .OrderBy(pair => pair.Key, StringComparer.Ordinal).SelectMany(pair => pair.Value).ToArray(), cancellationToken);
        foreach (var record in records) yield return record;
    }

    public Task<Person?> ReadPerson(string actor, CancellationToken cancellationToken) =>
        Locked(() => people.GetValueOrDefault(actor), cancellationToken);

    public Task<bool> EmptyLog(CancellationToken cancellationToken) => Task.FromResult(true);

    public Task<Snapshot?> ReadSnapshot(string name, CancellationToken cancellationToken) =>
        Locked(() => snapshots.GetValueOrDefault(name), cancellationToken);

    public Task<bool> WriteSnapshot(
        string name, string? expectedEtag, Snapshot snapshot, CancellationToken cancellationToken) => Locked(() =>
    {
        var expected = snapshots.GetValueOrDefault(name)?.Etag == expectedEtag;
        if (expected) snapshots[name] = snapshot;
        return expected;
    }, cancellationToken);

    public Task<bool> ClearSnapshot(
        string name, string? expectedEtag, CancellationToken cancellationToken) => Locked(() =>
    {
        var expected = snapshots.GetValueOrDefault(name)?.Etag == expectedEtag;
        if (expected) snapshots.Remove(name);
        return expected;
    }, cancellationToken);

    private static bool Asked(JournalRecord record, TrailQuestion question) =>
        (question.Stream is null || record.Stream == question.Stream)
        && (question.Actor is null || record.Author.StartsWith(question.Actor + "/", StringComparison.Ordinal))
        && !(record.RecordedAt < question.From) && !(record.RecordedAt >= question.To)
        && (question.After is not { } after || TrailRecords.IsOlder(record, after));

    private AppendOutcome AppendOne(Append append)
    {
        var record = append.Record;
        if (HeadOf(record.Stream).Sequence != record.Sequence - 1) return AppendOutcome.FenceLost;
        if (!JournalGroup.CanHold(record)) return AppendOutcome.Refused;
        if (!streams.TryGetValue(record.Stream, out var records)) streams.Add(record.Stream, records = []);
        records.Add(record);
        marks[record.Stream] = lastMark;
        if (Streams.Pilot(record.Stream) is { } pilot) edges.UnionWith(append.Municipalities.Select(m => (pilot, m)));
        if (append.Person is { Person: { } person } row) people[row.Actor] = person;
        else if (append.Person is { } gone) people.Remove(gone.Actor);
        return AppendOutcome.Committed;
    }

    private List<JournalRecord> RecordsOf(string stream) => streams.GetValueOrDefault(stream) ?? [];

    private JournalHead HeadOf(string stream) => RecordsOf(stream).LastOrDefault()?.Head ?? JournalHead.Empty(stream);

    private Task<IReadOnlyList<JournalHead>> HeadsOf(
        Func<IEnumerable<string>> names, CancellationToken cancellationToken) =>
        Locked<IReadOnlyList<JournalHead>>(
            () => [.. names().Order(StringComparer.Ordinal).Select(HeadOf)], cancellationToken);

    private Task<T> Locked<T>(Func<T> work, CancellationToken cancellationToken)
    {
        if (cancellationToken.IsCancellationRequested) return Task.FromCanceled<T>(cancellationToken);
        lock (gate) return Task.FromResult(work());
    }
}
