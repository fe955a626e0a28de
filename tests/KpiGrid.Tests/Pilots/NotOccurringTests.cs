using CsCheck;
using KpiGrid.Host.Samples;
using KpiGrid.Silo.Pilots;
using System.Text.Json;
using Xunit;
using static KpiGrid.Tests.Arithmetic;

namespace KpiGrid.Tests.Pilots;

public sealed class NotOccurringTests
{
    private static readonly DateOnly Today = On("2026-06-01");

    [Fact]
    public void What_does_not_occur_counts_as_reported_and_is_expected_no_longer()
    {
        var pilot = Written(Sent.Recycled("jan", "2026-01", "5"), Reason("not-occurring", "2026-02"));

        Assert.Equal(["2026-01-01/2026-03-01"], Expected(pilot));
        Assert.True(Single(pilot).IsReported(Period.Parse("2026-02").Range));
        Assert.Null(Late(pilot));
    }

    [Fact]
    public void Another_reason_for_silence_says_nothing_about_later_periods()
    {
        var pilot = Written(Sent.Recycled("jan", "2026-01", "5"), Reason("nothing-to-report", "2026-02"));

        Assert.Equal(["2026-03", "2026-04"], Late(pilot)!.Periods.Select(period => period.ToString()));
    }

    [Fact]
    public void What_occurs_again_is_expected_again_from_that_report_on()
    {
        var pilot = Written(Reason("not-occurring", "2026-02"), Sent.Recycled("apr", "2026-04", "5"));

        Assert.Equal(["2026-02-01/2026-03-01", "2026-04-01/9999-12-31"], Expected(pilot));
    }

    [Fact]
    public void A_reason_withdrawn_leaves_what_was_expected_before()
    {
        var reason = Reason("not-occurring", "2026-02");
        var pilot = Written(Sent.Recycled("jan", "2026-01", "5"), reason);
        Assert.Empty(pilot.Correct(reason.Withdrawn(2)).Refusals);

        Assert.Equal(["2026-01-01/9999-12-31"], Expected(pilot));
        Assert.Equal(["2026-02", "2026-03", "2026-04"], Late(pilot)!.Periods.Select(period => period.ToString()));
    }

    [Fact]
    public void A_replay_and_a_snapshot_know_it_too()
    {
        var pilot = Written(Sent.Recycled("jan", "2026-01", "5"), Reason("not-occurring", "2026-02"));
        var restored = new PilotState(WrittenPilot.Id);
        restored.Restore(pilot.State.Snapshot(1), Registered.Now);

        Assert.Equal(pilot.Duties.Lines(), pilot.Replayed().FreshDuties().Lines());
        Assert.Equal(pilot.Duties.Lines(), restored.FreshDuties().Lines());
    }

    /// <summary>Held against every day asked by itself: the last reason before it, and whether anything came since.</summary>
    [Fact]
    public void A_day_is_not_expected_where_the_last_word_before_it_is_that_nothing_occurs() =>
        Gen.Select(Spans, Spans).Sample((ended, others) =>
        {
            var notExpected = NotExpected.After(ended, others);
            return Enumerable.Range(0, 90).Select(Day).All(day => notExpected.Any(days => days.Contains(day))
                == ended.Any(end => end.Last < day && !others.Any(other => other.Last > end.Last && other.First <= day)));
        });

    [Theory]
    [InlineData("imog-recyclagepark", "BE-34022")]
    [InlineData("intradura-zero-waste", "BE-23027")]
    public void A_body_and_a_participant_that_both_report_have_a_duty_each(string pilot, string participant)
    {
        var written = new WrittenPilot([1]);
        written.Put(SampleNetworks.Read().Pilots[pilot].Deserialize<PilotFacts>(KpiGridJson.Options)!);

        var streams = written.Duties.All.GroupBy(pair => pair.Duty.Stream).ToDictionary(
            duty => duty.Key.ToString(), duty => Lateness.Of([.. duty], Frequency.Quarter, Today, new())!.Municipalities);

        Assert.Equal(["p/CDW-DIV/recycled", $"p/CDW-DIV/recycled@{participant}"], streams.Keys.Order(StringComparer.Ordinal));
        Assert.Equal([participant], streams[$"p/CDW-DIV/recycled@{participant}"].Select(place => place.Value));
        Assert.True(streams["p/CDW-DIV/recycled"].Count > 1);
    }

    private static Gen<DayRange[]> Spans => Gen.Select(Gen.Int[0, 60], Gen.Int[0, 20])
        .Select((first, length) => new DayRange(Day(first), Day(first + length))).Array[0, 5];

    private static WrittenPilot Written(params Measurement[] measurements)
    {
        var pilot = new WrittenPilot([1]);
        Assert.Empty(pilot.Push(measurements).Refusals);
        return pilot;
    }

    private static Measurement Reason(string reason, string period) =>
        Sent.Silence("CDW-DIV", reason, period) with { Class = ClassId.Parse("recycled"), Silence = reason };

    private static Duty Single(WrittenPilot pilot) => pilot.Duties.All.Single().Duty;

    private static IEnumerable<string> Expected(WrittenPilot pilot) => Single(pilot).Expected.Select(days => days.ToString());

    private static LateDuty? Late(WrittenPilot pilot) => Lateness.Of([.. pilot.Duties.All], Frequency.Month, Today, new());
}
