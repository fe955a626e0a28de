using Xunit;

namespace KpiGrid.Tests.Api.Golden;

/// <summary>The examples that stand beside each kind of KPI and each form of input.</summary>
[Collection(nameof(GoldenGrid))]
public sealed class KindExampleTests(GoldenGrid grid)
{
    [Fact]
    public async Task A_flow_adds_its_days()
    {
        var world = await Flow("k1", "DK-0615 1/1");
        await world.Push("p", "CDW-GEN", "a", "2026-05-03", "\"value\":12,\"unit\":\"t\"");
        await world.Push("p", "CDW-GEN", "b", "2026-05-20", "\"value\":5000,\"unit\":\"kg\"");
        Assert.Equal("17 n2 1/1", (await world.Totals("pilots/p", "CDW-GEN", "2026-05-01", "2026-06-01")).Line());
        Assert.Equal("17", (await world.Totals("pilots/p", "CDW-GEN", "2026-04-01", "2026-07-01")).Value());
        var lines = (await world.Explain("pilots/p", "CDW-GEN", "2026-05-01", "2026-06-01")).Lines();
        Assert.Equal(["null", "5000 kg = 5 t"], lines.Select(line => line.Text("conversion")));
    }

    [Fact]
    public async Task A_zero_denominator_answers_null_with_its_parts()
    {
        var world = new World(grid, "k2");
        await world.Kpi("PROC-R");
        await world.Pilot("p", "DK-0615 1/1");
        await world.Push("p", "PROC-R", "a", "2026-Q1", "\"numerator\":0,\"denominator\":0");
        var rate = (await world.Quarter("pilots/p", "PROC-R")).Only();
        Assert.Equal(("null", "0", "0", "1"), (rate.Text("value"), rate.Text("a"), rate.Text("b"), rate.Text("n")));
    }

    [Fact]
    public async Task A_late_value_of_a_stock_moves_its_own_month_only()
    {
        var world = new World(grid, "k3");
        await world.Kpi("BANK-STK");
        await world.Pilot("p", "DK-0615 1/3", "DK-0740 2/3");
        await world.Push("p", "BANK-STK", "a", "2026-01-10", "\"value\":1000,\"unit\":\"t\"");
        await world.Push("p", "BANK-STK", "b", "2026-03-10", "\"value\":800,\"unit\":\"t\"");
        Assert.Equal(["1000", "1000", "800"], (await world.Quarter("pilots/p", "BANK-STK", "&by=month")).Periods());
        await world.Push("p", "BANK-STK", "c", "2026-02-10", "\"value\":900,\"unit\":\"t\"");
        Assert.Equal(["1000", "900", "800"], (await world.Quarter("pilots/p", "BANK-STK", "&by=month")).Periods());
        Assert.Equal(["333.333333334", "300", "266.666666667"],
            (await world.Quarter("municipalities/DK-0615", "BANK-STK", "&by=month")).Periods());
    }

    [Fact]
    public async Task A_score_leaves_one_class_for_the_next()
    {
        var world = new World(grid, "k4");
        await world.Kpi("STR-STAGE");
        await world.Pilot("p", "BE-23027 1/1");
        await world.Push("p", "STR-STAGE", "a", "2026-01-10", "\"value\":2");
        await world.Push("p", "STR-STAGE", "b", "2026-03-10", "\"value\":3");
        var months = (await world.Quarter("pilots/p", "STR-STAGE", "&by=month")).GetProperty("periods");
        Assert.Equal(["2 x1", "2 x1", "3 x1"], months.EnumerateArray().Select(month =>
            Assert.Single(month.GetProperty("distribution").EnumerateArray()))
            .Select(line => $"{line.Text("class")} x{line.Text("count")}"));
        Assert.Equal(["2", "2", "3"], months.EnumerateArray().Select(month => month.Text("median")));
    }

    [Fact]
    public async Task Two_measurements_of_one_cell_are_cut_once_and_explained_to_the_last_digit()
    {
        var world = await Flow("k5", "DK-0615 1/3", "DK-0740 1/3", "DK-0751 1/3");
        await world.Push("p", "CDW-GEN", "a", "2026-Q1", "\"value\":50,\"unit\":\"t\"");
        await world.Push("p", "CDW-GEN", "b", "2026-Q1", "\"value\":50,\"unit\":\"t\"");
        var totals = await world.Quarter("pilots/p", "CDW-GEN", "&split=municipality");
        Assert.Equal("100 n2 3/3", totals.Line());
        Assert.Equal(["DK-0615 33.333333334 n2", "DK-0740 33.333333333 n2", "DK-0751 33.333333333 n2"], totals.Parts());
        var lines = (await world.Explain("pilots/p", "CDW-GEN", "2026-01-01", "2026-04-01")).Lines();
        Assert.Equal(["16.666666667", "16.666666667"], lines.Select(line => line.GetProperty("parts")[0].Text("a")));
    }

    [Fact]
    public async Task Readings_become_differences_and_a_late_one_splits_the_difference()
    {
        var world = await Flow("k6", "DK-0751 1/1");
        await world.Push("p", "CDW-GEN", "a", "2025-12-31", "\"reading\":0,\"unit\":\"t\"");
        await world.Push("p", "CDW-GEN", "c", "2026-03-31", "\"reading\":31.2,\"unit\":\"t\"");
        Assert.Equal("31.2", (await world.Quarter("pilots/p", "CDW-GEN")).Value());
        await world.Push("p", "CDW-GEN", "b", "2026-01-31", "\"reading\":10,\"unit\":\"t\"");
        Assert.Equal(["10", "null", "21.2"], (await world.Quarter("pilots/p", "CDW-GEN", "&by=month")).Periods());
        Assert.Equal("31.2", (await world.Quarter("pilots/p", "CDW-GEN")).Value());
    }

    [Fact]
    public async Task Participants_above_a_weighed_total_are_in_conflict_and_the_total_stays()
    {
        var world = await Flow("k7", "DK-0615 1/2", "DK-0740 1/2");
        await world.Push("p", "CDW-GEN", "all", "2026-Q1", "\"value\":90,\"unit\":\"t\",\"flag\":\"weighed\"");
        await world.Push("p", "CDW-GEN", "own", "2026-Q1", "\"value\":100,\"unit\":\"t\",\"municipality\":\"DK-0615\"");
        var totals = await world.Quarter("pilots/p", "CDW-GEN", "&split=municipality");
        Assert.Equal("90", totals.Value());
        Assert.Equal(["45", "45"], totals.GetProperty("split").EnumerateArray().Select(part => part.Value()));
        var lines = (await world.Explain("pilots/p", "CDW-GEN", "2026-01-01", "2026-04-01")).Lines();
        Assert.Equal(["in-conflict", "in-conflict"], lines.Select(line => line.Text("rule")));
    }

    [Fact]
    public async Task Where_only_participants_report_the_pilot_is_their_sum()
    {
        var world = await Flow("k8", "DK-0615 1/2", "DK-0740 1/2");
        await world.Push("p", "CDW-GEN", "a", "2026-Q1", "\"value\":7,\"unit\":\"t\",\"municipality\":\"DK-0615\"");
        await world.Push("p", "CDW-GEN", "b", "2026-Q1", "\"value\":4,\"unit\":\"t\",\"municipality\":\"DK-0740\"");
        var totals = await world.Quarter("pilots/p", "CDW-GEN", "&split=municipality");
        Assert.Equal("11", totals.Value());
        Assert.Equal(["DK-0615 7 n1", "DK-0740 4 n1"], totals.Parts());
    }

    private async Task<World> Flow(string name, params string[] shares)
    {
        var world = new World(grid, name);
        await world.Kpi("CDW-GEN");
        await world.Pilot("p", shares);
        return world;
    }
}
