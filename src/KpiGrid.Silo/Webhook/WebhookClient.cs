using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace KpiGrid.Silo.Webhook;

/// <summary>Posts one message, once. Redirects are not followed, and of an answer nothing but its status is read.</summary>
internal sealed class WebhookClient(
    IOptions<WebhookOptions> options, [FromKeyedServices(KpiTime.Key)] TimeProvider time) : IDisposable
{
    private const int HeadersKiBMax = 16;

    private readonly HttpClient http = new(new SocketsHttpHandler
    {
        AllowAutoRedirect = false, UseProxy = false, UseCookies = false, MaxResponseHeadersLength = HeadersKiBMax,
        MaxResponseDrainSize = 0, ConnectTimeout = options.Value.Timeout, PooledConnectionLifetime = TimeSpan.FromMinutes(1),
        ConnectCallback = new GuardedConnect(options.Value.AllowPrivate).Connect,
    })
    {
        Timeout = options.Value.Timeout,
    };

    /// <summary>What became of it; never an exception but for being cancelled.</summary>
    public async Task<WebhookAnswer> Post(string id, byte[] body, CancellationToken cancellationToken)
    {
        try
        {
            using var request = Request(id, body);
            // The body of the answer is anybody's: it is left where it is, however long it is.
            using var answer = await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellationToken);
            return new((int)answer.StatusCode, answer.IsSuccessStatusCode ? null : $"it answered {(int)answer.StatusCode}");
        }
        catch (HttpRequestException failure)
        {
            return new(null, failure.GetBaseException().Message);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return new(null, $"it did not answer within {options.Value.Timeout}");
        }
    }

    public void Dispose() => http.Dispose();

    private HttpRequestMessage Request(string id, byte[] body)
    {
        var timestamp = time.GetUtcNow().ToUnixTimeSeconds();
        var request = new HttpRequestMessage(HttpMethod.Post, options.Value.Address) { Content = new ByteArrayContent(body) };
        request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        request.Headers.Add("webhook-id", id);
        request.Headers.Add("webhook-timestamp", timestamp.ToString(CultureInfo.InvariantCulture));
        request.Headers.Add("webhook-signature",
            WebhookSecret.Sign(WebhookSecret.Read(options.Value.Secret)!, id, timestamp, body));
        request.Headers.UserAgent.Add(new ProductInfoHeaderValue("kpigrid", null));
        return request;
    }
}

/// <summary>What became of an attempt.</summary>
/// <param name="Status">The receiver's status; null where none came.</param>
/// <param name="Problem">Why it was not taken; null where it was.</param>
internal sealed record WebhookAnswer(int? Status, string? Problem)
{
    public bool IsTaken => Problem is null;

    /// <summary>The receiver wants nothing more.</summary>
    public bool IsGone => Status == (int)HttpStatusCode.Gone;
}
