using System.Globalization;
using System.Text.Json.Nodes;
using KpiGrid.Tests.Api.Hosting;
using KpiGrid.Tests.Processes.Faults;
using Xunit;

namespace KpiGrid.Tests.Processes.Clustering;

/// <summary>A client of several front ends: what is not taken by one is sent to the next, with the same ids.</summary>
internal sealed class RovingClient(IReadOnlyList<Uri> fronts, string key) : IDisposable
{
    private static readonly TimeSpan pause = TimeSpan.FromMilliseconds(50);
    private static readonly TimeSpan patience = TimeSpan.FromMinutes(2);

    private readonly HttpClient[] clients = [.. fronts.Select(front =>
        new HttpClient(new HonestAnswers(new SocketsHttpHandler())) { BaseAddress = front, Timeout = TimeSpan.FromSeconds(60) }
            .With(key))];

    private int next;

    public void Dispose()
    {
        foreach (var client in clients) client.Dispose();
    }

    public async Task MakeNetwork(params string[] pilots)
    {
        const string place = "DK-F1";
        await Insist(HttpMethod.Put, $"/v1/municipalities/{place}", ApiCluster.Municipality(place));
        await Insist(HttpMethod.Put, "/v1/regions/network",
            $$"""{"name":"Network","kind":"network","members":[{"municipality":"{{place}}","from":"2026-01-01"}]}""");
        foreach (var pilot in pilots)
            await Insist(HttpMethod.Put, $"/v1/pilots/{pilot}",
                $$"""
                {"name":"{{pilot}}","kind":"single","start":"2026-01-01",
                "shares":[{"municipality":"{{place}}","parts":1,"whole":1,"from":"2026-01-01"}]}
                """);
    }

    /// <summary>Reports 1 t under an id, until it is acknowledged.</summary>
    public Task Push(string pilot, string id) => Insist(HttpMethod.Post, $"/v1/pilots/{pilot}/measurements",
        $$"""{"id":"{{id}}","kpi":"CDW-DIV","class":"recycled","period":"2026-05-01","value":1,"unit":"t"}""");

    /// <summary>How many measurements the region has, once it is as many as expected or does not move any more.</summary>
    public async Task<int> Count()
    {
        var answer = await Insist(HttpMethod.Get, "/v1/regions/network/totals?kpi=CDW-DIV&from=2026-01-01&to=2027-01-01", null);
        return (int)answer["periods"]![0]!["n"]!;
    }

    private async Task<JsonNode> Insist(HttpMethod method, string path, string? body)
    {
        using var deadline = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        deadline.CancelAfter(patience);
        while (true)
        {
            if (await Try(method, path, body, deadline.Token) is { } answer)
            {
                Assert.True(answer.Status < 300, string.Create(CultureInfo.InvariantCulture, $"{answer.Status} {answer.Text}"));
                return answer.Json;
            }
            next++;
            await Task.Delay(pause, deadline.Token);
        }
    }

    private async Task<ApiAnswer?> Try(HttpMethod method, string path, string? body, CancellationToken cancellationToken)
    {
        try
        {
            var request = new HttpRequestMessage(method, path);
            if (body is not null) request.Content = ApiCluster.Json(body);
            var answer = await ApiCluster.Send(clients[next % clients.Length], request);
            return answer.Status < 500 ? answer : null;
        }
        catch (Exception failure) when (failure is HttpRequestException or IOException
            || failure is OperationCanceledException && !cancellationToken.IsCancellationRequested)
        {
            return null;
        }
    }
}
