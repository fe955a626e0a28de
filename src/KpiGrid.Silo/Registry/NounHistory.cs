using System.Collections.Immutable;
using KpiGrid.Silo.Journal;

namespace KpiGrid.Silo.Registry;

/// <summary>A registry noun's entries, oldest first. Readers see a finished list; only the view adds.</summary>
internal sealed class NounHistory(string stream)
{
    private volatile Known state = new([], JournalHead.Empty(stream));

    public string Stream => stream;
    public ImmutableArray<RegistryEntry> Entries => state.Entries;
    public JournalHead Head => state.Head;

    public void Add(JournalRecord record) =>
        state = new(state.Entries.Add(FactsRecord.Entry(record)), record.Head);

    /// <summary>The entry in force at an instant; null before the first.</summary>
    public RegistryEntry? At(DateTimeOffset instant) =>
        Entries.LastOrDefault(entry => entry.RecordedAt <= instant);

    /// <summary>What an earlier attempt at the same change on the same head recorded; null when there was none.</summary>
    public RegistryEntry? Attempt(RegistryChange change, byte[] facts) => Entries.FirstOrDefault(entry =>
        entry.Head - 1 == change.IfMatch && entry.Author == change.Author && entry.Reason == change.Reason
        && entry.Facts.AsSpan().SequenceEqual(facts));

    private sealed record Known(ImmutableArray<RegistryEntry> Entries, JournalHead Head);
}
