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

    public Changes Changes { get; } = new();

    /// <summary>A node's sums of a period.</summary>
    public BookSums Sums(string node, string kpi, DateOnly first, DateOnly last)
    {
        var sums = new BookSums();
        foreach (var line in Lines(node, kpi, first, last)) sums.Add(line);
        return sums;
    }

    /// <summary>A region's sums of a period under the codes of a map, and whether some of them are not on it.</summary>
    public Dictionary<string, (BookSums Sums, bool IsMarked)> Split(
        string region, string kpi, DateOnly first, DateOnly last, DateOnly map)
    {
        var split = new Dictionary<string, (BookSums Sums, bool IsMarked)>();
        foreach (var lines in Lines(region, kpi, first, last).GroupBy(line => line.Place!))
        {
            var (code, isOnMap) = Changes.Of(lines.Key, first, last, map);
            if (!split.TryGetValue(code, out var there)) there = (new(), false);
            foreach (var line in lines) there.Sums.Add(line);
            split[code] = (there.Sums, there.IsMarked || !isOnMap);
        }
        return split;
    }

    private IEnumerable<Line> Lines(string node, string kpi, DateOnly first, DateOnly last) =>
        from pilot in Pilots
        from line in pilot.Value.Lines(kpi, kinds[kpi], first, last)
        where line.N != 0 && IsIn(node, pilot.Key, line)
        select line;

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
        else if (noun == "municipality") Changes.Take(id, body.RootElement.GetProperty("facts"));
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
