using System.Xml.Linq;
using CsCheck;
using KpiGrid.Web.Charts;
using Xunit;
using static KpiGrid.Tests.Arithmetic;

namespace KpiGrid.Tests.Web;

public sealed class ChartTests
{
    private const string Hostile = "<script>alert('1')</script>\" onload=\"x ]]> & \u202E🜁";

    [Fact]
    public void Bars_stand_on_zero_and_are_as_high_as_their_values()
    {
        var bars = Elements(TimeChart.Draw(Plot("50", "100", "-25")), "rect");
        var heights = bars.Select(bar => (double)bar.Attribute("height")!).ToList();
        Assert.Equal(2, heights[1] / heights[0], 0.02);
        Assert.Equal(2, heights[0] / heights[2], 0.05);
        // The foot of a rise and the top of a fall are the same line.
        Assert.Equal((double)bars[0].Attribute("y")! + heights[0], (double)bars[2].Attribute("y")!, 0.2);
    }

    [Fact]
    public void A_period_without_a_value_has_no_mark_and_breaks_the_line()
    {
        Assert.Single(Elements(TimeChart.Draw(Plot(null, "3")), "rect"));
        var line = Elements(TimeChart.Draw(Standing("1", "2", null, "4", "5")), "line")
            .Where(each => each.Attribute("class")!.Value.StartsWith("line", StringComparison.Ordinal));
        Assert.Equal(4, line.Count());
    }

    [Fact]
    public void What_is_not_over_yet_is_an_outline()
    {
        var plot = Plot("1", "2") with { Periods = [new("Q1"), new("Q2", null, IsUnfinished: true)] };
        Assert.Equal(["bar s1", "unfinished s1"],
            Elements(TimeChart.Draw(plot), "rect").Select(bar => bar.Attribute("class")!.Value));
    }

    [Fact]
    public void Names_at_the_ends_of_lines_never_lie_on_each_other()
    {
        var lines = Enumerable.Range(1, 5).Select(at => new PlotLine($"line {at}", [A("1"), A("100")])).ToList();
        var names = Elements(TimeChart.Draw(Standing("1", "100") with { Lines = lines }), "text")
            .Where(text => text.Attribute("class")!.Value.StartsWith("name", StringComparison.Ordinal))
            .Select(text => (double)text.Attribute("y")!).Order().ToList();
        Assert.Equal(5, names.Count);
        Assert.All(names.Zip(names.Skip(1)), pair => Assert.True(pair.Second - pair.First >= 14));
    }

    [Fact]
    public void Any_values_give_a_drawing_inside_its_frame() =>
        Gen.Select(Amounts.Nullable().List[1, 40], Gen.Bool, (values, standing) => (values, standing)).Sample(each =>
        {
            var plot = Plot() with
            {
                Periods = [.. each.values.Select((_, at) => new PlotPeriod($"{at}"))],
                Lines = [new("x", each.values)],
                IsStanding = each.standing,
            };
            foreach (var element in Elements(TimeChart.Draw(plot), "rect", "circle", "line"))
                Assert.All(element.Attributes().Where(at => at.Name.LocalName is "y" or "y1" or "y2" or "cy"),
                    at => Assert.InRange((double)at, 0, TimeChart.Height));
        });

    [Fact]
    public void Small_multiples_share_one_scale()
    {
        var each = SmallMultiples.Each([new("small", Plot("1")), new("large", Plot("100"))]);
        var heights = each.Select(chart => (double)Elements(chart.Svg, "rect")[0].Attribute("height")!).ToList();
        Assert.True(heights[1] > 50 * heights[0]);
    }

    [Fact]
    public void A_hostile_name_is_text_and_nothing_else()
    {
        var drawn = BarsChart.Draw([new(Hostile, A("1"), Hostile)]).Inline(100, Hostile);
        var svg = XElement.Parse(drawn);
        Assert.Equal(Hostile, svg.Attribute("aria-label")!.Value);
        Assert.Equal(2, svg.Descendants("text").Count(text => text.Value == Hostile));
        Assert.Empty(svg.Descendants("script"));
    }

    private static Plot Plot(params string?[] values) => new()
    {
        Periods = [.. values.Select((_, at) => new PlotPeriod($"Q{at + 1}"))],
        Lines = [new("waste", [.. values.Select(value => value is null ? (Amount?)null : A(value))])],
        Say = amount => $"{amount} t",
        SayShort = amount => $"{amount}",
    };

    private static Plot Standing(params string?[] values) => Plot(values) with { IsStanding = true };

    private static List<XElement> Elements(Drawing drawing, params string[] names) => Elements($"<svg>{drawing}</svg>", names);

    private static List<XElement> Elements(string svg, params string[] names) =>
        [.. XElement.Parse(svg).Descendants().Where(element => names.Contains(element.Name.LocalName))];
}
