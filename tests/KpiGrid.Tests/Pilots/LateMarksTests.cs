using CsCheck;
using KpiGrid.Silo.Pilots;
using Xunit;
using static KpiGrid.Tests.Arithmetic;

namespace KpiGrid.Tests.Pilots;

public sealed class LateMarksTests
{
    private static readonly DateOnly Today = On("2026-06-01");
    private static readonly DutyOptions Options = new() { LookBackDays = 200 };

    [Fact]
    public void A_mark_stays_and_says_when_the_report_came_and_no_more_once_it_is_withdrawn()
    {
        var pilot = LateFrom("2026-02");
        var february = Sent.Recycled("feb", "2026-02", "5");

        Assert.Empty(pilot.Push(Sent.Recycled("may", "2026-05", "5")).Refusals);
        Assert.Null(Mark(pilot).Came);
        Assert.Empty(pilot.Push(february).Refusals);
        var came = pilot.Records[^1].RecordedAt;
        Assert.Equal(came, Mark(pilot).Came);
        Assert.Empty(pilot.Push(Sent.Recycled("mar", "2026-03", "5")).Refusals);
        Assert.Equal(came, Mark(pilot).Came);
        Assert.Empty(pilot.Correct(february.Withdrawn(2)).Refusals);
        Assert.Null(Mark(pilot).Came);
    }

    [Fact]
    public void A_replay_and_a_snapshot_know_the_marks_too()
    {
        var pilot = LateFrom("2026-02");
        Assert.Empty(pilot.Push(Sent.Recycled("feb", "2026-02", "5")).Refusals);
        var restored = new PilotState(WrittenPilot.Id);
        restored.Restore(pilot.State.Snapshot(1), Registered.Now);

        Assert.Equal(Lines(pilot.State), Lines(pilot.Replayed()));
        Assert.Equal(Lines(pilot.State), Lines(restored));
    }

    [Fact]
    public void A_mark_moves_no_total()
    {
        var pilot = new WrittenPilot([1]);
        Assert.Empty(pilot.Push(Sent.Recycled("jan", "2026-01", "5")).Refusals);
        var before = pilot.State.Total.Of(KpiCode.Parse("CDW-DIV"))!.All.ToList();

        pilot.Mark([LateMark.Of(Late(pilot)!, Registered.Now)]);

        Assert.Equal(before, pilot.State.Total.Of(KpiCode.Parse("CDW-DIV"))!.All);
        Assert.Empty(pilot.Changes.Cells);
    }

    [Fact]
    public void A_stream_that_stays_silent_is_marked_once_and_again_when_it_is_late_anew()
    {
        var pilot = LateFrom("2026-02");

        Assert.NotNull(Spoken(pilot, On("2026-07-20")));
        Assert.NotNull(Spoken(pilot, On("2027-06-01")));
        Assert.Empty(pilot.Push(Sent.Recycled("feb", "2026-02", "5")).Refusals);
        Assert.Null(Spoken(pilot, Today));
    }

    [Fact]
    public void The_same_lateness_has_the_same_id_and_another_has_another()
    {
        var late = Late(LateFrom("2026-02"))!;
        var id = LateMark.Of(late, Registered.Now).Id;

        Assert.Equal(id, LateMark.Of(late, Registered.Now.AddDays(9)).Id);
        Assert.NotEqual(id, LateMark.Of(late with { Due = late.Due.AddDays(1) }, Registered.Now).Id);
        Assert.NotEqual(id, LateMark.Of(late with { Periods = [late.Periods[1]] }, Registered.Now).Id);
        Assert.Matches("^late_[0-9a-f]{32}$", id);
    }

    /// <summary>Held against every day asked by itself.</summary>
    [Fact]
    public void The_next_day_to_look_is_the_first_on_which_more_is_late() =>
        Gen.Select(Gen.Int[0, 900], Gen.Int[-300, 500], Gen.Int[0, 12], Gen.Int[0, 6].Array[0, 4],
                Gen.OneOf(Frequency.Month, Frequency.Quarter, Frequency.Week))
            .Sample((today, declared, grace, reported, frequency) =>
            {
                var options = new DutyOptions { LookBackDays = 200, GraceDays = grace };
                var runs = reported.Select(month => new ReportedRun(
                    Period.Of(Day(today).AddMonths(month - 2), PeriodSize.Month).Range, PeriodSize.Month)).ToList();
                (MunicipalityId, Duty)[] duties =
                [
                    (Places[0], new()
                    {
                        Stream = new(PilotId.Parse("p"), Waste, null, null), Standing = false,
                        Expected = [new(Day(declared), DateOnly.MaxValue)], Reported = runs,
                    }),
                ];
                HashSet<Period> On(DateOnly day) => [.. Lateness.Of(duties, frequency, day, options)?.Periods ?? []];
                var before = On(Day(today));
                var next = Lateness.Next(duties, frequency, Day(today), options);
                var model = Enumerable.Range(today + 1, 1_200).Select(Day).First(day => !On(day).IsSubsetOf(before));
                return next == model;
            }, iter: 50);

    private static LateMark? Spoken(WrittenPilot pilot, DateOnly today) => pilot.State.Marks.Of(
        Lateness.Of([.. pilot.Duties.All], Frequency.Month, today, Options)!, today.AddDays(-Options.LookBackDays));

    /// <summary>January came; the month named is the first that is late, and it is marked.</summary>
    private static WrittenPilot LateFrom(string month)
    {
        var pilot = new WrittenPilot([1]);
        Assert.Empty(pilot.Push(Sent.Recycled("jan", "2026-01", "5")).Refusals);
        var late = Late(pilot)!;
        Assert.Equal(month, late.Periods[0].ToString());
        pilot.Mark([LateMark.Of(late, Registered.Now)]);
        return pilot;
    }

    private static LateMark Mark(WrittenPilot pilot) => Assert.Single(pilot.State.Marks.All);

    private static LateDuty? Late(WrittenPilot pilot) =>
        Lateness.Of([.. pilot.Duties.All], Frequency.Month, Today, Options);

    private static IEnumerable<string> Lines(PilotState state) => state.Marks.All.Select(mark =>
        $"{mark.Id} {mark.Stream} {mark.Period} {string.Join(",", mark.Municipalities)} {mark.MarkedAt:O} {mark.Came:O}");
}
