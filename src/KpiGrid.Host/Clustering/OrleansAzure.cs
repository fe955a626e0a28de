#if ORLEANS_AZURE
using Azure.Data.Tables;
using Azure.Storage.Blobs;
using Orleans.Configuration;
using Orleans.Serialization;
using Orleans.Storage;
#endif

namespace KpiGrid.Host.Clustering;

/// <summary>
/// What Orleans itself needs, kept in Azure by its own providers: which silos there are, reminders, snapshots. In builds
/// with <c>-p:OrleansAzure=true</c> only; keep it small, for the default build does not compile it.
/// </summary>
internal static class OrleansAzure
{
#if ORLEANS_AZURE
    private const string Tables = "KpiGridSilos", Reminders = "KpiGridReminders", Snapshots = "kpigrid-grains";

    public static bool IsBuilt => true;

    public static void JoinByAzure(this ISiloBuilder silo, string connectionString)
    {
        var account = new TableServiceClient(connectionString);
        silo.UseAzureStorageClustering(options => (options.TableServiceClient, options.TableName) = (account, Tables));
        silo.UseAzureTableReminderService(options =>
            (options.TableServiceClient, options.TableName) = (account, Reminders));
    }

    public static void JoinByAzure(this IClientBuilder client, string connectionString) =>
        client.UseAzureStorageClustering(options =>
            (options.TableServiceClient, options.TableName) = (new TableServiceClient(connectionString), Tables));

    /// <summary>Takes the place of the journal's own snapshots. A cache all the same: the journal alone is the truth.</summary>
    public static void KeepSnapshotsInAzure(this ISiloBuilder silo, string connectionString) =>
        silo.AddAzureBlobGrainStorage("snapshots", builder => builder.Configure<Serializer>((options, serializer) =>
            (options.BlobServiceClient, options.ContainerName, options.GrainStorageSerializer) =
                (new BlobServiceClient(connectionString), Snapshots, new OrleansGrainStorageSerializer(serializer))));
#else
    public static bool IsBuilt => false;

    public static void JoinByAzure(this ISiloBuilder silo, string connectionString) => throw NotBuilt();

    public static void JoinByAzure(this IClientBuilder client, string connectionString) => throw NotBuilt();

    /// <summary>Nothing to do: the journal keeps its own.</summary>
    public static void KeepSnapshotsInAzure(this ISiloBuilder silo, string connectionString)
    {
    }

    private static InvalidDataException NotBuilt() => new("This build has no cluster by Azure: see OrleansAzure in README");
#endif
}
