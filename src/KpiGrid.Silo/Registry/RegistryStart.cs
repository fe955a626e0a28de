using System.Text.Json;
using KpiGrid.Silo.Hosting;
using KpiGrid.Silo.Journal;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Orleans.Storage;

namespace KpiGrid.Silo.Registry;

/// <summary>Before any grain: the starter catalogue is in the store, and the view holds the registry.</summary>
internal sealed class RegistryStart(
    IJournal journal, GroupCommit commit, IOptions<JournalOptions> limits, RegistryView registry, LocalNodes nodes,
    [FromKeyedServices(KpiTime.Key)] TimeProvider time) : ILifecycleParticipant<ISiloLifecycle>
{
    /// <summary>The author of what the program itself records.</summary>
    public const string Author = "kpigrid";

    public void Participate(ISiloLifecycle lifecycle) => lifecycle.Subscribe(
        nameof(RegistryStart), ServiceLifecycleStage.ApplicationServices + 1, Start, _ => Task.CompletedTask);

    private async Task Start(CancellationToken cancellationToken)
    {
        var known = await journal.Heads(Streams.Kpis, cancellationToken);
        var missing = StarterCatalogue.Kpis.ExceptBy(known.Select(head => head.Stream), kpi => Streams.Of(kpi.Key));
        foreach (var together in missing.Chunk(limits.Value.QueueRecordsMax))
            await Task.WhenAll(together.Select(kpi => Seed(kpi.Key, kpi.Value, cancellationToken)));
        await registry.Load(cancellationToken);
        nodes.ConfirmedAt = time.GetUtcNow();
    }

    /// <summary>A definition that is there already is never overwritten, whoever put it there.</summary>
    private async Task Seed(KpiCode code, KpiFacts facts, CancellationToken cancellationToken)
    {
        var body = FactsRecord.Body(JsonSerializer.SerializeToUtf8Bytes(facts, KpiGridJson.Options), "starter catalogue");
        var record = JournalRecord.After(
            JournalHead.Empty(Streams.Of(code)), time.GetUtcNow(), Author, FactsRecord.Type, body);
        try
        {
            await commit.Append(new(record), cancellationToken);
        }
        catch (InconsistentStateException)
        {
            // Another silo was first.
        }
    }
}
