using KpiGrid.Silo.Journal.Azure;
using KpiGrid.Silo.Journal.Postgres;
using KpiGrid.Silo.Journal.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Orleans.Serialization;
using Orleans.Storage;

namespace KpiGrid.Silo.Journal;

/// <summary>Gives a silo its journal, the writer in front of it, and the snapshots beside it.</summary>
public static class JournalRegistration
{
    /// <summary>The journal in SQLite, in a data folder that this process then holds alone.</summary>
    public static ISiloBuilder AddSqliteJournal(this ISiloBuilder builder, string folder)
    {
        builder.Services.AddSingleton(_ => DataFolder.Open(folder));
        return builder.AddJournal(
            services => SqliteJournal.Open(services.GetRequiredService<DataFolder>().JournalFile));
    }

    /// <summary>The journal in a PostgreSQL database, which any number of silos share.</summary>
    public static ISiloBuilder AddPostgresJournal(this ISiloBuilder builder, string connectionString)
    {
        builder.Services.AddOptions<PostgresOptions>().BindConfiguration(PostgresOptions.Section);
        // What failed underneath travels with the failure to callers in other processes, who need not know its type.
        builder.Services.Configure<ExceptionSerializationOptions>(
            options => options.SupportedNamespacePrefixes.Add(nameof(Npgsql)));
        return builder.AddJournal(services => PostgresJournal.Open(
            connectionString, services.GetRequiredService<IOptions<PostgresOptions>>().Value));
    }

    /// <summary>The journal in an Azure storage account, which any number of silos share.</summary>
    public static ISiloBuilder AddAzureJournal(this ISiloBuilder builder, string connectionString)
    {
        builder.Services.AddOptions<AzureJournalOptions>().BindConfiguration(AzureJournalOptions.Section).ValidateOnStart();
        builder.Services.AddSingleton<IValidateOptions<AzureJournalOptions>, AzureJournalOptionsCheck>();
        return builder.AddJournal(services => AzureJournal.Open(connectionString,
            services.GetRequiredService<IOptions<AzureJournalOptions>>().Value,
            services.GetRequiredService<TimeProvider>(), services.GetRequiredService<ILogger<AzureJournal>>()));
    }

    /// <summary>The journal in memory, for tests: gone with the process.</summary>
    public static ISiloBuilder AddMemoryJournal(this ISiloBuilder builder) =>
        builder.AddJournal(_ => new MemoryJournal());

    /// <summary>Any store, such as one that several silos of a test share.</summary>
    internal static ISiloBuilder AddJournal<T>(this ISiloBuilder builder, Func<IServiceProvider, T> open)
        where T : class, IJournal, ISnapshotTable, IPersonTable
    {
        var services = builder.Services;
        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton(open);
        services.AddSingleton<IJournal>(provider => provider.GetRequiredService<T>());
        services.AddSingleton<ISnapshotTable>(provider => provider.GetRequiredService<T>());
        services.AddSingleton<IPersonTable>(provider => provider.GetRequiredService<T>());
        services.AddOptions<JournalOptions>().BindConfiguration(JournalOptions.Section).ValidateOnStart();
        services.AddSingleton<IValidateOptions<JournalOptions>, JournalOptionsCheck>();
        services.AddSingleton<GroupCommit>();
        services.AddSingleton<ILifecycleParticipant<ISiloLifecycle>>(
            provider => provider.GetRequiredService<GroupCommit>());
        services.AddKeyedSingleton<IGrainStorage>(SnapshotStorage.ProviderName,
            (provider, _) => ActivatorUtilities.CreateInstance<SnapshotStorage>(
                provider, ActivatorUtilities.CreateInstance<OrleansGrainStorageSerializer>(provider)));
        return builder;
    }
}
