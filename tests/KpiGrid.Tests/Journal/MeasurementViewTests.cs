using System.Globalization;
using KpiGrid.Silo.Journal;
using KpiGrid.Silo.Journal.Sqlite;
using Microsoft.Data.Sqlite;
using Xunit;

namespace KpiGrid.Tests.Journal;

public sealed class MeasurementViewTests : IAsyncLifetime
{
    private const string Kpis = """
        "kpis":{"CDW-DIV":{"definition":3,"series":1,"kind":"flow","unit":"t"},
        "GWP":{"definition":1,"series":1,"kind":"level","unit":"kg/m2"}}
        """;

    private const string Push = $$$"""
        {{{{Kpis}}},"import":"imp-7","measurements":[
        {"first":"2026-01-01","last":"2026-03-31","a":120.1234567890123456789,"id":"wb-1","kpi":"CDW-DIV",
         "class":"recycled","municipality":"DK-0740","period":"2026-Q1","value":120123.4567890123456789,"unit":"kg",
         "flag":"weighed","provisional":true,"note":"gate \"B\", æøå"},
        {"first":"2026-01-01","last":"2026-01-31","a":999999999999999.123456789,"b":0.000000001,"id":"wb-1","kpi":"GWP",
         "period":"2026-01","value":8,"unit":"kg/m2","flag":"measured","provisional":false},
        {"first":"2026-01-01","last":"2026-01-31","a":1.50,"id":"wb-2","kpi":"CDW-DIV","class":"reused",
         "period":"2026-01","value":1.50,"unit":"t","flag":"estimated","provisional":false}]}
        """;

    private readonly TempFolder folder = new();
    private SqliteJournal journal = null!;
    private JournalHead head = JournalHead.Empty("pilot/middelfart-1");

    public async ValueTask InitializeAsync()
    {
        journal = SqliteJournal.Open(folder.File("journal.db"));
        await Append("facts", """{"name":"Middelfart","measurements":[{"id":"not-one","kpi":"X"}]}""");
        await Append("push", Push);
        await journal.Append(Appends.First("kpi/CDW-DIV", """{"measurements":[{"id":"not-one","kpi":"X"}]}"""));
    }

    public async ValueTask DisposeAsync()
    {
        await journal.DisposeAsync();
        folder.Dispose();
    }

    [Fact]
    public void A_measurement_is_one_row_with_all_that_was_said()
    {
        var row = Assert.Single(Rows("kpi = 'CDW-DIV' and id = 'wb-1'"));

        Assert.Equal(
            [
                "middelfart-1", "CDW-DIV", "wb-1", "1", "2", "2026-04-01T12:00:00.000001Z", "actor-1", "0", "recycled",
                "DK-0740", "2026-01-01", "2026-03-31", "120.1234567890123456789", null, "t", "120123.4567890123456789",
                "kg", "weighed", "1", "3", "imp-7", "gate \"B\", æøå",
            ], row.Values);
        Assert.Equal(
            "pilot kpi id revision sequence recorded_at author withdrawn class municipality first_day last_day a b " +
            "unit sent_value sent_unit flag provisional definition import note", string.Join(' ', row.Keys));
    }

    [Fact]
    public void Amounts_are_text_with_every_digit_as_written()
    {
        Assert.Equal("120.1234567890123456789", One("typeof(a) = 'text' and id = 'wb-1' and kpi = 'CDW-DIV'")["a"]);
        Assert.Equal("999999999999999.123456789", One("kpi = 'GWP'")["a"]);
        Assert.Equal("0.000000001", One("kpi = 'GWP'")["b"]);
        Assert.Equal("1.50", One("id = 'wb-2'")["a"]);
    }

    [Fact]
    public void An_id_is_of_its_kpi_and_only_measurements_of_pilots_are_shown()
    {
        Assert.Equal(["CDW-DIV wb-1", "CDW-DIV wb-2", "GWP wb-1"],
            Rows("1 order by kpi, id").Select(row => $"{row["kpi"]} {row["id"]}"));
    }

    [Fact]
    public async Task A_corrected_measurement_shows_its_newest_revision_and_where_it_came_from()
    {
        await Append("revise", Revision(2, "correction", """ "a":121.5,"class":"recycled" """));
        await Append("revise", Revision(3, "correction", """ "a":122.25,"class":"reused" """));

        var row = One("kpi = 'CDW-DIV' and id = 'wb-1'");

        Assert.Equal(("3", "4", "122.25", "reused", "t", "imp-7", "0"),
            (row["revision"], row["sequence"], row["a"], row["class"], row["unit"], row["import"], row["withdrawn"]));
        Assert.Equal(3, Rows("1").Count);
    }

    [Fact]
    public async Task A_withdrawn_measurement_stays_a_row_without_content()
    {
        await Append("revise", Revision(2, "withdrawal", null));

        var row = One("kpi = 'CDW-DIV' and id = 'wb-1'");

        Assert.Equal(("1", "2", null, null), (row["withdrawn"], row["revision"], row["a"], row["class"]));
        Assert.Equal(2, Rows("withdrawn = 0").Count);
    }

    [Fact]
    public async Task Several_revisions_in_one_record_each_find_their_measurement()
    {
        await Append("revise", $$"""
            {{{Kpis}},"revisions":[{"revision":2,"kind":"withdrawal","reason":"twice","id":"wb-2","kpi":"CDW-DIV"},
            {"revision":2,"kind":"correction","reason":"slip","id":"wb-1","kpi":"GWP","a":7,"b":1}]}
            """);

        Assert.Equal("1", One("id = 'wb-2'")["withdrawn"]);
        Assert.Equal("7", One("kpi = 'GWP'")["a"]);
        Assert.Equal("1", One("kpi = 'CDW-DIV' and id = 'wb-1'")["revision"]);
    }

    [Fact]
    public void The_view_says_what_it_reads_and_what_it_costs()
    {
        using var connection = Connect();
        using var command = connection.Prepare("select sql from sqlite_master where name = 'measurement'");
        var sql = (string)command.ExecuteScalar()!;

        Assert.Contains("every query parses the body of every record", sql, StringComparison.Ordinal);
    }

    private static string Revision(int number, string kind, string? content) => $$"""
        {{{Kpis}},"revisions":[{"revision":{{number}},"kind":"{{kind}}","reason":"the second weighing",
        "id":"wb-1","kpi":"CDW-DIV"{{(content is null ? "" : $",{content}")}}}]}
        """;

    private async Task Append(string type, string body)
    {
        var append = Appends.After(head, body, type: type);
        Assert.Equal([AppendOutcome.Committed], await journal.Append(append));
        head = append.Record.Head;
    }

    private Dictionary<string, string?> One(string where) => Assert.Single(Rows(where));

    private List<Dictionary<string, string?>> Rows(string where)
    {
        using var connection = Connect();
        using var command = connection.Prepare($"select * from measurement where {where}");
        return [.. command.Rows(row =>
            Enumerable.Range(0, row.FieldCount).ToDictionary(row.GetName, i => Text(row, i)))];
    }

    private static string? Text(SqliteDataReader row, int column) =>
        row.IsDBNull(column) ? null : Convert.ToString(row.GetValue(column), CultureInfo.InvariantCulture);

    private SqliteConnection Connect()
    {
        var connection = new SqliteConnection($"Data Source={folder.File("journal.db")};Mode=ReadOnly;Pooling=False");
        connection.Open();
        return connection;
    }
}
