namespace KpiGrid.Silo.Journal.Postgres;

/// <summary>What is asked of a PostgreSQL server; section <c>Postgres</c> of the configuration.</summary>
internal sealed class PostgresOptions
{
    public const string Section = "Postgres";

    /// <summary>
    /// Whether a server is taken that forgets acknowledged records when it or its machine dies (<c>fsync</c>,
    /// <c>full_page_writes</c> or <c>synchronous_commit</c> off). For tests on data that nobody needs.
    /// </summary>
    public bool AcceptLoss { get; set; }
}
