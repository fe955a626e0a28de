using KpiGrid.Silo.Journal;

namespace KpiGrid.DyingServer;

/// <summary>A journal with one safeguard taken away, so that tests can show that they would notice.</summary>
/// <param name="inner">The journal as it is.</param>
/// <param name="without">
/// <c>fence</c>: who writes a stream after somebody else is not refused; <c>commit</c>: it says that records are committed
/// before they are; <c>sweep</c>: it never tells of a pilot's head that moved.
/// </param>
internal sealed class CarelessJournal(IJournal inner, string without) : IJournal
{
    private static readonly TimeSpan late = TimeSpan.FromMilliseconds(300);

    public long Epoch => inner.Epoch;

    public ReadOnlyMemory<byte> MemberKey => inner.MemberKey;

    public async Task<IReadOnlyList<AppendOutcome>> Append(IReadOnlyList<Append> group, CancellationToken cancellationToken)
    {
        if (without == "fence") return await Task.WhenAll(group.Select(append => Force(append, cancellationToken)));
        if (without != "commit" || !group.All(append => Streams.Pilot(append.Record.Stream) is not null))
            return await inner.Append(group, cancellationToken);
        _ = CommitLate(group);
        return [.. group.Select(_ => AppendOutcome.Committed)];
    }

    public async Task<MovedHeads> HeadsAfter(long mark, CancellationToken cancellationToken)
    {
        var moved = await inner.HeadsAfter(mark, cancellationToken);
        return without == "sweep"
            ? moved with { Heads = [.. moved.Heads.Where(head => Streams.Pilot(head.Stream) is null)] } : moved;
    }

    public IAsyncEnumerable<JournalRecord> Read(string stream, long after, CancellationToken cancellationToken) =>
        inner.Read(stream, after, cancellationToken);

    public Task<JournalHead> Head(string stream, CancellationToken cancellationToken) => inner.Head(stream, cancellationToken);

    public Task<IReadOnlyList<JournalHead>> Heads(string prefix, CancellationToken cancellationToken) =>
        inner.Heads(prefix, cancellationToken);

    public Task<IReadOnlyList<JournalHead>> PilotHeads(MunicipalityId municipality, CancellationToken cancellationToken) =>
        inner.PilotHeads(municipality, cancellationToken);

    public Task<IReadOnlyList<MunicipalityId>> Municipalities(PilotId pilot, CancellationToken cancellationToken) =>
        inner.Municipalities(pilot, cancellationToken);

    public Task<TrailRecords> Trail(TrailQuestion question, CancellationToken cancellationToken) =>
        inner.Trail(question, cancellationToken);

    public IAsyncEnumerable<JournalRecord> Stored(string prefix, CancellationToken cancellationToken) =>
        inner.Stored(prefix, cancellationToken);

    /// <summary>Writes behind whatever head there is, as a table without a key would let everybody do.</summary>
    private async Task<AppendOutcome> Force(Append append, CancellationToken cancellationToken)
    {
        while (true)
        {
            var outcome = (await inner.Append([append], cancellationToken))[0];
            if (outcome != AppendOutcome.FenceLost) return outcome;
            var (record, head) = (append.Record, await inner.Head(append.Record.Stream, cancellationToken));
            append = append with
            {
                Record = JournalRecord.After(head, record.RecordedAt, record.Author, record.Type, record.Body),
            };
        }
    }

    private async Task CommitLate(IReadOnlyList<Append> group)
    {
        await Task.Delay(late);
        await inner.Append(group, CancellationToken.None);
    }
}
