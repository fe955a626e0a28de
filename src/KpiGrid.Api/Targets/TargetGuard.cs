using KpiGrid.Api.Access;
using KpiGrid.Api.Hosting;
using KpiGrid.Api.Questions;
using Microsoft.Extensions.DependencyInjection;

namespace KpiGrid.Api.Targets;

/// <summary>
/// Who sets and reads targets. Who may read a total may read what is wanted of it; a coordinator sets it, also that of a
/// pilot, which is not its lead's to say.
/// </summary>
internal static class TargetGuard
{
    public static Verbs ToSet(PlaceKind kind) => kind == PlaceKind.Pilot ? Verbs.Allot : Verbs.Change;

    public static async ValueTask<IResult?> MayNotPut(HttpContext context, string id, TargetFacts proposed)
    {
        var node = NodeOf(id)!;
        if (await Gate(context).Refusal(context, ToSet(node.Kind), node) is { } refusal) return refusal;
        var errors = new QuestionErrors();
        await context.RequestServices.GetRequiredService<PlaceFinder>().Places([node], null, errors);
        return errors.Any ? errors.Answer() : null;
    }

    public static async ValueTask<IResult?> MayNotRead(HttpContext context, string id) => NodeOf(id) is { } node
        ? await Gate(context).Refusal(context, Verbs.Total, node)
        : Gate(context).Refusal(context, Verbs.None) ?? Refused.With(404, TargetEndpoints.Target.Unknown(id));

    public static async Task<HashSet<string>> Shown(HttpContext context, IEnumerable<string> ids)
    {
        var (sight, caller) = (context.RequestServices.GetRequiredService<Sight>(), Caller.Of(context));
        var shown = new HashSet<string>(StringComparer.Ordinal);
        foreach (var id in ids)
            if (NodeOf(id) is { } node && await sight.Sees(caller, Verbs.Total, node)) shown.Add(id);
        return shown;
    }

    private static PlaceRef? NodeOf(string id) =>
        TargetId.Read(id) is { } target && PlaceRef.TryParseNode(target.Node, out var node) ? node : null;

    private static Gate Gate(HttpContext context) => context.RequestServices.GetRequiredService<Gate>();
}
