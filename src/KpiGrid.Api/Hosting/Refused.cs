using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;

namespace KpiGrid.Api.Hosting;

/// <summary>Every answer that is an error: a problem document with <c>errors</c>.</summary>
internal static class Refused
{
    public const string ErrorsMember = "errors";

    /// <summary>Refusals of items; the lowest index decides the status.</summary>
    public static ProblemHttpResult Items(
        IEnumerable<Refusal> refusals, int listedMax, Func<Refusal, ErrorItem> error)
    {
        var listed = refusals.OrderBy(refusal => refusal.Index).Take(listedMax).ToArray();
        return With(listed[0].Status, [.. listed.Select(error)]);
    }

    /// <summary>One or more problems that concern the request as a whole.</summary>
    public static ProblemHttpResult With(int status, params IReadOnlyList<Problem> problems) =>
        With(status, [.. problems.Select(problem => ErrorItem.Of(problem))]);

    public static ProblemHttpResult With(int status, IReadOnlyList<ErrorItem> errors) =>
        TypedResults.Problem(new ProblemDetails
        {
            Status = status,
            Detail = errors.Count > 0 ? errors[0].Remedy : null,
            Extensions = { [ErrorsMember] = errors },
        });
}
