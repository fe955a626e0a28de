using KpiGrid.Tests.Api.Hosting;
using KpiGrid.Tests.Api.Live;
using KpiGrid.Tests.Cluster;
using Xunit;

namespace KpiGrid.Tests.Access;

/// <summary>A key taken back at one server, used at another, in front of two silos.</summary>
public sealed class RevocationTests(TwoSilos cluster) : IClassFixture<TwoSilos>
{
    private const int Within = 5;

    [Fact]
    public async Task A_key_revoked_at_one_server_opens_nothing_at_another()
    {
        await using var one = await LiveServer.Start(cluster.Grid);
        await using var other = await LiveServer.Start(cluster.Grid);
        var key = await NewKey(one);
        Assert.Equal(200, await Ask(other, key));
        await Revoke(one, key);
        await Deadline.Equal(401, () => Ask(other, key), "the answer to a revoked key", Within);
    }

    [Fact]
    public async Task An_open_stream_ends_when_its_key_is_revoked()
    {
        await using var one = await LiveServer.Start(cluster.Grid);
        await using var other = await LiveServer.Start(cluster.Grid);
        var region = await cluster.Grid.NewRegion(await cluster.Grid.NewMunicipality());
        var key = await NewKey(one);
        using var request = AccessGrid.With(new(HttpMethod.Get, LiveServer.Quarters(region)), key, null);
        using var stream = await other.Http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, Grid.Cancelled);
        Assert.Equal(200, (int)stream.StatusCode);
        await using var body = await stream.Content.ReadAsStreamAsync(Grid.Cancelled);
        await Revoke(one, key);
        await body.CopyToAsync(Stream.Null, Grid.Cancelled).WaitAsync(TimeSpan.FromSeconds(Within), Grid.Cancelled);
    }

    private static async Task<string> NewKey(LiveServer server)
    {
        var made = await ApiCluster.Send(server.Http, new(HttpMethod.Post, "/v1/keys")
        {
            Content = ApiCluster.Json("""{"actor":"a","label":"l","grants":[{"role":"analyst"}]}"""),
        });
        return (string)made.Json["key"]!;
    }

    private static async Task<int> Ask(LiveServer server, string key) =>
        (await ApiCluster.Send(server.Http, AccessGrid.With(new(HttpMethod.Get, "/v1/kpis?limit=1"), key, null))).Status;

    private static async Task Revoke(LiveServer server, string key) => Assert.Equal(
        200, (await ApiCluster.Send(server.Http, new(HttpMethod.Delete, $"/v1/keys/{key[3..15]}"))).Status);
}
