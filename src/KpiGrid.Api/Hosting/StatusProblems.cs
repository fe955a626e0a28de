using Microsoft.AspNetCore.Mvc;

namespace KpiGrid.Api.Hosting;

/// <summary>The error entry of answers that no endpoint wrote, such as an unknown route.</summary>
internal static class StatusProblems
{
    /// <summary>Gives a problem document its <c>errors</c> where it has none.</summary>
    public static void Complete(ProblemDetailsContext context)
    {
        var document = context.ProblemDetails;
        if (document.Extensions.ContainsKey(Refused.ErrorsMember)) return;
        var status = document.Status ?? context.HttpContext.Response.StatusCode;
        document.Extensions[Refused.ErrorsMember] = new[] { ErrorItem.Of(Of(status, context.HttpContext.Request)) };
    }

    private static Problem Of(int status, HttpRequest request) => status switch
    {
        404 => new("path", request.Path, "route-unknown", "See /openapi/v1.json for the routes there are."),
        405 => new("method", request.Method, "method-not-allowed", "Use one of the methods of the Allow header."),
        413 => new("body", null, "body-too-large", "Send it in several requests."),
        415 => new("Content-Type", request.ContentType, "content-type-unknown", "Send application/json in UTF-8."),
        >= 500 => new("", null, "internal-error", "Nothing is known about why; it has been logged. Try again."),
        _ => new("request", null, "request-unreadable", "See /openapi/v1.json for what the route takes."),
    };
}
