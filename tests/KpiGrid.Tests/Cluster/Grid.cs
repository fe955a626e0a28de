using System.Text.Json;
using KpiGrid.Silo.Aggregates;
using KpiGrid.Silo.Hosting;
using KpiGrid.Silo.Journal;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Time.Testing;
using Orleans.Configuration;
using Orleans.TestingHost;
using Xunit;

namespace KpiGrid.Tests.Cluster;

/// <summary>A running cluster, its KPI clock, and short ways to reach its grains. Ids are made by the tests: each its own.</summary>
internal sealed class Grid : IAsyncDisposable
{
    /// <summary>How long a call waits for a silo that may be dead.</summary>
    private static readonly TimeSpan answersWithin = TimeSpan.FromSeconds(8);

    private static int lastNumber;

    private Grid(InProcessTestCluster cluster, FakeTimeProvider time) => (Cluster, Time) = (cluster, time);

    public static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    public InProcessTestCluster Cluster { get; }

    /// <summary>The clock of recorded times and of "today"; Orleans keeps the system's.</summary>
    public FakeTimeProvider Time { get; }

    public IJournal Journal => Cluster.GetSiloServiceProvider().GetRequiredService<IJournal>();

    public static readonly DateTimeOffset Morning = new(2026, 11, 2, 9, 0, 0, TimeSpan.Zero);

    public static async Task<Grid> Start(
        int silos, TimeSpan sweepEvery, Action<ISiloBuilder> addJournal, DateTimeOffset? now = null)
    {
        var time = new FakeTimeProvider(now ?? Morning);
        var builder = new InProcessTestClusterBuilder((short)silos);
        builder.ConfigureSilo((_, silo) =>
        {
            addJournal(silo);
            silo.Services.AddKeyedSingleton<TimeProvider>(KpiTime.Key, time);
            silo.AddKpiGridSilo();
            silo.Services.Configure<AggregateOptions>(options => options.SweepEvery = sweepEvery);
            silo.Configure<SiloMessagingOptions>(options => options.ResponseTimeout = answersWithin);
        });
        builder.ConfigureClient(client => client.Configure<ClientMessagingOptions>(
            options => options.ResponseTimeout = answersWithin));
        var cluster = builder.Build();
        await cluster.DeployAsync(CancellationToken.None);
        return new(cluster, time);
    }

    public IPilotGrain Pilot(string id) => Cluster.Client.GetGrain<IPilotGrain>(id);

    public IMunicipalityGrain Municipality(string id) => Cluster.Client.GetGrain<IMunicipalityGrain>(id);

    public IRegionGrain Region(string id) => Cluster.Client.GetGrain<IRegionGrain>(id);

    public IKpiStreamGrain Stream(string pilot, string kpi) => Cluster.Client.GetGrain<IKpiStreamGrain>($"{pilot}/{kpi}");

    public IRegistryGrain Registry(string stream) => Cluster.Client.GetGrain<IRegistryGrain>(stream);

    /// <summary>An id that no other test has.</summary>
    public static string NewId(string name) => $"{name}-{Interlocked.Increment(ref lastNumber)}";

    /// <summary>A municipality that no other test has.</summary>
    public async Task<string> NewMunicipality()
    {
        var id = $"DK-T{Interlocked.Increment(ref lastNumber)}";
        var facts = new MunicipalityFacts
        {
            Country = "DK", TimeZone = "Europe/Copenhagen",
            Intervals = [new() { Name = id, From = new(2007, 1, 1) }],
        };
        await Accepted(Registry($"municipality/{id}").Put(Change(facts)));
        return id;
    }

    public async Task<string> NewRegion(params string[] municipalities)
    {
        var id = NewId("region");
        await Accepted(Registry($"region/{id}").Put(Change(RegionOf(municipalities))));
        return id;
    }

    /// <summary>A pilot shared by municipalities, each with its parts of 100.</summary>
    public async Task<string> NewPilot(params (string Municipality, int Parts)[] shares)
    {
        var id = NewId("pilot");
        await Accepted(Pilot(id).Put(Change(PilotOf(shares))));
        return id;
    }

    public static RegionFacts RegionOf(params string[] municipalities) => new()
    {
        Name = "A region", Kind = RegionKind.Network,
        Members = [.. municipalities.Select(id => new Membership
        {
            Municipality = MunicipalityId.Parse(id), From = new(2020, 1, 1),
        })],
    };

    public static PilotFacts PilotOf(params (string Municipality, int Parts)[] shares) => new()
    {
        Name = "A pilot", Kind = shares.Length > 1 ? PilotKind.Joint : PilotKind.Single, Start = new(2026, 1, 1),
        Shares = [.. shares.Select(share => new Share
        {
            Municipality = MunicipalityId.Parse(share.Municipality), Parts = share.Parts, Whole = 100,
            From = new(2026, 1, 1),
        })],
    };

    public static RegistryChange Change<T>(T facts, string? reason = "test", long? ifMatch = null) => new()
    {
        Facts = JsonSerializer.SerializeToUtf8Bytes(facts, KpiGridJson.Options), Author = "actor-1",
        Reason = reason, IfMatch = ifMatch,
    };

    public static async Task<RegistryEntry> Accepted(Task<RegistryAnswer> put)
    {
        var answer = await put;
        Assert.True(answer.Problems.Count == 0, string.Join("; ", answer.Problems));
        return answer.Entry!;
    }

    public async ValueTask DisposeAsync()
    {
        await Cluster.StopAllSilosAsync(CancellationToken.None);
        await Cluster.DisposeAsync();
    }
}
