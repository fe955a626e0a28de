using KpiGrid.Silo.Journal;
using KpiGrid.Silo.Journal.Postgres;
using KpiGrid.Silo.Journal.Sqlite;
using KpiGrid.Tests.Journal.Postgres;

namespace KpiGrid.Tests.Journal.Backup;

/// <summary>A place for one installation: a data folder, and the settings that name its store.</summary>
/// <param name="Data">The data folder.</param>
/// <param name="Settings">The settings, as a server is given them.</param>
/// <param name="Read">Opens the store beside whoever serves it.</param>
internal sealed record TestedStore(string Data, IReadOnlyDictionary<string, string?> Settings, Func<IJournal> Read)
{
    /// <summary>The same settings, as the environment of a process has them.</summary>
    public IEnumerable<KeyValuePair<string, string>> Environment => Settings.Select(setting =>
        KeyValuePair.Create("KPIGRID_" + setting.Key.Replace(":", "__", StringComparison.Ordinal), setting.Value!));

    public static TestedStore Sqlite(string data) => new(
        data, new Dictionary<string, string?>(), () => SqliteJournal.OpenForReading(DataFolder.JournalFileIn(data)));

    public static TestedStore Postgres(string data, PostgresDatabase database) => new(
        data, new Dictionary<string, string?>
        {
            ["Store:Kind"] = "postgres", ["Store:Postgres"] = database.ConnectionString, ["Cluster:Kind"] = "local",
            ["Postgres:AcceptLoss"] = "true",
        },
        () => PostgresJournal.OpenForReading(database.ConnectionString));
}
