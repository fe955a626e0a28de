using System.Text.Json;
using KpiGrid.Tests.Api.Golden;
using Xunit;

namespace KpiGrid.Tests.Api.Sample;

/// <summary>What the README shows of the sample networks: replicas, buildings, fields and instruments.</summary>
public sealed class SampleLensTests(SampleGrid grid)
{
    [Fact]
    public async Task Utrecht_repeats_Rotterdam_and_stands_beside_it_in_as_many_months()
    {
        var told = await grid.Get("/v1/pilots/utrecht-replica/lineage?kpi=CO2-AVD&per=inhabitant&scaleTo=cirkelstad");
        Assert.Equal("rotterdam-icoon", told.Text("original"));
        var result = told.GetProperty("pilots")[1].GetProperty("result");
        Assert.Equal(("84.5", "31"), (result.GetProperty("original").Text("absolute"), result.GetProperty("replica").Text("absolute")));
        var last = told.GetProperty("adoption").EnumerateArray().Last();
        Assert.Equal(("1", "1"), (last.Text("replicas"), last.Text("reported")));
        var scale = told.GetProperty("comparison").GetProperty("scale");
        Assert.True(scale.GetProperty("low").GetDecimal() < scale.GetProperty("high").GetDecimal());
    }

    [Fact]
    public async Task Vacant_buildings_stand_beside_what_was_reused_of_them()
    {
        var told = await grid.Get("/v1/regions/gvt/matrix?kpi=MAT-REU&from=2026-01-01&to=2026-07-01&beside=VAC-A&beside=BLD-KEEP");
        Assert.Equal("products", Assert.Single(told.GetProperty("classes").EnumerateArray()).GetString());
        Assert.Equal(
            ["church null 800 null", "factory 3.1 2500 1500", "school null 1200 null", "null 2.4 null null"],
            told.GetProperty("lines").EnumerateArray().Select(line => string.Join(' ', line.Text("buildingType"), line.Text("value"),
                line.GetProperty("beside")[0].Text("value"), line.GetProperty("beside")[1].Text("value"))));
        Assert.Equal("5.5", told.GetProperty("total").Text("value"));
    }

    [Fact]
    public async Task The_centre_of_Herning_works_in_four_fields()
    {
        var told = await grid.Get("/v1/regions/ncc/fields?from=2026-01-01&to=2027-01-01");
        Assert.Equal(
            ["companies CDW-DIV,EVT-N,FIN-SPD,ORG-COMP", "education EVT-N,FIN-SPD", "citizens CDW-DIV,EVT-N,FIN-SPD", "municipality-as-organisation EVT-N,FIN-SPD"],
            told.GetProperty("fields").EnumerateArray().Select(field => $"{field.Text("field")} "
                + string.Join(',', field.GetProperty("kpis").EnumerateArray().Select(kpi => kpi.Text("kpi")))));
        var companies = told.GetProperty("fields")[0].GetProperty("kpis");
        Assert.Equal(["10", "6", "3730000", "5"], companies.EnumerateArray().Select(kpi => kpi.GetProperty("total").Text("value")));
        Assert.Equal("DKK", companies[2].GetProperty("total").Text("unit"));
        Assert.Equal(["CDW-DIV 2", "EVT-N 4", "FIN-SPD 4"], told.GetProperty("shared").EnumerateArray()
            .Select(each => $"{each.Text("kpi")} {each.GetProperty("fields").GetArrayLength()}"));
    }

    [Fact]
    public async Task The_decision_tree_is_behind_workshops_and_tenders()
    {
        var told = await grid.Get("/v1/instruments?place=regions/cirkelstad&from=2026-01-01&to=2027-01-01&q=tree");
        var tree = Assert.Single(told.GetProperty("instruments").EnumerateArray());
        Assert.Equal(("decision-tree", "2"), (tree.Text("kind"), tree.Text("movements")));
        Assert.Equal(["EVT-N 10 1", "PROC-R 40 %"], tree.GetProperty("effects").EnumerateArray().Select((JsonElement effect) =>
            $"{effect.Text("kpi")} {effect.GetProperty("total").Text("value")} {effect.Text("unit")}"));
    }
}
