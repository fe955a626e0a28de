using System.Text.Json;
using KpiGrid.Silo.Journal;

namespace KpiGrid.Host.Verification;

/// <summary>The whole journal as plain documents, and where its chains are broken.</summary>
internal sealed class JournalModel(IJournal journal)
{
    private readonly Dictionary<string, JournalHead> heads = new(StringComparer.Ordinal);
    private readonly Dictionary<string, ChainFault> faults = new(StringComparer.Ordinal);
    private readonly SortedDictionary<string, PilotDocument> pilots = new(StringComparer.Ordinal);
    private readonly SortedDictionary<string, RegionDocument> regions = new(StringComparer.Ordinal);
    private readonly SortedSet<string> municipalities = new(StringComparer.Ordinal);
    private readonly Dictionary<string, KpiDocument> kpis = new(StringComparer.Ordinal);

    public long Records { get; private set; }
    public int Streams => heads.Count;
    public IReadOnlyCollection<ChainFault> Faults => faults.Values;
    public IReadOnlyDictionary<string, PilotDocument> Pilots => pilots;
    public IReadOnlyDictionary<string, RegionDocument> Regions => regions;
    public IReadOnlyDictionary<string, KpiDocument> Kpis => kpis;

    /// <summary>Every municipality that is registered or ever had a share.</summary>
    public IReadOnlyCollection<string> Municipalities => municipalities;

    /// <summary>Reads what was appended since the last read; true when there was anything.</summary>
    public async Task<bool> ReadOn(Action<int, int>? progress, CancellationToken cancellationToken)
    {
        var now = await journal.Heads("", cancellationToken);
        var before = Records;
        for (var i = 0; i < now.Count; i++)
        {
            await ReadStream(now[i], cancellationToken);
            progress?.Invoke(i + 1, now.Count);
        }
        foreach (var gone in heads.Keys.Except(now.Select(head => head.Stream)))
            faults.TryAdd(gone, new(gone, heads[gone].Sequence, "the stream is no longer there"));
        return Records != before;
    }

    private async Task ReadStream(JournalHead stored, CancellationToken cancellationToken)
    {
        var stream = stored.Stream;
        var last = heads.GetValueOrDefault(stream) ?? JournalHead.Empty(stream);
        heads[stream] = last;
        var isRead = last.Sequence == stored.Sequence && last.Hash.SequenceEqual(stored.Hash);
        if (isRead || faults.ContainsKey(stream)) return;
        try
        {
            await foreach (var record in journal.Read(stream, last.Sequence, cancellationToken))
            {
                if (!Take(record)) return;
            }
        }
        catch (JournalDamagedException gap)
        {
            if (heads[stream].Sequence == stored.Sequence) CheckHead(stored);
            faults.TryAdd(stream, new(stream, heads[stream].Sequence + 1, gap.Message));
            return;
        }
        CheckHead(stored);
    }

    private bool Take(JournalRecord record)
    {
        var last = heads[record.Stream];
        if (!record.Follows(last)) faults.Add(record.Stream, FaultOf(record, last));
        else TryApply(record);
        heads[record.Stream] = record.Head;
        return !faults.ContainsKey(record.Stream);
    }

    private static ChainFault FaultOf(JournalRecord record, JournalHead last) => new(
        record.Stream, last.Sequence + 1, record.Sequence != last.Sequence + 1
            ? $"record {last.Sequence + 1} is missing, record {record.Sequence} follows"
            : "the record's hash is not that of its content after the record before");

    // A writer may have appended since the heads were asked for: then the head lies behind what was read.
    private void CheckHead(JournalHead stored)
    {
        var last = heads[stored.Stream];
        if (last.Sequence < stored.Sequence)
            faults.TryAdd(stored.Stream, new(stored.Stream, last.Sequence + 1,
                $"the head names record {stored.Sequence}, the last one is {last.Sequence}"));
        else if (last.Sequence == stored.Sequence && !last.Hash.SequenceEqual(stored.Hash))
            faults.TryAdd(stored.Stream, new(
                stored.Stream, stored.Sequence, "the head's hash is not that of its last record"));
    }

    private void TryApply(JournalRecord record)
    {
        try
        {
            Apply(record);
        }
        catch (Exception failure) when (failure is JsonException or FormatException or InvalidOperationException)
        {
            faults.Add(record.Stream, new(
                record.Stream, record.Sequence, $"the body cannot be read: {failure.Message}"));
        }
    }

    private void Apply(JournalRecord record)
    {
        Records++;
        var body = JsonDocuments.Parse(record.Body);
        var slash = record.Stream.IndexOf('/', StringComparison.Ordinal);
        var (noun, id) = slash < 0 ? (record.Stream, "") : (record.Stream[..slash], record.Stream[(slash + 1)..]);
        switch (noun)
        {
            case "pilot":
                ApplyToPilot(id, record.Type, body);
                break;
            case "municipality":
                municipalities.Add(id);
                break;
            case "region" when body.Member("facts") is { } facts:
                regions[id] = RegionDocument.Read(id, facts);
                break;
            case "kpi" when body.Member("facts") is { } facts:
                kpis[id] = KpiDocument.Read(id, facts);
                break;
        }
    }

    private void ApplyToPilot(string id, string type, JsonElement body)
    {
        if (!pilots.TryGetValue(id, out var pilot)) pilots.Add(id, pilot = new(id));
        pilot.Apply(type, body);
        municipalities.UnionWith(pilot.Shares.Select(share => share.Municipality));
    }
}

/// <summary>The first place at which a stream is not what its chain says.</summary>
internal sealed record ChainFault(string Stream, long Sequence, string What);
