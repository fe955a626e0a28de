using KpiGrid.Tests.Api.Hosting;
using KpiGrid.Tests.Cluster;
using Xunit;

namespace KpiGrid.Tests.Api.Guarded;

[Collection(nameof(GuardedCluster))]
public sealed class KeyLimitTests(GuardedCluster cluster)
{
    private const string Quiet = "Limits:Per=1:00:00";

    [Fact]
    public async Task One_request_more_than_a_key_may_send_is_429_and_other_keys_go_on()
    {
        await using var api = await cluster.Start(Quiet, "Limits:KeyRequests=1", "Limits:KeyBurst=3");
        var other = await api.NewKey();
        for (var i = 0; i < 2; i++) Assert.Equal(200, (await api.Get("/v1/kpis", api.Key)).Status);

        var answer = await api.Get("/v1/kpis", api.Key);

        Assert.Equal((429, "too-many-requests"), answer.First);
        Assert.InRange(answer.Headers.RetryAfter!.Delta!.Value, TimeSpan.FromSeconds(1), TimeSpan.FromHours(1));
        Assert.Equal(200, (await api.Get("/v1/kpis", other)).Status);
    }

    [Theory]
    [InlineData("/hold", "Limits:KeyRequestsAtOnce=2")]
    [InlineData("/v1/hold/live", "Limits:KeyStreamsAtOnce=2")]
    public async Task One_more_at_once_than_a_key_may_have_is_429_until_one_is_answered(string path, string limit)
    {
        await using var api = await cluster.Start(limit);

        var answer = await OneTooMany(api, path, api.Key);

        Assert.Equal((429, "too-many-at-once"), answer.First);
        Assert.Equal(TimeSpan.FromSeconds(1), answer.Headers.RetryAfter!.Delta);
        Assert.Equal(200, (await api.Get(path, api.Key)).Status);
    }

    [Theory]
    [InlineData("/hold", "Limits:StrangerRequestsAtOnce=2")]
    [InlineData("/v1/hold/live", "Limits:StrangerStreamsAtOnce=2")]
    public async Task An_address_without_a_key_has_limits_of_its_own(string path, string limit)
    {
        await using var api = await cluster.Start(limit);
        Assert.Equal((429, "too-many-at-once"), (await OneTooMany(api, path, null)).First);
    }

    [Fact]
    public async Task Open_streams_leave_room_for_requests()
    {
        await using var api = await cluster.Start("Limits:KeyRequestsAtOnce=1");
        var streams = Enumerable.Range(0, 3).Select(_ => api.Get("/v1/hold/live", api.Key)).ToArray();

        Assert.Equal(200, (await api.Get("/v1/kpis", api.Key)).Status);

        api.Released.SetResult();
        Assert.All(await Task.WhenAll(streams), stream => Assert.Equal(200, stream.Status));
    }

    [Fact]
    public async Task A_thousand_requests_at_once_with_one_key_pass_by_default()
    {
        await using var api = await cluster.Start();
        var requests = Enumerable.Range(0, 1_000).Select(_ => api.Get("/hold", api.Key)).ToArray();
        api.Released.SetResult();
        Assert.All(await Task.WhenAll(requests), answer => Assert.Equal(200, answer.Status));
    }

    /// <summary>Three at a limit of two: whichever comes last is refused, and the two are answered once released.</summary>
    private static async Task<ApiAnswer> OneTooMany(GuardedApp api, string path, string? key)
    {
        var sent = Enumerable.Range(0, 3).Select(_ => api.Get(path, key)).ToArray();
        var refused = await await Task.WhenAny(sent).WaitAsync(TimeSpan.FromSeconds(30), GuardedApp.Cancelled);
        api.Released.SetResult();
        Assert.Equal(2, (await Task.WhenAll(sent)).Count(answer => answer.Status == 200));
        return refused;
    }
}
