using System.Text.Json;
using KpiGrid.Api.Access;
using KpiGrid.Api.Hosting;
using KpiGrid.Api.Questions;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace KpiGrid.Api.Registry;

/// <summary>Putting, reading and listing the nouns of the registry, alike for each.</summary>
internal static class NounEndpoints
{
    private static readonly TimeSpan SettledAfter = TimeSpan.FromSeconds(5);

    /// <summary>Maps PUT and the list; the noun itself is read where its own questions are known.</summary>
    public static RouteGroupBuilder MapNoun<TFacts>(this IEndpointRouteBuilder routes, string path, Noun<TFacts> noun)
        where TFacts : class
    {
        var group = routes.MapGroup(path);
        group.MapPut("/{id}", (string id, HttpContext context, IGrainFactory grains, IOptions<ApiOptions> options) =>
                Put(noun, id, context, grains, options.Value))
            .Puts(noun);
        return group.MapList(noun);
    }

    /// <summary>What every PUT of a noun says of itself.</summary>
    public static RouteHandlerBuilder Puts<TFacts>(this RouteHandlerBuilder route, Noun<TFacts> noun)
        where TFacts : class => route
            .AddEndpointFilter(new KnownQuery())
            .WithMetadata(noun.ToChange)
            .WithSummary($"Puts a {noun.Name}; with If-Match only on that head. A change needs a reason.")
            .Takes<TFacts>()
            .Answers<TFacts>()
            .Produces<TFacts>(StatusCodes.Status201Created);

    /// <summary>Maps the list of a noun.</summary>
    public static RouteGroupBuilder MapList<TFacts>(this RouteGroupBuilder group, Noun<TFacts> noun)
        where TFacts : class
    {
        group.MapGet("/", (
                HttpContext context, IGrainFactory grains, IOptions<ApiOptions> options, string? after = null,
                int? limit = null) => List(noun, context, grains, options.Value, after, limit))
            .AddEndpointFilter(new KnownQuery("after", "limit")).NeedsAKey()
            .WithSummary($"A page of every {noun.Name}, by id.");
        return group;
    }

    /// <summary>Maps GET of one noun, as of now or of an instant.</summary>
    public static RouteGroupBuilder MapRead<TFacts>(this RouteGroupBuilder group, Noun<TFacts> noun)
        where TFacts : class
    {
        group.MapGet("/{id}", (string id, HttpContext context, IGrainFactory grains, DateTimeOffset? asOf = null) =>
                Read(noun, id, asOf, context, grains, entry => entry))
            .Reads(noun);
        return group;
    }

    /// <summary>What every GET of a noun says of itself.</summary>
    public static RouteHandlerBuilder Reads<TFacts>(this RouteHandlerBuilder route, Noun<TFacts> noun)
        where TFacts : class => route
            .AddEndpointFilter(noun.HasPast ? new KnownQuery("asOf") : new KnownQuery())
            .WithMetadata(noun.ToRead)
            .WithSummary($"A {noun.Name} as it stands, or as it was known at an instant.")
            .Answers<TFacts>();

    /// <summary>Reads a noun and answers the part of it that was asked for; null is 404.</summary>
    public static async Task<IResult> Read<TFacts>(
        Noun<TFacts> noun, string id, DateTimeOffset? asOf, HttpContext context, IGrainFactory grains,
        Func<RegistryEntry, RegistryEntry?> part)
        where TFacts : class
    {
        if (asOf is { } instant && TooRecent(instant, context) is { } refusal) return refusal;
        var whole = noun.IsId(id) ? await noun.Read(grains, id, asOf) : null;
        if (whole is null || part(whole) is not { } entry) return Refused.With(404, noun.Unknown(id));
        context.Response.Headers.ETag = IfMatch.Tag(entry.Head);
        return Json(NounJson.Noun(id, entry));
    }

    /// <summary>A record that is being committed could still come to lie before a recent instant.</summary>
    private static ProblemHttpResult? TooRecent(DateTimeOffset asOf, HttpContext context)
    {
        var time = context.RequestServices.GetRequiredKeyedService<TimeProvider>(KpiTime.Key);
        return asOf <= time.GetUtcNow() - SettledAfter
            ? null
            : Refused.With(422, new Problem("asOf", $"{asOf:O}", "as-of-too-recent",
                "Ask for an instant at least 5 seconds ago, or leave it out."));
    }

    public static async Task<IResult> Put<TFacts>(
        Noun<TFacts> noun, string id, HttpContext context, IGrainFactory grains, ApiOptions limits)
        where TFacts : class
    {
        if (!noun.IsId(id))
            return Refused.With(422, new Problem("id", id, "id-unreadable", $"Use {noun.IdForm}."));
        var expected = IfMatch.Of(context.Request, out var refusal);
        if (refusal is not null) return refusal;
        var body = await RequestBody.JsonOf(context, limits);
        if (body.Refusal is { } tooMuch) return tooMuch;
        var sent = FactsBody<TFacts>.Read(body.Bytes, noun, limits);
        if (sent.Unreadable is { } error) return Refused.With(400, [error]);
        if (sent.Problems.Count > 0) return Refused.With(422, sent.Problems);
        if (await noun.MayNotPut(context, id, sent.Facts!) is { } forbidden) return forbidden;
        var change = new RegistryChange
        {
            Facts = JsonSerializer.SerializeToUtf8Bytes(sent.Facts, KpiGridJson.Options),
            Author = Caller.Of(context).Author,
            Reason = sent.Reason,
            IfMatch = expected,
        };
        var answer = await Writes.Once(() => noun.Put(grains, id, change));
        context.RequestServices.GetRequiredService<KnownNouns>().Forget($"{noun.Name}/{id}");
        return Answer(id, answer, context);
    }

    private static IResult Answer(string id, RegistryAnswer answer, HttpContext context)
    {
        if (answer.Entry is not { } entry) return Refused.With(answer.Status, answer.Problems);
        context.Response.Headers.ETag = IfMatch.Tag(entry.Head);
        var first = entry.Head == 1 && !answer.Repeated;
        return Json(NounJson.Noun(id, entry, answer.Repeated), first ? 201 : 200);
    }

    private static async Task<IResult> List<TFacts>(
        Noun<TFacts> noun, HttpContext context, IGrainFactory grains, ApiOptions limits, string? after, int? limit)
        where TFacts : class
    {
        var size = limit ?? Math.Min(limits.PageSize, limits.PageSizeMax);
        if (size < 1 || size > limits.PageSizeMax)
            return Refused.With(422, new Problem(
                "limit", $"{size}", "limit-out-of-range", $"Ask for 1 to {limits.PageSizeMax}."));
        var list = grains.GetGrain<IRegistryListGrain>(0);
        return Json(noun.Shown is { } shown
            ? await NounPages.Shown(list, noun.Name, after, size, ids => shown(context, ids), context.RequestAborted)
            : NounJson.Page(await list.List(noun.Name, after, size)));
    }

    private static JsonBytes Json(byte[] json, int status = StatusCodes.Status200OK) => new JsonBytes(json, status);
}
