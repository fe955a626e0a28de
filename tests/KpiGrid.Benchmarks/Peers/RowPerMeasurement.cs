using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Logging;

namespace KpiGrid.Benchmarks.Peers;

/// <summary>
/// The peer: a thin endpoint that inserts one row per measurement into SQLite, one durable transaction per request, the
/// same id counted once. No fence, no hash chain, no totals.
/// </summary>
internal static class RowPerMeasurement
{
    private sealed record Sent(string Id, string Kpi, string Class, string Period, decimal Value, string Unit);

    public static WebApplication Build(string urls, string folder)
    {
        var builder = WebApplication.CreateBuilder();
        builder.WebHost.UseSetting("urls", urls);
        builder.Logging.ClearProviders();
        var connection = new SqliteConnection($"Data Source={Path.Combine(folder, "rows.db")}");
        connection.Open();
        Run(connection, "pragma journal_mode=wal; pragma synchronous=full;");
        Run(connection, "create table row(id text primary key, kpi text, class text, period text, value text, unit text) without rowid");
        var app = builder.Build();
        var one = new Lock();
        app.MapPost("/rows", async (HttpContext context) =>
        {
            var rows = await JsonSerializer.DeserializeAsync<Sent[]>(context.Request.Body, JsonSerializerOptions.Web);
            lock (one) Insert(connection, rows!);
        });
        return app;
    }

    private static void Insert(SqliteConnection connection, Sent[] rows)
    {
        using var transaction = connection.BeginTransaction();
        using var insert = connection.CreateCommand();
        insert.CommandText = "insert into row values ($id, $kpi, $class, $period, $value, $unit) on conflict do nothing";
        var names = (string[])["$id", "$kpi", "$class", "$period", "$value", "$unit"];
        foreach (var name in names) insert.Parameters.Add(name, SqliteType.Text);
        foreach (var row in rows)
        {
            object[] values = [row.Id, row.Kpi, row.Class, row.Period, row.Value.ToString(System.Globalization.CultureInfo.InvariantCulture), row.Unit];
            for (var i = 0; i < names.Length; i++) insert.Parameters[i].Value = values[i];
            insert.ExecuteNonQuery();
        }
        transaction.Commit();
    }

    private static void Run(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }
}
