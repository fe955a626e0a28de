using System.Text.Json;
using KpiGrid.Api.Access;
using KpiGrid.Api.Hosting;
using KpiGrid.Api.Questions;
using KpiGrid.Api.Registry;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace KpiGrid.Api.Keys;

/// <summary>Keys: made once and shown once, listed without secrets, taken back.</summary>
internal static class KeyEndpoints
{
    public static IEndpointRouteBuilder MapKeys(this IEndpointRouteBuilder routes)
    {
        var keys = routes.MapGroup("/keys").WithTags("Keys").Needs(Verbs.Govern);
        keys.MapPost("/", Make).AddEndpointFilter(new KnownQuery()).Takes<KeyOrder>()
            .Produces<KeyAnswer>(StatusCodes.Status201Created)
            .WithSummary("Makes a key or a sign-in link; the answer is the only place that ever shows it.");
        keys.MapGet("/", List).AddEndpointFilter(new KnownQuery("after", "limit")).Produces<KeyPage>()
            .WithSummary("A page of keys, without their secrets.");
        keys.MapGet("/{id}", Read).AddEndpointFilter(new KnownQuery()).Produces<KeyAnswer>()
            .WithSummary("One key, without its secret.");
        keys.MapDelete("/{id}", Revoke).AddEndpointFilter(new KnownQuery("reason")).Produces<KeyAnswer>()
            .WithSummary("Takes a key back: it opens nothing any more, everywhere within 5 seconds.");
        return routes;
    }

    private static async Task<IResult> Make(
        HttpContext context, IGrainFactory grains, IOptions<ApiOptions> limits,
        [FromKeyedServices(KpiTime.Key)] TimeProvider time)
    {
        var body = await RequestBody.JsonOf(context, limits.Value);
        if (body.Refusal is { } tooMuch) return tooMuch;
        var problems = new List<Problem>();
        if (FactsText.Unreadable(body.Bytes, limits.Value.JsonDepthMax, problems) is { } error)
            return Refused.With(400, [error]);
        var order = problems.Count == 0 ? FactsJson.Read<KeyOrder>(body.Bytes, problems) : null;
        if (order is null) return Refused.With(422, problems);
        var key = KeyText.New();
        var facts = order.Facts(key, time.GetUtcNow(), problems);
        if (problems.Count > 0) return Refused.With(422, problems);
        var answer = await Keeping.Put(grains, key.Id, facts, Caller.Of(context).Author, "made", ifMatch: 0);
        return answer.Entry is { } entry
            ? TypedResults.Json(KeyAnswer.Of(key.Id, entry) with { Key = key.Shown() }, KpiGridJson.Options, statusCode: 201)
            : Refused.With(answer.Status, answer.Problems);
    }

    private static async Task<IResult> List(
        IGrainFactory grains, IOptions<ApiOptions> limits, string? after = null, string? limit = null)
    {
        var errors = new QuestionErrors();
        var size = QuestionText.Limit(limit, limits.Value.PageSize, limits.Value.PageSizeMax, errors);
        if (errors.Any) return errors.Answer();
        var page = await grains.GetGrain<IRegistryListGrain>(0).List("key", after, size);
        return TypedResults.Json(
            new KeyPage([.. page.Items.Select(item => KeyAnswer.Of(item.Id, item.Entry))], page.Next), KpiGridJson.Options);
    }

    private static async Task<IResult> Read(string id, IGrainFactory grains) =>
        await Keeping.Read(grains, id) is { } entry
            ? TypedResults.Json(KeyAnswer.Of(id, entry), KpiGridJson.Options)
            : Unknown(id);

    private static async Task<IResult> Revoke(
        string id, HttpContext context, IGrainFactory grains, KnownNouns nouns, string? reason = null)
    {
        if (await Keeping.Read(grains, id) is not { } entry) return Unknown(id);
        var answer = await Keeping.Revoke(grains, id, entry, Caller.Of(context).Author, reason ?? "revoked");
        nouns.Forget($"key/{id}");
        return answer.Entry is { } revoked
            ? TypedResults.Json(KeyAnswer.Of(id, revoked), KpiGridJson.Options)
            : Refused.With(answer.Status, answer.Problems);
    }

    private static ProblemHttpResult Unknown(string id) =>
        Refused.With(404, new Problem("id", id, "key-unknown", "GET /v1/keys lists those there are."));
}
