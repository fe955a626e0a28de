using KpiGrid.Tests.Cluster;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Npgsql;
using Orleans.Configuration;
using Orleans.Hosting;
using Orleans.Runtime;
using Xunit;

namespace KpiGrid.Tests.Clustering;

/// <summary>The project's own statements, as Orleans' reminders use them.</summary>
public sealed class ReminderTests : IAsyncLifetime
{
    private ClusterTable cluster = null!;

    public async ValueTask InitializeAsync() => cluster = await ClusterTable.New();

    public ValueTask DisposeAsync() => cluster.DisposeAsync();

    [Fact]
    public async Task A_reminder_fires_after_a_restart_and_no_more_once_it_is_dropped()
    {
        using (var first = await Silo())
        {
            await first.Services.GetRequiredService<IGrainFactory>().GetGrain<IRemindedGrain>("one").Remind();
            await first.StopAsync(TestContext.Current.CancellationToken);
        }
        using var second = await Silo();
        var grain = second.Services.GetRequiredService<IGrainFactory>().GetGrain<IRemindedGrain>("one");
        Assert.True(await Deadline.Comes(async () => await grain.Times() > 0, TimeSpan.FromMinutes(1)));
        await grain.Forget();
        Assert.Equal(0L, await cluster.Ask<long>("select count(*) from reminder"));
        await second.StopAsync(TestContext.Current.CancellationToken);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    [InlineData(7)]
    public async Task Ranges_that_make_up_the_ring_hold_every_reminder_once(int parts)
    {
        using var silo = await Silo();
        var table = silo.Services.GetRequiredService<IReminderTable>();
        var hashes = new uint[] { 0, 1, int.MaxValue, (uint)int.MaxValue + 1, uint.MaxValue, 12_345, 3_000_000_000 };
        foreach (var hash in hashes)
            await cluster.Run($"insert into reminder values ('kpigrid', 'reminded/{hash}', 'r', {unchecked((int)hash)}, now(), 60000)");
        var step = (uint)(uint.MaxValue / (uint)parts);
        var borders = Enumerable.Range(0, parts).Select(part => 17 + (uint)part * step).ToList();
        var found = new List<string>();
        for (var part = 0; part < parts; part++)
        {
            var rows = await table.ReadRows(borders[part], borders[(part + 1) % parts], TestContext.Current.CancellationToken);
            found.AddRange(rows.Reminders.Select(row => row.GrainId.ToString()));
        }
        Assert.Equal(hashes.Select(hash => $"reminded/{hash}").Order(), found.Order());
    }

    private async Task<IHost> Silo()
    {
        var builder = Microsoft.Extensions.Hosting.Host.CreateApplicationBuilder();
        builder.Logging.ClearProviders();
        builder.UseOrleans(silo =>
        {
            silo.UseLocalhostClustering(siloPort: FreePorts.Next(), gatewayPort: FreePorts.Next(), serviceId: "kpigrid");
            silo.Configure<ReminderOptions>(options => options.MinimumReminderPeriod = TimeSpan.FromMilliseconds(100));
            silo.UseAdoNetReminderService(options => options.Configure(provider =>
                (provider.Invariant, provider.ConnectionString) = ("Npgsql", cluster.ConnectionString)));
        });
        var host = builder.Build();
        await host.StartAsync(TestContext.Current.CancellationToken);
        return host;
    }
}

[Alias("IRemindedGrain")]
public interface IRemindedGrain : IGrainWithStringKey
{
    [Alias("Remind")]
    Task Remind();

    [Alias("Times")]
    Task<int> Times();

    [Alias("Forget")]
    Task Forget();
}

/// <summary>Counts how often it was reminded since it was activated.</summary>
internal sealed class RemindedGrain : Grain, IRemindedGrain, IRemindable
{
    private int times;

    public Task Remind() => this.RegisterOrUpdateReminder("r", TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(1));

    public Task<int> Times() => Task.FromResult(times);

    public async Task Forget() => await this.UnregisterReminder((await this.GetReminder("r"))!);

    public Task ReceiveReminder(string reminderName, TickStatus status)
    {
        times++;
        return Task.CompletedTask;
    }
}
