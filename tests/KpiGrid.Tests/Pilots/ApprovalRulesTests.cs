using KpiGrid.Silo.KpiStreams;
using KpiGrid.Silo.Pilots;
using Xunit;
using static KpiGrid.Tests.Arithmetic;

namespace KpiGrid.Tests.Pilots;

/// <summary>Who says yes to what, in which order; today is 2026-06-01.</summary>
public sealed class ApprovalRulesTests
{
    private static readonly DateOnly FirstOfApril = On("2026-04-01");

    [Fact]
    public void With_two_levels_a_lead_submits_and_a_coordinator_approves_no_more_than_that()
    {
        var pilot = Of(2);
        Assert.Equal((409, "not-submitted"), Told(pilot.Decide(ApprovalKind.Approve, "2026-04-01")));
        Assert.Equal(200, pilot.Decide(ApprovalKind.Submit, "2026-04-01").Status);
        Assert.Equal((FirstOfApril, null), Standing(pilot));
        Assert.Equal((409, "not-submitted"), Told(pilot.Decide(ApprovalKind.Approve, "2026-05-01")));
        Assert.Equal(200, pilot.Decide(ApprovalKind.Approve, "2026-04-01").Status);
        Assert.Equal((FirstOfApril, FirstOfApril), Standing(pilot));
        Assert.Equal((409, "already-approved"), Told(pilot.Decide(ApprovalKind.Approve, "2026-03-01")));
        Assert.Equal((409, "already-submitted"), Told(pilot.Decide(ApprovalKind.Submit, "2026-04-01")));
    }

    [Fact]
    public void With_one_level_what_is_submitted_is_approved()
    {
        var pilot = Of(1);
        pilot.Decide(ApprovalKind.Submit, "2026-04-01");
        Assert.Equal((FirstOfApril, FirstOfApril), Standing(pilot));
        Assert.Equal((409, "period-approved"), Told(pilot.Decide(ApprovalKind.Recall, "2026-01-01")));
        Assert.Equal((409, "approval-not-asked"), Told(pilot.Decide(ApprovalKind.Approve, "2026-04-01")));
    }

    [Fact]
    public void With_none_nothing_is_submitted_and_what_was_stays_locked_until_it_is_opened()
    {
        Assert.Equal((409, "approval-not-asked"), Told(Of(0).Decide(ApprovalKind.Submit, "2026-04-01")));

        var pilot = Of(1);
        pilot.Decide(ApprovalKind.Submit, "2026-04-01");
        pilot.Put(pilot.State.Facts! with { ApprovalLevels = null });
        Assert.Equal(PeriodStatus.Approved, pilot.State.Approval.Of(DayRange.Between(On("2026-03-01"), FirstOfApril)));
        Assert.Equal(200, pilot.Decide(ApprovalKind.Reopen, "2026-01-01", "no longer asked for").Status);
        Assert.Equal((On("2026-01-01"), On("2026-01-01")), Standing(pilot));
    }

    [Fact]
    public void A_lead_recalls_down_to_what_is_approved_and_a_coordinator_opens_all_of_it_with_a_reason()
    {
        var pilot = Of(2);
        pilot.Decide(ApprovalKind.Submit, "2026-05-01");
        pilot.Decide(ApprovalKind.Approve, "2026-04-01");
        Assert.Equal((409, "period-approved"), Told(pilot.Decide(ApprovalKind.Recall, "2026-03-31")));
        Assert.Equal((409, "not-submitted"), Told(pilot.Decide(ApprovalKind.Recall, "2026-05-01")));
        Assert.Equal(200, pilot.Decide(ApprovalKind.Recall, "2026-04-01").Status);
        Assert.Equal((FirstOfApril, FirstOfApril), Standing(pilot));
        Assert.Equal((422, "reason-required"), Told(pilot.Decide(ApprovalKind.Reopen, "2026-02-01")));
        Assert.Equal(200, pilot.Decide(ApprovalKind.Reopen, "2026-02-01", "weighed twice").Status);
        Assert.Equal((On("2026-02-01"), On("2026-02-01")), Standing(pilot));
        Assert.Equal((409, "not-submitted"), Told(pilot.Decide(ApprovalKind.Reopen, "2026-02-01", "again")));
    }

    [Fact]
    public void What_is_not_over_is_not_submitted()
    {
        Assert.Equal((422, "day-not-over"), Told(Of(1).Decide(ApprovalKind.Submit, "2026-06-02")));
        Assert.Equal(200, Of(1).Decide(ApprovalKind.Submit, "2026-06-01").Status);
    }

    [Fact]
    public void The_same_act_is_repeated_whatever_was_decided_since_and_another_of_its_id_is_refused()
    {
        var pilot = Of(2);
        pilot.Decide(ApprovalKind.Submit, "2026-04-01", id: "s");
        pilot.Decide(ApprovalKind.Recall, "2026-02-01", id: "r");
        var head = pilot.State.Head.Sequence;

        var again = pilot.Decide(ApprovalKind.Submit, "2026-04-01", id: "s");
        Assert.True(again.Repeated);
        Assert.Equal(On("2026-02-01"), again.Approval!.SubmittedBefore);
        Assert.Equal((409, "id-conflict"), Told(pilot.Decide(ApprovalKind.Submit, "2026-05-01", id: "s")));
        Assert.Equal(head, pilot.State.Head.Sequence);
    }

    [Fact]
    public void No_more_acts_are_kept_than_the_option_says()
    {
        var pilot = new WrittenPilot([1], options: new() { ApprovalActsMax = 1 });
        pilot.Put(pilot.State.Facts! with { ApprovalLevels = 1 });
        pilot.Decide(ApprovalKind.Submit, "2026-02-01");
        Assert.Equal((409, "approval-acts-too-many"), Told(pilot.Decide(ApprovalKind.Submit, "2026-03-01")));
    }

    [Fact]
    public void A_snapshot_and_the_past_know_what_was_approved()
    {
        var pilot = Of(1);
        pilot.Push(Sent.Recycled("march", "2026-03", "5"));
        var before = pilot.State.Head.Sequence;
        pilot.Decide(ApprovalKind.Submit, "2026-04-01");

        var restored = new PilotState(WrittenPilot.Id);
        restored.Restore(pilot.State.Snapshot(1), Registered.Now);
        Assert.Equal(pilot.State.Approval.Acts, restored.Approval.Acts);
        Assert.Equal(FirstOfApril, restored.Approval.ApprovedBefore);

        var series = new Series(WrittenPilot.Id, KpiCode.Parse("CDW-DIV"));
        foreach (var record in pilot.Records) series.Take(record);
        Assert.Equal((0, 1), (Approved(series, before), Approved(series, pilot.State.Head.Sequence)));
    }

    private static int Approved(Series series, long head)
    {
        var kpi = KpiCode.Parse("CDW-DIV");
        var march = new SumsQuestion { Kpi = kpi, Periods = [new(On("2026-03-01"), On("2026-03-31"))] };
        var past = SeriesPast.Of(WrittenPilot.Id, kpi, series, head);
        return Assert.Single(past.Parts(march, KpiKind.Flow, null)).Periods[0].Coverage.Approved;
    }

    private static WrittenPilot Of(int levels)
    {
        var pilot = new WrittenPilot([1]);
        pilot.Put(pilot.State.Facts! with { ApprovalLevels = levels });
        return pilot;
    }

    private static (DateOnly?, DateOnly?) Standing(WrittenPilot pilot) =>
        (pilot.State.Approval.SubmittedBefore, pilot.State.Approval.ApprovedBefore);

    private static (int, string) Told(ApprovalAnswer answer) => (answer.Status, Assert.Single(answer.Problems).Code);
}
