using CsCheck;
using KpiGrid.Silo.Pilots;
using Xunit;
using static KpiGrid.Tests.Arithmetic;

namespace KpiGrid.Tests.Pilots;

public sealed class PushDraftTests
{
    private readonly WrittenPilot pilot = new([50, 30, 20]);

    /// <summary>Refused whatever stands beside it.</summary>
    private static Measurement Bad => Sent.Value("NO-SUCH", "bad", "2026-01", "1");

    [Fact]
    public void A_repeated_push_gets_the_same_receipts_and_moves_nothing()
    {
        Measurement[] sent = [Sent.Recycled("a", "2026-Q1", "120"), Sent.Stock("b", "2026-01-31", "40")];
        var first = pilot.Push(sent);
        var again = pilot.Push(sent);

        Assert.Equal(first.Receipts.Select(receipt => receipt with { Repeated = true }), again.Receipts);
        Assert.Equal(first.Token, again.Token);
        Assert.Equal(2, pilot.Records.Count);
    }

    [Fact]
    public void Other_content_under_the_same_id_is_a_conflict_that_names_both()
    {
        pilot.Push(Sent.Recycled("a", "2026-Q1", "120"));

        var refusal = Assert.Single(pilot.Push(Sent.Recycled("a", "2026-Q1", "102")).Refusals);

        Assert.Equal((409, "id-conflict"), (refusal.Status, refusal.Problem.Code));
        Assert.Contains("120 t", refusal.Problem.Remedy, StringComparison.Ordinal);
        Assert.Contains("102 t", refusal.Problem.Remedy, StringComparison.Ordinal);
    }

    [Fact]
    public void An_id_is_taken_per_kpi() => Assert.Empty(
        pilot.Push(Sent.Recycled("a", "2026-Q1", "120"), Sent.Stock("a", "2026-01-31", "40")).Refusals);

    [Fact]
    public void A_repeat_inside_one_push_is_a_repeat_and_another_content_a_conflict()
    {
        var sent = Sent.Recycled("a", "2026-Q1", "120");
        var answer = pilot.Push(sent, sent);
        Assert.Equal([false, true], answer.Receipts.Select(receipt => receipt.Repeated));
        Assert.Equal(A("120"), pilot.State.Total.All.Single().Value.A);

        Assert.Equal(["id-conflict"], Codes(pilot.Push(Sent.Recycled("b", "2026", "1"), Sent.Recycled("b", "2026", "2"))));
    }

    [Fact]
    public void A_push_is_taken_whole_or_not_at_all()
    {
        var draft = pilot.Draft();
        var refused = draft.Add(Push(Sent.Recycled("a", "2026-Q1", "120"), Bad));

        Assert.Equal((1, 422), (Assert.Single(refused.Refusals).Index, refused.Refusals[0].Status));
        Assert.Empty(refused.Receipts);
        Assert.Null(refused.Token);
        Assert.Empty(draft.Entries);
    }

    [Fact]
    public void Ids_and_days_of_a_refused_push_are_free_again()
    {
        var draft = pilot.Draft();
        draft.Add(Push(Sent.Recycled("a", "2026-Q1", "120"), Sent.Stock("b", "2026-01-31", "40"), Bad));

        var answer = draft.Add(Push(Sent.Recycled("a", "2026-Q1", "7"), Sent.Stock("c", "2026-01-31", "41")));

        Assert.Equal([false, false], answer.Receipts.Select(receipt => receipt.Repeated));
    }

    [Fact]
    public void A_refused_value_does_not_keep_readings_out_of_its_stream()
    {
        var draft = pilot.Draft();
        draft.Add(Push(Sent.Value("BANK-IN", "a", "2026-01-31", "40"), Bad));

        Assert.Empty(draft.Add(Push(Sent.Reading("b", "2026-01-31", "40"))).Refusals);
    }

    [Fact]
    public void A_refused_reading_does_not_keep_values_out_of_its_stream()
    {
        var draft = pilot.Draft();
        draft.Add(Push(Sent.Reading("a", "2026-01-31", "40"), Bad));

        Assert.Empty(draft.Add(Push(Sent.Value("BANK-IN", "b", "2026-01-31", "40"))).Refusals);
    }

    [Fact]
    public void A_refused_push_takes_nothing_from_the_one_before_it()
    {
        var draft = pilot.Draft();
        draft.Add(Push(Sent.Value("BANK-IN", "a", "2026-01-31", "40"), Sent.Stock("c", "2026-01-31", "40")));
        draft.Add(Push(Sent.Value("BANK-IN", "b", "2026-01-31", "2"), Sent.Stock("d", "2026-02-28", "40"), Bad));

        Assert.Equal(["readings-or-values"], Codes(draft.Add(Push(Sent.Reading("e", "2026-01-31", "40")))));
        Assert.Equal(["day-taken"], Codes(draft.Add(Push(Sent.Stock("f", "2026-01-31", "40")))));
        Assert.Empty(draft.Add(Push(Sent.Stock("g", "2026-02-28", "40"))).Refusals);
    }

    [Fact]
    public void A_standing_day_is_held_by_one_id_that_the_refusal_names()
    {
        pilot.Push(Sent.Stock("a", "2026-01-31", "40"));

        var refusal = Assert.Single(pilot.Push(Sent.Stock("b", "2026-01-31", "41")).Refusals);

        Assert.Equal((409, "day-taken"), (refusal.Status, refusal.Problem.Code));
        Assert.Contains("held by a", refusal.Problem.Remedy, StringComparison.Ordinal);
        Assert.Empty(pilot.Push(Sent.Stock("b", "2026-01-31", "41").Of(Horsens)).Refusals);
        Assert.Equal(["day-taken"], Codes(pilot.Push(Sent.Stock("c", "2026-02-01", "1"), Sent.Stock("d", "2026-02-01", "1"))));
    }

    [Fact]
    public void A_stream_takes_readings_or_values_never_both()
    {
        pilot.Push(Sent.Reading("a", "2026-01-31", "40"));
        Assert.Equal(["readings-or-values"], Codes(pilot.Push(Sent.Value("BANK-IN", "b", "2026-02", "1"))));
        Assert.Empty(pilot.Push(Sent.Silence("BANK-IN", "c", "2026-02")).Refusals);

        var own = Sent.Value("BANK-IN", "d", "2026-02", "1").Of(Horsens);
        Assert.Equal(["readings-or-values"], Codes(pilot.Push(own, Sent.Reading("e", "2026-02-28", "1").Of(Horsens))));
    }

    [Theory]
    [InlineData("2026-03-01", "19", false, "reading-falls")]
    [InlineData("2026-03-01", "20", false, null)]
    [InlineData("2026-03-01", "3", true, null)]
    [InlineData("2026-01-20", "15", false, null)]
    [InlineData("2026-01-20", "9", false, "reading-falls")]
    [InlineData("2026-01-20", "21", false, "reading-falls")]
    [InlineData("2025-12-31", "11", false, "reading-falls")]
    [InlineData("2026-02-01", "20", false, "day-taken")]
    public void A_running_total_never_falls_without_a_reset(string day, string reading, bool reset, string? code)
    {
        pilot.Put(pilot.State.Facts! with { Shares = WrittenPilot.SharesOf([50, 30, 20], -31, null) });
        pilot.Push(Sent.Reading("a", "2026-01-10", "10"), Sent.Reading("b", "2026-02-01", "20"));

        Assert.Equal(code is null ? [] : [code], Codes(pilot.Push(Sent.Reading("c", day, reading, reset))));
    }

    [Fact]
    public void A_running_total_stays_in_one_currency()
    {
        pilot.Push(Sent.Bare("FIN-SPD", "a", "2026-01-31") with { Reading = A("100"), Unit = "EUR" });

        Assert.Equal(["reading-currency"], Codes(
            pilot.Push(Sent.Bare("FIN-SPD", "b", "2026-02-28") with { Reading = A("800"), Unit = "DKK" })));
    }

    [Fact]
    public void A_stream_that_is_there_already_counts_once_towards_the_limit()
    {
        var small = new WrittenPilot([1, 1], options: new() { KpiStreamsMax = 2 });
        small.Push(Sent.Stock("a", "2026-01-31", "40"));

        Assert.Empty(small.Push(Sent.Stock("b", "2026-02-28", "41"), Sent.Recycled("c", "2026-Q1", "1")).Refusals);
        Assert.Equal(["kpi-streams-too-many"], Codes(small.Push(Sent.Silence("EVT-N", "d", "2026-Q1"))));
    }

    [Fact]
    public void Every_new_stream_of_a_push_counts_towards_the_limit_silent_ones_too()
    {
        var small = new WrittenPilot([1, 1], options: new() { KpiStreamsMax = 1 });

        Assert.Equal(["kpi-streams-too-many"], Codes(
            small.Push(Sent.Silence("EVT-N", "a", "2026-Q1"), Sent.Silence("BANK-IN", "b", "2026-Q1"))));
    }

    [Fact]
    public void The_streams_of_a_refused_push_do_not_count_towards_the_limit()
    {
        var draft = new WrittenPilot([1, 1], options: new() { KpiStreamsMax = 1 }).Draft();
        draft.Add(Push(Sent.Recycled("a", "2026-Q1", "1"), Bad));

        Assert.Empty(draft.Add(Push(Sent.Value("EVT-N", "b", "2026-Q1", "1"))).Refusals);
    }

    [Fact]
    public void The_token_of_a_repeat_contains_a_push_of_the_same_record()
    {
        var draft = pilot.Draft();
        var first = draft.Add(Push(Sent.Recycled("a", "2026-Q1", "120")));

        Assert.Equal(first.Token, draft.Add(Push(Sent.Recycled("a", "2026-Q1", "120"))).Token);
    }

    [Fact]
    public void Only_so_many_refusals_are_listed()
    {
        var answer = pilot.Push([.. Enumerable.Range(0, 300).Select(i => Bad with { Id = MeasurementId.Parse($"b{i}") })]);

        Assert.Equal(Enumerable.Range(0, 100), answer.Refusals.Select(refusal => refusal.Index));
    }

    [Fact]
    public void Pushes_gathered_into_one_record_come_to_the_same_as_one_after_the_other() =>
        Histories.Any.Sample(steps =>
        {
            var (gathered, single) = (new WrittenPilot([50, 30, 20]), new WrittenPilot([50, 30, 20]));
            var draft = gathered.Draft();
            foreach (var step in steps)
            {
                var push = Push(step.Sent(), (step with { Id = step.Id + 10, Day = step.Day + 1, Form = 0 }).Sent());
                var (one, other) = (draft.Add(push), single.Push([.. push.Measurements]));
                Assert.Equal(Codes(other), Codes(one));
                Assert.Equal(Timeless(other), Timeless(one));
            }
            gathered.Commit(draft);
            Assert.Equal(single.State.Cells(), gathered.State.Cells());
            Assert.Equal(single.Duties.Lines(), gathered.Duties.Lines());
        }, iter: 300);

    private static Push Push(params Measurement[] measurements) => new() { Measurements = measurements, Author = "actor-1" };

    private static IEnumerable<string> Codes(PushAnswer answer) => answer.Refusals.Select(refusal => refusal.Problem.Code);

    private static IEnumerable<Receipt> Timeless(PushAnswer answer) =>
        answer.Receipts.Select(receipt => receipt with { Sequence = 0 });
}
