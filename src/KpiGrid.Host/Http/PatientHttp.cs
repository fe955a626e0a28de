using System.Net;

namespace KpiGrid.Host.Http;

/// <summary>
/// Sends a request again while the server is busy, gone or cut off. Safe for everything KpiGrid takes, since a repeat
/// of the same content changes nothing.
/// </summary>
internal sealed class PatientHttp(HttpClient http, TimeProvider time, Patience patience)
{
    private int retries;

    private delegate Task<HttpAnswer> ReadAnswer(HttpResponseMessage response, CancellationToken cancellationToken);

    /// <summary>How often something had to be sent again.</summary>
    public int Retries => retries;

    public Task<HttpAnswer> Get(string path, CancellationToken cancellationToken) =>
        Send(() => new(HttpMethod.Get, path), Whole, cancellationToken);

    /// <summary>Posts measurements or corrections; of the receipts only their number is kept.</summary>
    public Task<HttpAnswer> Push(string path, ReadOnlyMemory<byte> json, CancellationToken cancellationToken) =>
        Send(Request(HttpMethod.Post, path, json), Counted, cancellationToken);

    public Task<HttpAnswer> Put(string path, ReadOnlyMemory<byte> json, CancellationToken cancellationToken) =>
        Send(Request(HttpMethod.Put, path, json), Whole, cancellationToken);

    /// <summary>Posts what is made anew each time it is sent; where that matters, with a patience of one try.</summary>
    public Task<HttpAnswer> Post(string path, ReadOnlyMemory<byte> json, CancellationToken cancellationToken) =>
        Send(Request(HttpMethod.Post, path, json), Whole, cancellationToken);

    public Task<HttpAnswer> Delete(string path, CancellationToken cancellationToken) =>
        Send(() => new(HttpMethod.Delete, path), Whole, cancellationToken);

    private static Func<HttpRequestMessage> Request(HttpMethod method, string path, ReadOnlyMemory<byte> json) =>
        () => new(method, path)
        {
            Content = new ReadOnlyMemoryContent(json) { Headers = { ContentType = new("application/json") } },
        };

    private static async Task<HttpAnswer> Whole(HttpResponseMessage response, CancellationToken cancellationToken) =>
        new(response.StatusCode, await response.Content.ReadAsByteArrayAsync(cancellationToken));

    // Ten thousand receipts are megabytes; they are read as they come and never held.
    private static async Task<HttpAnswer> Counted(HttpResponseMessage response, CancellationToken cancellationToken)
    {
        if (!response.IsSuccessStatusCode) return await Whole(response, cancellationToken);
        var receipts = await response.Content.ReadFromJsonAsync<ReceiptCounts>(cancellationToken);
        return new(response.StatusCode, []) { Receipts = receipts ?? new(0, 0) };
    }

    private async Task<HttpAnswer> Send(
        Func<HttpRequestMessage> request, ReadAnswer read, CancellationToken cancellationToken)
    {
        for (var tries = 1; ; tries++)
        {
            var (answer, retryAfter, failure) = await Try(request, read, cancellationToken);
            if (answer is not null && !IsBusy(answer.Status)) return answer;
            if (tries >= patience.TriesMax) throw GivenUp(answer, failure);
            Interlocked.Increment(ref retries);
            await Task.Delay(patience.Wait(tries, retryAfter), time, cancellationToken);
        }
    }

    private async Task<(HttpAnswer?, TimeSpan?, Exception?)> Try(
        Func<HttpRequestMessage> request, ReadAnswer read, CancellationToken cancellationToken)
    {
        try
        {
            using var message = request();
            using var response = await http.SendAsync(
                message, HttpCompletionOption.ResponseHeadersRead, cancellationToken);
            return (await read(response, cancellationToken), response.Headers.RetryAfter?.Delta, null);
        }
        catch (Exception failure) when (failure is HttpRequestException or IOException
            || IsTimeout(failure, cancellationToken))
        {
            return (null, null, failure);
        }
    }

    private static bool IsTimeout(Exception failure, CancellationToken cancellationToken) =>
        failure is TaskCanceledException && !cancellationToken.IsCancellationRequested;

    private static bool IsBusy(HttpStatusCode status) => (int)status is 408 or 429 or 502 or 503 or 504 or 507;

    private NotReachableException GivenUp(HttpAnswer? answer, Exception? failure) => answer is null
        ? new($"No KpiGrid answers at {http.BaseAddress}: start one with 'kpigrid serve' or give --url", failure)
        : new($"{http.BaseAddress} stays busy ({answer.Refusal()})", failure);
}
