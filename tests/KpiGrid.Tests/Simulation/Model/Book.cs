using System.Numerics;
using System.Text.Json;
using KpiGrid.Silo.Journal;

namespace KpiGrid.Tests.Simulation.Model;

/// <summary>
/// What every node must say, worked out from the bytes in the journal by brute force; shares no code with the product.
/// </summary>
internal sealed class Book
{
    private readonly Dictionary<string, List<(string Place, DateOnly From, DateOnly To)>> regions = [];
    private readonly Dictionary<string, string> kinds = [];

    public Book(MemoryJournal journal)
    {
        foreach (var head in Records.Heads(journal))
            foreach (var record in Records.Of(journal, head.Stream)) Take(record);
    }

    public Dictionary<string, PilotBook> Pilots { get; } = [];

    /// <summary>Where a stream is not an unbroken chain, or its recorded times go back.</summary>
    public List<string> Broken { get; } = [];

    public IReadOnlyCollection<string> Kpis => kinds.Keys;

    /// <summary>A node's sums of a period.</summary>
    public Dictionary<Bucket, (BigInteger A, BigInteger B, int N)> Sums(string node, string kpi, DateOnly first, DateOnly last)
    {
        var sums = new Dictionary<Bucket, (BigInteger A, BigInteger B, int N)>();
        foreach (var pilot in Pilots)
        {
            foreach (var line in pilot.Value.Lines(kpi, kinds[kpi], first, last))
            {
                if (!IsIn(node, pilot.Key, line)) continue;
                var (a, b, n) = sums.GetValueOrDefault(line.Bucket);
                sums[line.Bucket] = (a + line.A, b + line.B, n + line.N);
            }
        }
        return sums;
    }

    private bool IsIn(string node, string pilot, Line line)
    {
        if (Pilots.ContainsKey(node)) return node == pilot && line.Place is null;
        if (!regions.TryGetValue(node, out var members)) return node == line.Place;
        return members.Exists(member => member.Place == line.Place && member.From <= line.Day && line.Day < member.To);
    }

    private void Take(JournalRecord record)
    {
        using var body = JsonDocument.Parse(record.Body);
        var (noun, id) = (record.Stream.Split('/')[0], record.Stream.Split('/')[1]);
        Check(record);
        if (noun == "kpi") kinds[id] = body.RootElement.GetProperty("facts").GetProperty("kind").GetString()!;
        else if (noun == "region")
            regions[id] = [.. body.RootElement.GetProperty("facts").GetProperty("members").EnumerateArray().Select(member => (
                member.GetProperty("municipality").GetString()!, Shares.Day(member, "from")!.Value,
                Shares.Day(member, "to") ?? DateOnly.MaxValue))];
        else if (noun == "pilot")
        {
            if (!Pilots.TryGetValue(id, out var pilot)) Pilots.Add(id, pilot = new());
            pilot.Take(record.Sequence, body.RootElement);
        }
    }

    private readonly Dictionary<string, JournalRecord> last = [];

    private void Check(JournalRecord record)
    {
        var before = last.GetValueOrDefault(record.Stream);
        if (record.Sequence != (before?.Sequence ?? 0) + 1 || record.RecordedAt <= before?.RecordedAt)
            Broken.Add($"{record.Stream}: {record.Sequence} at {record.RecordedAt:O} follows {before?.Sequence} at {before?.RecordedAt:O}");
        last[record.Stream] = record;
    }
}
