using System.Data.Common;
using System.Globalization;
using KpiGrid.Silo.Journal;
using Xunit;

namespace KpiGrid.Tests.Journal;

/// <summary>The SQL view for reports, the same on every store that has SQL; one class per store runs it.</summary>
public abstract class MeasurementViewTests : IAsyncLifetime
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

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    private IJournal journal = null!;
    private JournalHead head = JournalHead.Empty("pilot/middelfart-1");

    public async ValueTask InitializeAsync()
    {
        journal = await Open();
        await Append("facts", """{"name":"Middelfart","measurements":[{"id":"not-one","kpi":"X"}]}""");
        await Append("push", Push);
        await journal.Append(Appends.First("kpi/CDW-DIV", """{"measurements":[{"id":"not-one","kpi":"X"}]}"""));
    }

    public abstract ValueTask DisposeAsync();

    /// <summary>A new store.</summary>
    internal abstract Task<IJournal> Open();

    /// <summary>Opens a connection to it as a report does.</summary>
    internal abstract Task<DbConnection> Connect();

    /// <summary>What asks the store for the text of the view.</summary>
    protected abstract string DefinitionQuery { get; }

    /// <summary>An expression that tells the type of a column.</summary>
    protected abstract string TypeOf(string column);

    [Fact]
    public async Task A_measurement_is_one_row_with_all_that_was_said()
    {
        var row = Assert.Single(await Rows("kpi = 'CDW-DIV' and id = 'wb-1'"));

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
    public async Task Amounts_are_text_with_every_digit_as_written()
    {
        Assert.Equal("120.1234567890123456789", (await One($"{TypeOf("a")} = 'text' and id = 'wb-1' and kpi = 'CDW-DIV'"))["a"]);
        Assert.Equal("999999999999999.123456789", (await One("kpi = 'GWP'"))["a"]);
        Assert.Equal("0.000000001", (await One("kpi = 'GWP'"))["b"]);
        Assert.Equal("1.50", (await One("id = 'wb-2'"))["a"]);
    }

    [Fact]
    public async Task An_id_is_of_its_kpi_and_only_measurements_of_pilots_are_shown()
    {
        Assert.Equal(["CDW-DIV wb-1", "CDW-DIV wb-2", "GWP wb-1"],
            (await Rows("1 = 1 order by kpi, id")).Select(row => $"{row["kpi"]} {row["id"]}"));
    }

    [Fact]
    public async Task A_corrected_measurement_shows_its_newest_revision_and_where_it_came_from()
    {
        await Append("revise", Revision(2, "correction", """ "a":121.5,"class":"recycled" """));
        await Append("revise", Revision(3, "correction", """ "a":122.25,"class":"reused" """));

        var row = await One("kpi = 'CDW-DIV' and id = 'wb-1'");

        Assert.Equal(("3", "4", "122.25", "reused", "t", "imp-7", "0"),
            (row["revision"], row["sequence"], row["a"], row["class"], row["unit"], row["import"], row["withdrawn"]));
        Assert.Equal(3, (await Rows("1 = 1")).Count);
    }

    [Fact]
    public async Task A_withdrawn_measurement_stays_a_row_without_content()
    {
        await Append("revise", Revision(2, "withdrawal", null));

        var row = await One("kpi = 'CDW-DIV' and id = 'wb-1'");

        Assert.Equal(("1", "2", null, null), (row["withdrawn"], row["revision"], row["a"], row["class"]));
        Assert.Equal(2, (await Rows("withdrawn = 0")).Count);
    }

    [Fact]
    public async Task Several_revisions_in_one_record_each_find_their_measurement()
    {
        await Append("revise", $$"""
            {{{Kpis}},"revisions":[{"revision":2,"kind":"withdrawal","reason":"twice","id":"wb-2","kpi":"CDW-DIV"},
            {"revision":2,"kind":"correction","reason":"slip","id":"wb-1","kpi":"GWP","a":7,"b":1}]}
            """);

        Assert.Equal("1", (await One("id = 'wb-2'"))["withdrawn"]);
        Assert.Equal("7", (await One("kpi = 'GWP'"))["a"]);
        Assert.Equal("1", (await One("kpi = 'CDW-DIV' and id = 'wb-1'"))["revision"]);
    }

    [Fact]
    public async Task The_view_says_what_it_reads_and_what_it_costs()
    {
        await using var connection = await Connect();
        await using var command = connection.CreateCommand();
        command.CommandText = DefinitionQuery;
        var sql = (string)(await command.ExecuteScalarAsync(Cancelled))!;

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

    private async Task<Dictionary<string, string?>> One(string where) => Assert.Single(await Rows(where));

    private async Task<List<Dictionary<string, string?>>> Rows(string where)
    {
        await using var connection = await Connect();
        await using var command = connection.CreateCommand();
        command.CommandText = $"select * from measurement where {where}";
        await using var row = await command.ExecuteReaderAsync(Cancelled);
        var rows = new List<Dictionary<string, string?>>();
        while (await row.ReadAsync(Cancelled))
            rows.Add(Enumerable.Range(0, row.FieldCount).ToDictionary(row.GetName, column => Text(row, column)));
        return rows;
    }

    private static string? Text(DbDataReader row, int column) =>
        row.IsDBNull(column) ? null : Convert.ToString(row.GetValue(column), CultureInfo.InvariantCulture);
}
