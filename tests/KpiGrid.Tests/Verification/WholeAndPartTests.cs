using KpiGrid.Host.Verification;
using Xunit;

namespace KpiGrid.Tests.Verification;

/// <summary>Figures of a whole pilot beside those of its participants.</summary>
public sealed class WholeAndPartTests
{
    private readonly HandMadeJournal journal = new();

    [Theory]
    [InlineData("weighed", 90, "90", "40", "25")]
    [InlineData("measured", 90, "90", "40", "25")]
    [InlineData("estimated", 90, "100", "40", "30")]
    [InlineData("declared", 90, "100", "40", "30")]
    [InlineData("weighed", 30, "30", "10", "10")]
    [InlineData("weighed", 40, "40", "40", "0")]
    public async Task G7_one_participant_reports_its_own_part(
        string flag, int whole, string total, string first, string others)
    {
        await Body();
        await Whole(flag, whole);
        await Own("A-1", 40);

        Assert.Equal(total, await journal.Amount("pilots/body", "F", "2026-Q1"));
        Assert.Equal(first, await journal.Amount("municipalities/A-1", "F", "2026-Q1"));
        Assert.Equal(others, await journal.Amount("municipalities/A-2", "F", "2026-Q1"));
        Assert.Equal(others, await journal.Amount("municipalities/A-3", "F", "2026-Q1"));
    }

    [Fact]
    public async Task All_participants_that_do_not_add_to_the_weighed_whole_are_in_conflict_with_it()
    {
        await Body();
        await Whole("weighed", 90);
        await Own("A-1", 40);
        await Own("A-2", 20);
        await Own("A-3", 29);

        var sums = await journal.Ask("pilots/body", "F", "2026-Q1");

        Assert.Equal(("90", 1), (Billionths.Text(sums.A), sums.N));
        Assert.Equal("30", await journal.Amount("municipalities/A-1", "F", "2026-Q1"));
    }

    [Fact]
    public async Task Participants_alone_add_up_whatever_the_shares()
    {
        await Body();
        await Own("A-1", 40);
        await Own("A-3", 5);

        Assert.Equal("45", await journal.Amount("pilots/body", "F", "2026-Q1"));
        Assert.Null(await journal.Amount("municipalities/A-2", "F", "2026-Q1"));
    }

    [Fact]
    public async Task A_figure_belongs_to_the_shortest_whole_that_contains_it()
    {
        await Body();
        await journal.Push("body", "F", "year", "2026", "\"a\":300,\"flag\":\"weighed\"");
        await Whole("estimated", 90);
        await Own("A-1", 40);

        Assert.Equal("100", await journal.Amount("pilots/body", "F", "2026-Q1"));
        Assert.Equal("300", await journal.Amount("pilots/body", "F", "2026-Q4"));
    }

    [Fact]
    public async Task A_participant_s_stock_replaces_its_part_while_it_has_a_share()
    {
        await journal.Kpi("S", "stock", "m2");
        await journal.Pilot("body", "A-1 1/2 2025-01-01..2026-03-01", "A-2 1/2 2025-01-01..2026-03-01", "A-2 1/1 2026-03-01..");
        await journal.Push("body", "S", "w", "2026-01-01", "\"a\":100,\"flag\":\"estimated\"");
        await journal.Push("body", "S", "o", "2026-02-01", "\"a\":70,\"municipality\":\"A-1\"");

        Assert.Equal("120", await journal.Amount("pilots/body", "S", "2026-02"));
        Assert.Equal("100", await journal.Amount("pilots/body", "S", "2026-03"));
        Assert.Null(await journal.Amount("municipalities/A-1", "S", "2026-03"));
        Assert.Equal("100", await journal.Amount("municipalities/A-2", "S", "2026-03"));
    }

    [Fact]
    public async Task A_whole_score_gives_way_part_by_part_whatever_the_classes()
    {
        await journal.Kpi("STR", "score", "score", "1", "2", "3");
        await journal.Pilot("body", "A-1 1/4", "A-2 3/4");
        await journal.Push("body", "STR", "w", "2026-01-01", "\"a\":1,\"value\":2,\"flag\":\"weighed\"");
        await journal.Push("body", "STR", "o", "2026-02-01", "\"a\":1,\"value\":3,\"municipality\":\"A-1\"");

        var sums = await journal.Ask("pilots/body", "STR", "2026-02");

        Assert.Equal("0.75", Billionths.Text(sums.OfClass("2").A));
        Assert.Equal("1", Billionths.Text(sums.OfClass("3").A));
    }

    [Fact]
    public async Task A_ratio_is_held_against_its_parts_in_both()
    {
        await journal.Kpi("R", "ratio", "%");
        await journal.Pilot("body", "A-1 1/2", "A-2 1/2");
        await journal.Push("body", "R", "w", "2026-Q1", "\"a\":50,\"b\":100,\"flag\":\"weighed\"");
        await journal.Push("body", "R", "o", "2026-Q1", "\"a\":10,\"b\":101,\"municipality\":\"A-1\"");

        var sums = await journal.Ask("municipalities/A-1", "R", "2026-Q1");

        Assert.Equal(("25", "50"), (Billionths.Text(sums.A), Billionths.Text(sums.B)));
    }

    private async Task Body()
    {
        await journal.Kpi("F", "flow", "t");
        await journal.Pilot("body", "A-1 1/3", "A-2 1/3", "A-3 1/3");
    }

    private Task Whole(string flag, int amount) =>
        journal.Push("body", "F", "whole", "2026-Q1", $"\"a\":{amount},\"flag\":\"{flag}\"");

    private Task Own(string municipality, int amount) =>
        journal.Push("body", "F", municipality, "2026-Q1", $"\"a\":{amount},\"municipality\":\"{municipality}\"");
}
