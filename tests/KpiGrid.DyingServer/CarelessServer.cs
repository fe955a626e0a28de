using KpiGrid.Host;
using KpiGrid.Silo.Journal;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace KpiGrid.DyingServer;

/// <summary>A process of a cluster as it is, but for one safeguard of its journal.</summary>
internal static class CarelessServer
{
    public static WebApplication Build(IConfiguration asked, string without) => KpiGridHost.Build(new()
    {
        Urls = asked["urls"]!, Data = asked["data"]!, InsecurePublic = true,
        Settings = new Dictionary<string, string?> { ["Cluster:Role"] = asked["role"] },
        Journal = silo =>
        {
            silo.AddPostgresJournal(Environment.GetEnvironmentVariable("KPIGRID_Store__Postgres")!);
            var journal = silo.Services.Last(service => service.ServiceType == typeof(IJournal));
            silo.Services.Remove(journal);
            silo.Services.AddSingleton<IJournal>(services =>
                new CarelessJournal((IJournal)journal.ImplementationFactory!(services), without));
        },
    });
}
