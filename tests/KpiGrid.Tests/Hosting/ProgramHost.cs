using System.Net;
using KpiGrid.Api.Keys;
using KpiGrid.Host;
using KpiGrid.Tests.Journal;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace KpiGrid.Tests.Hosting;

/// <summary>The program's own composition in this process, with settings and an admin's key.</summary>
internal sealed class ProgramHost : IAsyncDisposable
{
    private readonly TempFolder folder = new();
    private readonly TestStore store;

    private ProgramHost(TestStore store, string urls, bool insecure, Dictionary<string, string?> settings)
    {
        this.store = store;
        App = KpiGridHost.Build(new()
        {
            Urls = urls, Data = folder.Path, InsecurePublic = insecure, Settings = settings, Journal = store.AddTo,
        });
    }

    public WebApplication App { get; }

    public string Key { get; private set; } = "";

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    public static async Task<ProgramHost> Build(string urls, bool insecure = false, params string[] settings) => new(
        await TestStore.New(), urls, insecure, settings.Select(setting => setting.Split('=', 2)).ToDictionary(parts => parts[0], parts => (string?)parts[1]));

    /// <summary>One that listens on a port of its own on this machine.</summary>
    public static async Task<ProgramHost> Start(params string[] settings)
    {
        var host = await Build("http://127.0.0.1:0", settings: settings);
        await host.App.StartAsync(Cancelled);
        await new FirstKey(host.App.Services.GetRequiredService<IGrainFactory>(), TimeProvider.System)
            .Ensure(null, key => host.Key = key);
        return host;
    }

    public async Task<(HttpStatusCode Status, string Text)> Get(string path, string? key = null, string? forwardedFor = null)
    {
        using var http = new HttpClient { BaseAddress = new(App.Urls.First()) };
        var request = new HttpRequestMessage(HttpMethod.Get, path);
        if (key is not null) request.Headers.Authorization = new("Bearer", key);
        if (forwardedFor is not null) request.Headers.Add("X-Forwarded-For", forwardedFor);
        using var answer = await http.SendAsync(request, Cancelled);
        return (answer.StatusCode, await answer.Content.ReadAsStringAsync(Cancelled));
    }

    public async ValueTask DisposeAsync()
    {
        // Disposing alone tears the silo down in the middle of its work.
        await App.StopAsync(CancellationToken.None);
        await App.DisposeAsync();
        await store.DisposeAsync();
        folder.Dispose();
    }
}
