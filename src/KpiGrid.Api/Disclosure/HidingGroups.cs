using KpiGrid.Api.Questions;

namespace KpiGrid.Api.Disclosure;

/// <summary>Finds which reporters of a KPI hide each other: those of the smallest region that has enough of them.</summary>
/// <remarks>Each reporter is in one group at most, whoever asks and for whatever place.</remarks>
internal sealed class HidingGroups(
    IGrainFactory grains, KnownNouns nouns, KpiCode kpi, DateOnly today, DisclosureOptions options, QuestionOptions asking)
{
    private readonly Dictionary<RegionId, IReadOnlyList<Reporter>> inside = [];
    private readonly Dictionary<PilotId, RegionId?> regions = [];

    /// <summary>The confidential reporters of some municipalities.</summary>
    public async Task<IReadOnlyList<Reporter>> Reporters(IEnumerable<MunicipalityId> municipalities)
    {
        var found = await FanOut.All(municipalities, asking.CallsAtOnce, id =>
            grains.GetGrain<IMunicipalityGrain>(id.Value).Pilots(kpi));
        var read = await FanOut.All(found.SelectMany(pilots => pilots).Distinct().Order(), asking.CallsAtOnce, Read);
        return [.. read.OfType<Reporter>()];
    }

    /// <summary>The group of a reporter; empty when there is none it could hide in.</summary>
    public async Task<IReadOnlyList<Reporter>> Of(Reporter reporter)
    {
        if (await RegionOf(reporter) is not { } region) return [];
        var group = new List<Reporter>();
        foreach (var other in inside[region])
            if (await RegionOf(other) == region) group.Add(other);
        return group;
    }

    /// <summary>A confidential pilot; null where it is not, or not there.</summary>
    public async Task<Reporter?> Read(PilotId pilot) =>
        await nouns.Read<PilotFacts>($"pilot/{pilot}", asking.FactsAge) is { } known && known.Facts.Confidential.Contains(kpi)
            ? new(pilot, known.Facts) : null;

    private async Task<RegionId?> RegionOf(Reporter reporter)
    {
        if (!regions.TryGetValue(reporter.Pilot, out var region))
            regions.Add(reporter.Pilot, region = await Smallest(reporter));
        return region;
    }

    private async Task<RegionId?> Smallest(Reporter reporter)
    {
        var around = new List<(RegionId Id, HashSet<MunicipalityId> Members)>();
        foreach (var id in await grains.GetGrain<IRegistryListGrain>(0).Regions([.. reporter.Municipalities.Take(1)]))
            if (await Members(id) is { } members && reporter.IsInside(members)) around.Add((id, members));
        foreach (var (id, members) in around.OrderBy(region => region.Members.Count).ThenBy(region => region.Id.Value, StringComparer.Ordinal))
            if (await Hides(id, members)) return id;
        return null;
    }

    private async Task<HashSet<MunicipalityId>?> Members(RegionId id)
    {
        if (await nouns.Read<RegionFacts>($"region/{id}", asking.FactsAge) is not { } region) return null;
        var members = region.Facts.Members.Where(member => DayRange.Between(member.From, member.To).Contains(today))
            .Select(member => member.Municipality).ToHashSet();
        return members.Count <= options.MembersMax ? members : null;
    }

    private async Task<bool> Hides(RegionId id, HashSet<MunicipalityId> members)
    {
        if (!inside.TryGetValue(id, out var reporters))
            inside.Add(id, reporters = [.. (await Reporters(members)).Where(reporter => reporter.IsInside(members))]);
        return reporters.Select(reporter => reporter.Name).Distinct().Count() >= options.ReportersMin;
    }
}
