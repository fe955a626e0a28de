using System.Text.Json;
using Xunit;

namespace KpiGrid.Tests.Api.Golden;

/// <summary>The overlap ledger and the three views of domain example G1.</summary>
[Collection(nameof(GoldenGrid))]
public sealed class OverlapTests(GoldenGrid grid)
{
    [Fact]
    public async Task Members_add_to_520_where_the_real_total_is_160_and_360_is_one_pilot_seen_by_four()
    {
        var world = await G01JointPilotTests.Joint(grid, "g1led");
        var told = await Overlap(world, "place=regions/g1led-ncc");
        Assert.Equal(("160", "520", "360"), (told.Text("real"), told.Text("membersSum"), told.Text("twice")));
        var pilot = Assert.Single(told.GetProperty("pilots").EnumerateArray());
        Assert.Equal(
            ("g1led-stop-byggespild", "stop-byggespild", "120", "120", "360"),
            (pilot.Text("pilot"), pilot.Text("name"), pilot.Text("whole"), pilot.Text("inside"), pilot.Text("twice")));
        Assert.Equal("[\"DK-0615\",\"DK-0740\",\"DK-0751\",\"DK-0779\"]", pilot.GetProperty("seenBy").GetRawText());
        Assert.Equal(("160", "0"), (told.Text("placesSum"), told.Text("placesTwice")));
        Assert.Empty(told.GetProperty("municipalities").EnumerateArray());
    }

    [Fact]
    public async Task A_municipality_is_seen_in_two_regions_on_the_days_it_is_in_both()
    {
        var world = await G01JointPilotTests.Joint(grid, "g1two");
        await world.Region("late", "DK-0615 2026-07-01", "DK-0657");
        var told = await Overlap(world, "place=regions/g1two-ncc&place=regions/g1two-midtjylland&place=regions/g1two-late");
        // Horsens joined `late` after the quarter: it is of no account there.
        Assert.Equal(("160", "330", "170"), (told.Text("real"), told.Text("placesSum"), told.Text("placesTwice")));
        Assert.Equal(
            ["DK-0615 60 60 2", "DK-0751 42 42 2", "DK-0740 30 30 2", "DK-0657 10 20 3", "DK-0779 18 18 2"],
            told.GetProperty("municipalities").EnumerateArray().Select(line =>
                $"{line.Text("municipality")} {line.Text("allocated")} {line.Text("twice")} {line.GetProperty("seenIn").GetArrayLength()}"));
    }

    [Fact]
    public async Task What_a_region_saw_before_its_member_joined_is_not_seen_twice()
    {
        var world = await G01JointPilotTests.Joint(grid, "g1join");
        await world.Pilot("january", "DK-0615 1/1");
        await world.Push("january", "CDW-DIV", "a", "2026-01", G01JointPilotTests.Recycled(10));
        await world.Region("joined", "DK-0615 2026-02-01");
        var told = await Overlap(world, "place=regions/g1join-ncc&place=regions/g1join-joined");
        Assert.Equal(("170", "230", "60"), (told.Text("real"), told.Text("placesSum"), told.Text("placesTwice")));
        Assert.Equal(["regions/g1join-ncc 170 170 120", "regions/g1join-joined 60 150 30"], Views(told));
    }

    [Fact]
    public async Task The_three_views_are_allocated_took_part_in_and_joint_only()
    {
        var world = await G01JointPilotTests.Joint(grid, "g1view");
        var told = await Overlap(world, string.Join('&', G01JointPilotTests.Five.Select(code => $"place=municipalities/{code}")));
        Assert.Equal(
            [
                "municipalities/DK-0615 60 150 30", "municipalities/DK-0657 10 10 null", "municipalities/DK-0740 30 120 30",
                "municipalities/DK-0751 42 120 42", "municipalities/DK-0779 18 120 18",
            ],
            Views(told));
        Assert.Equal(["regions/g1view-ncc 160 160 120"], Views(await Overlap(world, "place=regions/g1view-ncc")));
    }

    [Fact]
    public async Task What_a_pilot_allocated_elsewhere_was_taken_part_in_and_is_not_seen_twice()
    {
        var world = await G01JointPilotTests.Joint(grid, "g1half");
        await world.Region("half", "DK-0615", "DK-0740");
        var told = await Overlap(world, "place=regions/g1half-half");
        Assert.Equal(("90", "150", "60"), (told.Text("real"), told.Text("membersSum"), told.Text("twice")));
        Assert.Equal(["regions/g1half-half 90 150 60"], Views(told));
        var pilot = Assert.Single(told.GetProperty("pilots").EnumerateArray());
        Assert.Equal(("120", "60"), (pilot.Text("whole"), pilot.Text("inside")));
    }

    [Theory]
    [InlineData("", "GWP-LC", "kpi-not-additive"), InlineData("place=regions/g1none-ncc", "GWP-LC", "kpi-not-additive")]
    [InlineData("place=pilots/g1none-p", "GWP-LC", "place-unreadable"), InlineData("", "CDW-DIV&class=x", "class-unknown")]
    public async Task What_does_not_add_up_over_places_has_no_ledger(string place, string kpi, string code)
    {
        var world = new World(grid, "g1none");
        await world.Kpi("CDW-DIV");
        await world.Kpi("GWP-LC");
        await world.Region("ncc", "DK-0615");
        var asked = place.Length > 0 ? place : "place=municipalities/DK-0615";
        using var answer = await grid.Http.GetAsync(
            new Uri($"/v1/overlap?{asked}&kpi={world.Own(kpi)}&from=2026-01-01&to=2026-04-01", UriKind.Relative),
            TestContext.Current.CancellationToken);
        Assert.Equal(422, (int)answer.StatusCode);
        Assert.Contains($"\"{code}\"", await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken),
            StringComparison.Ordinal);
    }

    private static IEnumerable<string> Views(JsonElement told) => told.GetProperty("places").EnumerateArray().Select(place =>
        $"{place.Text("place")} {place.Text("allocated")} {place.Text("tookPartIn")} {place.Text("jointOnly")}");

    /// <summary>Of the first quarter, once everything pushed is in it.</summary>
    private static async Task<JsonElement> Overlap(World world, string places)
    {
        await world.Quarter("regions/ncc", "CDW-DIV");
        return await world.Get($"overlap?{places}&kpi={world.Own("CDW-DIV")}&from=2026-01-01&to=2026-04-01");
    }
}
