using System.Net.ServerSentEvents;
using System.Runtime.CompilerServices;
using System.Text.Json;
using KpiGrid.Host.Http;
using KpiGrid.Host.Import;

namespace KpiGrid.Host.Watch;

/// <summary>
/// The events of a live stream. Where the connection is lost it is sought again, naming the last event seen: the server
/// then begins with a snapshot that is no older.
/// </summary>
/// <param name="http">Without a timeout: a stream has none.</param>
/// <param name="path">The stream.</param>
/// <param name="patience">How long to wait between tries, and how many may fail in a row.</param>
/// <param name="time">Measures the waits.</param>
/// <param name="lost">Told when the connection is lost and why, and with null when it is back.</param>
internal sealed class LiveSource(
    HttpClient http, string path, Patience patience, TimeProvider time, Action<string?> lost)
{
    /// <summary>A server that says nothing for this long, not even that it is there, is gone.</summary>
    private static readonly TimeSpan silenceMax = TimeSpan.FromSeconds(60);

    private int failures;

    /// <summary>The version of the last event.</summary>
    public string? Seen { get; set; }

    public async IAsyncEnumerable<LiveEvent> Read([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        while (true)
        {
            await using var stream = Connection(cancellationToken).GetAsyncEnumerator(cancellationToken);
            while (await Next(stream, cancellationToken)) yield return stream.Current;
            await Task.Delay(patience.Wait(Math.Max(1, failures), null), time, cancellationToken);
        }
    }

    private async Task<bool> Next(IAsyncEnumerator<LiveEvent> stream, CancellationToken cancellationToken)
    {
        string? reason = null;
        Exception? cause = null;
        try
        {
            if (await stream.MoveNextAsync())
            {
                if (failures > 0) lost(null);
                failures = 0;
                Seen = stream.Current.Version;
                return true;
            }
        }
        catch (Exception failure) when (failure is HttpRequestException or IOException or NotReachableException
            || (failure is OperationCanceledException && !cancellationToken.IsCancellationRequested))
        {
            (reason, cause) = (failure.Message, failure);
        }
        if (++failures > patience.TriesMax)
            throw new NotReachableException($"No KpiGrid answers at {http.BaseAddress}: {reason}", cause);
        lost(reason ?? "the server ended the stream");
        return false;
    }

    private async IAsyncEnumerable<LiveEvent> Connection([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        request.Headers.Accept.Add(new("text/event-stream"));
        if (Seen is not null) request.Headers.Add("Last-Event-ID", Seen);
        using var response = await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellationToken);
        if (!response.IsSuccessStatusCode) await Refuse(response, cancellationToken);
        await using var body = await response.Content.ReadAsStreamAsync(cancellationToken);
        await using var heard = new HeardStream(body, silenceMax);
        await foreach (var item in SseParser.Create(heard).EnumerateAsync(cancellationToken))
            yield return new(item.EventType, JsonSerializer.Deserialize<JsonElement>(item.Data));
    }

    private async Task Refuse(HttpResponseMessage response, CancellationToken cancellationToken)
    {
        var answer = new HttpAnswer(response.StatusCode, await response.Content.ReadAsByteArrayAsync(cancellationToken));
        if ((int)response.StatusCode is 408 or 429 or >= 500) throw new NotReachableException(answer.Refusal());
        throw new RefusedException(path, answer);
    }
}
