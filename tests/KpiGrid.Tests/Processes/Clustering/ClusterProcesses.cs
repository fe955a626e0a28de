using KpiGrid.Host.Keys;
using KpiGrid.Tests.Journal;
using KpiGrid.Tests.Journal.Postgres;
using Xunit;

namespace KpiGrid.Tests.Processes.Clustering;

/// <summary>Three silos and two front ends of the built program over one PostgreSQL database; one cluster for its tests.</summary>
public sealed class ClusterProcesses : IAsyncLifetime
{
    private readonly TempFolder folder = new();
    private PostgresDatabase database = null!;

    internal List<ClusterProcess> Silos { get; private set; } = [];

    internal List<ClusterProcess> Fronts { get; private set; } = [];

    internal IEnumerable<ClusterProcess> All => [.. Silos, .. Fronts];

    /// <summary>The keys that the silos keep; one of them keeps one.</summary>
    internal IReadOnlyList<string> Keys => [.. Silos.Select(silo => AdminKeyFile.Read(silo.Folder)).OfType<string>()];

    internal Dictionary<string, string> Settings { get; } = new() { ["KPIGRID_Postgres__AcceptLoss"] = "true" };

    public async ValueTask InitializeAsync()
    {
        database = await PostgresRun.NewDatabase();
        Settings["KPIGRID_Store__Postgres"] = database.ConnectionString;
        Silos = [.. Enumerable.Range(1, 3).Select(n => Process("silo", n))];
        Fronts = [.. Enumerable.Range(1, 2).Select(n => Process("front", n))];
        foreach (var each in All) each.Launch();
        foreach (var each in All) await each.Ready();
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var each in All) await each.DisposeAsync();
        await database.DisposeAsync();
        folder.Dispose();
    }

    /// <summary>Another process, with a setting of its own.</summary>
    internal ClusterProcess Process(string role, int number, params (string Name, string Value)[] more) => new(
        role, folder.File($"{role}{number}"), new Dictionary<string, string>(
            Settings.Concat(more.Select(each => KeyValuePair.Create(each.Name, each.Value)))));

    /// <summary>A client with the key of everything, whose requests go to one front end after another until one answers.</summary>
    internal RovingClient Client() => new([.. Fronts.Select(front => front.Address)], Keys.Single());
}
