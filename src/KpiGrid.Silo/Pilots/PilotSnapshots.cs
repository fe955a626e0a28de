using KpiGrid.Silo.Journal;
using Microsoft.Extensions.Logging;

namespace KpiGrid.Silo.Pilots;

/// <summary>Reads and writes a pilot's snapshot; one that cannot be used or written only costs time.</summary>
internal sealed class PilotSnapshots(IPersistentState<PilotSnapshot> stored, IJournal journal, ILogger logger)
{
    private int covered;

    /// <summary>Takes the stored snapshot if the journal confirms it.</summary>
    public async Task Restore(PilotState state, CancellationToken cancellationToken)
    {
        if (!stored.RecordExists || stored.State.CodeVersion != PilotSnapshot.CodeVersionNow) return;
        if (stored.State.Epoch != journal.Epoch) return;
        await foreach (var record in journal.Read(state.Head.Stream, stored.State.Sequence - 1, cancellationToken))
        {
            if (record.Sequence == stored.State.Sequence && record.Hash.AsSpan().SequenceEqual(stored.State.Hash))
                state.Restore(stored.State, record.RecordedAt);
            break;
        }
        covered = state.MeasurementCount;
        stored.State = new();
    }

    public bool IsDue(PilotState state, PilotOptions options) =>
        state.MeasurementCount - covered >= options.SnapshotAfterEntries;

    public async Task Write(PilotState state, CancellationToken cancellationToken)
    {
        covered = state.MeasurementCount;
        stored.State = state.Snapshot(journal.Epoch);
        try
        {
            await stored.WriteStateAsync(cancellationToken);
        }
        catch (Exception failure) when (failure is not OutOfMemoryException)
        {
            // A cache: the journal has everything, and the next snapshot is tried in time.
            logger.LogWarning(failure, "The snapshot of {Stream} was not written", state.Head.Stream);
        }
        stored.State = new();
    }
}
