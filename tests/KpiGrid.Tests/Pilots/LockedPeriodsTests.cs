using Xunit;
using static KpiGrid.Tests.Arithmetic;

namespace KpiGrid.Tests.Pilots;

public sealed class LockedPeriodsTests
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

    [Theory]
    [InlineData(ApprovalKind.Submit, "period-submitted"), InlineData(ApprovalKind.Approve, "period-approved")]
    public void What_is_submitted_or_approved_is_locked_like_what_is_closed(ApprovalKind far, string code)
    {
        var pilot = Approved(far);
        var head = pilot.State.Head.Sequence;

        var silent = Sent.Recycled("silent", "2026-03", "1") with { Value = null, Silence = "nothing-to-report" };

        foreach (var correction in Said.Values)
            Assert.Equal((409, code), Only(pilot.Correct(correction).Refusals));
        Assert.Equal((409, code), Only(pilot.Push(Sent.Recycled("late", "2026-03-31", "1")).Refusals));
        Assert.Equal((409, code), Only(pilot.Push(silent).Refusals));
        Assert.Equal((409, code), Only(pilot.Push(Sent.Recycled("behalf", "2026-03", "1") with { OnBehalfOf = "m" }).Refusals));

        Assert.Equal(head, pilot.State.Head.Sequence);
        Assert.Empty(pilot.Push(Sent.Recycled("next", "2026-Q2", "1")).Refusals);
    }

    [Theory]
    [InlineData(ApprovalKind.Submit, ApprovalKind.Recall), InlineData(ApprovalKind.Approve, ApprovalKind.Reopen)]
    public void All_of_it_is_taken_once_it_is_recalled_or_opened_again(ApprovalKind far, ApprovalKind back)
    {
        foreach (var correction in Said.Values)
        {
            var pilot = Approved(far);
            Assert.Equal(200, pilot.Decide(back, "2026-02-01", "better data").Status);
            Assert.Empty(pilot.Correct(correction).Refusals);
            Assert.Equal(pilot.State.Cells(), pilot.Replayed().Cells());
            Assert.Equal(pilot.State.Approval.OpenFrom, pilot.Replayed().Approval.OpenFrom);
        }
    }

    [Fact]
    public void A_receipt_says_whether_its_period_may_still_change()
    {
        var pilot = Approved(ApprovalKind.Submit);
        Assert.Equal(PeriodStatus.Submitted, Assert.Single(pilot.Push(March).Receipts).PeriodStatus);
        Assert.Equal(PeriodStatus.Open, Assert.Single(pilot.Push(April).Receipts).PeriodStatus);

        pilot.Decide(ApprovalKind.Approve, "2026-04-01");
        Assert.Equal(PeriodStatus.Approved, Assert.Single(pilot.Push(March).Receipts).PeriodStatus);

        pilot.Put(pilot.State.Facts! with { ClosedBefore = FirstOfApril });
        Assert.Equal(PeriodStatus.Closed, Assert.Single(pilot.Push(March).Receipts).PeriodStatus);
    }

    private static (int, string) Only(IReadOnlyList<Refusal> refusals) =>
        (Assert.Single(refusals).Status, refusals[0].Problem.Code);

    /// <summary>The same pilot, of two levels, submitted or also approved before April.</summary>
    private static WrittenPilot Approved(ApprovalKind far)
    {
        var pilot = Told(April);
        pilot.Put(pilot.State.Facts! with { ApprovalLevels = 2 });
        Assert.Equal(200, pilot.Decide(ApprovalKind.Submit, "2026-04-01").Status);
        if (far == ApprovalKind.Approve) Assert.Equal(200, pilot.Decide(far, "2026-04-01").Status);
        return pilot;
    }

    private static WrittenPilot Closed(params Measurement[] more)
    {
        var pilot = Told(more);
        pilot.Put(pilot.State.Facts! with { ClosedBefore = FirstOfApril });
        return pilot;
    }

    /// <summary>A pilot with March told and February withdrawn.</summary>
    private static WrittenPilot Told(params Measurement[] more)
    {
        var pilot = new WrittenPilot([1]);
        Assert.Empty(pilot.Push([March, Gone, .. more]).Refusals);
        Assert.Empty(pilot.Correct(Gone.Withdrawn(2)).Refusals);
        return pilot;
    }
}
