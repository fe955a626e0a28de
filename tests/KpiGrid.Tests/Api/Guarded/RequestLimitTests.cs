using KpiGrid.Tests.Api.Hosting;
using Xunit;

namespace KpiGrid.Tests.Api.Guarded;

[Collection(nameof(GuardedCluster))]
public sealed class RequestLimitTests(GuardedCluster cluster)
{
    [Theory]
    [InlineData("gzip", 415)]
    [InlineData("br", 415)]
    [InlineData("identity, gzip", 415)]
    [InlineData("identity", 404)]
    public async Task A_packed_body_is_refused(string encoding, int status)
    {
        await using var api = await cluster.Start();
        var request = Pushing(api, "[]");
        request.Content!.Headers.Add("Content-Encoding", encoding);

        var answer = await api.Send(request);

        Assert.Equal(status, answer.Status);
        if (status == 415) Assert.Equal("content-encoding-refused", answer.First.Code);
    }

    [Theory]
    [InlineData(256, 422)]
    [InlineData(257, 414)]
    public async Task A_query_has_a_limit(int characters, int status)
    {
        await using var api = await cluster.Start("Limits:QueryCharactersMax=256");
        var answer = await api.Get("/v1/kpis?x=" + new string('y', characters - 2), api.Key);
        Assert.Equal((status, status == 414 ? "query-too-long" : "parameter-unknown"), answer.First);
    }

    [Theory]
    [InlineData(32, false)]
    [InlineData(33, true)]
    public async Task Json_has_a_depth(int depth, bool isTooDeep)
    {
        await using var api = await cluster.Start();
        var answer = await api.Send(Pushing(api, new string('[', depth) + new string(']', depth)));
        Assert.Equal(isTooDeep, answer.First.Code == "json-too-deep");
    }

    private static HttpRequestMessage Pushing(GuardedApp api, string body)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, "/v1/pilots/any/measurements") { Content = ApiCluster.Json(body) };
        request.Headers.Authorization = new("Bearer", api.Key);
        return request;
    }
}
