using Xunit;

namespace KpiGrid.Tests.Api.Golden;

/// <summary>A body reports 90 t for three members, and one of them its own 40 t of the same.</summary>
[Collection(nameof(GoldenGrid))]
public sealed class G07BodyTests(GoldenGrid grid)
{
    private static readonly string[] Members = ["BE-34002", "BE-34003", "BE-34009"];

    [Fact]
    public async Task A_weighed_figure_stays_the_total_and_is_split_again() =>
        await Settled("weighed", "90", ["40", "25", "25"], "control-total");

    [Fact]
    public async Task An_estimated_figure_gives_way_part_by_part() =>
        await Settled("estimated", "100", ["40", "30", "30"], "replaced-part");

    private async Task Settled(string flag, string total, string[] parts, string rule)
    {
        var world = new World(grid, "g7" + flag);
        await world.Kpi("MAT-REU");
        await world.Region("body", Members);
        await world.Pilot("p", [.. Members.Select(code => $"{code} 1/3")]);
        await world.Push("p", "MAT-REU", "body", "2026-Q1",
            $"\"value\":90,\"unit\":\"t\",\"class\":\"wood\",\"flag\":\"{flag}\"");
        Assert.Equal(Members.Select(code => $"{code} 30 n1"),
            (await world.Quarter("regions/body", "MAT-REU", "&split=municipality")).Parts());
        await world.Push("p", "MAT-REU", "own", "2026-Q1",
            "\"value\":40,\"unit\":\"t\",\"class\":\"wood\",\"flag\":\"measured\",\"municipality\":\"BE-34002\"");

        foreach (var place in (string[])["regions/body", "pilots/p"])
        {
            var answer = await world.Quarter(place, "MAT-REU", "&split=municipality");
            Assert.Equal(total, answer.Value());
            Assert.Contains(rule, answer.GetProperty("periods")[0].GetProperty("marks").EnumerateArray()
                .Select(mark => mark.GetString()));
            Assert.Equal(parts, answer.GetProperty("split").EnumerateArray().Select(part => part.Value()));
            var lines = (await world.Explain(place, "MAT-REU", "2026-01-01", "2026-04-01")).Lines();
            Assert.Equal([$"body {rule}", "own own"],
                lines.Select(line => $"{line.Text("id")} {line.Text("rule")}").Order(StringComparer.Ordinal));
            Assert.Equal(parts, lines.SelectMany(line => line.GetProperty("parts").EnumerateArray())
                .Where(part => part.Text("a") != "0").OrderBy(part => part.Text("municipality"), StringComparer.Ordinal)
                .Select(part => part.Text("a")));
        }
    }
}
