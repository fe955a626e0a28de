using Xunit;
using static KpiGrid.Tests.Api.Golden.G01JointPilotTests;

namespace KpiGrid.Tests.Api.Golden;

[Collection(nameof(GoldenGrid))]
public sealed class G09SilenceTests(GoldenGrid grid)
{
    [Fact]
    public async Task A_zero_is_reported_and_silence_is_not_although_the_total_is_equal()
    {
        var world = await Joint(grid, "g9");
        await world.Pilot("skive", ["CDW-DIV/recycled"], ["DK-0779 1/1"]);
        Assert.Equal("160 n6 4/5", (await world.Quarter("regions/ncc", "CDW-DIV")).Line());
        Assert.Equal("null n0 0/1", (await world.Quarter("pilots/skive", "CDW-DIV")).Line());

        await world.Push("skive", "CDW-DIV", "a", "2026-Q1", Recycled(0));
        Assert.Equal("160 n7 5/5", (await world.Quarter("regions/ncc", "CDW-DIV")).Line());
        Assert.Equal("0 n1 1/1", (await world.Quarter("pilots/skive", "CDW-DIV")).Line());
    }

    [Fact]
    public async Task Silence_with_a_reason_is_reported_with_nothing_in_the_total()
    {
        var world = await Joint(grid, "g9reason");
        await world.Pilot("skive", ["CDW-DIV/recycled"], ["DK-0779 1/1"]);
        await world.Push("skive", "CDW-DIV", "a", "2026-Q1", "\"silence\":\"nothing-to-report\",\"class\":\"recycled\"");
        Assert.Equal("160 n6 5/5", (await world.Quarter("regions/ncc", "CDW-DIV")).Line());
    }
}
