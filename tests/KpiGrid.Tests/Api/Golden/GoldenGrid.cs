using KpiGrid.Host;
using KpiGrid.Host.Http;
using KpiGrid.Host.Keys;
using KpiGrid.Tests.Journal;
using Microsoft.AspNetCore.Builder;
using Xunit;

namespace KpiGrid.Tests.Api.Golden;

/// <summary>The program on the morning of 20 November 2026, over HTTP; each test has a world of its own.</summary>
public sealed class GoldenGrid : IAsyncLifetime
{
    private readonly TempFolder folder = new();
    private readonly SteppedTime time = new();
    private TestStore store = null!;
    private WebApplication app = null!;
    private DateTimeOffset now = new(2026, 11, 20, 8, 0, 0, TimeSpan.Zero);

    internal HttpClient Http { get; private set; } = null!;

    /// <summary>
    /// Lets a minute pass; the instant in the middle of it, to ask about later. No more than a minute: all the tests that
    /// do so must fit into the one day.
    /// </summary>
    internal DateTimeOffset AMinutePasses()
    {
        var middle = now.AddSeconds(30);
        time.StepTo(now = now.AddMinutes(1));
        return middle;
    }

    public async ValueTask InitializeAsync()
    {
        time.StepTo(now);
        store = await TestStore.NewEmbedded(folder.Path);
        app = KpiGridHost.Build(new()
        {
            Urls = "http://127.0.0.1:0", Data = folder.Path, Time = time, Journal = store.AddTo,
        });
        await app.StartAsync();
        Http = KeyedHttp.Client(new(app.Urls.First()), AdminKeyFile.Read(folder.Path));
    }

    public async ValueTask DisposeAsync()
    {
        Http.Dispose();
        await app.StopAsync();
        await app.DisposeAsync();
        await store.DisposeAsync();
        folder.Dispose();
    }
}

[CollectionDefinition(nameof(GoldenGrid))]
public sealed class GoldenGridDefinition : ICollectionFixture<GoldenGrid>;
