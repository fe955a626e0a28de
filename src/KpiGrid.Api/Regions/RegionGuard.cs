using KpiGrid.Api.Access;
using KpiGrid.Api.Hosting;
using KpiGrid.Api.Questions;
using Microsoft.Extensions.DependencyInjection;

namespace KpiGrid.Api.Regions;

/// <summary>
/// Who may put which facts of a region. A coordinator reads what lies in the region, so who belongs to it is not theirs to
/// say, nor whether the public reads it.
/// </summary>
internal static class RegionGuard
{
    public static Need Need { get; } = new(Verbs.Change) { AskedByHandler = true };

    public static async ValueTask<IResult?> Refusal(HttpContext context, string id, RegionFacts proposed)
    {
        var services = context.RequestServices;
        var caller = Caller.Of(context);
        if (services.GetRequiredService<Rights>().Everywhere(caller).HasFlag(Verbs.Govern)) return null;
        if (await services.GetRequiredService<Gate>().Refusal(context, Verbs.Change, new(PlaceKind.Region, id)) is { } refusal)
            return refusal;
        var before = await services.GetRequiredService<KnownNouns>().ReadAsOf<RegionFacts>($"region/{id}", null);
        var changed = new List<Problem>();
        if (before is null || !before.Facts.Members.SequenceEqual(proposed.Members)) changed.Add(NotYours("members"));
        if (!(before?.Facts.NotMembers ?? []).SequenceEqual(proposed.NotMembers ?? [])) changed.Add(NotYours("notMembers"));
        if (before?.Facts.Published != proposed.Published) changed.Add(NotYours("published"));
        return changed.Count > 0 ? Refused.With(403, changed) : null;
    }

    private static Problem NotYours(string field) =>
        new(field, null, "field-not-allowed", "Send it as it stands; an admin changes it.");
}
