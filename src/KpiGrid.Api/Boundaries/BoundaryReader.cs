using KpiGrid.Api.Questions;
using Microsoft.Extensions.Options;

namespace KpiGrid.Api.Boundaries;

/// <summary>Reads from the registry what a map needs: some municipalities and what they became.</summary>
internal sealed class BoundaryReader(KnownNouns nouns, IOptions<QuestionOptions> options)
{
    /// <summary>The map of a day, as it is known, or was at an instant.</summary>
    public async Task<BoundaryMap> Read(DateOnly day, IEnumerable<MunicipalityId> codes, DateTimeOffset? asOf) =>
        new(await Facts(codes, asOf), day);

    /// <summary>Some municipalities and, from one to the next, those they became.</summary>
    public async Task<IReadOnlyDictionary<MunicipalityId, MunicipalityFacts>> Facts(
        IEnumerable<MunicipalityId> codes, DateTimeOffset? asOf)
    {
        var facts = new Dictionary<MunicipalityId, MunicipalityFacts>();
        var asked = new HashSet<MunicipalityId>(codes);
        IReadOnlyCollection<MunicipalityId> next = [.. asked];
        while (next.Count > 0)
        {
            var read = await FanOut.All(next, options.Value.CallsAtOnce, async code => (Code: code, Noun: await Noun(code, asOf)));
            var found = read.Where(pair => pair.Noun is not null).ToList();
            foreach (var (code, noun) in found) facts.Add(code, noun!.Facts);
            next = [.. found.SelectMany(pair => pair.Noun!.Facts.Intervals).SelectMany(interval => interval.Successors)
                .Select(successor => successor.Code).Where(asked.Add)];
        }
        return facts;
    }

    private async Task<KnownNoun<MunicipalityFacts>?> Noun(MunicipalityId code, DateTimeOffset? asOf) => asOf is null
        ? await nouns.Read<MunicipalityFacts>($"municipality/{code}", options.Value.FactsAge)
        : await nouns.ReadAsOf<MunicipalityFacts>($"municipality/{code}", asOf);
}
