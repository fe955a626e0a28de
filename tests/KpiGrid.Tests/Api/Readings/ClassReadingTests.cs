using KpiGrid.Api.Readings;
using Xunit;
using static KpiGrid.Tests.Api.Given;

namespace KpiGrid.Tests.Api.Readings;

/// <summary>The readings there are, and sums as they have them.</summary>
public sealed class ClassReadingTests
{
    private static readonly string[] ladder = ["backfilled", "energy", "landfill", "prepared", "recycled", "reused"];

    [Fact]
    public void Every_reading_says_of_each_step_of_the_ladder_whether_it_counts_and_who_says_so()
    {
        Assert.Equal(["eu", "dk", "nl", "vl"], ClassReading.All.Select(reading => reading.Id));
        Assert.All(ClassReading.All, reading =>
        {
            Assert.Equal(ladder, reading.Counts.Concat(reading.LeavesOut).Select(id => id.Value).Order(StringComparer.Ordinal));
            Assert.All((string[])[reading.Source, reading.Names.En, reading.Names.Da, reading.Names.Nl], text => Assert.NotEmpty(text));
            Assert.True(reading.Version >= 1);
        });
    }

    [Fact]
    public void It_reads_amounts_of_the_ladder_and_nothing_else()
    {
        Assert.All(ClassReading.All, reading => Assert.True(reading.Fits(Kpi("CDW-DIV"))));
        Assert.All((string[])["CDW-GEN", "MAT-REU", "VAC-A", "STR-STAGE", "CDW-REC-R"], code =>
            Assert.False(ClassReading.All[0].Fits(Kpi(code)), code));
    }

    [Theory]
    [InlineData("eu", "52.25", "reused 3")]
    [InlineData("dk", "45.25", "backfilled 7, reused 3")]
    [InlineData("nl", "52.25", "reused 3")]
    [InlineData("vl", "48.25", "backfilled 7")]
    public void The_same_amounts_come_to_what_each_country_counts(string id, string value, string leftOut)
    {
        var reading = ClassReading.All.Single(each => each.Id == id);
        var sum = Sum(Bucket("3", @class: "reused"), Bucket("5.25", @class: "prepared"), Bucket("40", @class: "recycled"), Bucket("7", @class: "backfilled"));
        var shape = Shape(Given.Kpi());

        var read = ReadSums.Of(Sums([sum], Part("DK-0615", sum)), reading, Split.Municipality);

        Assert.Equal(value, shape.Worded(read.Periods[0]).Value.ToString());
        Assert.Equal(value, shape.Worded(read.Parts[0].Periods[0]).Value.ToString());
        Assert.Equal(leftOut, string.Join(", ", ReadSums.LeftOut(sum, reading, shape).Select(left => $"{left.Class} {left.Value}")));
        var classes = ReadSums.Of(Sums([sum], Part("backfilled", sum), Part("recycled", sum)), reading, Split.Class);
        Assert.Equal(id is "eu" or "nl" ? 2 : 1, classes.Parts.Count);
    }

    private static KpiFacts Kpi(string code) => StarterCatalogue.Kpis[KpiCode.Parse(code)];
}
