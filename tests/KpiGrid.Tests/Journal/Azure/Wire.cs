using System.Text;
using Azure.Core;
using Azure.Core.Pipeline;

namespace KpiGrid.Tests.Journal.Azure;

/// <summary>The way of every request to storage: it may be lost on its way there, or its answer on the way back.</summary>
internal sealed class Wire : HttpPipelinePolicy
{
    private Func<string, bool> lost = _ => false;
    private Func<string, bool> unanswered = _ => false;
    private Func<string, Task> held = _ => Task.CompletedTask;

    /// <summary>Puts itself on every client's way.</summary>
    public void Join(ClientOptions options) => options.AddPolicy(this, HttpPipelinePosition.PerRetry);

    /// <summary>Loses requests that hold a text before they arrive.</summary>
    public void Lose(params string[] texts) => lost = request => texts.All(text => Holds(request, text));

    /// <summary>Loses the answer to the next request that holds a text; who asks again would get one.</summary>
    public void LoseAnswer(string text) => unanswered = request =>
    {
        if (!Holds(request, text)) return false;
        unanswered = _ => false;
        return true;
    };

    /// <summary>Keeps requests that hold a text on their way until a task ends.</summary>
    public void Hold(Task until, params string[] texts) =>
        held = request => texts.All(text => Holds(request, text)) ? until : Task.CompletedTask;

    public void Mend() => (lost, unanswered, held) = (_ => false, _ => false, _ => Task.CompletedTask);

    public override async ValueTask ProcessAsync(HttpMessage message, ReadOnlyMemory<HttpPipelinePolicy> pipeline)
    {
        var request = await Text(message.Request, message.CancellationToken);
        if (lost(request)) throw new IOException("The request was lost");
        await held(request);
        await ProcessNextAsync(message, pipeline);
        if (unanswered(request)) throw new IOException("The answer was lost");
    }

    // What opens a store is sent before a test touches the wire.
    public override void Process(HttpMessage message, ReadOnlyMemory<HttpPipelinePolicy> pipeline) =>
        ProcessNext(message, pipeline);

    private static bool Holds(string request, string text) => request.Contains(text, StringComparison.Ordinal);

    private static async Task<string> Text(global::Azure.Core.Request request, CancellationToken cancellationToken)
    {
        using var body = new MemoryStream();
        if (request.Content is { } content) await content.WriteToAsync(body, cancellationToken);
        return $"{request.Method} {request.Uri} {Encoding.UTF8.GetString(body.ToArray())}";
    }
}
