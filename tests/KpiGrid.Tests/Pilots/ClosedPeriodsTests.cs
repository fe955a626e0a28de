using Xunit;
using static KpiGrid.Tests.Arithmetic;

namespace KpiGrid.Tests.Pilots;

public sealed class ClosedPeriodsTests
{
    private static readonly Measurement March = Sent.Recycled("march", "2026-03", "5");
    private static readonly Measurement April = Sent.Recycled("april", "2026-04", "7");
    private static readonly Measurement Gone = Sent.Recycled("gone", "2026-02", "1");
    private static readonly DateOnly FirstOfApril = On("2026-04-01");

    private static readonly Dictionary<string, Correction> Said = new()
    {
        ["a correction"] = March.Corrected(2),
        ["a withdrawal"] = March.Withdrawn(2),
        ["a restore"] = Gone.Restored(3),
        ["moved out"] = (March with { Period = "2026-05" }).Corrected(2),
        ["moved in"] = (April with { Period = "2026-03" }).Corrected(2),
    };

    public static TheoryData<string> Kinds => [.. Said.Keys];

    [Theory]
    [InlineData("2026-03"), InlineData("2026-Q1"), InlineData("2026-03-31"), InlineData("2026-02-20/2026-03-10")]
    public void Nothing_is_measured_whose_last_day_is_closed(string period)
    {
        var pilot = Closed();
        var head = pilot.State.Head.Sequence;

        var refusal = Assert.Single(pilot.Push(Sent.Recycled("late", period, "1")).Refusals);

        Assert.Equal((409, "period", "period-closed"), (refusal.Status, refusal.Problem.Field, refusal.Problem.Code));
        Assert.Contains("2026-04-01", refusal.Problem.Remedy, StringComparison.Ordinal);
        Assert.Equal(head, pilot.State.Head.Sequence);
    }

    [Fact]
    public void What_ends_after_the_closed_days_is_taken() =>
        Assert.Empty(Closed().Push(April, Sent.Recycled("over", "2026-03-20/2026-04-02", "1")).Refusals);

    [Theory, MemberData(nameof(Kinds))]
    public void Nothing_is_revised_that_was_or_would_be_in_a_closed_period(string kind)
    {
        var pilot = Closed(April);

        var refusal = Assert.Single(pilot.Correct(Said[kind]).Refusals);

        Assert.Equal((409, "period-closed"), (refusal.Status, refusal.Problem.Code));
    }

    [Theory, MemberData(nameof(Kinds))]
    public void All_of_it_is_taken_once_a_coordinator_has_opened_the_periods_again(string kind)
    {
        var pilot = Closed(April);
        pilot.Put(pilot.State.Facts! with { ClosedBefore = null });

        Assert.Empty(pilot.Correct(Said[kind]).Refusals);
        Assert.Equal(pilot.State.Cells(), pilot.Replayed().Cells());
    }

    [Fact]
    public void What_was_taken_before_is_repeated_and_replayed_after()
    {
        var pilot = Closed();

        Assert.True(Assert.Single(pilot.Push(March).Receipts).Repeated);
        Assert.Equal(pilot.State.Cells(), pilot.Replayed().Cells());
    }

    /// <summary>A pilot with March told and February withdrawn, then closed before April.</summary>
    private static WrittenPilot Closed(params Measurement[] more)
    {
        var pilot = new WrittenPilot([1]);
        Assert.Empty(pilot.Push([March, Gone, .. more]).Refusals);
        Assert.Empty(pilot.Correct(Gone.Withdrawn(2)).Refusals);
        pilot.Put(pilot.State.Facts! with { ClosedBefore = FirstOfApril });
        return pilot;
    }
}
