using KpiGrid.Api.Questions;

namespace KpiGrid.Api.Impact;

/// <summary>A place whose total a push may have moved.</summary>
/// <param name="Place">The place.</param>
/// <param name="Name">Its name.</param>
/// <param name="Stays">Its municipalities, each on its days of membership; the whole pilot stands under no id.</param>
internal sealed record ImpactNode(
    PlaceRef Place, string? Name, IReadOnlyDictionary<MunicipalityId, IReadOnlyList<DayRange>> Stays);

/// <summary>Finds the places above a pilot.</summary>
internal sealed class ImpactNodes(IGrainFactory grains, KnownNouns nouns)
{
    private static readonly TimeSpan NameAge = TimeSpan.FromSeconds(10);

    public async Task<ImpactNode> Pilot(PilotId pilot) => new(
        new(PlaceKind.Pilot, pilot.Value), (await nouns.Read<PilotFacts>($"pilot/{pilot}", NameAge))?.Facts.Name,
        new Dictionary<MunicipalityId, IReadOnlyList<DayRange>> { [default] = [DayRange.Always] });

    public async Task<IReadOnlyList<ImpactNode>> Municipalities(IEnumerable<MunicipalityId> municipalities, DateOnly day)
    {
        var found = new List<ImpactNode>();
        foreach (var id in municipalities)
        {
            var facts = (await nouns.Read<MunicipalityFacts>($"municipality/{id}", NameAge))?.Facts;
            var name = (facts?.On(day) ?? facts?.Intervals.MaxBy(interval => interval.From))?.Name;
            found.Add(new(new(PlaceKind.Municipality, id.Value), name,
                new Dictionary<MunicipalityId, IReadOnlyList<DayRange>> { [id] = [DayRange.Always] }));
        }
        return found;
    }

    /// <summary>Every region that any of them is or was a member of, by id.</summary>
    public async Task<IReadOnlyList<ImpactNode>> Regions(IReadOnlyList<MunicipalityId> municipalities)
    {
        var found = new List<ImpactNode>();
        foreach (var id in await grains.GetGrain<IRegistryListGrain>(0).Regions(municipalities))
        {
            if (await nouns.ReadAsOf<RegionFacts>($"region/{id}", null) is not { } region) continue;
            var stays = region.Facts.Members.Where(member => municipalities.Contains(member.Municipality))
                .GroupBy(member => member.Municipality, member => DayRange.Between(member.From, member.To))
                .ToDictionary(group => group.Key, IReadOnlyList<DayRange> (group) => [.. group]);
            found.Add(new(new(PlaceKind.Region, id.Value), region.Facts.Name, stays));
        }
        return found;
    }
}
