using Npgsql;

namespace KpiGrid.Silo.Journal.Postgres;

/// <summary>The snapshot table: each write names the etag that it replaces.</summary>
internal static class PostgresSnapshots
{
    public static async Task<Snapshot?> Read(NpgsqlDataSource source, string name, CancellationToken cancellationToken)
    {
        var rows = await source.Rows("select etag, body from snapshot where name = $1", [name],
            row => new Snapshot(row.GetString(0), row.GetFieldValue<byte[]>(1)), cancellationToken);
        return rows.SingleOrDefault();
    }

    public static async Task<bool> Write(
        NpgsqlDataSource source, string name, string? expectedEtag, Snapshot snapshot, CancellationToken cancellationToken) =>
        await source.Run(
            expectedEtag is null
                ? "insert into snapshot (name, etag, body) values ($1, $2, $3) on conflict do nothing"
                : "update snapshot set etag = $2, body = $3 where name = $1 and etag = $4",
            expectedEtag is null ? [name, snapshot.Etag, snapshot.Body] : [name, snapshot.Etag, snapshot.Body, expectedEtag],
            cancellationToken) == 1;

    public static async Task<bool> Clear(
        NpgsqlDataSource source, string name, string? expectedEtag, CancellationToken cancellationToken) =>
        expectedEtag is null
            ? await Read(source, name, cancellationToken) is null
            : await source.Run("delete from snapshot where name = $1 and etag = $2", [name, expectedEtag],
                cancellationToken) == 1;
}
