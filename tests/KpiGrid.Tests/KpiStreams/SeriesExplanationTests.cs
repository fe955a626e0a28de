using CsCheck;
using KpiGrid.Silo.Aggregates;
using KpiGrid.Silo.KpiStreams;
using KpiGrid.Tests.Pilots;
using Xunit;
using static KpiGrid.Tests.Arithmetic;

namespace KpiGrid.Tests.KpiStreams;

public sealed class SeriesExplanationTests
{
    private static readonly string[] Kpis =
        ["CDW-DIV", "BANK-IN", "CDW-REC-R", "BANK-STK", "GWP-LC", "STR-STAGE", "FIN-SPD", "EVT-N"];

    private static readonly Gen<(Step[] Steps, string Kpi, DayRange Days)> Asked =
        from kpi in Gen.OneOf(Kpis)
        from steps in Histories.Of(kpi)
        from first in Gen.Int[-5, 130]
        from length in Gen.Int[0, 120]
        select (steps, kpi, new DayRange(Day(first), Day(first + length)));

    [Fact]
    public void The_parts_of_all_lines_add_to_the_total() => Asked.Sample((steps, kpi, days) =>
    {
        var pilot = Histories.Written(steps);
        Assert.Equal(Total(pilot.State.Total, kpi, days, null), Parts(Lines(pilot, kpi, new() { Days = days })));
    }, iter: 400);

    [Fact]
    public void The_parts_of_a_place_add_to_what_it_was_allocated() => Asked.Sample((steps, kpi, days) =>
    {
        var pilot = Histories.Written(steps);
        foreach (var place in Places)
        {
            var question = new ExplainQuestion
            {
                Days = days,
                Places = new Dictionary<MunicipalityId, IReadOnlyList<DayRange>> { [place] = [DayRange.Always] },
            };
            Assert.Equal(Total(pilot.State.Allocated(place), kpi, days, null), Parts(Lines(pilot, kpi, question)));
        }
    }, iter: 400);

    [Fact]
    public void The_parts_of_a_class_add_to_its_total() =>
        Gen.Select(Histories.Of("CDW-DIV", "STR-STAGE"), Gen.Int[0, 130]).Sample((steps, last) =>
        {
            var (pilot, days) = (Histories.Written(steps), new DayRange(Day(0), Day(last)));
            (string, string)[] classes =
            [
                ("CDW-DIV", "recycled"), ("CDW-DIV", "reused"),
                ("STR-STAGE", "1"), ("STR-STAGE", "2"), ("STR-STAGE", "5"),
            ];
            foreach (var (kpi, text) in classes)
            {
                var @class = ClassId.Parse(text);
                Assert.Equal(Total(pilot.State.Total, kpi, days, @class),
                    Parts(Lines(pilot, kpi, new() { Days = days, Class = @class })));
            }
        }, iter: 400);

    [Fact]
    public void As_of_an_earlier_record_the_parts_add_to_the_total_of_that_time() =>
        Gen.Select(Asked, Gen.Int[1, 30]).Sample((asked, head) =>
        {
            var pilot = Histories.Written(asked.Steps);
            var at = Math.Min(head, pilot.Records.Count);
            var past = SeriesPast.Of(WrittenPilot.Id, KpiCode.Parse(asked.Kpi), Series(pilot, asked.Kpi), at);
            var then = new Silo.Pilots.PilotState(WrittenPilot.Id);
            then.Replay([.. pilot.Records.Take(at)]);
            Assert.Equal(then.Cells().Where(Holds(asked.Kpi)), past.State.Cells());
            Assert.Equal(Total(then.Total, asked.Kpi, asked.Days, null),
                Parts(Lines(pilot, asked.Kpi, new() { Days = asked.Days, Head = at })));
        }, iter: 400);

    [Fact]
    public void Two_measurements_in_one_cell_are_cut_each_and_the_last_one_gets_the_rest()
    {
        var pilot = new WrittenPilot([1, 1, 1]);
        pilot.Push(Sent.Recycled("a", "2026-Q1", "50"), Sent.Recycled("b", "2026-Q1", "50"));

        var lines = Lines(pilot, "CDW-DIV", new() { Days = new(Day(0), Day(89)) });

        Assert.Equal(["a", "b"], lines.Select(line => line.Entry.Sent.Id.Value));
        Assert.Equal(["16.666666667", "16.666666666", "16.666666666"], lines[0].Parts.Select(part => $"{part.A}"));
        Assert.Equal(["33.333333334", "33.333333333", "33.333333333"], lines[0].Parts.Zip(lines[1].Parts)
            .Select(pair => $"{pair.First.A + pair.Second.A}"));
    }

    [Fact]
    public void A_score_that_was_left_is_no_longer_in_force_in_its_class()
    {
        var pilot = new WrittenPilot([1]);
        pilot.Push(Sent.Value("STR-STAGE", "a", "2026-01-10", "2"), Sent.Value("STR-STAGE", "b", "2026-03-10", "3"));
        var days = new DayRange(Day(0), Day(89));

        Assert.Empty(Lines(pilot, "STR-STAGE", new() { Days = days, Class = ClassId.Parse("2") }));
        var line = Assert.Single(Lines(pilot, "STR-STAGE", new() { Days = days, Class = ClassId.Parse("3") }));
        Assert.Equal("b", line.Entry.Sent.Id.Value);
    }

    [Theory]
    [InlineData("CDW-GEN")]
    [InlineData("BANK-STK")]
    public void Figures_in_conflict_are_listed_with_nothing_for_the_participant(string kpi)
    {
        var pilot = new WrittenPilot([1, 1]);
        pilot.Push(Sent.Value(kpi, "a", "2026-03-31", "90"), Sent.Value(kpi, "b", "2026-03-31", "100").Of(Horsens));

        var lines = Lines(pilot, kpi, new() { Days = new(Day(0), Day(89)) });

        Assert.Equal(["a", "b"], lines.Select(line => line.Entry.Sent.Id.Value).Order());
        Assert.All(lines, line => Assert.Equal("in-conflict", line.Rule));
        Assert.Equal(A("90"), Parts(lines).A);
    }

    private static Series Series(WrittenPilot pilot, string kpi)
    {
        var series = new Series(WrittenPilot.Id, KpiCode.Parse(kpi));
        foreach (var record in pilot.Records) series.Take(record);
        return series;
    }

    private static IReadOnlyList<ExplainLine> Lines(WrittenPilot pilot, string kpi, ExplainQuestion question)
    {
        var series = Series(pilot, kpi);
        var head = question.Head ?? series.Head;
        return SeriesExplanation.Of(WrittenPilot.Id, KpiCode.Parse(kpi), series, question, head);
    }

    private static Func<string, bool> Holds(string kpi) =>
        line => line.Contains($"Kpi = {kpi},", StringComparison.Ordinal);

    private static (Amount A, Amount B) Parts(IReadOnlyList<ExplainLine> lines) => (
        lines.SelectMany(line => line.Parts).Select(part => part.A).Sum(),
        lines.SelectMany(line => line.Parts).Select(part => part.B).Sum());

    private static (Amount A, Amount B) Total(CellTable? table, string kpi, DayRange days, ClassId? @class)
    {
        var code = KpiCode.Parse(kpi);
        var sum = PeriodSums.Of(table?.Of(code), StarterCatalogue.Kpis[code].Kind, days, @class, null);
        var value = sum.Buckets.Select(bucket => bucket.Value).Sum();
        return (value.A, value.B);
    }
}
