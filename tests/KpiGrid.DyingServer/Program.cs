using KpiGrid.DyingServer;
using KpiGrid.Host;
using KpiGrid.Silo.Journal;
using KpiGrid.Silo.Journal.Sqlite;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

// The server as it is, which ends itself at one named point of a push, as if the power were cut.
var asked = new ConfigurationBuilder().AddCommandLine(args.Where(word => word is not ("serve" or "--insecure-public")).ToArray()).Build();
if (Environment.GetEnvironmentVariable("KPIGRID_WITHOUT") is { Length: > 0 } without)
{
    await using var careless = CarelessServer.Build(asked, without);
    await careless.RunAsync();
    return;
}
var (urls, data) = (asked["urls"]!, asked["data"]!);
var death = new Death(asked["die-at"] ?? "nowhere", asked.GetValue("push", 1));

await using var app = KpiGridHost.Build(new()
{
    Urls = urls, Data = data,
    Journal = silo =>
    {
        silo.Services.AddSingleton(_ => DataFolder.Open(data));
        silo.Services.AddTransient<IStartupFilter>(_ => new DeathAfterAnswer(death));
        silo.AddIncomingGrainCallFilter(new DeathInPilot(death));
        silo.AddJournal(services =>
            SqliteJournal.Open(services.GetRequiredService<DataFolder>().JournalFile, death.Watch));
    },
});
await app.RunAsync();
