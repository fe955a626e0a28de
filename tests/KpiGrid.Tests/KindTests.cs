using Xunit;

namespace KpiGrid.Tests;

public sealed class KindTests
{
    [Fact]
    public void The_kinds_are_seven_texts() => Assert.Equal(
        ["flow", "event-count", "ratio", "stock", "level", "score", "distinct"],
        Enum.GetValues<KpiKind>().Select(kind => kind.Text()));

    [Fact]
    public void Stock_level_and_score_stand() => Assert.Equal(
        [KpiKind.Stock, KpiKind.Level, KpiKind.Score], Enum.GetValues<KpiKind>().Where(kind => kind.IsStanding()));

    [Fact]
    public void Ratio_and_level_have_parts() => Assert.Equal(
        [KpiKind.Ratio, KpiKind.Level], Enum.GetValues<KpiKind>().Where(kind => kind.HasParts()));

    [Fact]
    public void The_flags_are_six_texts() => Assert.Equal(
        ["measured", "weighed", "estimated", "modelled", "declared", "allocated"],
        Enum.GetValues<Flag>().Select(flag => flag.Text()));

    [Fact]
    public void What_was_observed_is_a_control_total() => Assert.Equal(
        [Flag.Measured, Flag.Weighed], Enum.GetValues<Flag>().Where(flag => flag.IsControl()));

    [Fact]
    public void A_text_is_read_as_it_is_written_and_no_other()
    {
        Assert.All(Enum.GetValues<KpiKind>(), kind =>
            Assert.True(KpiKinds.TryParse(kind.Text(), out var read) && read == kind));
        Assert.All(Enum.GetValues<Flag>(), flag =>
            Assert.True(Flags.TryParse(flag.Text(), out var read) && read == flag));
        string?[] others = ["Flow", "0", "1", "eventcount", "", null];
        Assert.All(others, text => Assert.False(KpiKinds.TryParse(text, out _)));
        Assert.Equal("", default(KpiKind).Text());
    }
}
