using Xunit;

namespace KpiGrid.Tests.Api.Golden;

[Collection(nameof(GoldenGrid))]
public sealed class G01JointPilotTests(GoldenGrid grid)
{
    internal static readonly string[] Five = ["DK-0615", "DK-0657", "DK-0740", "DK-0751", "DK-0779"];

    [Theory]
    [InlineData("regions/midtjylland"), InlineData("regions/ncc"), InlineData("regions/midtjylland+regions/ncc")]
    public async Task Province_network_and_union_come_to_160(string places)
    {
        var world = await Joint("g1" + places.Length);
        var answer = await world.Quarter(places, "CDW-DIV", "&split=municipality");
        Assert.Equal("160 n6 5/5", answer.Line());
        Assert.Equal("160", answer.Only().Text("shown"));
        Assert.Empty(answer.Only().Marks());
        Assert.Equal(
            ["DK-0615 60 n2", "DK-0657 10 n1", "DK-0740 30 n1", "DK-0751 42 n1", "DK-0779 18 n1"], answer.Parts());
    }

    [Fact]
    public async Task Each_municipality_and_pilot_answers_for_itself()
    {
        var world = await Joint("g1one");
        Assert.Equal("60 n2 1/1", (await world.Quarter("municipalities/DK-0615", "CDW-DIV")).Line());
        Assert.Equal("42 n1 1/1", (await world.Quarter("municipalities/DK-0751", "CDW-DIV")).Line());
        Assert.Equal("120 n1 4/4", (await world.Quarter("pilots/stop-byggespild", "CDW-DIV")).Line());
        var pilots = await world.Quarter("regions/ncc", "CDW-DIV", "&split=pilot");
        Assert.Equal(
            ["g1one-herning 10 n1", "g1one-horsens 30 n1", "g1one-stop-byggespild 120 n4"], pilots.Parts());
    }

    /// <summary>The joint pilot of four and two pilots of one, in two regions that overlap.</summary>
    internal static async Task<World> Joint(GoldenGrid grid, string name)
    {
        var world = new World(grid, name);
        await world.Kpi("CDW-DIV");
        await world.Region("midtjylland", Five);
        await world.Region("ncc", Five);
        await world.Pilot(
            "stop-byggespild", "DK-0615 25/100", "DK-0740 25/100", "DK-0751 35/100", "DK-0779 15/100");
        await world.Pilot("horsens", "DK-0615 1/1");
        await world.Pilot("herning", "DK-0657 1/1");
        await world.Push("stop-byggespild", "CDW-DIV", "a", "2026-Q1", Recycled(120, "weighed"));
        await world.Push("horsens", "CDW-DIV", "a", "2026-Q1", Recycled(30));
        await world.Push("herning", "CDW-DIV", "a", "2026-Q1", Recycled(10));
        return world;
    }

    internal static string Recycled(int tonnes, string flag = "measured") =>
        $"\"value\":{tonnes},\"unit\":\"t\",\"class\":\"recycled\",\"flag\":\"{flag}\"";

    private Task<World> Joint(string name) => Joint(grid, name);
}
