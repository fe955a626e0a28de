using KpiGrid.Api.Hosting;
using KpiGrid.Api.Questions;
using Microsoft.AspNetCore.Http.HttpResults;

namespace KpiGrid.Api.Access;

/// <summary>Lets a request through to its endpoint, or answers why not. The one place that does, for every route.</summary>
internal sealed class Gate(Rights rights, PlaceFinder places) : IEndpointFilter
{
    public async ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var http = context.HttpContext;
        var need = http.GetEndpoint()?.Metadata.GetMetadata<Need>()
            ?? throw new InvalidOperationException($"{http.GetEndpoint()} does not say what it needs of its caller");
        if (SameOrigin.IsForeignWrite(Caller.Of(http), http.Request)) return ForeignWrite(http);
        return await Refusal(http, need) is { } refusal ? refusal : await next(context);
    }

    /// <summary>Why a caller may not do this at a place or pilot; null when they may.</summary>
    public async ValueTask<IResult?> Refusal(HttpContext http, Verbs verb, PlaceRef node)
    {
        http.Features.Set(node);
        var caller = Caller.Of(http);
        var allowed = node.IsReadable ? await rights.At(caller, node) : rights.Everywhere(caller);
        if ((allowed & verb) != 0) return null;
        if (!caller.IsKnown) return Callers.Unauthorized(http);
        if (!await IsSeen(node, allowed)) return NotFound(node);
        return Refused.With(403, new Problem(node.Noun, node.Id, "not-allowed", Remedy(verb)));
    }

    private async ValueTask<IResult?> Refusal(HttpContext http, Need need)
    {
        if (need.Anybody) return null;
        // Who writes is known before a body is read, though what they may write depends on it.
        if (need.AskedByHandler)
            return need.Verb == Verbs.None || Caller.Of(http).IsKnown ? null : Callers.Unauthorized(http);
        return need.Kind is { } kind
            ? await Refusal(http, need.Verb, new(kind, http.GetRouteValue(need.Route)?.ToString() ?? ""))
            : Refusal(http, need.Verb);
    }

    /// <summary>Why a caller may not do what lies at no place; null when they may.</summary>
    public IResult? Refusal(HttpContext http, Verbs verb)
    {
        var caller = Caller.Of(http);
        if (!caller.IsKnown) return Callers.Unauthorized(http);
        return verb == Verbs.None || (rights.Everywhere(caller) & verb) != 0
            ? null
            : Refused.With(403, new Problem("Authorization", null, "not-allowed", Remedy(verb)));
    }

    /// <summary>That there is a pilot is told to those who may read something of it; places are known to all.</summary>
    private async ValueTask<bool> IsSeen(PlaceRef node, Verbs allowed) =>
        allowed != Verbs.None
        || (node.Kind != PlaceKind.Pilot && await places.Places([node], null, new()) is not null);

    private static ProblemHttpResult NotFound(PlaceRef node) => Refused.With(404, new Problem(
        node.Noun, node.Id, $"{node.Noun}-unknown", $"There is no such {node.Noun} that this key may see."));

    private static ProblemHttpResult ForeignWrite(HttpContext http) => Refused.With(403, new Problem(
        SameOrigin.FetchSite, http.Request.Headers[SameOrigin.FetchSite], "foreign-write",
        "A session writes only from a page of this server; a program sends a key."));

    private static string Remedy(Verbs verb) => verb switch
    {
        Verbs.Total => "This key may not read it; ask a coordinator of a region it lies in.",
        Verbs.Parts => "This key reads its total only.",
        Verbs.Push or Verbs.PushOnBehalf or (Verbs.Push | Verbs.PushOnBehalf) =>
            "This key may not report here; ask for a key of its lead.",
        Verbs.Submit => "This key may not submit it: its lead does.",
        Verbs.Approve => "This key may not: a coordinator of a region that all participants lie in does.",
        Verbs.Confirm => "This key may not confirm it: a coordinator of a region that the municipality lies in does.",
        Verbs.Change or Verbs.Allot => "This key may not change it; ask a coordinator.",
        _ => "It takes a key of another role; ask an admin.",
    };
}
