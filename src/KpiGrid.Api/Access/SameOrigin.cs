namespace KpiGrid.Api.Access;

/// <summary>
/// Whether a write that comes with a cookie was made by a page of this server. Browsers set both headers themselves and let no
/// page change them, so no token has to be kept for scripts; without them a cookie writes nothing.
/// </summary>
internal static class SameOrigin
{
    public const string FetchSite = "Sec-Fetch-Site";

    public static bool IsForeignWrite(Caller caller, HttpRequest request) =>
        caller.ByCookie && !IsSafe(request.Method) && !IsOwn(request);

    private static bool IsSafe(string method) =>
        HttpMethods.IsGet(method) || HttpMethods.IsHead(method) || HttpMethods.IsOptions(method);

    private static bool IsOwn(HttpRequest request) =>
        request.Headers[FetchSite] == "same-origin"
        && Uri.TryCreate(request.Headers.Origin, UriKind.Absolute, out var origin)
        && origin.Authority.Equals(Authority(request), StringComparison.OrdinalIgnoreCase);

    /// <summary>As an origin writes it: without the scheme's own port.</summary>
    private static string? Authority(HttpRequest request) =>
        Uri.TryCreate($"{request.Scheme}://{request.Host.ToUriComponent()}", UriKind.Absolute, out var own) ? own.Authority : null;
}
