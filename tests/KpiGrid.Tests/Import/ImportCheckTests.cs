using KpiGrid.Host.Import;
using KpiGrid.Tests.Http;
using Xunit;

namespace KpiGrid.Tests.Import;

/// <summary>What a file shows by itself before anything is sent, on rows made up after what real files held.</summary>
public sealed class ImportCheckTests
{
    private const string Header = "day,year,site,people,rd,ri,ru";

    private const string Map = """
        {"culture":"en","key":["day","site"],
         "fields":{"pilot":{"column":"site"},"kpi":{"constant":"K"},"period":{"column":"day"}},
         "values":[{"column":"rd","class":"rd"},{"column":"ri","class":"ri"}],
         "checks":[{"name":"year beside date","year":"year","hold":false},
                   {"name":"rd + ri = ru","of":"ru","parts":["rd","ri"]},
                   {"name":"kg per head","of":"ru","per":"people","min":"100","max":"2500"}]}
        """;

    private static readonly string[] Sound = [Header, "2016,2016,a,1000,300000,200000,500000"];

    [Theory]
    [InlineData("2016,2016,b,1000,3000000,200000,500000", "rd + ri = ru: the parts add to 3200000, 2700000 from it")]
    [InlineData("2016,2016,b,1000,300.000,200.000,500.000", "kg per head: 0.5 is not from 100 to 2500")]
    [InlineData("2016,2016,b,1000,300,200,500", "kg per head: 0.5 is not from 100 to 2500")]
    [InlineData("2016,2016,b,1000,3000000,2000000,5000000", "kg per head: 5000 is not from 100 to 2500")]
    public async Task A_copy_ten_or_a_thousand_times_off_is_held_and_nothing_is_sent(string row, string question)
    {
        await using var server = await FailingServer.Start();
        var counts = await Imports.Run(server, Map, [.. Sound, row]);
        Assert.Equal((0, 1, 0, 4), (counts.Recorded, counts.Held, server.Requests, counts.NotSent));
        var held = Assert.Single(counts.FirstHeld);
        Assert.Equal((3, "ru", row.Split(',')[^1]), (held.Line, held.Column, held.Value));
        Assert.StartsWith(question, held.Remedy, StringComparison.Ordinal);
        Assert.EndsWith("?", held.Remedy, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Held_rows_stay_behind_when_told_to_skip_and_go_when_confirmed()
    {
        await using var server = await FailingServer.Start();
        string[] lines = [.. Sound, "2016,2016,b,1000,300,200,500"];
        var skipped = await Imports.Run(server, Map, lines, skipBad: true);
        Assert.Equal((2, 1, 2), (skipped.Recorded, skipped.Held, skipped.NotSent));
        var confirmed = await Imports.Run(server, Map, lines, confirm: true);
        Assert.Equal((2, 2, 0), (confirmed.Recorded, confirmed.Repeated, confirmed.NotSent));
    }

    [Fact]
    public async Task A_weight_far_below_the_usual_is_asked_about_and_kept_when_confirmed()
    {
        var map = Map[..Map.IndexOf("\"checks\"", StringComparison.Ordinal)]
            + "\"checks\":[{\"name\":\"pounds in a row\",\"of\":\"rd\",\"min\":\"1\"}]}";
        string[] lines =
            [Header, "2021-03-22,,a,,0.125,,", "2021-03-23,,a,,0.1164,,", "2021-03-24,,a,,5120,,", "2021-03-25,,a,,0,,"];
        await using var server = await FailingServer.Start();
        var asked = await Imports.Run(server, map, lines);
        Assert.Equal(["0.125", "0.1164"], asked.FirstHeld.Select(held => held.Value));
        Assert.Equal(0, server.Requests);
        Assert.Equal(4, (await Imports.Run(server, map, lines, confirm: true)).Recorded);
    }

    [Fact]
    public async Task A_year_that_contradicts_the_date_is_told_and_the_date_decides()
    {
        await using var server = await FailingServer.Start();
        var counts = await Imports.Run(server, Map, [.. Sound, "2016,2015,b,1000,300000,200000,500000"]);
        var told = Assert.Single(counts.FirstTold);
        Assert.Equal((3, "year", "2015"), (told.Line, told.Column, told.Value));
        Assert.Contains("the period 2016 decides", told.Remedy, StringComparison.Ordinal);
        Assert.Equal((4, 0), (counts.Recorded, counts.Held));
    }

    [Fact]
    public async Task Groups_are_held_against_the_totals_of_a_file_beside_it()
    {
        const string Check = """
            "checks":[{"name":"sister","of":"rd","by":["year","site"],"tolerance":"2",
                       "against":{"file":"sister.csv","by":["anno","code"],"total":"ru"}}]}
            """;
        var map = Map[..Map.IndexOf("\"checks\"", StringComparison.Ordinal)] + Check;
        string[] lines =
            [Header, "2015,2015,a,,50,,", "2015,2015,a,,50,,", "2015,2015,b,,70,,", "2016,2016,c,,5,,"];
        await using var server = await FailingServer.Start();
        var counts = await Imports.Run(server, map, lines, skipBad: true,
            beside: ("sister.csv", ["anno,code,ru", "2015,a,98", "2015,b,73"]));
        Assert.Equal(
            ["line 4, rd: sister: 2015 b adds to 70, sister.csv has 73: -3 apart (1 rows)",
                "line 5, rd: sister: 2016 c is not in sister.csv (1 rows)"],
            counts.FirstHeld.Select(held => held.ToString()));
        Assert.Equal((2, 2), (counts.Recorded, counts.NotSent));
    }

    [Fact]
    public async Task A_newest_year_with_far_fewer_rows_seems_in_progress()
    {
        await using var server = await FailingServer.Start();
        var days = Enumerable.Range(1, 20).Select(day => $"2020-01-{day:00},2020,a,1000,300000,200000,500000");
        var counts = await Imports.Run(server, Map,
            [Header, .. days, "2021-01-05,2021,a,1000,300000,200000,500000"]);
        Assert.Contains(counts.Warnings, warning =>
            warning.StartsWith("2021 has 1 rows until 2021-01-05 and 2020 has 20", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("\"of\":\"ru\",\"parts\":[\"nowhere\"]"), InlineData("\"parts\":[\"rd\"]")]
    [InlineData("\"of\":\"ru\",\"against\":{\"file\":\"nowhere.csv\",\"by\":[\"a\"],\"total\":\"ru\"},\"by\":[\"site\"]")]
    public async Task A_check_that_cannot_be_made_is_told_before_anything_is_read(string check)
    {
        await using var server = await FailingServer.Start();
        var map = Map[..Map.IndexOf("\"checks\"", StringComparison.Ordinal)] + $"\"checks\":[{{{check}}}]}}";
        await Assert.ThrowsAsync<ImportMapException>(() => Imports.Run(server, map, Sound));
    }
}
