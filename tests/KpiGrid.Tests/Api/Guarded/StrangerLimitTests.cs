using Xunit;

namespace KpiGrid.Tests.Api.Guarded;

[Collection(nameof(GuardedCluster))]
public sealed class StrangerLimitTests(GuardedCluster cluster)
{
    private static readonly string[] few = ["Limits:Per=1:00:00", "Limits:StrangerRequests=1", "Limits:StrangerBurst=3"];

    private static string Unknown(char letter) => $"kg_{new string(letter, 12)}_{new string('A', 43)}";

    [Fact]
    public async Task One_request_more_than_an_address_may_send_without_a_key_is_429()
    {
        await using var api = await cluster.Start(few);
        for (var i = 0; i < 3; i++) Assert.Equal(401, (await api.Get("/v1/kpis")).Status);

        var answer = await api.Get("/v1/kpis");

        Assert.Equal((429, "too-many-without-key"), answer.First);
        Assert.NotNull(answer.Headers.RetryAfter);
        Assert.Equal(200, (await api.Get("/health/live")).Status);
    }

    [Fact]
    public async Task Unknown_keys_are_counted_and_the_neighbour_whose_key_is_known_goes_on()
    {
        await using var api = await cluster.Start(few);
        Assert.Equal(200, (await api.Get("/v1/kpis", api.Key)).Status);
        foreach (var letter in "ab") Assert.Equal(401, (await api.Get("/v1/kpis", Unknown(letter))).Status);

        Assert.Equal((429, "too-many-without-key"), (await api.Get("/v1/kpis", Unknown('c'))).First);
        Assert.Equal(200, (await api.Get("/v1/kpis", api.Key)).Status);
    }

    [Fact]
    public async Task Wrong_secrets_of_a_known_key_are_counted_too()
    {
        await using var api = await cluster.Start(few);
        Assert.Equal(200, (await api.Get("/v1/kpis", api.Key)).Status);
        var wrong = api.Key[..16] + new string('A', 43);
        for (var i = 0; i < 2; i++) Assert.Equal(401, (await api.Get("/v1/kpis", wrong)).Status);

        Assert.Equal(429, (await api.Get("/v1/kpis", wrong)).Status);
    }

    [Theory]
    [InlineData("192.0.2.1", "192.0.2.2", 401)]
    [InlineData("192.0.2.1", "192.0.2.1", 429)]
    [InlineData("192.0.2.1", "::ffff:192.0.2.1", 429)]
    [InlineData("2001:db8::1", "2001:db8::2", 429)]
    [InlineData("2001:db8::1", "2001:db8:0:1::1", 401)]
    public async Task Addresses_are_counted_apart_and_a_network_of_one_owner_together(string first, string second, int status)
    {
        await using var api = await cluster.Start(few);
        for (var i = 0; i < 3; i++) await api.GetFrom(first, "/v1/kpis");

        Assert.Equal(status, (await api.GetFrom(second, "/v1/kpis")).Response.StatusCode);
    }

    [Theory]
    [InlineData("Limits:KeyBurst=0")]
    [InlineData("Limits:Per=00:00:00")]
    [InlineData("Limits:HeadersMax=1")]
    [InlineData("Hosting:TrustedProxies:0=somewhere")]
    public async Task A_bad_limit_stops_the_start(string setting) =>
        await Assert.ThrowsAnyAsync<Exception>(() => cluster.Start(setting));
}
