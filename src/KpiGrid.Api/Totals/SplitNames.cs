using KpiGrid.Api.Questions;
using Microsoft.Extensions.Options;

namespace KpiGrid.Api.Totals;

/// <summary>The names of the lines of a split.</summary>
internal sealed class SplitNames(KnownNouns nouns, IOptions<QuestionOptions> options)
{
    /// <summary>The names of keys: a municipality's as of a day, a pilot's as it stands, a class by its id.</summary>
    public async Task<IReadOnlyDictionary<string, string>> Of(Split split, IEnumerable<string> keys, DateOnly day)
    {
        var named = await FanOut.All(keys, options.Value.CallsAtOnce, async key => (key, await Name(split, key, day)));
        return named.Where(pair => pair.Item2 is not null).ToDictionary(pair => pair.key, pair => pair.Item2!);
    }

    private async Task<string?> Name(Split split, string key, DateOnly day) => split switch
    {
        Split.Municipality => Named(await Read<MunicipalityFacts>($"municipality/{key}"), day),
        Split.Pilot => (await Read<PilotFacts>($"pilot/{key}"))?.Name,
        _ => key,
    };

    private static string? Named(MunicipalityFacts? facts, DateOnly day) =>
        (facts?.On(day) ?? facts?.Intervals.MaxBy(interval => interval.From))?.Name;

    private async Task<TFacts?> Read<TFacts>(string stream)
        where TFacts : class => (await nouns.Read<TFacts>(stream, options.Value.NamesAge))?.Facts;
}
