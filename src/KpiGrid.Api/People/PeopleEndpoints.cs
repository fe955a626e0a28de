using KpiGrid.Api.Access;
using KpiGrid.Api.Hosting;
using KpiGrid.Api.Registry;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace KpiGrid.Api.People;

/// <summary>Who actors are: the only answers in which a person's name stands. They can be erased.</summary>
internal static class PeopleEndpoints
{
    public static IEndpointRouteBuilder MapPeople(this IEndpointRouteBuilder routes)
    {
        var people = routes.MapGroup("/people").WithTags("People");
        people.MapPut("/{actor}", Put).AddEndpointFilter(new KnownQuery()).Needs(Verbs.Govern)
            .Takes<Person>().Produces<PersonAnswer>()
            .WithSummary("Keeps the name and e-mail address of an actor.");
        people.MapGet("/{actor}", Read).AddEndpointFilter(new KnownQuery()).AsksItself().Produces<PersonAnswer>()
            .WithSummary("Who an actor is; for an admin and for themself.");
        people.MapDelete("/{actor}", Erase).AddEndpointFilter(new KnownQuery()).AsksItself()
            .Produces(StatusCodes.Status204NoContent)
            .WithSummary("Erases name and e-mail address, for good; what the actor did stays. For an admin and for themself.");
        return routes;
    }

    private static async Task<IResult> Put(
        string actor, HttpContext context, IGrainFactory grains, IOptions<ApiOptions> limits)
    {
        if (!Person.IsActor(actor))
            return Refused.With(422, new Problem("actor", actor, "actor-unreadable", "Use [a-z0-9-]{1,64}."));
        var body = await RequestBody.JsonOf(context, limits.Value);
        if (body.Refusal is { } tooMuch) return tooMuch;
        var problems = new List<Problem>();
        if (FactsText.Unreadable(body.Bytes, limits.Value.JsonDepthMax, problems) is { } error)
            return Refused.With(400, [error]);
        var person = problems.Count == 0 ? FactsJson.Read<Person>(body.Bytes, problems) : null;
        if (person is null) return Refused.With(422, problems);
        var wrong = await Writes.Once(() =>
            grains.GetGrain<IPersonGrain>(actor).Put(person, Caller.Of(context).Author));
        return wrong.Count > 0 ? Refused.With(422, wrong) : Answer(actor, person, context);
    }

    private static async Task<IResult> Read(string actor, HttpContext context, IGrainFactory grains)
    {
        if (Refusal(actor, context) is { } refusal) return refusal;
        return Person.IsActor(actor) && await grains.GetGrain<IPersonGrain>(actor).Read() is { } person
            ? Answer(actor, person, context)
            : Unknown(actor);
    }

    private static async Task<IResult> Erase(string actor, HttpContext context, IGrainFactory grains)
    {
        if (Refusal(actor, context) is { } refusal) return refusal;
        return Person.IsActor(actor) && await Writes.Once(() =>
            grains.GetGrain<IPersonGrain>(actor).Erase(Caller.Of(context).Author))
            ? TypedResults.NoContent()
            : Unknown(actor);
    }

    /// <summary>Others get the same answer whether there is such a person or not.</summary>
    private static IResult? Refusal(string actor, HttpContext context)
    {
        var caller = Caller.Of(context);
        if (!caller.IsKnown) return Callers.Unauthorized(context);
        if (caller.Actor == actor) return null;
        return context.RequestServices.GetRequiredService<Rights>().Everywhere(caller).HasFlag(Verbs.Govern)
            ? null
            : Refused.With(403, new Problem("actor", actor, "not-allowed", "This is for an admin and for themself."));
    }

    private static JsonHttpResult<PersonAnswer> Answer(string actor, Person person, HttpContext context)
    {
        context.Response.Headers.CacheControl = "no-store";
        return TypedResults.Json(PersonAnswer.Of(actor, person), KpiGridJson.Options);
    }

    private static ProblemHttpResult Unknown(string actor) => Refused.With(404, new Problem(
        "actor", actor, "person-unknown", "Nothing is kept of this actor, or nothing any more."));
}
