using CsCheck;
using KpiGrid.Silo.Aggregates;
using KpiGrid.Silo.Pilots;
using Xunit;
using static KpiGrid.Tests.Arithmetic;

namespace KpiGrid.Tests.Pilots;

/// <summary>What is booked on locked days stays, whatever is said of a span that begins in them and ends later.</summary>
public sealed class LockedFiguresTests
{
    private static readonly DateOnly FirstOfApril = On("2026-04-01");

    /// <summary>Long wholes beside participants' short figures, so that they often meet across the first open day.</summary>
    private static readonly Gen<Step[]> Meeting = Histories.Of("CDW-DIV", "CDW-DIV", "CDW-REC-R", "BANK-IN").Select(steps =>
        steps.Select((step, at) => step with
        {
            Id = step.Act <= 5 ? at + 1 : 1 + step.Day % (at + 1), Form = step.Form % 6, Day = step.Day % 60,
            Length = step.Owner < 0 ? 40 + step.A % 60 : step.Length, A = step.Owner < 0 ? step.A : step.A / 3,
        }).ToArray());

    private static readonly Measurement Quarter = Sent.Recycled("q1", "2026-Q1", "10").Of(Horsens);

    [Theory]
    [InlineData("8"), InlineData("9.999999999")]
    public void A_weighed_year_that_approved_quarters_do_not_fit_in_is_refused(string year)
    {
        var pilot = Locked(Quarter);

        var refusal = Assert.Single(pilot.Push(Year(year)).Refusals);

        Assert.Equal((409, "period", "days-locked"), (refusal.Status, refusal.Problem.Field, refusal.Problem.Code));
        Assert.Contains("year", refusal.Problem.Remedy, StringComparison.Ordinal);
        Assert.Contains("2026-04-01", refusal.Problem.Remedy, StringComparison.Ordinal);
        Assert.Equal("10", Of(pilot, Horsens));
    }

    [Theory]
    [InlineData("10", Flag.Weighed), InlineData("30", Flag.Weighed), InlineData("30", Flag.Measured), InlineData("8", Flag.Estimated)]
    public void A_year_that_they_fit_in_or_that_gives_way_to_them_is_taken(string year, Flag flag)
    {
        var pilot = Locked(Quarter);
        Assert.Empty(pilot.Push(Year(year) with { Flag = flag }).Refusals);
        Assert.Equal("10", Of(pilot, Horsens));
    }

    [Fact]
    public void A_figure_of_open_days_that_would_put_them_in_conflict_is_refused()
    {
        var pilot = Locked(Quarter);
        pilot.Push(Year("30"));
        Assert.Equal([(0, "days-locked")], Told(pilot.Push(Sent.Recycled("q2", "2026-Q2", "25").Of(Horsens))));
        Assert.Equal([(0, "days-locked")], Told(pilot.Push(Sent.Recycled("other", "2026-Q2", "15").Of(Silkeborg))));
        Assert.Empty(pilot.Push(Sent.Recycled("q2", "2026-Q2", "12").Of(Horsens)).Refusals);
        Assert.Empty(pilot.Push(Sent.Recycled("other", "2026-Q2", "8").Of(Silkeborg)).Refusals);
    }

    [Fact]
    public void A_whole_that_would_take_a_locked_figure_out_of_another_is_refused()
    {
        var pilot = Locked(
            Sent.Recycled("march", "2026-03", "10").Of(Horsens), Sent.Recycled("quarter", "2026-Q1", "30") with { Flag = Flag.Weighed });
        Assert.Equal([(0, "days-locked")], Told(pilot.Push(Sent.Recycled("spring", "2026-03-01/2026-05-01", "20"))));
    }

    [Fact]
    public void What_is_locked_in_conflict_is_not_corrected_or_withdrawn_out_of_it_until_it_is_opened_again()
    {
        var pilot = Locked(Quarter, Year("8"));
        Correction[] ways = [Year("30").Corrected(2), Year("8").Withdrawn(2), (Year("8") with { Period = "2026-Q2" }).Corrected(2)];
        Assert.All(ways, way => Assert.Equal([(0, "days-locked")], Told(pilot.Correct(way))));
        Assert.Empty(pilot.Correct(Year("9").Corrected(2)).Refusals);
        Assert.All(ways, way => Assert.Empty(pilot.Opened().Correct(way with { Revision = 3 }).Refusals));
    }

    [Fact]
    public void A_restore_that_would_put_them_in_conflict_is_refused()
    {
        var pilot = new WrittenPilot([1, 1]);
        pilot.Push(Year("8"));
        pilot.Correct(Year("8").Withdrawn(2));
        pilot.Push(Quarter);
        Lock(pilot);
        var year = Year("8");
        Assert.Equal([(1, "days-locked")], Told(pilot.Correct(year.Withdrawn(2), year.Restored(3))));
    }

    [Fact]
    public void What_agrees_only_together_is_taken_together()
    {
        var pilot = Locked(Quarter);
        var (one, other) = (Year("6"), Year("6") with { Id = MeasurementId.Parse("second") });
        Assert.Equal([(0, "days-locked")], Told(pilot.Push(one)));
        Assert.Empty(pilot.Push(one, other).Refusals);
        Assert.Equal([(1, "days-locked")], Told(pilot.Correct(
            (one with { Value = A("7") }).Corrected(2), (other with { Value = A("1") }).Corrected(2))));
        Assert.Empty(pilot.Correct(
            (one with { Value = A("9") }).Corrected(2), (other with { Value = A("1") }).Corrected(2)).Refusals);
    }

    [Fact]
    public void A_push_that_may_be_taken_in_part_leaves_out_what_would_move_them_and_no_more()
    {
        var pilot = Locked(Quarter);
        var may = Sent.Recycled("may", "2026-05", "1").Of(Horsens);

        var answer = pilot.Push(new Push
        {
            Measurements = [Year("8"), may, Year("8"), Year("30") with { Id = MeasurementId.Parse("better") }],
            Author = "actor-1", Partial = true,
        });

        Assert.Empty(answer.Refusals);
        pilot = Locked(Quarter);
        answer = pilot.Push(new Push { Measurements = [Year("8"), may, Year("8")], Author = "actor-1", Partial = true });
        Assert.Equal([(0, "days-locked"), (2, "days-locked")], Told(answer));
        Assert.Equal("may", Assert.Single(answer.Receipts).Id.Value);
        Assert.Equal(pilot.State.Cells(), pilot.Replayed().Cells());
    }

    [Fact]
    public void Past_a_hundred_that_would_move_them_all_others_of_the_family_are_left_out_too()
    {
        var pilot = Locked(Quarter);
        var years = Enumerable.Range(0, 101).Select(at => Year("0.01") with { Id = MeasurementId.Parse($"year-{at}") });
        var may = Sent.Recycled("may", "2026-05", "1").Of(Horsens);

        var answer = pilot.Push(new Push { Measurements = [.. years, may], Author = "actor-1", Partial = true });

        Assert.Equal(Enumerable.Range(0, 102).Select(at => (at, "days-locked")), Told(answer));
        Assert.Equal("10", Of(pilot, Horsens));
    }

    [Fact]
    public void A_push_is_held_against_those_before_it_in_the_same_record()
    {
        var pilot = Locked(Quarter);
        var draft = pilot.Draft();
        PushAnswer Add(Measurement sent) => draft.Add(new() { Measurements = [sent], Author = "actor-1" });

        Assert.Equal([(0, "days-locked")], Told(Add(Year("8"))));
        Assert.Empty(Add(Year("30")).Refusals);
        Assert.Equal([(0, "days-locked")], Told(Add(Sent.Recycled("q2", "2026-Q2", "25").Of(Horsens))));
        Assert.Empty(Add(Sent.Recycled("q2", "2026-Q2", "20").Of(Horsens)).Refusals);

        pilot.Commit(draft);
        Assert.Equal("30", Of(pilot, Horsens));
    }

    [Fact]
    public void A_reading_whose_days_begin_in_them_counts_as_a_whole_of_those_days()
    {
        var own = Sent.Value("BANK-IN", "own", "2026-02", "5").Of(Horsens);
        var pilot = Locked(own, Sent.Reading("a", "2026-01-01", "0"));
        Assert.Equal([(0, "days-locked")], Told(pilot.Push(Sent.Reading("b", "2026-04-30", "3"))));
        Assert.Empty(pilot.Push(Sent.Reading("b", "2026-04-30", "7")).Refusals);
    }

    [Fact]
    public void Shares_of_open_days_are_refused_that_would_leave_no_one_to_take_the_rest()
    {
        var pilot = new WrittenPilot([1, 1, 1]);
        pilot.Push(Quarter, Year("30"), Sent.Recycled("q2", "2026-Q2", "5").Of(Silkeborg));
        Lock(pilot);
        PilotFacts Later(int[] parts) => pilot.State.Facts! with
        {
            Name = "p", Shares = [.. WrittenPilot.SharesOf([1, 1, 1], 0, 181), .. WrittenPilot.SharesOf(parts, 181, null)],
        };

        var problem = Assert.Single(pilot.Refused(Later([1, 1])));
        Assert.Equal(("shares", "days-locked"), (problem.Field, problem.Code));
        Assert.Empty(pilot.Refused(Later([1, 1, 5])));
        Assert.Empty(pilot.Refused(Later([1, 1]) with { ClosedBefore = null }));
    }

    [Fact]
    public void No_cell_of_locked_days_ever_changes_while_they_are_locked() => Histories.Any.Sample(Stands, iter: 300);

    [Fact]
    public void Nor_do_cells_of_figures_that_are_part_of_each_other() => Meeting.Sample(Stands, iter: 500);

    [Fact]
    public void Refused_is_exactly_what_would_move_them()
    {
        var (refused, taken) = (0, 0);
        Meeting.Sample(steps =>
        {
            var pilot = new WrittenPilot([50, 30, 20]);
            foreach (var step in steps)
            {
                if (Relocked(pilot, step)) continue;
                var codes = Histories.Take(pilot, step).Select(refusal => refusal.Problem.Code).ToList();
                if (codes.Count == 0) Interlocked.Increment(ref taken);
                if (codes.Count == 0 || codes.Exists(code => code != "days-locked")) continue;
                Interlocked.Increment(ref refused);
                var opened = pilot.Opened();
                Assert.Empty(Histories.Take(opened, step));
                Assert.NotEqual(Booked(pilot.State, pilot.State.Approval.OpenFrom), Booked(opened.State, pilot.State.Approval.OpenFrom));
            }
        }, iter: 500);
        Assert.True(refused > 5 && taken > 50, $"{refused} refused, {taken} taken");
    }

    [Fact]
    public void The_good_part_of_a_push_moves_none_and_is_what_the_same_push_without_the_rest_would_be() =>
        Meeting.Sample(steps =>
        {
            var pilot = new WrittenPilot([50, 30, 20]);
            foreach (var some in steps.Chunk(6))
            {
                pilot.Put(pilot.State.Facts! with { ClosedBefore = Day(some[0].Day) });
                var (open, twin) = (pilot.State.Approval.OpenFrom, pilot.Opened());
                var before = Booked(pilot.State, open);
                Measurement[] sent = [.. some.Select(step => (step with { Id = step.Id + 10 * pilot.Records.Count }).Sent())];

                var answer = pilot.Push(new Push { Measurements = sent, Author = "actor-1", Partial = true });

                Assert.Equal(before, Booked(pilot.State, open));
                var refused = answer.Refusals.Select(refusal => refusal.Index).ToHashSet();
                twin.Push([.. sent.Where((_, at) => !refused.Contains(at))]);
                Assert.Equal(twin.State.Cells(), pilot.State.Cells());
            }
        }, iter: 300);

    private static void Stands(Step[] steps)
    {
        var pilot = new WrittenPilot([50, 30, 20]);
        foreach (var step in steps)
        {
            if (Relocked(pilot, step)) continue;
            var open = pilot.State.Approval.OpenFrom;
            var before = Booked(pilot.State, open);
            Histories.Take(pilot, step);
            Assert.Equal(before, Booked(pilot.State, open));
        }
    }

    /// <summary>In place of other shares a history here locks other days, or none.</summary>
    private static bool Relocked(WrittenPilot pilot, Step step)
    {
        if (step.Act is 9 or 0) pilot.Put(pilot.State.Facts! with { ClosedBefore = step.Form == 0 ? null : Day(step.Day) });
        return step.Act is 9 or 0;
    }

    private static List<string> Booked(PilotState state, DateOnly? open)
    {
        IEnumerable<string> Lines(string name, CellTable? table) => (table?.All ?? [])
            .Where(cell => cell.Key.Days.Last < open).Select(cell => $"{name} {cell.Key} {cell.Value}");
        return [.. Lines("total", state.Total).Concat(Places.SelectMany(place => Lines(place.Value, state.Allocated(place))))
            .Order(StringComparer.Ordinal)];
    }

    private static string Of(WrittenPilot pilot, MunicipalityId place) =>
        pilot.State.Allocated(place)!.All.Select(cell => cell.Value.A).Sum().ToString();

    private static List<(int, string)> Told(PushAnswer answer) =>
        [.. answer.Refusals.Select(refusal => (refusal.Index, refusal.Problem.Code))];

    private static Measurement Year(string value) => Sent.Recycled("year", "2026", value) with { Flag = Flag.Weighed };

    /// <summary>A pilot of two, half each, with everything before April closed once this is told.</summary>
    private static WrittenPilot Locked(params Measurement[] told)
    {
        var pilot = new WrittenPilot([1, 1]);
        Assert.Empty(pilot.Push(told).Refusals);
        Lock(pilot);
        return pilot;
    }

    private static void Lock(WrittenPilot pilot) => pilot.Put(pilot.State.Facts! with { ClosedBefore = FirstOfApril });
}
