using KpiGrid.Tests.Api.Hosting;
using KpiGrid.Tests.Api.Impact;
using Xunit;

namespace KpiGrid.Tests.Api.Measurements;

/// <summary>A body reports for its members, a member reports for itself: both answers say which rule applied.</summary>
[Collection(nameof(ApiCluster))]
public sealed class BodyPilotTests(ApiCluster api)
{
    private const string Range = "kpi=CDW-GEN&from=2026-01-01&to=2026-04-01";
    private readonly Network network = new(api);

    [Theory]
    [InlineData("weighed", "90", "25", "control-total")]
    [InlineData("estimated", "100", "30", "replaced-part")]
    [InlineData("declared", "100", "30", "replaced-part")]
    public async Task A_members_own_figure_replaces_its_part(string flag, string total, string others, string rule)
    {
        string[] places = [await network.NewPlace(1), await network.NewPlace(2), await network.NewPlace(3)];
        var region = await network.NewRegion("The body", places);
        var pilot = await network.NewPilot(null, places);
        await network.Push(pilot, Whole("90", flag), "");
        var token = (string)(await network.Push(pilot, Own(places[0], "40"), "")).Json["token"]!;

        var answer = await api.Get($"/v1/pilots/{pilot}/totals?{Range}&split=municipality&atLeast={token}");
        var above = await api.Get($"/v1/regions/{region}/totals?{Range}&atLeast={token}");
        var explained = await api.Get($"/v1/pilots/{pilot}/explain?{Range}");

        Assert.Equal((total, rule), ValueAndMark(answer));
        Assert.Equal((total, rule), ValueAndMark(above));
        Assert.Equal(["40", others, others], answer.Json["split"]!.AsArray()
            .Select(part => part!["periods"]![0]!["value"]!.ToJsonString()));
        Assert.Equal([rule, "own"], explained.Json["lines"]!.AsArray().Select(line => (string)line!["rule"]!));
        Assert.Equal("the body", (string?)explained.Json["lines"]![0]!["onBehalfOf"]);
    }

    [Fact]
    public async Task Figures_in_conflict_are_marked_until_one_is_corrected()
    {
        string[] places = [await network.NewPlace(1), await network.NewPlace(2)];
        var pilot = await network.NewPilot(null, places);
        await network.Push(pilot, Whole("90", "weighed"), "");
        await network.Push(pilot, Own(places[0], "100"), "");
        var marked = await api.Get($"/v1/pilots/{pilot}/totals?{Range}");
        var explained = await api.Get($"/v1/pilots/{pilot}/explain?{Range}");
        var token = (string)(await network.Correct(pilot, """
            {"id":"own","kpi":"CDW-GEN","revision":2,"kind":"correction","reason":"kg for t","period":"2026-Q1","value":10,
             "municipality":"PLACE"}
            """.Replace("PLACE", places[0], StringComparison.Ordinal))).Json["token"]!;

        Assert.Equal(("90", "in-conflict"), ValueAndMark(marked));
        Assert.Equal(["in-conflict", "in-conflict"], explained.Json["lines"]!.AsArray().Select(line => (string)line!["rule"]!));
        Assert.Equal(("90", "control-total"), ValueAndMark(await api.Get($"/v1/pilots/{pilot}/totals?{Range}")));
        Assert.Equal(("10", "control-total"), ValueAndMark(
            await api.Get($"/v1/municipalities/{places[0]}/totals?{Range}&atLeast={token}")));
    }

    [Fact]
    public async Task Where_nothing_met_no_rule_is_named()
    {
        var pilot = await network.NewPilot(null, await network.NewPlace(1), await network.NewPlace(2));
        await network.Push(pilot, Whole("90", "weighed"), "");
        Assert.Equal(("90", null), ValueAndMark(await api.Get($"/v1/pilots/{pilot}/totals?{Range}")));
    }

    private static (string? Value, string? Mark) ValueAndMark(ApiAnswer answer)
    {
        var period = answer.Json["periods"]![0]!;
        var marks = period["marks"]!.AsArray().Select(mark => (string)mark!);
        return (period["value"]?.ToJsonString(),
            marks.SingleOrDefault(mark => mark is "control-total" or "replaced-part" or "in-conflict"));
    }

    private static string Whole(string value, string flag) => $$"""
        {"id":"whole","kpi":"CDW-GEN","period":"2026-Q1","value":{{value}},"unit":"t","flag":"{{flag}}","onBehalfOf":"the body"}
        """;

    private static string Own(string place, string value) => $$"""
        {"id":"own","kpi":"CDW-GEN","period":"2026-Q1","value":{{value}},"unit":"t","flag":"weighed","municipality":"{{place}}"}
        """;
}
