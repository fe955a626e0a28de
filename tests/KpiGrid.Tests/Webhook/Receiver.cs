using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace KpiGrid.Tests.Webhook;

/// <summary>A receiver of late marks that checks every signature by itself, and takes none before it was told how to answer.</summary>
internal sealed class Receiver : IAsyncDisposable
{
    public const string Secret = "whsec_c2FtcGxlIHNlY3JldCBvZiB0aGUgdGVzdHMuIDMyIGI=";

    private readonly WebApplication app;
    private readonly ConcurrentQueue<Func<HttpContext, Task>> next = new();
    private readonly ConcurrentQueue<(string Id, JsonElement Body)> attempts = new();

    private Receiver(WebApplication app) => this.app = app;

    public Uri Address => new(app.Urls.First() + "/late");

    /// <summary>What came, in order, each with a signature that is right.</summary>
    public IReadOnlyList<(string Id, JsonElement Body)> Attempts => [.. attempts];

    /// <summary>How often it was asked for something else, or with a signature that is wrong.</summary>
    public int Strays { get; private set; }

    public static async Task<Receiver> Start()
    {
        var builder = WebApplication.CreateEmptyBuilder(new());
        builder.WebHost.UseKestrelCore().UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        var receiver = new Receiver(builder.Build());
        receiver.app.Run(receiver.Answer);
        await receiver.app.StartAsync();
        return receiver;
    }

    /// <summary>Answers the next attempt like this; with nothing said it is taken.</summary>
    public void Next(Func<HttpContext, Task> answer) => next.Enqueue(answer);

    public void Next(params int[] statuses)
    {
        foreach (var status in statuses)
            Next(context =>
            {
                context.Response.StatusCode = status;
                context.Response.Headers.Location = "/elsewhere";
                return Task.CompletedTask;
            });
    }

    public async ValueTask DisposeAsync() => await app.DisposeAsync();

    private async Task Answer(HttpContext context)
    {
        using var sent = new MemoryStream();
        await context.Request.Body.CopyToAsync(sent);
        var id = context.Request.Headers["webhook-id"].ToString();
        if (context.Request.Path != "/late" || context.Request.Method != "POST" || !IsSigned(context, id, sent.ToArray()))
        {
            Strays++;
            context.Response.StatusCode = 400;
            return;
        }
        attempts.Enqueue((id, JsonDocument.Parse(sent.ToArray()).RootElement));
        if (next.TryDequeue(out var answer)) await answer(context);
        else context.Response.StatusCode = 204;
    }

    private static bool IsSigned(HttpContext context, string id, byte[] body)
    {
        var timestamp = context.Request.Headers["webhook-timestamp"].ToString();
        byte[] signed = [.. Encoding.UTF8.GetBytes($"{id}.{timestamp}."), .. body];
        var expected = HMACSHA256.HashData(Convert.FromBase64String(Secret["whsec_".Length..]), signed);
        return context.Request.Headers["webhook-signature"] == "v1," + Convert.ToBase64String(expected);
    }
}
