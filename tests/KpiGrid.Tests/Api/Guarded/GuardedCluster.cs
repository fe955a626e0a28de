using KpiGrid.Silo.Hosting;
using KpiGrid.Tests.Journal;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using Orleans.TestingHost;
using Xunit;

namespace KpiGrid.Tests.Api.Guarded;

/// <summary>A real silo behind whatever APIs the tests of safeguards start, each with settings of its own.</summary>
public sealed class GuardedCluster : IAsyncLifetime
{
    private readonly FakeTimeProvider time = new(new(2026, 11, 20, 12, 0, 0, TimeSpan.Zero));
    private TestStore store = null!;
    private InProcessTestCluster cluster = null!;
    private GuardedApp? plain;

    public async ValueTask InitializeAsync()
    {
        store = await TestStore.New();
        var builder = new InProcessTestClusterBuilder(1);
        builder.ConfigureSilo((_, silo) =>
        {
            silo.Services.AddKeyedSingleton<TimeProvider>(KpiTime.Key, time);
            store.AddTo(silo.AddKpiGridSilo());
        });
        cluster = builder.Build();
        await cluster.DeployAsync();
    }

    public async ValueTask DisposeAsync()
    {
        if (plain is not null) await plain.DisposeAsync();
        await cluster.DisposeAsync();
        await store.DisposeAsync();
    }

    /// <summary>An API with settings, written as <c>Section:Name=value</c>.</summary>
    internal Task<GuardedApp> Start(params string[] settings) => GuardedApp.Start(cluster.Client, time, false, settings);

    /// <summary>The one API that tests share which set nothing and exhaust nothing.</summary>
    internal async Task<GuardedApp> Plain() => plain ??= await Start();

    /// <summary>The same on a real port, for what the server itself refuses.</summary>
    internal Task<GuardedApp> StartListening(params string[] settings) =>
        GuardedApp.Start(cluster.Client, time, true, settings);
}

[CollectionDefinition(nameof(GuardedCluster))]
public sealed class GuardedClusterDefinition : ICollectionFixture<GuardedCluster>;
