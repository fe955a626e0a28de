using KpiGrid.Silo.Journal;

namespace KpiGrid.Tests.Journal;

public sealed class MemoryJournalTests : JournalConformance
{
    private readonly MemoryJournal journal = new();

    internal override IJournal OpenAgain() => journal;

    public override ValueTask DisposeAsync() => ValueTask.CompletedTask;
}
