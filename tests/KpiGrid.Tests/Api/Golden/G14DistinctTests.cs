using Xunit;

namespace KpiGrid.Tests.Api.Golden;

[Collection(nameof(GoldenGrid))]
public sealed class G14DistinctTests(GoldenGrid grid)
{
    private const string Registered = "12345678";

    [Fact]
    public async Task Members_are_counted_once_and_a_withdrawal_takes_out_its_own()
    {
        var world = await Companies("g14");
        var answer = await world.Quarter("regions/r", "ORG-COMP", "&split=municipality");
        Assert.Equal("4 n2 2/2", answer.Line());
        Assert.Equal(["DK-0615 3 n1", "DK-0740 2 n1"], answer.Parts());
        Assert.Equal("5", answer.Only().Text("partsExceed"));
        await world.Revise("q", "ORG-COMP", "a", 2, "withdrawal");
        var after = await world.Quarter("regions/r", "ORG-COMP");
        Assert.Equal(("3", 1, "absent"), (after.Value(), after.N(), after.Only().Text("partsExceed")));
    }

    [Fact]
    public async Task An_explanation_tells_counts_and_the_union_and_never_who()
    {
        var world = await Companies("g14who");
        var explained = await world.Explain("regions/r", "ORG-COMP", "2026-01-01", "2026-04-01");
        var total = explained.GetProperty("total");
        Assert.Equal(("4", "2", "5"), (total.Text("value"), total.Text("n"), total.Text("partsExceed")));
        Assert.Equal(("absent", "absent"), (total.Text("atLeast"), total.Text("atMost")));
        Assert.Equal(["3 3 3", "2 2 2"], explained.Lines().Select(line =>
            $"{line.Text("a")} {line.GetProperty("sent").Text("members")} {line.GetProperty("parts")[0].Text("a")}"));
        Assert.DoesNotContain(Registered, explained.GetRawText(), StringComparison.Ordinal);
        Assert.DoesNotMatch("[0-9a-f]{32}", explained.GetRawText());
        var series = await world.Stream("p", "ORG-COMP");
        Assert.DoesNotContain(Registered, series.GetRawText(), StringComparison.Ordinal);
        Assert.Equal("3", series.GetProperty("measurements")[0].GetProperty("sent").Text("members"));
    }

    [Fact]
    public async Task An_explanation_in_pages_keeps_the_union()
    {
        var world = await Companies("g14page");
        var first = await world.Explain("regions/r", "ORG-COMP", "2026-01-01", "2026-04-01", "&limit=1");
        var next = await world.Explain("regions/r", "ORG-COMP", "2026-01-01", "2026-04-01",
            "&limit=1&cursor=" + first.GetProperty("page").Text("next"));
        Assert.Equal(("4", "4"), (first.GetProperty("total").Text("value"), next.GetProperty("total").Text("value")));
        Assert.Equal(("3", "2"), (first.Lines()[0].Text("a"), next.Lines()[0].Text("a")));
    }

    [Fact]
    public async Task A_number_without_members_gives_bounds_in_total_and_explanation()
    {
        var world = await Companies("g14number");
        await world.Push("q", "ORG-COMP", "b", "2026-02", "\"value\":6");
        var total = (await world.Quarter("regions/r", "ORG-COMP")).Only();
        var explained = (await world.Explain("regions/r", "ORG-COMP", "2026-01-01", "2026-04-01")).GetProperty("total");
        Assert.Equal(("null", "6", "10"), (total.Text("value"), total.Text("atLeast"), total.Text("atMost")));
        Assert.Equal(("null", "6", "10"), (explained.Text("value"), explained.Text("atLeast"), explained.Text("atMost")));
    }

    private async Task<World> Companies(string name)
    {
        var world = new World(grid, name);
        await world.Kpi("ORG-COMP");
        await world.Region("r", "DK-0615", "DK-0740");
        await world.Pilot("p", "DK-0615 1/1");
        await world.Pilot("q", "DK-0740 1/1");
        await world.Push("p", "ORG-COMP", "a", "2026-Q1", $"\"members\":[\"{Registered}\",\"b\",\"c\"]");
        await world.Push("q", "ORG-COMP", "a", "2026-Q1", "\"members\":[\" C \",\"d\"]");
        return world;
    }
}
