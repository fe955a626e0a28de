using System.Net;
using KpiGrid.Host;
using KpiGrid.Host.Clustering;
using KpiGrid.Host.Keys;
using KpiGrid.Tests.Api.Hosting;
using KpiGrid.Tests.Journal;
using KpiGrid.Tests.Journal.Azure;
using KpiGrid.Tests.Processes;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Xunit;

namespace KpiGrid.Tests.Hosting;

/// <summary>The program's own composition over Azure storage, by settings alone.</summary>
public sealed class AzureClusterTests
{
    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Silos_on_Azure_storage_find_each_other_by_Redis()
    {
        var azurite = await Azurite.Shared();
        using var folder = new TempFolder();
        await using var redis = await RedisProcess.Start(folder.Path);
        var store = Azurite.NewName();
        await using var first = await Start("first");
        await using var second = await Start("second");

        var silos = await second.Services.GetRequiredService<IGrainFactory>().GetGrain<IManagementGrain>(0).GetHosts(true, Cancelled);
        using var http = new HttpClient { BaseAddress = new(second.Urls.First()) }.With(AdminKeyFile.Read(folder.File("first"))!);
        var answer = await http.GetAsync("/v1/kpis", Cancelled);

        Assert.Equal(2, silos.Count);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);

        async Task<WebApplication> Start(string name)
        {
            var app = KpiGridHost.Build(new()
            {
                Urls = "http://127.0.0.1:0",
                Data = folder.File(name),
                Settings = new Dictionary<string, string?>
                {
                    ["Store:Kind"] = "azure", ["Store:Azure"] = azurite.ConnectionString, ["Journal:Azure:Name"] = store,
                    // Patience for a machine that does much else.
                    ["Journal:Azure:RequestTimeout"] = "00:01:00", ["Journal:AppendTimeout"] = "00:02:00",
                    ["Cluster:ProbeTimeout"] = "00:00:20",
                    ["Cluster:Kind"] = "redis", ["Cluster:Redis"] = redis.Address, ["Cluster:Id"] = store,
                    ["Cluster:SiloPort"] = $"{ServerProcess.FreePort()}",
                    ["Cluster:GatewayPort"] = $"{ServerProcess.FreePort()}",
                },
            });
            await app.StartAsync(Cancelled);
            return app;
        }
    }

    [Theory]
    [InlineData("Cluster:Kind=redis", "Cluster:Redis")]
    [InlineData("Cluster:Kind=redis Cluster:Redis=,", "Cluster:Redis")]
    [InlineData("Cluster:Kind=azure", "OrleansAzure=true")]
    [InlineData("", "OrleansAzure=true")]
    public void A_cluster_that_cannot_be_is_refused_with_a_remedy(string settings, string remedy)
    {
        var given = settings.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(setting => setting.Split('='))
            .ToDictionary(parts => parts[0], parts => (string?)parts[1]);
        given["Store:Kind"] = "azure";
        given["Store:Azure"] = "AccountName=a;AccountKey=c2VjcmV0";

        var refused = Assert.Throws<OptionsValidationException>(() => KpiGridHost.Build(
            new() { Urls = "http://127.0.0.1:0", Data = "none", Settings = given }));

        if (remedy.StartsWith("OrleansAzure", StringComparison.Ordinal))
            Assert.SkipWhen(OrleansAzure.IsBuilt, "This build has a cluster by Azure");
        Assert.Contains(remedy, refused.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("c2VjcmV0", refused.Message, StringComparison.Ordinal);
    }
}
