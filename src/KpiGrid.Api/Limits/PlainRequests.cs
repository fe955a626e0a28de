using KpiGrid.Api.Hosting;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Extensions.Options;

namespace KpiGrid.Api.Limits;

/// <summary>Refuses requests that would cost more to read than they say: packed bodies and endless queries.</summary>
internal sealed class PlainRequests(RequestDelegate next, IOptions<LimitsOptions> options)
{
    public Task InvokeAsync(HttpContext context) =>
        Refusal(context.Request) is { } refusal ? refusal.ExecuteAsync(context) : next(context);

    private ProblemHttpResult? Refusal(HttpRequest request)
    {
        var (encoding, most) = (request.Headers.ContentEncoding.ToString(), options.Value.QueryCharactersMax);
        if (encoding.Length > 0 && !encoding.Equals("identity", StringComparison.OrdinalIgnoreCase))
            return Refused.With(StatusCodes.Status415UnsupportedMediaType, new Problem("Content-Encoding", encoding,
                "content-encoding-refused", "Send the body as it is, in several requests where it is large."));
        return request.QueryString.Value is { } query && query.Length - 1 > most
            ? Refused.With(StatusCodes.Status414UriTooLong, new Problem("query", null, "query-too-long",
                $"Ask with a query of at most {most} characters, in several questions."))
            : null;
    }
}
