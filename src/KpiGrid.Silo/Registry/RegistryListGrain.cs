using System.Globalization;
using KpiGrid.Silo.Journal;
using Orleans.Concurrency;

namespace KpiGrid.Silo.Registry;

/// <summary>Pages of nouns from the silo's view; pilots from the journal's heads.</summary>
[StatelessWorker]
internal sealed class RegistryListGrain(IJournal journal, RegistryView registry) : Grain, IRegistryListGrain
{
    private static readonly TimeSpan retryStopped = TimeSpan.FromSeconds(30);

    public async Task<RegistryPage> List(string noun, string? after, int limit)
    {
        var items = noun == "pilot"
            ? await Pilots(after, limit + 1)
            : [.. registry.List(noun + "/", after, limit + 1)
                .Select(history => new RegistryItem(history.Stream[(noun.Length + 1)..], history.Entries[^1]))];
        return items.Count > limit ? new([.. items.Take(limit)], items[limit - 1].Id) : new(items, null);
    }

    public Task<IReadOnlyList<RegionId>> Regions(IReadOnlyList<MunicipalityId> municipalities) =>
        Task.FromResult<IReadOnlyList<RegionId>>(
            [.. municipalities.SelectMany(registry.RegionsOf).Distinct().Order()]);

    public Task<IReadOnlyList<MunicipalityId>> Ended() => Task.FromResult<IReadOnlyList<MunicipalityId>>([.. registry.Ended.Order()]);

    public async Task<JournalState> Journal()
    {
        if (journal.HasStopped)
            throw new JournalUnavailableException("The journal writes nothing more until this process starts again", retryStopped);
        await journal.Head(Streams.Kpis, CancellationToken.None);
        return new(journal.Epoch);
    }

    private async Task<List<RegistryItem>> Pilots(string? after, int limit)
    {
        var heads = await journal.Heads(Streams.Pilots, CancellationToken.None);
        var ids = heads.Select(head => head.Stream[Streams.Pilots.Length..])
            .Where(id => string.CompareOrdinal(id, after ?? "") > 0).Take(limit);
        var entries = await Task.WhenAll(ids.Select(async id =>
            (Id: id, Entry: await GrainFactory.GetGrain<IPilotGrain>(id).Read())));
        return [.. entries.Where(pair => pair.Entry is not null).Select(pair => new RegistryItem(pair.Id, pair.Entry!))];
    }
}
