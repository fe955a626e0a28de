using KpiGrid.Api.Questions;
using Microsoft.Extensions.Options;

namespace KpiGrid.Api.Access;

/// <summary>What a caller may do at a node, today.</summary>
internal sealed class Rights(Standings standings, KnownNouns nouns, IOptions<AccessOptions> options)
{
    /// <summary>Everything that the caller's grants allow there, and what is published.</summary>
    public async ValueTask<Verbs> At(Caller caller, PlaceRef node)
    {
        var allowed = Verbs.None;
        foreach (var grant in InForce(caller))
            allowed |= AccessTable.Allowed(grant.Role, await standings.Of(grant, node));
        return allowed.HasFlag(Verbs.Total) || !await IsPublished(node) ? allowed : allowed | Verbs.Total;
    }

    /// <summary>What they might do to a pilot if it had these facts.</summary>
    public async ValueTask<Verbs> At(Caller caller, PilotId pilot, PilotFacts proposed)
    {
        var allowed = Verbs.None;
        foreach (var grant in InForce(caller))
            allowed |= AccessTable.Allowed(grant.Role, await standings.Of(grant, pilot, proposed));
        return allowed;
    }

    /// <summary>What they may do to what lies at no place.</summary>
    public Verbs Everywhere(Caller caller) => InForce(caller).Where(grant => grant.On is null)
        .Aggregate(Verbs.None, (allowed, grant) => allowed | AccessTable.Allowed(grant.Role, Standing.Within));

    private IEnumerable<Grant> InForce(Caller caller) =>
        caller.Grants.Where(grant => DayRange.Between(grant.From, grant.To).Contains(standings.Today));

    private async ValueTask<bool> IsPublished(PlaceRef node) =>
        options.Value.Public && node.Kind == PlaceKind.Region
        && await nouns.Read<RegionFacts>(node.Stream, options.Value.KeyAge) is { Facts.Published: true };
}
