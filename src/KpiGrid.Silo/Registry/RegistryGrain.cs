using KpiGrid.Silo.Journal;
using KpiGrid.Silo.Hosting;
using Microsoft.Extensions.DependencyInjection;

namespace KpiGrid.Silo.Registry;

/// <summary>One KPI definition, municipality or region: the writer of its journal stream.</summary>
internal sealed class RegistryGrain(
    GroupCommit commit, RegistryView registry,
    [FromKeyedServices(KpiTime.Key)] TimeProvider time) : Grain, IRegistryGrain
{
    private string Stream => this.GetPrimaryKeyString();

    public override Task OnActivateAsync(CancellationToken cancellationToken) =>
        registry.Refresh(Stream, cancellationToken);

    public async Task<RegistryAnswer> Put(RegistryChange change)
    {
        var history = registry.History(Stream);
        var before = history is null || history.Entries.IsEmpty ? null : history.Entries[^1];
        if (history?.Attempt(change, NounRules.Canonical(Stream, change.Facts)) is { } earlier)
            return new() { Entry = earlier, Repeated = true };
        if (change.IfMatch is { } expected && expected != (before?.Head ?? 0))
            return RegistryRefusals.NotTheHead(expected, before?.Head ?? 0);
        await registry.Meet(NounRules.Named(Stream, change.Facts));
        var problems = NounRules.Check(Stream, change.Facts, before, registry, out var facts, out var status);
        if (problems.Count > 0) return new() { Problems = problems, Status = status };
        if (before is not null && before.Facts.AsSpan().SequenceEqual(facts))
            return new() { Entry = before, Repeated = true };
        if (before is not null && string.IsNullOrWhiteSpace(change.Reason)) return RegistryRefusals.NoReason();
        return new() { Entry = await Append(facts, change, history?.Head ?? JournalHead.Empty(Stream)) };
    }

    public async Task<RegistryEntry?> Read(DateTimeOffset? asOf)
    {
        await registry.Refresh(Stream, CancellationToken.None);
        if (registry.History(Stream) is not { Entries.IsEmpty: false } history) return null;
        return asOf is { } instant ? history.At(instant) : history.Entries[^1];
    }

    private async Task<RegistryEntry> Append(byte[] facts, RegistryChange change, JournalHead head)
    {
        var record = JournalRecord.After(
            head, time.GetUtcNow(), change.Author, FactsRecord.Type, FactsRecord.Body(facts, change.Reason));
        try
        {
            await commit.Append(new(record), CancellationToken.None);
        }
        catch (Exception)
        {
            // The outcome is not known: what the view holds of this stream must be read again.
            DeactivateOnIdle();
            throw;
        }
        registry.Learn(record);
        if (Stream.StartsWith(Streams.Regions, StringComparison.Ordinal))
            await GrainFactory.GetGrain<IRegionGrain>(Stream[Streams.Regions.Length..]).MembersChanged(record.Sequence);
        return FactsRecord.Entry(record);
    }
}
