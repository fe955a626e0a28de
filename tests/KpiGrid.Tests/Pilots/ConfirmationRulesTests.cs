using KpiGrid.Silo.KpiStreams;
using KpiGrid.Silo.Pilots;
using Xunit;
using static KpiGrid.Tests.Arithmetic;

namespace KpiGrid.Tests.Pilots;

/// <summary>A body reports 90 t for three participants with equal shares; each says whether its part is right.</summary>
public sealed class ConfirmationRulesTests
{
    private static readonly Measurement Whole = Sent.Recycled("whole", "2026-03", "90") with { OnBehalfOf = "three members", Flag = Flag.Weighed };

    [Fact]
    public void A_confirmation_keeps_who_said_so_of_which_revision_and_what_the_part_was_and_moves_no_sum()
    {
        var pilot = Reported();
        var cells = pilot.State.Cells();

        var said = pilot.Confirm(By(Silkeborg)).Confirmation!;

        Assert.Equal((A("30"), "t", 1, "actor-1"), (said.A, said.Unit, said.Act.Revision, said.Act.Author));
        Assert.Equal(cells, pilot.State.Cells());
        Assert.Empty(pilot.Changes.Families);
        Assert.Equal(
            [(Horsens, ConfirmationStatus.Waiting), (Silkeborg, ConfirmationStatus.Confirmed), (Aarhus, ConfirmationStatus.Waiting)],
            Standing(pilot));
    }

    [Fact]
    public void A_dispute_says_why()
    {
        var pilot = Reported();
        var dispute = By(Aarhus) with { Kind = ConfirmationKind.Dispute };
        Assert.Equal((422, "reason-required"), Told(pilot.Confirm(dispute)));
        Assert.Equal((422, "reason-required"), Told(pilot.Confirm(dispute with { Reason = " " })));
        Assert.Equal(200, pilot.Confirm(dispute with { Reason = "our yard was closed" }).Status);
        Assert.Equal(ConfirmationStatus.Disputed, Standing(pilot)[2].Status);
        Assert.Equal(200, pilot.Confirm(By(Aarhus, "later")).Status);
        Assert.Equal(ConfirmationStatus.Confirmed, Standing(pilot)[2].Status);
    }

    [Fact]
    public void The_same_act_is_repeated_and_another_of_its_id_is_refused()
    {
        var pilot = Reported();
        var first = pilot.Confirm(By(Silkeborg, "c"));
        var head = pilot.State.Head.Sequence;
        pilot.Correct((Whole with { Value = A("60") }).Corrected(2));

        var again = pilot.Confirm(By(Silkeborg, "c"));

        Assert.Equal((true, first.Confirmation), (again.Repeated, again.Confirmation));
        Assert.Equal((409, "id-conflict"), Told(pilot.Confirm(By(Aarhus, "c"))));
        Assert.Equal((409, "id-conflict"), Told(pilot.Confirm(By(Silkeborg, "c") with { Author = "actor-2" })));
        Assert.Equal(head + 1, pilot.State.Head.Sequence);
    }

    [Fact]
    public void A_correction_leaves_a_confirmation_of_an_earlier_revision_that_waits_to_be_said_again()
    {
        var pilot = Reported();
        pilot.Confirm(By(Silkeborg));
        pilot.Correct((Whole with { Note = "the same figure" }).Corrected(2));

        Assert.Equal(ConfirmationStatus.Superseded, Standing(pilot)[1].Status);
        Assert.Equal((409, "revision-not-current"), Told(pilot.Confirm(By(Aarhus))));
        Assert.Equal(200, pilot.Confirm(By(Silkeborg, "again") with { Revision = 2 }).Status);
        Assert.Equal(ConfirmationStatus.Confirmed, Standing(pilot)[1].Status);
    }

    [Fact]
    public void A_part_that_is_split_again_or_shared_otherwise_is_not_the_one_that_was_confirmed()
    {
        var pilot = Reported();
        pilot.Confirm(By(Silkeborg));
        pilot.Push(Sent.Recycled("own", "2026-03", "40").Of(Horsens));

        var line = Assert.Single(Lines(pilot), line => line.OnBehalf is not null);
        Assert.Equal(("control-total", A("90"), A("50")), (line.Rule, line.Entry.A, line.OnBehalf!.Counted));
        Assert.Equal(3, line.OnBehalf.Key.Count);
        Assert.Equal([(Silkeborg, ConfirmationStatus.Superseded), (Aarhus, ConfirmationStatus.Waiting)], Standing(pilot));
        Assert.Equal((409, "no-part"), Told(pilot.Confirm(By(Horsens))));
        Assert.Equal(A("25"), pilot.Confirm(By(Silkeborg, "again")).Confirmation!.A);
        Assert.Equal(ConfirmationStatus.Confirmed, Standing(pilot)[0].Status);

        pilot.Put(pilot.State.Facts! with { Shares = WrittenPilot.SharesOf([1, 2, 2], 0, null) });
        Assert.Equal(ConfirmationStatus.Confirmed, Standing(pilot)[0].Status);
        pilot.Put(pilot.State.Facts! with { Shares = WrittenPilot.SharesOf([1, 2, 3], 0, null) });
        Assert.Equal(ConfirmationStatus.Superseded, Standing(pilot)[0].Status);
    }

    [Fact]
    public void Another_measurement_of_the_same_days_does_not_unsay_it()
    {
        var pilot = Reported();
        pilot.Confirm(By(Silkeborg));
        pilot.Push(Whole with { Id = MeasurementId.Parse("more"), Value = A("0.1") });
        Assert.Contains((Silkeborg, ConfirmationStatus.Confirmed), Standing(pilot));
    }

    [Fact]
    public void Only_what_counts_and_was_reported_on_behalf_of_a_participant_is_its_to_confirm()
    {
        var pilot = Reported();
        pilot.Push(Sent.Recycled("lead", "2026-04", "9"));
        Assert.Equal((409, "not-on-behalf"), Told(pilot.Confirm(By(Silkeborg) with { Measurement = MeasurementId.Parse("lead") })));
        Assert.Equal((404, "measurement-unknown"), Told(pilot.Confirm(By(Silkeborg) with { Measurement = MeasurementId.Parse("no") })));
        Assert.Equal((409, "no-part"), Told(pilot.Confirm(By(Skive))));
        Assert.Equal([KpiCode.Parse("CDW-DIV")], pilot.State.OnBehalf);
        pilot.Correct(Whole.Withdrawn(2));
        Assert.Equal((409, "withdrawn"), Told(pilot.Confirm(By(Silkeborg) with { Revision = 2 })));
        Assert.Empty(pilot.State.OnBehalf);
    }

    [Fact]
    public void No_more_are_kept_than_the_option_says()
    {
        var pilot = new WrittenPilot([1, 1, 1], options: new() { ConfirmationsMax = 1 });
        pilot.Push(Whole);
        pilot.Confirm(By(Silkeborg));
        Assert.Equal((409, "confirmations-too-many"), Told(pilot.Confirm(By(Aarhus))));
        Assert.True(pilot.Confirm(By(Silkeborg)).Repeated);
    }

    [Fact]
    public void A_replay_a_snapshot_and_the_past_know_what_was_said()
    {
        var pilot = Reported();
        var before = pilot.State.Head.Sequence;
        pilot.Confirm(By(Silkeborg));

        var restored = new PilotState(WrittenPilot.Id);
        restored.Restore(pilot.State.Snapshot(1), Registered.Now);
        foreach (var state in new[] { restored, pilot.Replayed() })
        {
            Assert.Equal(pilot.State.Confirmations.All, state.Confirmations.All);
            Assert.Equal(pilot.State.OnBehalf, state.OnBehalf);
        }
        Assert.Equal(ConfirmationStatus.Waiting, Standing(pilot, before)[1].Status);
    }

    private static WrittenPilot Reported()
    {
        var pilot = new WrittenPilot([1, 1, 1]);
        Assert.Empty(pilot.Push(Whole).Refusals);
        return pilot;
    }

    private static ConfirmationAct By(MunicipalityId municipality, string? id = null) => new()
    {
        Id = id ?? $"by-{municipality}", Kind = ConfirmationKind.Confirm, Municipality = municipality, Kpi = Whole.Kpi,
        Measurement = Whole.Id, Revision = 1, Author = "actor-1",
    };

    private static IReadOnlyList<(MunicipalityId Municipality, ConfirmationStatus Status)> Standing(WrittenPilot pilot, long? head = null) =>
    [
        .. from line in Lines(pilot, head)
           where line.Entry.Sent.Id == Whole.Id
           from part in line.Parts
           let said = line.OnBehalf!.Confirmations.FirstOrDefault(each => each.Act.Municipality == part.Municipality)
           select (part.Municipality!.Value, Confirmation.Status(said, line.Entry.Revision, part.A, part.B)),
    ];

    private static IReadOnlyList<ExplainLine> Lines(WrittenPilot pilot, long? head = null)
    {
        var series = new Series(WrittenPilot.Id, Whole.Kpi);
        foreach (var record in pilot.Records) series.Take(record);
        return SeriesExplanation.Of(
            WrittenPilot.Id, Whole.Kpi, series, new() { Days = DayRange.Always }, head ?? pilot.State.Head.Sequence);
    }

    private static (int, string) Told(ConfirmationAnswer answer) => (answer.Status, Assert.Single(answer.Problems).Code);
}
