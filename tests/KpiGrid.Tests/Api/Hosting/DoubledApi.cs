using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.TestHost;
using Xunit;

namespace KpiGrid.Tests.Api.Hosting;

/// <summary>An API before a pilot that answers as a test says.</summary>
public sealed class DoubledApi : IAsyncLifetime
{
    private readonly PilotDouble pilot = new(_ => new());
    private WebApplication app = null!;
    private HttpClient http = null!;

    /// <summary>How often the pilot was asked since the push began.</summary>
    public int Calls => pilot.Calls;

    public async ValueTask InitializeAsync()
    {
        app = ApiCluster.App(pilot, TimeProvider.System);
        await app.StartAsync(TestContext.Current.CancellationToken);
        http = app.GetTestClient().With(await AdminKeys.New(app));
    }

    public ValueTask DisposeAsync() => app.DisposeAsync();

    internal Task<ApiAnswer> Push(Func<int, PushAnswer> answer)
    {
        pilot.Answer(answer);
        return ApiCluster.Send(http, new(HttpMethod.Post, "/v1/pilots/any/measurements")
        {
            Content = ApiCluster.Json("""{"id":"a","kpi":"CDW-DIV","period":"2026-11","value":1}"""),
        });
    }
}
