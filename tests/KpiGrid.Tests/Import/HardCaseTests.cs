using KpiGrid.Tests.Http;
using Xunit;

namespace KpiGrid.Tests.Import;

/// <summary>Hard cases of real files, on rows made up after their description.</summary>
public sealed class HardCaseTests
{
    private const string Header = "day,site,amount";

    [Fact]
    public async Task The_same_load_in_another_dialect_moves_nothing_when_its_ids_are_the_same()
    {
        const string Map = """
            {"culture":"en","fields":{"pilot":{"constant":"p"},"kpi":{"constant":"K"},
              "period":{"column":"day"},"id":{"column":"ticket"}},"values":[{"column":"pounds"}]}
            """;
        const string Dialect = """
            {"culture":"en","delimiter":";","fields":{"pilot":{"constant":"p"},"kpi":{"constant":"K"},
              "period":{"column":"Date","pattern":"M/d/yyyy"},"id":{"column":"Load Id"}},"values":[{"column":"Net"}]}
            """;
        await using var server = await FailingServer.Start();
        var first = await Imports.Run(server, Map, ["ticket,day,pounds", "t1,2021-03-04,5120", "t2,2021-03-05,40"]);
        var second = await Imports.Run(server, Dialect, ["Net;Load Id;Date", "5,120;t1;3/4/2021", "40;t2;3/5/2021"]);
        Assert.Equal((2, 0), (first.Recorded, first.Repeated));
        Assert.Equal((0, 2), (second.Recorded, second.Repeated));
    }

    [Fact]
    public async Task Without_ids_or_keys_stable_ids_are_derived_and_that_is_told()
    {
        var map = Reads.Plain.Replace("\"key\":[\"day\",\"site\"],", "", StringComparison.Ordinal);
        await using var server = await FailingServer.Start();
        string[] lines = [Header, "2026-03-31,a,1", "2026-03-31,a,1"];
        var first = await Imports.Run(server, map, lines);
        Assert.Contains(first.Warnings, warning => warning.Contains("neither an id nor key", StringComparison.Ordinal));
        Assert.Equal((2, 2), (first.Recorded, (await Imports.Run(server, map, lines)).Repeated));
    }

    [Fact]
    public void A_value_of_a_class_before_its_first_day_is_refused_rather_than_a_false_zero()
    {
        var map = Reads.WithField(
            "class", """{"column":"site","slug":true,"validFrom":{"textilien":"2018-01-01"}}""");
        var reads = Reads.Of(map, Header, "2017,Textilien,0", "2018,Textilien,3", "2017,Glas,0");
        Assert.Equal([("2018", "textilien"), ("2017", "glas")], reads.Rows.Select(row => (row.Period, row.Class!)));
        var error = Assert.Single(reads.Errors.First);
        Assert.Equal((2, "site", "Textilien"), (error.Line, error.Column, error.Value));
        Assert.Contains("no class textilien before 2018-01-01", error.Remedy, StringComparison.Ordinal);
    }

    [Fact]
    public void A_label_that_overlaps_others_can_be_another_KPI_or_is_refused()
    {
        const string Both = "Papier + Karton";
        const string Labels = """{"column":"site","labels":{"Papier":"SINGLE","Karton":"SINGLE","Papier + Karton":"JOINT"}}""";
        var map = Reads.Plain.Replace("""{"constant":"K"}""", Labels, StringComparison.Ordinal);
        string[] lines = [Header, "2020,Papier,3", $"2020,{Both},5"];
        Assert.Equal(["SINGLE", "JOINT"], Reads.Of(map, lines).Rows.Select(row => row.Kpi));
        var without = map.Replace($",\"{Both}\":\"JOINT\"", "", StringComparison.Ordinal);
        Assert.Equal(Both, Assert.Single(Reads.Of(without, lines).Errors.First).Value);
    }

    [Fact]
    public void A_dash_is_a_category_in_one_column_and_missing_in_another()
    {
        var map = Reads.WithField("class", """{"column":"site","labels":{"-":"not-said"}}""")
            .Replace("[{\"column\":\"amount\"}]", """[{"column":"amount","missing":["","-"]}]""", StringComparison.Ordinal);
        var reads = Reads.Of(map, Header, "2026,-,7", "2026,-,-");
        Assert.Equal([("not-said", "7")], reads.Rows.Select(row => (row.Class!, row.Value.ToString())));
        Assert.Equal((1L, 0L), (reads.Blanks, reads.Errors.Count));
    }

    [Fact]
    public void A_code_that_lost_its_noughts_is_padded_and_another_length_stays_apart()
    {
        var map = Reads.WithField("municipality", """{"column":"site","pad":8,"prefix":"IT-"}""");
        var reads = Reads.Of(map, Header, "2016,8033001,1", "2016,08033001,2", "2016,803300,3");
        Assert.Equal(["IT-08033001", "IT-08033001", "IT-00803300"], reads.Rows.Select(row => row.Municipality));
    }

    [Fact]
    public void A_code_that_is_the_text_NA_is_text_unless_declared_missing()
    {
        Assert.Equal("NA", Reads.Of(Reads.WithField("note", """{"column":"site"}"""), Header, "2016,NA,1").Rows[0].Note);
        var missing = Reads.WithField("note", """{"column":"site","missing":["NA"]}""");
        Assert.Null(Reads.Of(missing, Header, "2016,NA,1").Rows[0].Note);
    }

    [Fact]
    public void A_figure_without_a_place_is_refused_or_goes_to_a_named_one()
    {
        var map = Reads.Plain.Replace("""{"constant":"p"}""", """{"column":"site"}""", StringComparison.Ordinal);
        var error = Assert.Single(Reads.Of(map, Header, "2016,,1").Errors.First);
        Assert.Equal((2, "site"), (error.Line, error.Column));
        var named = map.Replace("""{"column":"site"}""", """{"column":"site","missing":[],"labels":{"":"unplaced"}}""",
            StringComparison.Ordinal);
        Assert.Equal("unplaced", Assert.Single(Reads.Of(named, Header, "2016,,1").Rows).Pilot);
    }
}
