using KpiGrid.Tests.Api.Hosting;
using Microsoft.AspNetCore.Builder;
using Xunit;

namespace KpiGrid.Tests.Access;

public sealed class RouteCheckTests
{
    [Fact]
    public async Task A_route_that_does_not_say_what_it_needs_stops_the_start()
    {
        await using var app = ApiCluster.App(new PilotDouble(_ => new()), TimeProvider.System);
        app.MapGet("/v1/open-to-all", () => "oops");
        var failure = await Assert.ThrowsAsync<InvalidOperationException>(
            () => app.StartAsync(TestContext.Current.CancellationToken));
        Assert.Contains("/v1/open-to-all", failure.Message, StringComparison.Ordinal);
    }
}
