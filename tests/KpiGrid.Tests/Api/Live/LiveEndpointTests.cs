using System.Text;
using KpiGrid.Tests.Api.Hosting;
using KpiGrid.Tests.Cluster;
using Xunit;

namespace KpiGrid.Tests.Api.Live;

/// <summary>What is told before a stream begins, and how streams end.</summary>
[Collection(OneSilo.Name)]
public sealed class LiveEndpointTests(ClusterFixture cluster)
{
    private readonly Grid grid = cluster.Grid;

    [Theory]
    [InlineData(404, "region-unknown", "no-such-region", "kpi=CDW-GEN")]
    [InlineData(404, "region-unknown", "No Such", "kpi=CDW-GEN")]
    [InlineData(404, "kpi-unknown", null, "kpi=NO-SUCH")]
    [InlineData(422, "kpi-required", null, "by=month")]
    [InlineData(422, "by-unknown", null, "kpi=CDW-GEN&by=fortnight")]
    [InlineData(422, "parameter-unknown", null, "kpi=CDW-GEN&split=class")]
    [InlineData(422, "to-required", null, "kpi=CDW-GEN&from=2026-01-01")]
    [InlineData(422, "event-id-unreadable", null, "kpi=CDW-GEN", "4711")]
    public async Task What_is_wrong_is_told_before_the_stream_begins(
        int status, string code, string? region, string query, string? seen = null)
    {
        await using var server = await LiveServer.Start(grid);
        region ??= await grid.NewRegion(await grid.NewMunicipality());
        var request = new HttpRequestMessage(HttpMethod.Get, $"/v1/regions/{region}/live?{query}");
        if (seen is not null) request.Headers.Add("Last-Event-ID", seen);
        Assert.Equal((status, code), (await ApiCluster.Send(server.Http, request)).First);
    }

    [Fact]
    public async Task One_viewer_too_many_is_told_to_come_again()
    {
        await using var server = await LiveServer.Start(grid, options => options.ViewersMax = 2);
        var region = await grid.NewRegion(await grid.NewMunicipality());
        using var one = await Open(server, region);
        var other = await Open(server, region);

        var refused = await ApiCluster.Send(server.Http, new(HttpMethod.Get, LiveServer.Quarters(region)));
        Assert.Equal((503, "too-many-viewers"), refused.First);
        Assert.NotNull(refused.Headers.RetryAfter);

        other.Dispose();
        Assert.True(await Deadline.Comes(async () =>
        {
            using var next = await Open(server, region);
            return next.IsSuccessStatusCode;
        }, TimeSpan.FromSeconds(10)));
    }

    [Fact]
    public async Task A_quiet_stream_says_that_it_still_stands()
    {
        await using var server = await LiveServer.Start(
            grid, options => options.HeartbeatEvery = TimeSpan.FromMilliseconds(50));
        using var stream = await Open(server, await grid.NewRegion(await grid.NewMunicipality()));
        Assert.Equal("text/event-stream", stream.Content.Headers.ContentType?.MediaType);
        using var lines = new StreamReader(await stream.Content.ReadAsStreamAsync(Grid.Cancelled), Encoding.UTF8);
        while (await lines.ReadLineAsync(Grid.Cancelled) is { } line)
            if (line == ":") return;
        Assert.Fail("The stream ended without a heartbeat");
    }

    [Fact]
    public async Task A_process_has_one_watcher_a_region_whatever_the_number_of_viewers()
    {
        var grains = CountedGrains.Around(grid.Cluster.Client, out var counted);
        await using var server = await LiveServer.Start(grid, grains: grains);
        var region = await grid.NewRegion(await grid.NewMunicipality());
        var viewers = new List<HttpResponseMessage>();
        for (var i = 0; i < 20; i++) viewers.Add(await Open(server, region));
        Assert.Equal((1, 0), (counted.Created, counted.Deleted));

        foreach (var viewer in viewers) viewer.Dispose();
        await Deadline.Equal(1, () => Task.FromResult(counted.Deleted), "watchers taken away");

        using var later = await Open(server, region);
        Assert.Equal((2, 1), (counted.Created, counted.Deleted));
    }

    [Fact]
    public async Task Open_streams_end_when_the_server_stops()
    {
        await using var server = await LiveServer.Start(grid);
        var region = await grid.NewRegion(await grid.NewMunicipality());
        var bodies = new List<Stream>();
        for (var i = 0; i < 20; i++)
            bodies.Add(await (await Open(server, region)).Content.ReadAsStreamAsync(Grid.Cancelled));

        await server.Stop();

        foreach (var body in bodies)
        {
            await using var whole = new MemoryStream();
            await body.CopyToAsync(whole, Grid.Cancelled);
            Assert.EndsWith("\n\n", Encoding.UTF8.GetString(whole.ToArray()), StringComparison.Ordinal);
        }
    }

    private static Task<HttpResponseMessage> Open(LiveServer server, string region) => server.Http.GetAsync(
        new Uri(LiveServer.Quarters(region), UriKind.Relative), HttpCompletionOption.ResponseHeadersRead, Grid.Cancelled);
}
