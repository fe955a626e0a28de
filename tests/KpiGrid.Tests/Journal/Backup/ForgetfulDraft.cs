using KpiGrid.Silo.Journal;
using KpiGrid.Silo.Journal.Backup;

namespace KpiGrid.Tests.Journal.Backup;

/// <summary>A store in the making that loses one stream, and does not notice.</summary>
internal sealed class ForgetfulDraft(IStoreDraft draft, string lost) : IStoreDraft
{
    public long ReplacedEpoch => draft.ReplacedEpoch;

    public Task Add(StoredStream stream, CancellationToken cancellationToken) =>
        stream.Head.Stream == lost ? Task.CompletedTask : draft.Add(stream, cancellationToken);

    public Task Add(JournalRecord record, CancellationToken cancellationToken) =>
        record.Stream == lost ? Task.CompletedTask : draft.Add(record, cancellationToken);

    public Task<IStoreCut> Finish(long epoch, ReadOnlyMemory<byte> memberKey, CancellationToken cancellationToken) =>
        draft.Finish(epoch, memberKey, cancellationToken);

    public Task Keep(CancellationToken cancellationToken) => draft.Keep(cancellationToken);

    public ValueTask DisposeAsync() => draft.DisposeAsync();
}
