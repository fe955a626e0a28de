using System.Globalization;
using KpiGrid.Api.Hosting;

namespace KpiGrid.Api.Limits;

/// <summary>The answer to whoever asks for more than the limits allow.</summary>
internal static class TooMany
{
    private static readonly TimeSpan shortly = TimeSpan.FromSeconds(1);

    public static Task Requests(HttpContext context, TimeSpan after) => Answer(context, after,
        "too-many-requests", "This key asks for more than section Limits allows: send more measurements in one request.");

    public static Task AtOnce(HttpContext context) => Answer(context, shortly, "too-many-at-once",
        "This key has too many requests or live streams under way: wait for the answers before you send more.");

    public static Task WithoutKey(HttpContext context, TimeSpan after) => Answer(context, after,
        "too-many-without-key", "Too much comes from this address without a key in force: send one.");

    private static Task Answer(HttpContext context, TimeSpan after, string code, string remedy)
    {
        var seconds = Math.Max(1, (long)Math.Ceiling(after.TotalSeconds)).ToString(CultureInfo.InvariantCulture);
        context.Response.Headers.RetryAfter = seconds;
        return Refused.With(StatusCodes.Status429TooManyRequests,
            new Problem("", null, code, $"{remedy} Try again in {seconds} s.")).ExecuteAsync(context);
    }
}
