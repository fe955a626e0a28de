using KpiGrid.Api.Access;
using KpiGrid.Api.Questions;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace KpiGrid.Api.Rounds;

/// <summary>
/// Who plans rounds and who speaks. A coordinator of the region does both; a lead says what comes next for the
/// municipalities of their pilots.
/// </summary>
internal static class RoundGuard
{
    public static ValueTask<IResult?> MayNotPut(HttpContext context, string id, RoundFacts proposed) =>
        Unknown(context, RoundId.Read(id)!.Region);

    public static async ValueTask<IResult?> MayNotPut(HttpContext context, string id, TurnFacts proposed)
    {
        var turn = TurnId.Read(id)!;
        var region = new PlaceRef(PlaceKind.Region, turn.Round.Region.Value);
        if (!await IsLead(context, region, turn.Municipality)
            && await context.RequestServices.GetRequiredService<Gate>().Refusal(context, Verbs.Change, region) is { } refusal)
            return refusal;
        return await Unknown(context, turn.Round.Region);
    }

    /// <summary>Whether the caller leads a pilot of the municipality, and may read the region.</summary>
    public static async ValueTask<bool> IsLead(HttpContext context, PlaceRef region, MunicipalityId municipality)
    {
        var services = context.RequestServices;
        var (rights, nouns) = (services.GetRequiredService<Rights>(), services.GetRequiredService<KnownNouns>());
        var caller = Caller.Of(context);
        if (!(await rights.At(caller, region)).HasFlag(Verbs.Total)) return false;
        var age = services.GetRequiredService<IOptions<QuestionOptions>>().Value.FactsAge;
        foreach (var pilot in caller.Grants.Select(grant => grant.Pilot()).OfType<PilotId>().Distinct())
            if ((await rights.At(caller, new(PlaceKind.Pilot, pilot.Value))).HasFlag(Verbs.Change)
                && await nouns.Read<PilotFacts>($"pilot/{pilot}", age) is { Facts: var facts }
                && facts.Shares.Any(share => share.Municipality == municipality))
                return true;
        return false;
    }

    private static async ValueTask<IResult?> Unknown(HttpContext context, RegionId region)
    {
        var errors = new QuestionErrors();
        await context.RequestServices.GetRequiredService<PlaceFinder>()
            .Places([new(PlaceKind.Region, region.Value)], null, errors);
        return errors.Any ? errors.Answer() : null;
    }
}
