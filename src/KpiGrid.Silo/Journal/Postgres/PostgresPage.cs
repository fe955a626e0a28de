namespace KpiGrid.Silo.Journal.Postgres;

/// <summary>A page of records, cut by the server, which would else send far more than is read of it.</summary>
internal static class PostgresPage
{
    public const int RecordsMax = 256;
    public const long BytesMax = 1024 * 1024;

    private const string Columns = "stream, sequence, recorded_at, author, type, body, hash";

    /// <summary>
    /// The first <c>$1</c> records of an order, and none after the one with which their bodies come to more than <c>$2</c>.
    /// </summary>
    /// <param name="from">Where they come from: what follows <c>select … from</c>, with parameters from <c>$3</c> on.</param>
    /// <param name="order">The order, of which no two records have the same place.</param>
    public static string Of(string from, string order) => $"""
        select {Columns} from (
          select *, sum(octet_length(body)) over (order by {order}) - octet_length(body) as before
          from (select {Columns} from {from} order by {order} limit $1) first) page
        where before <= $2 order by {order}
        """;
}
