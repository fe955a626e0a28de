using KpiGrid.Silo.Journal;
using KpiGrid.Silo.Journal.Postgres;
using KpiGrid.Silo.Journal.Sqlite;

namespace KpiGrid.Host.Clustering;

/// <summary>Gives a silo the store that the settings name, or a reader of it. A further kind of store is registered here.</summary>
internal static class Stores
{
    public static void AddStore(this ISiloBuilder silo, ServerSettings settings, HostOrder order)
    {
        if (order.Journal is { } add) add(silo);
        else if (settings.StoreKind == StoreKind.Sqlite) silo.AddSqliteJournal(order.Data);
        else if (settings.StoreKind == StoreKind.Postgres) silo.AddPostgresJournal(settings.Store.Postgres!);
        else AddAzure(silo, settings.Store.Azure!);
    }

    /// <summary>Opens a store that is there, beside whoever serves it.</summary>
    /// <exception cref="IOException">There is none, or it is not reached.</exception>
    public static IJournal OpenForReading(ServerSettings settings, string data) => settings.StoreKind switch
    {
        StoreKind.Sqlite => SqliteJournal.OpenForReading(DataFolder.JournalFileIn(Path.GetFullPath(data))),
        StoreKind.Postgres => PostgresJournal.OpenForReading(settings.Store.Postgres!),
        _ => throw new InvalidDataException("A store in Azure is not read beside its silos: ask one of the others."),
    };

    private static void AddAzure(ISiloBuilder silo, string connectionString)
    {
        silo.AddAzureJournal(connectionString);
        silo.KeepSnapshotsInAzure(connectionString);
    }
}
