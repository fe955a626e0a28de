namespace KpiGrid.Host.Clustering;

/// <summary>Where the journal is kept.</summary>
internal enum StoreKind
{
    /// <summary>In a data folder that one process holds alone.</summary>
    Sqlite,

    /// <summary>In a PostgreSQL database, for any number of silos.</summary>
    Postgres,

    /// <summary>In Azure tables and blobs, for any number of silos.</summary>
    Azure,
}

/// <summary>Where everything that lasts is kept; section <c>Store</c>.</summary>
internal sealed class StoreOptions
{
    public const string Section = "Store";

    /// <summary>The kind of store.</summary>
    /// <value>null: sqlite.</value>
    public StoreKind? Kind { get; set; }

    /// <summary>The connection string of the PostgreSQL database. A secret: by file or environment.</summary>
    public string? Postgres { get; set; }

    /// <summary>The connection string of the Azure storage account. A secret: by file or environment.</summary>
    public string? Azure { get; set; }
}
