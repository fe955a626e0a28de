using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using KpiGrid.Api.Live;
using KpiGrid.Api.Totals;
using KpiGrid.Web.Charts;
using KpiGrid.Web.Regions;
using KpiGrid.Web.Texts;

namespace KpiGrid.Web.Live;

/// <summary>Writes what moved on a region's page as texts and drawings ready to be put in their places.</summary>
/// <remarks>Viewers of the same page who saw the same before share the bytes: each change is written once.</remarks>
internal sealed class LiveTiles(LiveTopic topic, IReadOnlyDictionary<KpiCode, KpiFacts> kpis)
{
    private static readonly ConditionalWeakTable<LiveState, ConcurrentDictionary<(string, NodeVersion, DateOnly), ReadOnlyMemory<byte>>>
        written = [];

    private static readonly JsonSerializerOptions json = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private readonly Words words = Words.Of(topic.View.Language);

    /// <summary>The event; the first one holds everything, unless the page shows this version already.</summary>
    public ReadOnlyMemory<byte> Write(LiveState now, LiveState? before)
    {
        var from = before is null ? topic.Seen : before.Version;
        return written.GetValue(now, static _ => []).GetOrAdd(
            (topic.Address, from, before?.Today ?? default), _ => Event(now, before));
    }

    private ReadOnlyMemory<byte> Event(LiveState now, LiveState? before)
    {
        var targets = new Dictionary<string, string>(StringComparer.Ordinal);
        if (before is not null || now.Version != topic.Seen)
            foreach (var (code, facts) in kpis) AddTile(targets, code.Value, facts, now, before);
        if (before is not null && targets.Count == 0) return default;
        var data = JsonSerializer.Serialize(new { topic = topic.Address, version = now.Version.ToString(), targets }, json);
        return Encoding.UTF8.GetBytes($"data: {data}\n\n");
    }

    private void AddTile(Dictionary<string, string> targets, string code, KpiFacts facts, LiveState now, LiveState? before)
    {
        if (before is not null && Texts(before, code).SequenceEqual(Texts(now, code))) return;
        var lines = RegionFigures.Of(now.Lines, code, topic.View.Period!.Value);
        var was = before is null ? null : RegionFigures.Of(before.Lines, code, topic.View.Period!.Value);
        var figures = TileFigures.Of(words, facts, lines);
        targets[$"{code}.value"] = Drawing.Safe(figures.Value ?? "–");
        targets[$"{code}.coverage"] = Drawing.Safe(figures.Coverage);
        targets[$"{code}.marks"] = Drawing.Safe(figures.Marks);
        targets[$"{code}.spark"] = figures.Spark;
        if (was is not null) targets[$"{code}.moved"] = Drawing.Safe(Moved(facts, was.Closing, lines.Closing));
    }

    private string Moved(KpiFacts facts, PeriodAnswer was, PeriodAnswer now) => was.Value is { } before && now.Value is { } after && before != after
        ? words.Signed(Shown.Rounded(after - before, facts.Decimals)) : "";

    private static IEnumerable<string> Texts(LiveState state, string kpi) =>
        state.Lines.Where(line => line.Kpi == kpi).Select(line => line.Text);
}
