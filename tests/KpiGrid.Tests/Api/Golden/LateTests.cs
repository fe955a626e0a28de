using System.Text.Json;
using Xunit;

namespace KpiGrid.Tests.Api.Golden;

/// <summary>Who is late on 20 November 2026: reports are due ten working days after a quarter.</summary>
[Collection(nameof(GoldenGrid))]
public sealed class LateTests(GoldenGrid grid)
{
    [Fact]
    public async Task Silence_is_late_after_its_due_date_and_a_reason_for_it_is_not()
    {
        var world = new World(grid, "late");
        await world.Kpi("CDW-GEN");
        await world.Region("net", "DK-0615", "DK-0779", "DK-0740");
        await world.Pilot("tells", ["CDW-GEN"], ["DK-0615 1/1"]);
        await world.Pilot("explains", ["CDW-GEN"], ["DK-0779 1/1"]);
        await world.Pilot("silent", ["CDW-GEN"], ["DK-0740 1/1"]);
        foreach (var quarter in (string[])["2026-Q1", "2026-Q2", "2026-Q3"])
        {
            await world.Push("tells", "CDW-GEN", quarter, quarter, "\"value\":0,\"unit\":\"t\"");
            await world.Push("explains", "CDW-GEN", quarter, quarter, "\"silence\":\"nothing-to-report\"");
        }
        await world.Push("silent", "CDW-GEN", "q2", "2026-Q2", "\"value\":5,\"unit\":\"t\"");

        var told = await Late(world, "regions/net", "");
        Assert.Equal("10", told.Text("graceDays"));
        var line = Assert.Single(told.GetProperty("streams").EnumerateArray());
        Assert.Equal(("late-silent/LATE-CDW-GEN", "[\"DK-0740\"]", "[\"2026-Q1\",\"2026-Q3\"]"),
            (line.Text("stream"), line.GetProperty("municipalities").GetRawText(), line.GetProperty("periods").GetRawText()));
        Assert.Equal(("2026-04-17", "2026-04-18", "gap"), (line.Text("due"), line.Text("since"), line.Text("why")));

        Assert.Empty((await Late(world, "regions/net", "&on=2026-04-17")).GetProperty("streams").EnumerateArray());
        Assert.Single((await Late(world, "regions/net", "&on=2026-04-18")).GetProperty("streams").EnumerateArray());
        Assert.Empty((await Late(world, "municipalities/DK-0615", "")).GetProperty("streams").EnumerateArray());
        Assert.Single((await Late(world, "pilots/silent", "")).GetProperty("streams").EnumerateArray());
    }

    [Fact]
    public async Task Every_total_says_when_it_was_due_and_how_many_missed_it()
    {
        var world = new World(grid, "lcov");
        await world.Kpi("CDW-GEN");
        await world.Region("net", "DK-0615", "DK-0740");
        await world.Pilot("tells", ["CDW-GEN"], ["DK-0615 1/1"]);
        await world.Pilot("silent", ["CDW-GEN"], ["DK-0740 1/1"]);
        await world.Push("tells", "CDW-GEN", "q1", "2026-Q1", "\"value\":3,\"unit\":\"t\"");

        var past = (await world.Quarter("regions/net", "CDW-GEN")).Only().GetProperty("coverage");
        var now = (await world.Totals("regions/net", "CDW-GEN", "2026-10-01", "2027-01-01")).Only().GetProperty("coverage");

        Assert.Equal(("1", "2", "2026-04-17", "1"), (past.Text("reported"), past.Text("expected"), past.Text("due"), past.Text("late")));
        Assert.Equal(("0", "2", "2027-01-15", "0"), (now.Text("reported"), now.Text("expected"), now.Text("due"), now.Text("late")));
    }

    /// <summary>Of this world's KPI: municipalities are everybody's.</summary>
    private static Task<JsonElement> Late(World world, string node, string query) =>
        world.Get($"{world.Own(node)}/late?kpi={world.Own("CDW-GEN")}{query}");
}
