using System.Globalization;
using System.Net.Http.Json;
using System.Text;
using KpiGrid.Tests.Journal;
using KpiGrid.Tests.Processes;
using Microsoft.Data.Sqlite;
using Xunit;

namespace KpiGrid.Tests.Fuzz;

/// <summary>A server with two municipalities, their region and a joint pilot, and what only its folder and the system tell.</summary>
internal sealed class FuzzServer : IAsyncDisposable
{
    private static readonly (string Target, string Facts)[] world =
    [
        ("municipalities/DK-F1", Municipality), ("municipalities/DK-F2", Municipality),
        ("regions/fuzz-all", """
            {"name":"All","kind":"network","reason":"fuzz",
             "members":[{"municipality":"DK-F1","from":"2020-01-01"},{"municipality":"DK-F2","from":"2020-01-01"}]}
            """),
        ("pilots/fuzz-joint", """
            {"name":"Joint","kind":"joint","start":"2026-01-01","reason":"fuzz",
             "shares":[{"municipality":"DK-F1","parts":1,"whole":3,"from":"2020-01-01"},
                       {"municipality":"DK-F2","parts":2,"whole":3,"from":"2020-01-01"}]}
            """),
    ];

    private readonly TempFolder folder = new();
    private readonly ServerProcess server;

    private FuzzServer() => server = new(folder.Path);

    private const string Municipality = """
        {"country":"DK","timeZone":"Europe/Copenhagen","intervals":[{"name":"F","from":"2007-01-01"}],"reason":"fuzz"}
        """;

    public Uri Address => server.Address;

    public string Key => server.Key;

    public static async Task<FuzzServer> Start()
    {
        var started = new FuzzServer();
        await started.server.Start();
        using var client = started.server.Client();
        client.BaseAddress = new(started.Address, "/v1/");
        foreach (var (target, facts) in world) await Send(client.PutAsync(new Uri(target, UriKind.Relative), Json(facts)));
        await Send(client.PostAsync(new Uri("pilots/fuzz-joint/measurements", UriKind.Relative), Json("""
            {"id":"known","kpi":"CDW-DIV","class":"recycled","period":"2026-Q1","value":1,"unit":"t"}
            """)));
        return started;
    }

    /// <summary>Measurements and registry changes, as the journal has them.</summary>
    public (long Measurements, long Changes) Stored()
    {
        using var connection = new SqliteConnection(
            $"Data Source={Directory.EnumerateFiles(folder.Path, "*.db").Single()};Mode=ReadOnly;Pooling=False");
        connection.Open();
        return (Count(connection, "select count(*) from measurement"),
            Count(connection, "select count(*) from journal where type = 'facts'"));
    }

    /// <summary>The resident memory of the process, in MiB.</summary>
    public long MemoryMiB() => long.Parse(
        File.ReadLines($"/proc/{server.ProcessId}/status").First(line => line.StartsWith("VmRSS:", StringComparison.Ordinal))
            .Split(' ', StringSplitOptions.RemoveEmptyEntries)[1], CultureInfo.InvariantCulture) / 1_024;

    public async ValueTask DisposeAsync()
    {
        await server.DisposeAsync();
        folder.Dispose();
    }

    private static long Count(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        return (long)command.ExecuteScalar()!;
    }

    private static async Task Send(Task<HttpResponseMessage> sending)
    {
        using var answer = await sending;
        Assert.True(answer.IsSuccessStatusCode, await answer.Content.ReadAsStringAsync());
    }

    private static StringContent Json(string text) => new(text, Encoding.UTF8, "application/json");
}
