using KpiGrid.Api.Hosting;

namespace KpiGrid.Api.Access;

/// <summary>Tells every request who is calling; a key that opens nothing goes no further.</summary>
internal sealed class Callers(RequestDelegate next)
{
    public async Task InvokeAsync(HttpContext context, Credentials credentials)
    {
        if (await credentials.Of(context.Request) is not { } caller)
        {
            await Unauthorized(context).ExecuteAsync(context);
            return;
        }
        context.Features.Set(caller);
        await next(context);
    }

    /// <summary>The same answer for a key unknown, wrong, revoked and expired.</summary>
    public static IResult Unauthorized(HttpContext context)
    {
        context.Response.Headers.WWWAuthenticate = "Bearer";
        return Refused.With(StatusCodes.Status401Unauthorized, new Problem("Authorization", null, "key-required",
            "Send a key that is in force: Authorization: Bearer kg_…"));
    }
}
