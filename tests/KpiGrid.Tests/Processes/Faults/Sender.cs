using System.Text.Json;
using KpiGrid.Tests.Api.Hosting;
using Xunit;

namespace KpiGrid.Tests.Processes.Faults;

/// <summary>A client that sends again, with the same ids, what was not taken.</summary>
internal sealed class Sender(ServerProcess server) : IDisposable
{
    private static readonly TimeSpan pause = TimeSpan.FromMilliseconds(50);
    private static readonly TimeSpan patience = TimeSpan.FromMinutes(2);

    private readonly HttpClient http = Client(server);

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    private static HttpClient Client(ServerProcess server)
    {
        var client = server.Client(new HonestAnswers(new SocketsHttpHandler()));
        client.Timeout = TimeSpan.FromSeconds(60);
        return client;
    }

    public void Dispose() => http.Dispose();

    public Task<ApiAnswer> Push(string pilot, string body) => Send(HttpMethod.Post, $"/v1/pilots/{pilot}/measurements", body);

    /// <summary>Pushes once; null when the connection broke, so that nobody knows.</summary>
    public Task<ApiAnswer?> TryPush(string pilot, string body) =>
        Try(HttpMethod.Post, $"/v1/pilots/{pilot}/measurements", body);

    /// <summary>Pushes until it is taken.</summary>
    public Task<ApiAnswer> Insist(string pilot, string body) =>
        Insist(HttpMethod.Post, $"/v1/pilots/{pilot}/measurements", body);

    public async Task Put(string path, string body)
    {
        var answer = await Insist(HttpMethod.Put, path, body);
        Assert.True(answer.Status is 200 or 201, answer.Text);
    }

    /// <summary>The sum of the network and how many measurements it is of; null and 0 where there are none.</summary>
    public async Task<(decimal? Value, int N)> Total(string? token = null)
    {
        var answer = await Insist(HttpMethod.Get, Network.Totals + (token is null ? "" : $"&atLeast={token}"), null);
        Assert.True(answer.Status == 200, answer.Text);
        var period = JsonSerializer.Deserialize<JsonElement>(answer.Text).GetProperty("periods")[0];
        var value = period.GetProperty("value");
        return (value.ValueKind == JsonValueKind.Null ? null : value.GetDecimal(), period.GetProperty("n").GetInt32());
    }

    public Task<ApiAnswer> Send(HttpMethod method, string path, string? body)
    {
        var request = new HttpRequestMessage(method, path);
        if (body is not null) request.Content = ApiCluster.Json(body);
        return ApiCluster.Send(http, request);
    }

    private async Task<ApiAnswer?> Try(HttpMethod method, string path, string? body)
    {
        try
        {
            return await Send(method, path, body);
        }
        catch (Exception failure) when (failure is HttpRequestException or IOException)
        {
            return null;
        }
    }

    private async Task<ApiAnswer> Insist(HttpMethod method, string path, string? body)
    {
        using var deadline = CancellationTokenSource.CreateLinkedTokenSource(Cancelled);
        deadline.CancelAfter(patience);
        while (true)
        {
            if (await Try(method, path, body) is { Status: < 500 } answer) return answer;
            await Task.Delay(pause, deadline.Token);
        }
    }
}
