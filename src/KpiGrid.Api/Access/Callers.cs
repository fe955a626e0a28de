using KpiGrid.Api.Hosting;
using KpiGrid.Api.Limits;

namespace KpiGrid.Api.Access;

/// <summary>Tells every request who is calling; a key that opens nothing goes no further.</summary>
internal sealed class Callers(RequestDelegate next)
{
    public async Task InvokeAsync(HttpContext context, Credentials credentials, Strangers strangers)
    {
        // A key this process has not seen is counted before the store is asked about it: asking is what costs.
        var isCounted = !credentials.AreKnownHere(context.Request);
        var wait = isCounted ? strangers.Wait(context) : null;
        var caller = wait is null ? await credentials.Of(context.Request) : null;
        if (!isCounted && caller is not { IsKnown: true }) wait = strangers.Wait(context);
        if (wait is { } after) await TooMany.WithoutKey(context, after);
        else if (caller is null) await Unauthorized(context).ExecuteAsync(context);
        else
        {
            context.Features.Set(caller);
            await next(context);
        }
    }

    /// <summary>The same answer for a key unknown, wrong, revoked and expired.</summary>
    public static IResult Unauthorized(HttpContext context)
    {
        context.Response.Headers.WWWAuthenticate = "Bearer";
        return Refused.With(StatusCodes.Status401Unauthorized, new Problem("Authorization", null, "key-required",
            "Send a key that is in force: Authorization: Bearer kg_…"));
    }
}
