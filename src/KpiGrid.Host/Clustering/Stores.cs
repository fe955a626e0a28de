using KpiGrid.Silo.Journal;

namespace KpiGrid.Host.Clustering;

/// <summary>Gives a silo the store that the settings name. A further kind of store is registered here.</summary>
internal static class Stores
{
    public static void AddStore(this ISiloBuilder silo, ServerSettings settings, HostOrder order)
    {
        if (order.Journal is { } add) add(silo);
        else if (settings.StoreKind == StoreKind.Sqlite) silo.AddSqliteJournal(order.Data);
        else if (settings.StoreKind == StoreKind.Postgres) silo.AddPostgresJournal(settings.Store.Postgres!);
        else AddAzure(silo, settings.Store.Azure!);
    }

    private static void AddAzure(ISiloBuilder silo, string connectionString)
    {
        silo.AddAzureJournal(connectionString);
        silo.KeepSnapshotsInAzure(connectionString);
    }
}
