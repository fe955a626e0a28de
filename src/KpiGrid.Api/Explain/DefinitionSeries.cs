using KpiGrid.Api.Questions;

namespace KpiGrid.Api.Explain;

/// <summary>Which versions of a definition may be added up.</summary>
internal sealed class DefinitionSeries(KnownNouns nouns)
{
    /// <summary>The series of each version named: the first of the versions that each declare themselves
    /// comparable.</summary>
    public async Task<IReadOnlyDictionary<int, int>> Of(
        KpiCode kpi, KnownNoun<KpiFacts> now, IReadOnlySet<int> versions)
    {
        if (versions.Count <= 1) return versions.ToDictionary(version => version);
        var history = new Stack<KnownNoun<KpiFacts>>();
        for (KnownNoun<KpiFacts>? at = now; at is not null
            && (history.Count == 0 || at.Entry.Head < history.Peek().Entry.Head);)
        {
            history.Push(at);
            at = at.Entry.Head == 1 ? null
                : await nouns.ReadAsOf<KpiFacts>($"kpi/{kpi}", at.Entry.RecordedAt.AddTicks(-1));
        }
        return Series(history.Select(noun => ((int)noun.Entry.Head, noun.Facts.ComparableWith)));
    }

    /// <summary>The series of versions, from the first on.</summary>
    public static IReadOnlyDictionary<int, int> Series(
        IEnumerable<(int Version, IReadOnlyList<int> ComparableWith)> versions)
    {
        var series = new Dictionary<int, int>();
        var before = 0;
        foreach (var (version, comparableWith) in versions)
        {
            series[version] = before != 0 && comparableWith.Contains(before) ? series[before] : version;
            before = version;
        }
        return series;
    }
}
