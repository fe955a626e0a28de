using System.Collections.Concurrent;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace KpiGrid.Tests.Http;

/// <summary>A server that takes measurements by id, and can fail before or after it has taken them.</summary>
internal sealed class FailingServer : IAsyncDisposable
{
    private readonly WebApplication app;
    private readonly ConcurrentQueue<Func<HttpContext, Task>> failures = new();
    private readonly ConcurrentDictionary<(string, string), byte> taken = new();
    private readonly ConcurrentDictionary<string, byte> busy = new();
    private int requests;
    private int atOnce;

    private FailingServer(WebApplication app) => this.app = app;

    public int Taken => taken.Count;

    public int Requests => requests;

    /// <summary>The most pilots that were being answered at the same time.</summary>
    public int AtOnceMax { get; private set; }

    /// <summary>Whether one pilot ever had two requests under way.</summary>
    public bool OverlappedAPilot { get; private set; }

    /// <summary>Ids that are refused, with the rest of their request.</summary>
    public HashSet<string> Refused { get; } = [];

    public static async Task<FailingServer> Start()
    {
        var builder = WebApplication.CreateEmptyBuilder(new());
        builder.WebHost.UseKestrelCore().UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        var server = new FailingServer(builder.Build());
        server.app.Run(server.Answer);
        await server.app.StartAsync();
        return server;
    }

    public HttpClient Client() => new() { BaseAddress = new(app.Urls.First()) };

    /// <summary>The next request is not taken and answered like this.</summary>
    public void Fail(int status, string? retryAfter = null) => failures.Enqueue(context =>
    {
        context.Response.StatusCode = status;
        if (retryAfter is not null) context.Response.Headers.RetryAfter = retryAfter;
        return Task.CompletedTask;
    });

    /// <summary>The next request is taken, and the connection is cut before the answer.</summary>
    public void CutAfterTaking() => failures.Enqueue(async context =>
    {
        await Take(context);
        context.Abort();
    });

    public async ValueTask DisposeAsync() => await app.DisposeAsync();

    private async Task Answer(HttpContext context)
    {
        Interlocked.Increment(ref requests);
        if (failures.TryDequeue(out var fail))
        {
            await fail(context);
            return;
        }
        var pilot = context.Request.Path.Value!;
        OverlappedAPilot |= !busy.TryAdd(pilot, 0);
        AtOnceMax = Math.Max(AtOnceMax, Interlocked.Increment(ref atOnce));
        await Take(context);
        Interlocked.Decrement(ref atOnce);
        busy.TryRemove(pilot, out _);
    }

    private async Task Take(HttpContext context)
    {
        using var body = await JsonDocument.ParseAsync(context.Request.Body);
        var ids = body.RootElement.EnumerateArray().Select(item => item.GetProperty("id").GetString()!).ToList();
        var refused = ids.Index().Where(each => Refused.Contains(each.Item)).Select(each => each.Index).ToList();
        if (refused.Count > 0)
        {
            context.Response.StatusCode = 422;
            var errors = refused.Select(index => new
            {
                index, field = "value", value = "x", code = "bad", remedy = "Mend it.",
            });
            await context.Response.WriteAsJsonAsync(new { title = "refused", status = 422, errors });
            return;
        }
        var recorded = ids.Count(id => taken.TryAdd((context.Request.Path.Value!, id), 0));
        await context.Response.WriteAsJsonAsync(new { recorded, repeated = ids.Count - recorded, receipts = ids });
    }
}
