using Xunit;

namespace KpiGrid.Tests.Api.Golden;

/// <summary>What periods of every size answer, and how those are marked whose figure is not wholly theirs.</summary>
[Collection(nameof(GoldenGrid))]
public sealed class PeriodAnswerTests(GoldenGrid grid)
{
    [Fact]
    public async Task A_quarter_figure_lies_on_its_last_day_and_marks_what_it_spans()
    {
        var world = await Told("m1", "2026-Q1", 120);
        var months = await world.Quarter("regions/r", "CDW-GEN", "&by=month");
        Assert.Equal(["null", "null", "120"], months.Periods());
        Assert.Equal(["0", "0", "1"], months.Periods("n"));
        Assert.Equal(["inside-quarter-figure", "inside-quarter-figure", "quarter-figure"],
            months.GetProperty("periods").EnumerateArray().Select(month => Assert.Single(month.Marks())));
        var quarter = await world.Quarter("regions/r", "CDW-GEN", "&by=quarter");
        Assert.Equal("120", quarter.Value());
        Assert.Empty(quarter.Only().Marks());
        var day = await world.Totals("regions/r", "CDW-GEN", "2026-03-31", "2026-04-01", "&by=day");
        Assert.Equal("120", day.Value());
        Assert.Equal(["quarter-figure"], day.Only().Marks());
    }

    [Fact]
    public async Task A_figure_over_a_boundary_falls_on_its_last_day_and_straddles()
    {
        var world = await Told("m2", "2025-12-15/2026-01-15", 30);
        var months = await world.Totals("regions/r", "CDW-GEN", "2025-12-01", "2026-02-01", "&by=month");
        Assert.Equal(["null", "30"], months.Periods());
        Assert.Contains("straddles", months.GetProperty("periods")[1].Marks());
        var years = await world.Totals("regions/r", "CDW-GEN", "2025-01-01", "2027-01-01", "&by=year");
        Assert.Equal(["null", "30"], years.Periods());
        Assert.Contains("straddles", years.GetProperty("periods")[1].Marks());
    }

    [Theory]
    [InlineData("day", "2026-11-20")]
    [InlineData("week", "2026-W47")]
    [InlineData("month", "2026-11")]
    [InlineData("quarter", "2026-Q4")]
    [InlineData("half", "2026-S2")]
    [InlineData("year", "2026")]
    public async Task The_period_of_today_is_in_progress_and_later_ones_are_null(string by, string current)
    {
        var world = await Told("m3" + by, "2026-11-18", 5);
        var answer = await world.Totals("regions/r", "CDW-GEN", "2026-01-01", "2028-01-01", "&by=" + by);
        foreach (var period in answer.GetProperty("periods").EnumerateArray())
            Assert.Equal(period.Text("period") == current, period.Marks().Contains("in-progress"));
        var later = answer.GetProperty("periods").EnumerateArray().SkipWhile(each => each.Text("period") != current)
            .Skip(1).ToList();
        Assert.NotEmpty(later);
        Assert.All(later, each => Assert.Equal(("null", "0"), (each.Text("value"), each.Text("n"))));
    }

    [Fact]
    public async Task A_standing_value_is_not_carried_into_the_future()
    {
        var world = new World(grid, "m4");
        await world.Kpi("BANK-STK");
        await world.Pilot("p", "DK-0710 1/1");
        await world.Push("p", "BANK-STK", "a", "2026-03-31", "\"value\":48,\"unit\":\"t\"");
        var quarters = await world.Totals("pilots/p", "BANK-STK", "2026-01-01", "2027-07-01", "&by=quarter");
        Assert.Equal(["48", "48", "48", "48", "null", "null"], quarters.Periods());
    }

    [Fact]
    public async Task Weeks_halves_and_ranges_add_the_same_days()
    {
        var world = await Told("m5", "2026-12-28/2027-01-04", 0);
        await world.Push("p", "CDW-GEN", "b", "2026-W14", "\"value\":14,\"unit\":\"t\"");
        await world.Push("p", "CDW-GEN", "c", "2026-07-01", "\"value\":3,\"unit\":\"t\"");
        var weeks = await world.Totals("pilots/p", "CDW-GEN", "2026-03-30", "2026-04-13", "&by=week");
        Assert.Equal(["2026-W14 14", "2026-W15 null"], weeks.GetProperty("periods").EnumerateArray()
            .Select(week => $"{week.Text("period")} {week.Text("value")}"));
        var halves = await world.Totals("regions/r", "CDW-GEN", "2026-01-01", "2027-01-01", "&by=half");
        Assert.Equal(["2026-S1 14", "2026-S2 3"], halves.GetProperty("periods").EnumerateArray()
            .Select(half => $"{half.Text("period")} {half.Text("value")}"));
        var range = await world.Totals("pilots/p", "CDW-GEN", "2026-04-05", "2026-07-02");
        Assert.Equal(("17", "2026-04-05/2026-07-02"), (range.Value(), range.Only().Text("period")));
    }

    [Fact]
    public async Task A_zero_is_zero_and_nothing_is_null()
    {
        var world = await Told("m6", "2026-02-03", 0);
        var months = await world.Quarter("regions/r", "CDW-GEN", "&by=month");
        Assert.Equal(["null", "0", "null"], months.Periods());
        Assert.Equal(["0", "1", "0"], months.Periods("n"));
    }

    private async Task<World> Told(string name, string period, int tonnes)
    {
        var world = new World(grid, name);
        await world.Kpi("CDW-GEN");
        await world.Region("r", "DK-0706");
        await world.Pilot("p", "DK-0706 1/1");
        await world.Push("p", "CDW-GEN", "a", period, $"\"value\":{tonnes},\"unit\":\"t\"");
        return world;
    }
}
