using Xunit;

namespace KpiGrid.Tests.Api.Golden;

/// <summary>What a division leaves goes to the first code, and whole numbers are shown whole.</summary>
[Collection(nameof(GoldenGrid))]
public sealed class G06AndG10RemainderTests(GoldenGrid grid)
{
    private static readonly string[] Three = ["NL-GM0200", "NL-GM0344", "NL-GM0599"];

    [Fact]
    public async Task G6_ten_workshops_in_thirds_are_shown_as_4_3_3()
    {
        var world = new World(grid, "g6");
        await world.Kpi("EVT-N");
        await world.Region("r", Three);
        await world.Pilot("p", [.. Three.Select(code => $"{code} 1/3")]);
        await world.Push("p", "EVT-N", "a", "2026-Q1", "\"value\":10");
        foreach (var place in (string[])["regions/r", "pilots/p", "regions/r+municipalities/NL-GM0200"])
        {
            var answer = await world.Quarter(place, "EVT-N", "&split=municipality");
            Assert.Equal(("10", "10"), (answer.Value(), answer.Only().Text("shown")));
            Assert.Equal(["NL-GM0200 4", "NL-GM0344 3", "NL-GM0599 3"], answer.Shown());
            Assert.Equal(
                ["NL-GM0200 3.333333334 n1", "NL-GM0344 3.333333333 n1", "NL-GM0599 3.333333333 n1"], answer.Parts());
        }
    }

    [Fact]
    public async Task A_tie_of_remainders_goes_to_the_lower_municipality_code()
    {
        var world = new World(grid, "g6tie");
        await world.Kpi("EVT-N");
        await world.Pilot("p", "NL-GM0599 1/2", "NL-GM0200 1/2");
        await world.Push("p", "EVT-N", "a", "2026-Q1", "\"value\":5");
        var answer = await world.Quarter("pilots/p", "EVT-N", "&split=municipality");
        Assert.Equal(["NL-GM0200 2.5 n1", "NL-GM0599 2.5 n1"], answer.Parts());
        Assert.Equal(["NL-GM0200 3", "NL-GM0599 2"], answer.Shown());
    }

    [Fact]
    public async Task G10_seventeen_parts_of_165_add_to_it_exactly()
    {
        var world = new World(grid, "g10");
        var codes = Enumerable.Range(0, 17).Select(at => $"BE-230{at + 10}").ToArray();
        await world.Kpi("CDW-GEN");
        await world.Region("r", codes);
        await world.Pilot("p", [.. codes.Select(code => $"{code} 1/17")]);
        await world.Push("p", "CDW-GEN", "a", "2026-Q1", "\"value\":165,\"unit\":\"t\"");
        var answer = await world.Quarter("regions/r", "CDW-GEN", "&split=municipality");
        Assert.Equal("165 n17 17/17", answer.Line());
        Assert.Equal(codes.Select((code, at) => $"{code} {(at == 0 ? "9.705882368" : "9.705882352")} n1"), answer.Parts());
    }
}
