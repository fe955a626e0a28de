using System.Runtime.CompilerServices;
using KpiGrid.Api.Questions;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace KpiGrid.Api.Access;

/// <summary>Finds how nodes stand to what roles are granted on, in the registry of today.</summary>
internal sealed class Standings(
    KnownNouns nouns, IOptions<QuestionOptions> options, [FromKeyedServices(KpiTime.Key)] TimeProvider time)
{
    private readonly ConditionalWeakTable<RegionFacts, MembersOfDay> members = [];

    public DateOnly Today => DateOnly.FromDateTime(time.GetUtcNow().UtcDateTime);

    public async ValueTask<Standing> Of(Grant grant, PlaceRef node)
    {
        if (grant.On is null) return Standing.Within;
        if (grant.On == node.ToString()) return Standing.Same;
        if (grant.Pilot() is { } pilot) return await AroundPilot(pilot, node);
        return node.Kind switch
        {
            PlaceKind.Municipality => InRegion([MunicipalityId.Parse(node.Id)], await Members(grant)),
            PlaceKind.Pilot => InRegion(await Participants(node.Id), await Members(grant)),
            _ => Standing.Apart,
        };
    }

    /// <summary>How a pilot would stand with other facts than those it has.</summary>
    public async ValueTask<Standing> Of(Grant grant, PilotId id, PilotFacts proposed)
    {
        if (grant.On is null) return Standing.Within;
        if (grant.Pilot() is { } pilot) return pilot == id ? Standing.Same : Standing.Apart;
        return InRegion(Participants(proposed), await Members(grant));
    }

    private async ValueTask<Standing> AroundPilot(PilotId pilot, PlaceRef node)
    {
        if (node.Kind == PlaceKind.Pilot) return Standing.Apart;
        var participants = await Participants(pilot.Value);
        var places = node.Kind == PlaceKind.Municipality
            ? new HashSet<MunicipalityId> { MunicipalityId.Parse(node.Id) }
            : await Members(node.Id);
        return participants.Any(places.Contains) ? Standing.Around : Standing.Apart;
    }

    private static Standing InRegion(IReadOnlyCollection<MunicipalityId> municipalities, HashSet<MunicipalityId> members)
    {
        var inside = municipalities.Count(members.Contains);
        return inside == 0 ? Standing.Apart : inside == municipalities.Count ? Standing.Within : Standing.Partly;
    }

    private Task<HashSet<MunicipalityId>> Members(Grant grant) => Members(grant.Region()!.Value.Value);

    private async Task<HashSet<MunicipalityId>> Members(string region)
    {
        var facts = (await nouns.Read<RegionFacts>($"region/{region}", options.Value.FactsAge))?.Facts;
        if (facts is null) return [];
        // A thousand lines are asked about one after another, and their region is the same.
        var known = members.GetValue(facts, _ => new(Today, InForce(facts, Today)));
        return known.Day == Today ? known.Municipalities : InForce(facts, Today);
    }

    private static HashSet<MunicipalityId> InForce(RegionFacts facts, DateOnly today) =>
        [.. facts.Members.Where(member => DayRange.Between(member.From, member.To).Contains(today))
            .Select(member => member.Municipality)];

    private async Task<IReadOnlyCollection<MunicipalityId>> Participants(string pilot) =>
        await nouns.Read<PilotFacts>($"pilot/{pilot}", options.Value.FactsAge) is { } known ? Participants(known.Facts) : [];

    private static HashSet<MunicipalityId> Participants(PilotFacts facts) =>
        [.. facts.Shares.Select(share => share.Municipality)];

    private sealed record MembersOfDay(DateOnly Day, HashSet<MunicipalityId> Municipalities);
}
