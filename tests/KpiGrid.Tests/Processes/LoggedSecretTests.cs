using KpiGrid.Host.Http;
using KpiGrid.Host.Keys;
using KpiGrid.Tests.Api.Hosting;
using KpiGrid.Tests.Journal;
using Xunit;

namespace KpiGrid.Tests.Processes;

/// <summary>A server that logs everything logs no key.</summary>
public sealed class LoggedSecretTests
{
    [Fact]
    public async Task No_key_stands_in_a_log_of_everything()
    {
        using var folder = new TempFolder();
        await using var server = new ServerProcess(folder.Path) { Settings = { ["Logging__LogLevel__Default"] = "Trace" } };
        await server.Start();
        var admin = AdminKeyFile.Read(folder.Path)!;
        using var client = server.Client();
        var desk = new KeyDesk(new(client, TimeProvider.System, Patience.None));
        var wish = new KeyWish("somebody", "analyst", null, "log test");
        var made = (await desk.Make(wish, Cancelled)).GetProperty("key").GetString()!;
        var link = await desk.MakeLink(server.Address, wish, Cancelled);
        string[] keys = [admin, made, link.Segments[^1], made[..16] + new string('A', 43)];
        foreach (var key in keys) await Ask(server.Address, key);
        using var anybody = new HttpClient();
        await anybody.GetAsync(link, Cancelled);
        await anybody.With(keys[^1]).GetAsync(link, Cancelled);
        await desk.Revoke(made[3..15], "log test", Cancelled);

        var logged = server.Output + server.Error;
        Assert.Contains(made[3..15], logged, StringComparison.Ordinal); // it does log
        Assert.All(keys, key => Assert.DoesNotContain(key[16..], logged, StringComparison.Ordinal));
    }

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    private static async Task Ask(Uri address, string key)
    {
        using var client = new HttpClient { BaseAddress = address };
        await ApiCluster.Send(client.With(key), new(HttpMethod.Get, "/v1/kpis?limit=1"));
    }
}
