using System.Diagnostics.Metrics;
using KpiGrid.Api.Questions;
using Microsoft.Extensions.Logging;

namespace KpiGrid.Api.Access;

/// <summary>Counts and notes every request that was refused for who sent it: 401 and 403.</summary>
internal sealed class Denials(RequestDelegate next, IMeterFactory meters, ILogger<Denials> log)
{
    public const string MeterName = "KpiGrid.Access";
    private const int TextLengthMax = 200;

    private readonly Counter<long> denied = meters.Create(MeterName).CreateCounter<long>(
        "kpigrid.access.denied", description: "Requests refused for who sent them, by status");

    public async Task InvokeAsync(HttpContext context)
    {
        await next(context);
        var status = context.Response.StatusCode;
        if (status is not (StatusCodes.Status401Unauthorized or StatusCodes.Status403Forbidden)) return;
        denied.Add(1, new KeyValuePair<string, object?>("status", status));
        log.LogInformation("{Method} {Path} answers {Status} to key {Key} at node {Node}",
            Escaped(context.Request.Method), Escaped(Shown(context.Request.Path)), status, Key(context),
            Escaped(context.Features.Get<PlaceRef>()?.ToString()));
    }

    /// <summary>The address, but for what opens a session in that of a sign-in link.</summary>
    private static string? Shown(PathString path) => path.StartsWithSegments("/sign-in") ? "/sign-in" : path.Value;

    /// <summary>The id of the key that was sent, whether it opens anything or not; of what is no key, nothing.</summary>
    private static string Key(HttpContext context) =>
        context.Features.Get<Caller>() is { IsKnown: true } caller ? caller.Key
        : KeyText.Read(context.Request.Headers.Authorization.ToString().Split(' ')[^1]) is { } key ? key.Id
        : "-";

    // What a stranger sent may not begin a line of the log, nor fill it.
    private static string Escaped(string? sent)
    {
        var text = Uri.EscapeDataString(sent ?? "-").Replace("%2F", "/", StringComparison.Ordinal);
        return text.Length > TextLengthMax ? text[..TextLengthMax] + "…" : text;
    }
}
