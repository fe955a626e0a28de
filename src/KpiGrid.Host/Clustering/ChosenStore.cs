using KpiGrid.Silo.Journal;
using KpiGrid.Silo.Journal.Backup;
using KpiGrid.Silo.Journal.Postgres;
using KpiGrid.Silo.Journal.Sqlite;

namespace KpiGrid.Host.Clustering;

/// <summary>The store that a command works on, named as for a server.</summary>
internal sealed class ChosenStore
{
    private readonly ServerSettings settings;
    private readonly PostgresOptions postgres;
    private readonly string data;

    public ChosenStore(IConfiguration configuration, string data)
    {
        settings = ServerSettings.Of(configuration);
        postgres = configuration.GetSection(PostgresOptions.Section).Get<PostgresOptions>() ?? new();
        this.data = Path.GetFullPath(data);
    }

    /// <summary>The file of an embedded store that is not there; null when there is a store, as far as can be told.</summary>
    public string? MissingFile => settings.StoreKind == StoreKind.Sqlite && !File.Exists(DataFolder.JournalFileIn(data))
        ? DataFolder.JournalFileIn(data)
        : null;

    /// <summary>The store as it stands now, whoever serves it.</summary>
    public async Task<IStoreCut> Cut(CancellationToken cancellationToken) => settings.StoreKind switch
    {
        StoreKind.Sqlite => SqliteCut.Open(DataFolder.JournalFileIn(data)),
        StoreKind.Postgres => await PostgresCut.Open(settings.Store.Postgres!, cancellationToken),
        _ => throw NotInThisBuild(),
    };

    /// <summary>A store in the making, in its place.</summary>
    public async Task<IStoreDraft> Draft(bool replace, CancellationToken cancellationToken) => settings.StoreKind switch
    {
        StoreKind.Sqlite => await SqliteDraft.Begin(data, replace, cancellationToken),
        StoreKind.Postgres => await PostgresDraft.Begin(settings.Store.Postgres!, postgres, replace, cancellationToken),
        _ => throw NotInThisBuild(),
    };

    private static InvalidDataException NotInThisBuild() => new(
        "A store in Azure is neither backed up nor restored by kpigrid: use what the storage account offers");
}
