using KpiGrid.Api.Questions;
using Microsoft.Extensions.Options;

namespace KpiGrid.Api.Boundaries;

/// <summary>Reads which members of regions ended in others of which nothing is stated.</summary>
/// <remarks>Which municipalities ended at all is one call, kept a moment: most regions have none of them.</remarks>
internal sealed class EndedReader(
    IGrainFactory grains, KnownNouns nouns, BoundaryReader boundaries, IOptions<QuestionOptions> options, TimeProvider time)
{
    private volatile Known? kept;

    /// <summary>Those of all regions among some places, as it is known, or was at an instant.</summary>
    public async Task<IReadOnlyList<EndedMember>> Of(IEnumerable<PlaceRef> places, DateTimeOffset? asOf)
    {
        var found = new List<EndedMember>();
        foreach (var place in places.Where(place => place.Kind == PlaceKind.Region)) found.AddRange(await Of(place, asOf));
        return found;
    }

    private async Task<IReadOnlyList<EndedMember>> Of(PlaceRef place, DateTimeOffset? asOf)
    {
        var ended = await Ended();
        if (ended.Count == 0) return [];
        var region = asOf is null
            ? await nouns.Read<RegionFacts>(place.Stream, options.Value.FactsAge)
            : await nouns.ReadAsOf<RegionFacts>(place.Stream, asOf);
        var members = region?.Facts.Members.Select(member => member.Municipality).Where(ended.Contains).ToList() ?? [];
        return members.Count == 0 ? [] : EndedMember.Of(place.ToString(), region!.Facts, await boundaries.Facts(members, asOf));
    }

    private async Task<HashSet<MunicipalityId>> Ended()
    {
        if (kept is { } known && time.GetElapsedTime(known.Read) < options.Value.FactsAge) return known.Codes;
        var read = time.GetTimestamp();
        var codes = (await grains.GetGrain<IRegistryListGrain>(0).Ended()).ToHashSet();
        kept = new(read, codes);
        return codes;
    }

    private sealed record Known(long Read, HashSet<MunicipalityId> Codes);
}
