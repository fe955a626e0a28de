using CsCheck;
using KpiGrid.Silo.Pilots;
using Xunit;
using static KpiGrid.Tests.Arithmetic;

namespace KpiGrid.Tests.Pilots;

public sealed class CorrectionDraftTests
{
    private static readonly Measurement Stock = Sent.Stock("a", "2026-01-31", "40");
    private static readonly Measurement Other = Sent.Stock("b", "2026-02-28", "55");
    private readonly WrittenPilot pilot = new([50, 30, 20]);

    public CorrectionDraftTests() => pilot.Push(Stock, Other);

    [Fact]
    public void A_correction_repeated_gets_the_same_receipt()
    {
        var correction = (Stock with { Value = A("41") }).Corrected(2);
        var first = pilot.Correct(correction);
        pilot.Correct(Stock.Withdrawn(3));

        var again = pilot.Correct(correction);

        Assert.Equal(first.Receipts.Select(receipt => receipt with { Repeated = true }), again.Receipts);
        Assert.Equal(4, pilot.Records.Count);
    }

    [Fact]
    public void A_correction_repeated_after_a_replay_is_still_a_repeat()
    {
        Correction[] corrections =
            [(Stock with { Value = A("41"), Note = "better" }).Corrected(2), Stock.Withdrawn(3), Stock.Restored(4)];
        foreach (var correction in corrections) Assert.False(pilot.Correct(correction).Receipts.Single().Repeated);

        Assert.All(corrections, correction => Assert.True(
            new CorrectionDraft(WrittenPilot.Id, pilot.Replayed(), pilot.Check(), new(), 1)
                .Add(new() { Corrections = [correction], Author = "actor-1" }).Receipts.Single().Repeated));
    }

    [Fact]
    public void A_revision_with_another_content_reason_or_kind_is_a_conflict()
    {
        var changed = Stock with { Value = A("41") };
        pilot.Correct(changed.Corrected(2));

        foreach (var other in (Correction[])
            [Stock.Corrected(2), changed.Corrected(2, "another"), changed.Corrected(2) with { Kind = RevisionKind.Revision }, Stock.Withdrawn(2)])
            Assert.Equal([(409, "revision-conflict")], Refused(other));
    }

    [Fact]
    public void What_does_not_fit_is_refused()
    {
        Assert.Equal([(409, "revision-gap")], Refused(Stock.Corrected(3)));
        Assert.Equal([(422, "revision-too-low")], Refused(Stock.Corrected(1)));
        Assert.Equal([(422, "revision-too-low")], Refused(Stock.Corrected(0)));
        Assert.Equal([(422, "reason-required")], Refused(Stock.Corrected(2, " ")));
        Assert.Equal([(422, "kind-and-content")], Refused(Stock.Withdrawn(2) with { Content = Stock }));
        Assert.Equal([(422, "kind-and-content")], Refused(Stock.Corrected(2) with { Content = null }));
        Assert.Equal([(422, "kind-and-content")], Refused(Stock.Corrected(2) with { Kind = RevisionKind.Initial }));
        Assert.Equal([(422, "not-withdrawn")], Refused(Stock.Restored(2)));
        Assert.Equal([(422, "measurement-unknown")], Refused(Sent.Stock("z", "2026-01-01", "1").Corrected(2)));
        Assert.Equal([(422, "item-doubled")], Refused(Stock.Corrected(2), Stock.Corrected(2)));
        Assert.Equal([(422, "value-required")], Refused((Stock with { Value = null }).Corrected(2)));
        pilot.Correct(Stock.Withdrawn(2));
        Assert.Equal([(422, "already-withdrawn")], Refused(Stock.Withdrawn(3)));
    }

    [Fact]
    public void A_measurement_cannot_move_to_a_day_that_another_holds()
    {
        Assert.Equal([(409, "day-taken")], Refused((Stock with { Period = "2026-02-28" }).Corrected(2)));
        Assert.Empty(pilot.Correct((Stock with { Period = "2026-02-27" }).Corrected(2)).Refusals);
        Assert.Empty(pilot.Push(Sent.Stock("c", "2026-01-31", "7")).Refusals);
    }

    [Fact]
    public void A_withdrawal_frees_its_day_and_a_restore_needs_it()
    {
        pilot.Correct(Stock.Withdrawn(2));
        Assert.Empty(pilot.Push(Sent.Stock("c", "2026-01-31", "7")).Refusals);

        Assert.Equal([(409, "day-taken")], Refused(Stock.Restored(3)));
        Assert.Equal([(409, "day-taken")], Refused(Stock.Corrected(3)));
        Assert.Empty(pilot.Correct((Stock with { Period = "2026-01-30" }).Corrected(3)).Refusals);
        Assert.Equal(3, pilot.State.Contents.Count());
    }

    [Fact]
    public void A_day_freed_in_a_request_can_be_taken_later_in_it()
    {
        Assert.Empty(pilot.Correct(Other.Withdrawn(2), (Stock with { Period = "2026-02-28" }).Corrected(2)).Refusals);

        Assert.Equal(["2026-02-28"], pilot.State.Total.All.Select(cell => $"{cell.Key.Days.Last:yyyy-MM-dd}"));
        Assert.Equal(pilot.Replayed().Cells(), pilot.State.Cells());
    }

    [Fact]
    public void A_refused_request_leaves_no_entry_behind()
    {
        var draft = new CorrectionDraft(WrittenPilot.Id, pilot.State, pilot.Check(), new(), 1);

        var answer = draft.Add(new() { Corrections = [Stock.Withdrawn(2), Other.Restored(2)], Author = "actor-1" });

        Assert.Equal(1, Assert.Single(answer.Refusals).Index);
        Assert.Empty(answer.Receipts);
        Assert.Empty(draft.Entries);
    }

    [Fact]
    public void A_reading_may_fall_by_a_correction()
    {
        var meter = new WrittenPilot([1]);
        var second = Sent.Reading("b", "2026-02-01", "200");
        meter.Push(Sent.Reading("a", "2026-01-01", "10"), second, Sent.Reading("c", "2026-03-01", "210"));

        Assert.Empty(meter.Correct((second with { Reading = A("20") }).Corrected(2)).Refusals);

        Assert.Equal([A("10"), A("190")], meter.State.Total.All.OrderBy(cell => cell.Key.Days).Select(cell => cell.Value.A));
    }

    [Fact]
    public void Every_standing_measurement_that_counts_holds_its_day_whatever_is_corrected_together() =>
        Gen.Select(Gen.Int[0, 5], Gen.Int[0, 3], Gen.Int[0, 6], Gen.Int[-1, 0]).Array[1, 4].Array[1, 12].Sample(requests =>
        {
            var some = new WrittenPilot([1, 1]);
            for (var i = 0; i < 4; i++) some.Push(Sent.Stock($"m{i}", $"{Day(i):yyyy-MM-dd}", "1"));
            foreach (var request in requests) some.Correct([.. request.DistinctBy(one => one.Item2).Select(one => Made(some, one))]);

            foreach (var id in Enumerable.Range(0, 4).Select(i => MeasurementId.Parse($"m{i}")))
                if (some.State.Measurement(Stock.Kpi, id) is { Counts: true, Now: var now })
                    Assert.Equal(id, some.State.Families[now.Family].Stream(now.Owner)!.On(now.Days.Last)!.Value.Id);
            Assert.Equal(some.Replayed().Cells(), some.State.Cells());
        }, iter: 500);

    private static Correction Made(WrittenPilot pilot, (int Act, int Id, int Day, int Owner) one)
    {
        var sent = Sent.Stock($"m{one.Id}", $"{Day(one.Day):yyyy-MM-dd}", "2") with
        {
            Municipality = one.Owner < 0 ? null : Horsens,
        };
        var revision = pilot.State.Measurement(sent.Kpi, sent.Id)!.Revision + 1;
        return one.Act switch { 0 => sent.Withdrawn(revision), 1 => sent.Restored(revision), _ => sent.Corrected(revision) };
    }

    private IEnumerable<(int, string)> Refused(params Correction[] corrections)
    {
        var records = pilot.Records.Count;
        var answer = pilot.Correct(corrections);
        Assert.Equal(records, pilot.Records.Count);
        return answer.Refusals.Select(refusal => (refusal.Status, refusal.Problem.Code));
    }
}
