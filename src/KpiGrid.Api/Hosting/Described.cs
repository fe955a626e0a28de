namespace KpiGrid.Api.Hosting;

/// <summary>What the API's description says of bodies that handlers read and write themselves.</summary>
internal static class Described
{
    /// <summary>A body of this shape, in JSON or in one of some forms.</summary>
    public static RouteHandlerBuilder Takes<T>(this RouteHandlerBuilder route, params RequestForm[] forms)
        where T : notnull => route.WithMetadata(new TakenBody(typeof(T), forms is [] ? [RequestForm.Json] : forms));

    /// <summary>This answer, and the errors every route has.</summary>
    public static RouteHandlerBuilder Answers<T>(this RouteHandlerBuilder route) =>
        route.Produces<T>().ProducesProblem(StatusCodes.Status404NotFound).WithMetadata(new AnsweredNoun());
}

/// <summary>The answer has what is known of a noun's record before its facts.</summary>
internal sealed record AnsweredNoun;

/// <summary>The shape of a body, for the description alone.</summary>
internal sealed record TakenBody(Type Type, IReadOnlyList<RequestForm> Forms);
