using System.Text.Json;
using KpiGrid.Host;
using KpiGrid.Host.Http;
using KpiGrid.Host.Keys;
using KpiGrid.Host.Samples;
using KpiGrid.Tests.Cluster;
using KpiGrid.Tests.Journal;
using Microsoft.AspNetCore.Builder;
using Xunit;

namespace KpiGrid.Tests.Samples;

/// <summary>The sample networks with their generator running.</summary>
public sealed class LiveGeneratorTests : IAsyncLifetime
{
    /// <summary>The regions and pilots whose totals are promised; the generator must be in none of them.</summary>
    private static readonly string[] promised =
        ["midtjylland", "ncc", "lc-strategie", "lc-pilot", "intradura", "imog", "cirkelstad", "gvt"];

    private static readonly string[] pilots = ["live-koebenhavn", "live-amsterdam", "live-antwerpen"];

    private readonly TempFolder folder = new();
    private readonly SteppedTime time = new();
    private WebApplication app = null!;
    private HttpClient client = null!;
    private PatientHttp http = null!;

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        app = KpiGridHost.Build(new() { Urls = "http://127.0.0.1:0", Data = folder.Path, Time = time });
        await app.StartAsync(Cancelled);
        client = KeyedHttp.Client(new(app.Urls.First()), AdminKeyFile.Read(folder.Path));
        http = new(client, TimeProvider.System, new());
        await new SampleLoader(http, time).Load((_, _, _) => { }, Cancelled);
    }

    public async ValueTask DisposeAsync()
    {
        client.Dispose();
        await app.StopAsync(Cancelled);
        await app.DisposeAsync();
        folder.Dispose();
    }

    [Fact]
    public async Task A_second_run_adds_to_the_first_and_its_pilots_are_marked_as_samples()
    {
        var pushed = await RunFor(3) + await RunFor(3);

        var series = new List<JsonElement>();
        foreach (var pilot in pilots)
            foreach (var stream in (string[])["CDW-DIV/recycled", "MAT-REU/wood"])
                series.AddRange(await Measurements(pilot, stream));
        Assert.Equal(pushed, series.Count);
        Assert.Equal(pushed, series.Select(each => each.GetProperty("id").GetString()).Distinct().Count());
        foreach (var pilot in pilots) Assert.True((await Get($"/v1/pilots/{pilot}")).GetProperty("sample").GetBoolean());
    }

    [Fact]
    public void It_pushes_to_no_region_whose_totals_are_promised()
    {
        var places = LiveGenerator.Municipalities.ToHashSet();
        var networks = SampleNetworks.Read();
        Assert.All(promised, region => Assert.DoesNotContain(
            networks.Regions[region]["members"]!.AsArray(), member => places.Contains((string)member!["municipality"]!)));
        Assert.All(networks.Regions["live"]["members"]!.AsArray(), member =>
            Assert.Contains((string)member!["municipality"]!, places));
    }

    /// <summary>Runs until it has pushed so many, then stops it.</summary>
    private async Task<int> RunFor(int pushes)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(Cancelled);
        var generator = new LiveGenerator(http, time);
        var running = generator.Run(stop.Token);
        Assert.True(await Deadline.Comes(() => Task.FromResult(generator.Pushed >= pushes), TimeSpan.FromSeconds(60)));
        await stop.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => running);
        return generator.Pushed;
    }

    private async Task<IEnumerable<JsonElement>> Measurements(string pilot, string stream)
    {
        var answer = await http.Get($"/v1/pilots/{pilot}/streams/{stream}", Cancelled);
        if (!answer.IsSuccess) return [];
        return [.. answer.Json().GetProperty("measurements").EnumerateArray()];
    }

    private async Task<JsonElement> Get(string path) => (await http.Get(path, Cancelled)).Json();
}
