using KpiGrid.Silo.Journal;
using KpiGrid.Silo.Pilots;
using KpiGrid.Silo.Registry;

namespace KpiGrid.Tests.Simulation;

/// <summary>Reads and writes a journal in memory, which answers at once.</summary>
internal static class Records
{
    public static List<JournalRecord> Of(MemoryJournal journal, string stream)
    {
        var records = new List<JournalRecord>();
        var reader = journal.Read(stream, 0, CancellationToken.None).GetAsyncEnumerator();
        while (reader.MoveNextAsync().AsTask().GetAwaiter().GetResult()) records.Add(reader.Current);
        return records;
    }

    public static IReadOnlyList<JournalHead> Heads(MemoryJournal journal) =>
        journal.Heads("", CancellationToken.None).GetAwaiter().GetResult();

    /// <summary>The municipalities that a record of a pilot's facts gives a share.</summary>
    public static IReadOnlyList<MunicipalityId> Places(JournalRecord record) =>
        Streams.Pilot(record.Stream) is not null && record.Type == FactsRecord.Type
            ? [.. PilotRecord.Facts(FactsRecord.Entry(record)).Shares.Select(share => share.Municipality).Distinct()]
            : [];

    public static void Append(MemoryJournal journal, JournalRecord record, IReadOnlyList<MunicipalityId> places)
    {
        var outcome = journal.Append([new(record, places)], CancellationToken.None).GetAwaiter().GetResult();
        if (outcome[0] != AppendOutcome.Committed) throw new InvalidOperationException($"{record.Stream}: {outcome[0]}");
    }
}
