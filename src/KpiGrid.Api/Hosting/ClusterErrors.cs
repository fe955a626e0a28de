using System.Globalization;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Orleans.Runtime;

namespace KpiGrid.Api.Hosting;

/// <summary>Turns what the cluster and the server throw into problem documents; the one place that does.</summary>
internal sealed class ClusterErrors(
    IOptions<ApiOptions> options, IHostApplicationLifetime lifetime, ILogger<ClusterErrors> log) : IExceptionHandler
{
    public async ValueTask<bool> TryHandleAsync(
        HttpContext httpContext, Exception exception, CancellationToken cancellationToken)
    {
        if (Answer(httpContext, exception) is not { } answer) return false;
        await answer.ExecuteAsync(httpContext);
        return true;
    }

    private ProblemHttpResult? Answer(HttpContext context, Exception exception) => exception switch
    {
        BadHttpRequestException bad => Refused.With(bad.StatusCode, Unreadable(bad)),
        RecordRefusedException => Refused.With(422, new Problem("body", null, "record-refused", exception.Message)),
        JournalFullException full => Later(context, 507, full, full.RetryAfter, "storage-full"),
        JournalBusyException busy => Later(context, 503, busy, busy.RetryAfter, "storage-busy"),
        JournalUnavailableException down => Later(context, 503, down, down.RetryAfter, "storage-unavailable"),
        JournalDamagedException damaged =>
            Later(context, 503, damaged, options.Value.RetryAfterDamage, "storage-damaged", damaged.Message),
        TimeoutException or OrleansException =>
            Later(context, 503, exception, options.Value.RetryAfter, "cluster-unavailable"),
        OperationCanceledException or ObjectDisposedException when lifetime.ApplicationStopping.IsCancellationRequested =>
            Later(context, 503, exception, options.Value.RetryAfter, "stopping"),
        OperationCanceledException when context.RequestAborted.IsCancellationRequested =>
            Refused.With(499, new Problem("", null, "caller-gone", "Nobody is there to read this.")),
        // Nobody here cancelled: a grain could not be activated in time, such as while all silos come back at once.
        OperationCanceledException => Later(context, 503, exception, options.Value.RetryAfter, "cluster-unavailable"),
        _ => null,
    };

    private ProblemHttpResult Later(
        HttpContext context, int status, Exception exception, TimeSpan after, string code, string? remedy = null)
    {
        var request = context.Request;
        log.LogWarning(Trouble.Untold(exception), "{Method} {Path} answers {Status}: {Why}",
            request.Method, request.Path, status, exception.Message);
        var seconds = Math.Max(1, (int)Math.Ceiling(after.TotalSeconds)).ToString(CultureInfo.InvariantCulture);
        context.Response.Headers.RetryAfter = seconds;
        remedy ??= $"Try again in {seconds} s with the same ids.";
        return Refused.With(status, new Problem("", null, code, remedy));
    }

    /// <summary>A parameter that could not be bound is named in quotes in the message, with what was sent.</summary>
    private static Problem Unreadable(BadHttpRequestException exception)
    {
        if (exception.StatusCode == 413)
            return new("body", null, "body-too-large", "Send it in several requests.");
        var quoted = exception.Message.Split('"');
        return quoted.Length >= 5
            ? new(quoted[1].Split(' ')[^1], quoted[3], "parameter-unreadable", "See /openapi/v1.json.")
            : new("request", null, "request-unreadable", exception.Message);
    }
}
