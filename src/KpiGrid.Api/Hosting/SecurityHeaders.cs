namespace KpiGrid.Api.Hosting;

/// <summary>The headers that keep a browser from doing more with an answer than it is for; on every answer.</summary>
internal sealed class SecurityHeaders(RequestDelegate next)
{
    // Own styles, one own script module, own server-sent events, images and fonts: nothing foreign, and nothing inline but
    // the style sheet that a page is known to carry.
    private const string OwnContentOnly =
        "default-src 'none'; script-src 'self'; img-src 'self' data:; font-src 'self' data:; "
        + "connect-src 'self'; base-uri 'none'; form-action 'self'; style-src 'self'";

    private const string Nobody = "'none'";

    private const string OneYear = "max-age=31536000";
    private static readonly PathString api = "/v1";
    private static readonly PathString keys = "/v1/keys";

    public Task InvokeAsync(HttpContext context)
    {
        // At the last moment: an error handler clears what stood there before.
        context.Response.OnStarting(static state => Write((HttpContext)state), context);
        return next(context);
    }

    private static Task Write(HttpContext context)
    {
        var headers = context.Response.Headers;
        headers.ContentSecurityPolicy = OwnContentOnly
            + (context.Features.Get<StyledBy>() is { } styled ? $" '{styled.Hash}'" : "")
            + "; frame-ancestors " + (context.Features.Get<FramedBy>() is { } framed ? string.Join(' ', framed.Origins) : Nobody);
        headers.XContentTypeOptions = "nosniff";
        headers["Referrer-Policy"] = "no-referrer";
        headers["Cross-Origin-Opener-Policy"] = "same-origin";
        headers["Cross-Origin-Embedder-Policy"] = "require-corp";
        headers["Cross-Origin-Resource-Policy"] = "same-origin";
        headers["Permissions-Policy"] = "camera=(), geolocation=(), microphone=()";
        if (context.Request.IsHttps) headers.StrictTransportSecurity = OneYear;
        if (CarriesKeys(context)) headers.CacheControl = "no-store";
        else if (context.Request.Path.StartsWithSegments(api) && headers.CacheControl.Count == 0)
            headers.CacheControl = "private, no-cache";
        return Task.CompletedTask;
    }

    private static bool CarriesKeys(HttpContext context) =>
        context.Response.Headers.SetCookie.Count > 0 || context.Request.Path.StartsWithSegments(keys);
}
