using CsCheck;
using KpiGrid.Silo.Aggregates;
using Xunit;
using static KpiGrid.Tests.Arithmetic;

namespace KpiGrid.Tests.Aggregates;

public sealed class ReportedRunsTests
{
    private static readonly Gen<DayRange> Spans = Gen.Select(Gen.Int[0, 6], Gen.Int[0, 400], Gen.Int[0, 40])
        .Select((size, day, length) => size < 6
            ? Period.Of(Day(day), (PeriodSize)size).Range
            : new DayRange(Day(day), Day(day + length)));

    [Fact]
    public void Runs_say_of_every_period_what_the_spans_say() =>
        Gen.Select(Spans.Array[0, 30], Spans).Sample((spans, asked) =>
        {
            var runs = ReportedRuns.Of(spans);
            Assert.Equal(spans.Any(asked.Contains), runs.Any(run => run.HasPeriodIn(asked)));
        }, iter: 3000);

    [Fact]
    public void The_order_and_repetition_of_spans_do_not_matter() => Spans.Array[0, 20]
        .SelectMany(spans => Gen.Shuffle(spans.Concat(spans).ToArray()).Select(shuffled => (spans, shuffled)))
        .Sample((spans, shuffled) => ReportedRuns.Of(spans).SequenceEqual(ReportedRuns.Of(shuffled)));

    [Fact]
    public void Adjoining_months_are_one_run_and_a_gap_makes_two()
    {
        DayRange[] months = [Month("2026-03"), Month("2026-01"), Month("2026-02"), Month("2026-05")];

        Assert.Equal(
            [new(Period.Parse("2026-Q1").Range, PeriodSize.Month), new(Month("2026-05"), PeriodSize.Month)],
            ReportedRuns.Of(months));
    }

    private static DayRange Month(string text) => Period.Parse(text).Range;
}
