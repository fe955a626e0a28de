using System.Text.Json;
using KpiGrid.Tests.Api.Golden;
using Xunit;

namespace KpiGrid.Tests.Api.Sample;

/// <summary>Every other figure that the sample networks' expected totals name: n, a, b, shown, counts, names.</summary>
public sealed class SampleFiguresTests(SampleGrid grid)
{
    private const string Quarter = "from=2026-01-01&to=2026-04-01";

    [Theory]
    [InlineData("regions/midtjylland/totals?"), InlineData("regions/ncc/totals?")]
    [InlineData("totals?place=regions/midtjylland&place=regions/ncc&")]
    public async Task At_the_cut_off_of_21_May_160_was_known(string place) =>
        Assert.Equal("160 n7 5/5", (await Ask($"{place}kpi=CDW-DIV&{Quarter}&asOf=2026-05-20T22:00:00Z")).Line());

    [Fact]
    public async Task Months_before_a_quarter_figure_count_nothing()
    {
        var months = await Ask($"regions/midtjylland/totals?kpi=CDW-DIV&{Quarter}&by=month");
        Assert.Equal(["null", "null", "142"], months.Periods());
        Assert.Equal(["0", "0", "7"], months.Periods("n"));
    }

    [Fact]
    public async Task The_network_s_parts_add_to_142()
    {
        var parts = (await Ask($"regions/midtjylland/totals?kpi=CDW-DIV&{Quarter}&split=municipality")).Parts();
        Assert.Equal(
            ["DK-0615 55.5 n2", "DK-0657 10 n1", "DK-0740 25.5 n1", "DK-0751 35.7 n1", "DK-0779 15.3 n2"], parts);
    }

    [Fact]
    public async Task The_recovery_rate_is_shown_as_9_09_percent()
    {
        var answer = await Ask($"regions/midtjylland/totals?kpi=CDW-REC-R&{Quarter}");
        Assert.Equal(("9.09", "%"), (answer.Only().Text("shown"), answer.Text("unit")));
    }

    [Fact]
    public async Task Life_cycle_GWP_with_Venlo_divides_172250_by_17500()
    {
        var answer = await Ask(
            $"totals?place=regions/midtjylland&place=municipalities/NL-GM0983&kpi=GWP-LC&{Quarter}");
        var level = answer.Only();
        Assert.Equal(("172250", "17500", "9.842857143"), (level.Text("a"), level.Text("b"), level.Text("value")));
        var without = (await Ask($"regions/midtjylland/totals?kpi=GWP-LC&{Quarter}")).Only();
        Assert.Equal(("44000", "4000", "11"), (without.Text("a"), without.Text("b"), without.Text("value")));
    }

    [Fact]
    public async Task The_intake_of_Aarhus_is_its_own_and_35_percent_of_the_joint_one()
    {
        var parts = await Ask($"municipalities/DK-0751/totals?kpi=BANK-IN&{Quarter}&split=pilot");
        Assert.Equal(["aarhus-materialebank 31.2 n1", "stop-byggespild 7.875 n1"], parts.Parts());
        Assert.Equal("39.075", parts.Value());
    }

    [Fact]
    public async Task Workshops_are_shown_by_name_as_4_3_3()
    {
        var answer = await Ask($"regions/cirkelstad/totals?kpi=EVT-N&{Quarter}&split=municipality");
        Assert.Equal(["Apeldoorn 4", "Utrecht 3", "Rotterdam 3"], answer.GetProperty("split").EnumerateArray()
            .Select(part => $"{part.Text("name")} {part.Only().Text("shown")}"));
    }

    [Fact]
    public async Task Herning_s_spending_stands_in_kroner_beside_its_budget()
    {
        var spent = (await Ask("pilots/herning-center/totals?kpi=FIN-SPD&from=2026-01-01&to=2026-10-01")).Only();
        Assert.Equal(("3730000", "DKK", "3"), (spent.Text("value"), spent.Text("unit"), spent.Text("n")));
        var budget = (await Ask("pilots/herning-center")).GetProperty("budget").EnumerateArray();
        Assert.Contains(budget, each => (each.Text("amount"), each.Text("currency"), each.Text("from"), each.Text("to"))
            == ("5000000", "DKK", "2026-01-01", "2027-01-01"));
    }

    [Fact]
    public async Task Waasland_s_parts_are_euros()
    {
        var answer = await Ask("pilots/waasland-kenniscentrum/totals?kpi=FIN-SPD&from=2026-02-01&to=2026-04-01"
            + "&split=municipality");
        Assert.Equal(("50000", "EUR"), (answer.Value(), answer.Only().Text("unit")));
        Assert.Equal(["Sint-Niklaas 32000 EUR", "Temse 18000 EUR"], answer.GetProperty("split").EnumerateArray()
            .Select(part => $"{part.Text("name")} {part.Value()} {part.Only().Text("unit")}"));
    }

    [Theory]
    [InlineData("pilots/stop-byggespild", "ORG-TRAIN", "20", 24)]
    [InlineData("municipalities/BE-34022", "ORG-PART", "4", 5)]
    public async Task People_are_counted_once_however_often_they_were_sent(string node, string kpi, string count, int sent)
    {
        var half = $"kpi={kpi}&from=2026-01-01&to=2026-07-01";
        Assert.Equal(count, (await Ask($"{node}/totals?{half}")).Value());
        var explained = await Ask($"{node}/explain?{half}");
        Assert.Equal(count, explained.GetProperty("total").Text("value"));
        Assert.Equal(sent, explained.Lines().Sum(line => line.GetProperty("sent").GetProperty("members").GetInt32()));
    }

    [Fact]
    public async Task One_strategy_stands_at_2_and_one_at_3()
    {
        var answer = await Ask($"regions/lc-strategie/totals?kpi=STR-STAGE&{Quarter}");
        var stage = answer.Only();
        Assert.Equal(["2 x1", "3 x1"], stage.GetProperty("distribution").EnumerateArray()
            .Select(line => $"{line.Text("class")} x{line.Text("count")}"));
        Assert.Equal(("2", "null", "2/4"), (stage.Text("median"), stage.Text("value"), stage.Coverage()));
        var explained = (await Ask($"regions/lc-strategie/explain?kpi=STR-STAGE&{Quarter}")).GetProperty("total");
        Assert.Equal(("2", 2), (explained.Text("median"), explained.GetProperty("distribution").GetArrayLength()));
    }

    [Theory]
    [InlineData("BLD-KEEP", "1500"), InlineData("MAT-REU", "3.1")]
    public async Task A_flow_of_June_counts_for_Kortrijk_and_not_for_the_track_that_ended_in_May(string kpi, string value)
    {
        const string June = "from=2026-06-30&to=2026-07-01";
        Assert.Equal(value, (await Ask($"municipalities/BE-34022/totals?kpi={kpi}&{June}")).Value());
        var track = await Ask($"regions/lc-pilot/totals?kpi={kpi}&{June}");
        Assert.Equal(("null", 0), (track.Value(), track.N()));
    }

    private Task<JsonElement> Ask(string address) => grid.Get("/v1/" + address);
}
