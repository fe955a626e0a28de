using KpiGrid.Silo.Journal;

namespace KpiGrid.Tests.Journal.Azure;

public sealed class AzureJournalTests : JournalConformance
{
    private AzureStore store = null!;

    internal override IJournal OpenAgain() => store.Open();

    protected override async ValueTask MakeStore() => store = new(await Azurite.Shared());

    public override ValueTask DisposeAsync() => ValueTask.CompletedTask;
}
