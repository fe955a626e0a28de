using System.Collections.Concurrent;
using System.Text;
using System.Text.Json;

namespace KpiGrid.Api.Live;

/// <summary>A view at one version of its region. Viewers who saw the same before share the bytes of the event.</summary>
internal sealed class LiveState(NodeVersion version, DateOnly today, IReadOnlyList<LiveLine> lines)
{
    // Keyed by what the state before was, never by that state: each would keep its own before alive, back to the first.
    private readonly ConcurrentDictionary<(NodeVersion, DateOnly), ReadOnlyMemory<byte>> changes = [];
    private readonly Dictionary<(string, string), LiveLine> byPeriod =
        lines.ToDictionary(line => (line.Kpi, line.Period));
    private readonly Lazy<ReadOnlyMemory<byte>> snapshot = new(() => Bytes("snapshot", new(version.ToString(), null, lines)));

    public NodeVersion Version => version;

    public DateOnly Today => today;

    public IReadOnlyList<LiveLine> Lines => lines;

    /// <summary>Whether it may be shown after another: newer, or the same on a later day.</summary>
    public bool Follows(LiveState before) =>
        version.IsAfter(before.Version) || (version == before.Version && today > before.Today);

    /// <summary>The event for a viewer who saw another state before; empty when nothing he sees has changed.</summary>
    public ReadOnlyMemory<byte> Since(LiveState? before) => before is null
        ? snapshot.Value
        : changes.GetOrAdd((before.Version, before.Today), static (_, states) => states.This.Change(states.Before),
            (This: this, Before: before));

    private ReadOnlyMemory<byte> Change(LiveState before)
    {
        var previous = before.Version.ToString();
        // A new year begins a new view: what is no longer shown cannot be told as a change.
        if (before.byPeriod.Keys.Any(key => !byPeriod.ContainsKey(key)))
            return Bytes("snapshot", new(version.ToString(), previous, lines));
        var changed = lines.Select(line => (Line: line, Before: before.byPeriod.GetValueOrDefault((line.Kpi, line.Period))))
            .Where(pair => pair.Line.Text != pair.Before?.Text)
            .Select(pair => pair.Line with { From = pair.Before?.Value }).ToList();
        return changed.Count == 0 ? default : Bytes("change", new(version.ToString(), previous, changed));
    }

    private static ReadOnlyMemory<byte> Bytes(string name, LiveEvent data)
    {
        var json = JsonSerializer.Serialize(data, KpiGridJson.Options);
        return Encoding.UTF8.GetBytes($"id: {data.Version}\nevent: {name}\ndata: {json}\n\n");
    }
}
