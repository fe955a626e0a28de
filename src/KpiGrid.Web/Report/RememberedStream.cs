using KpiGrid.Web.Streams;

namespace KpiGrid.Web.Report;

/// <summary>Keeps in the browser what was reported last, so that the next report begins there.</summary>
internal static class RememberedStream
{
    private const string Cookie = "kpigrid-report";
    private const int DaysKept = 180;

    public static void Keep(HttpContext context, KpiStreamId stream) =>
        context.Response.Cookies.Append(Cookie, stream.ToString(), new()
        {
            HttpOnly = true, SameSite = SameSiteMode.Strict, Secure = context.Request.IsHttps, Path = "/",
            MaxAge = TimeSpan.FromDays(DaysKept), IsEssential = true,
        });

    public static KpiStreamId? Of(HttpContext context) =>
        context.Request.Cookies[Cookie] is { } text && StreamAddress.TryRead(text, out var stream) ? stream : null;
}
