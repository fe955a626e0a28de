using System.Globalization;
using System.IO.Pipelines;
using System.Text;
using Microsoft.AspNetCore.Http.Features;

namespace KpiGrid.Api.Live;

/// <summary>Writes a viewer's events to its connection, until it leaves or the server stops.</summary>
/// <param name="place">Given back at the end.</param>
/// <param name="nextEvent">Waits for the next event.</param>
/// <param name="options">The rhythm.</param>
/// <param name="time">Measures it.</param>
/// <param name="rightLost">Comes back when the viewer may watch no more.</param>
/// <param name="stopping">The server stops.</param>
internal sealed class LiveStream(
    IDisposable place, Func<CancellationToken, Task<ReadOnlyMemory<byte>>> nextEvent, LiveOptions options, TimeProvider time,
    Func<CancellationToken, Task> rightLost, CancellationToken stopping) : IResult
{
    public const string ContentType = "text/event-stream";
    private const int SliceBytes = 16 * 1_024;
    private static readonly byte[] heartbeat = [.. ":\n\n"u8];
    private bool isWriting;

    public async Task ExecuteAsync(HttpContext httpContext)
    {
        using var seat = place;
        using var end = CancellationTokenSource.CreateLinkedTokenSource(httpContext.RequestAborted, stopping);
        var response = httpContext.Response;
        response.ContentType = ContentType;
        response.Headers.CacheControl = "no-cache,no-store";
        response.Headers["X-Accel-Buffering"] = "no";
        httpContext.Features.Get<IHttpResponseBodyFeature>()?.DisableBuffering();
        var ended = EndWithRight(end);
        try
        {
            await WriteAll(response.BodyWriter, end.Token);
        }
        catch (OperationCanceledException) when (end.IsCancellationRequested)
        {
            // Who does not read would hold the server until its patience ends; everybody else is told the end.
            if (isWriting) httpContext.Abort();
        }
        finally
        {
            await end.CancelAsync();
            await ended;
        }
    }

    private async Task EndWithRight(CancellationTokenSource end)
    {
        try
        {
            await rightLost(end.Token);
            await end.CancelAsync();
        }
        catch (OperationCanceledException)
        {
            // The stream ended first.
        }
    }

    private async Task WriteAll(PipeWriter body, CancellationToken cancellationToken)
    {
        var milliseconds = (int)options.ReconnectAfter.TotalMilliseconds;
        var start = string.Create(CultureInfo.InvariantCulture, $"retry: {milliseconds}\n\n");
        var goesOn = await Write(body, Encoding.UTF8.GetBytes(start), cancellationToken);
        var next = nextEvent(cancellationToken);
        while (goesOn)
        {
            if (await IsQuiet(next, cancellationToken))
            {
                goesOn = await Write(body, heartbeat, cancellationToken);
                continue;
            }
            goesOn = await Write(body, await next, cancellationToken);
            next = nextEvent(cancellationToken);
        }
    }

    private async Task<bool> IsQuiet(Task next, CancellationToken cancellationToken)
    {
        try
        {
            await next.WaitAsync(options.HeartbeatEvery, time, cancellationToken);
            return false;
        }
        catch (TimeoutException)
        {
            return true;
        }
    }

    /// <summary>In slices: who does not read costs a connection's buffer, not a whole snapshot.</summary>
    private async Task<bool> Write(PipeWriter body, ReadOnlyMemory<byte> text, CancellationToken cancellationToken)
    {
        isWriting = true;
        for (; !text.IsEmpty; text = text[Math.Min(SliceBytes, text.Length)..])
        {
            var written = await body.WriteAsync(text[..Math.Min(SliceBytes, text.Length)], cancellationToken);
            if (written.IsCompleted) return false;
        }
        isWriting = false;
        return true;
    }
}
