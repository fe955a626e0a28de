using System.Text.Json;
using KpiGrid.Tests.Journal;
using KpiGrid.Tests.Processes;
using Xunit;

namespace KpiGrid.Tests.Import;

/// <summary>A server with the yearly files of two regions, each imported by the program as a person would.</summary>
public sealed class RealFiles : IAsyncLifetime
{
    private static readonly TimeSpan commandWithin = TimeSpan.FromMinutes(3);

    private readonly TempFolder folder = new();
    private readonly ServerProcess server;
    private readonly Lazy<Task<IReadOnlyDictionary<string, JsonElement>>> imported;
    private readonly Lazy<JsonElement> totals =
        new(() => JsonSerializer.Deserialize<JsonElement>(File.ReadAllBytes(SharedData.File("reference-totals.json"))));

    public RealFiles()
    {
        server = new(folder.Path);
        imported = new(ImportAll);
    }

    internal static (string Map, string Data)[] Files { get; } =
    [
        ("zurich", "zurich_waste_by_municipality_2000_2021.csv"),
        ("emilia-romagna", "emilia_romagna_ru_by_municipality_2010_2016.csv"),
        ("emilia-romagna-fractions", "emilia_romagna_ru_by_fraction_2015_2016.csv"),
    ];

    internal static string MapOf(string name) => Path.Combine(AppContext.BaseDirectory, "Import", $"{name}.map.json");

    internal static string DataOf(string name) =>
        SharedData.File("tonnage/" + Files.First(file => file.Map == name).Data);

    /// <summary>What a file comes to, computed elsewhere.</summary>
    internal JsonElement Reference(string name) =>
        totals.Value.GetProperty(Files.First(file => file.Map == name).Data);

    /// <summary>What the import of a file told; the first test that asks waits for all of them.</summary>
    internal async Task<JsonElement> Imported(string name)
    {
        Assert.NotEmpty(DataOf(name));
        return (await imported.Value)[name];
    }

    internal Task<JsonElement> ImportAgain(string name) => Import(name);

    internal async Task<JsonElement> Verify() => JsonSerializer.Deserialize<JsonElement>(await ProgramProcess.Run(
        commandWithin, "verify", "--data", folder.Path, "--url", server.Address.ToString(), "--json"));

    internal async Task<JsonElement> Get(string address)
    {
        await imported.Value;
        using var client = server.Client();
        return JsonSerializer.Deserialize<JsonElement>(await client.GetStringAsync(
            new Uri("/v1/" + address, UriKind.Relative), TestContext.Current.CancellationToken));
    }

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public async ValueTask DisposeAsync()
    {
        await server.DisposeAsync();
        folder.Dispose();
    }

    private async Task<IReadOnlyDictionary<string, JsonElement>> ImportAll()
    {
        await server.Start();
        var counts = new Dictionary<string, JsonElement>();
        foreach (var (map, _) in Files) counts[map] = await Import(map);
        return counts;
    }

    private async Task<JsonElement> Import(string name) => JsonSerializer.Deserialize<JsonElement>(
        await ProgramProcess.Run(commandWithin, "import", DataOf(name), "--map", MapOf(name), "--create", "--url",
            server.Address.ToString(), "--key", server.Key, "--json"));
}

/// <summary>Alone: the imports keep every core busy, and others wait with deadlines.</summary>
[CollectionDefinition(DisableParallelization = true)]
public sealed class RealFilesAlone : ICollectionFixture<RealFiles>;
