using CsCheck;
using KpiGrid.Silo.Pilots;
using KpiGrid.Silo.Registry;
using Xunit;
using static KpiGrid.Tests.Arithmetic;

namespace KpiGrid.Tests.Pilots;

public sealed class PilotStateTests
{
    [Fact]
    public void Records_taken_one_by_one_and_all_at_once_give_the_same_cells() => Histories.Any.Sample(steps =>
    {
        var pilot = Histories.Written(steps);
        Assert.Equal(pilot.Replayed().Cells(), pilot.State.Cells());
    }, iter: 300);

    [Fact]
    public void Records_taken_one_by_one_and_all_at_once_give_the_same_duties() => Histories.Any.Sample(steps =>
    {
        var pilot = Histories.Written(steps);
        Assert.Equal(pilot.Replayed().FreshDuties().Lines(), pilot.Duties.Lines());
    }, iter: 300);

    [Fact]
    public void A_restored_snapshot_and_the_records_after_it_give_the_same_state() =>
        Gen.Select(Histories.Any, Gen.Int[0, 99]).Sample((steps, cut) =>
        {
            var pilot = Histories.Written(steps);
            var first = pilot.Records.Take(1 + cut % pilot.Records.Count).ToList();
            var (early, late) = (new PilotState(WrittenPilot.Id), new PilotState(WrittenPilot.Id));
            early.Replay(first);
            late.Restore(early.Snapshot(1), first[^1].RecordedAt);
            late.Replay([.. pilot.Records.Skip(first.Count)]);
            Assert.Equal(pilot.State.Cells(), late.Cells());
            Assert.Equal(pilot.Duties.Lines(), late.FreshDuties().Lines());
        }, iter: 300);

    [Fact]
    public void Only_cells_that_were_named_as_changed_have_changed() => Histories.Any.Sample(steps =>
    {
        var pilot = new WrittenPilot([50, 30, 20]);
        var seen = new PilotReader();
        foreach (var step in steps)
        {
            var records = pilot.Records.Count;
            Histories.Take(pilot, step);
            if (pilot.Records.Count > records) seen.Take(pilot);
            var allocated = pilot.State.Cells().Where(line => !line.StartsWith("total", StringComparison.Ordinal));
            Assert.Equal(allocated, seen.Lines());
        }
    }, iter: 300);

    [Fact]
    public void The_parts_of_the_municipalities_add_to_the_total() => Histories.Any.Sample(steps =>
    {
        var state = Histories.Written(steps).State;
        var total = state.Total.All.Where(cell => cell.Key.Member == 0).ToLookup(cell => cell.Key, cell => cell.Value);
        var parts = Places.SelectMany(place => state.Allocated(place)?.All ?? [])
            .Where(cell => cell.Key.Member == 0).ToLookup(cell => cell.Key, cell => cell.Value);
        foreach (var key in total.Concat(parts).Select(group => group.Key))
            Assert.Equal(Amounts(total[key].Sum()), Amounts(parts[key].Sum()));
    }, iter: 300);

    [Fact]
    public void Pushes_that_do_not_meet_give_the_same_cells_in_any_order() =>
        Gen.Shuffle(Apart()).Sample(shuffled =>
        {
            var (one, other) = (new WrittenPilot([50, 30, 20]), new WrittenPilot([50, 30, 20]));
            foreach (var sent in Apart()) Assert.Empty(one.Push(sent).Refusals);
            foreach (var sent in shuffled) Assert.Empty(other.Push(sent).Refusals);
            Assert.Equal(one.State.Cells(), other.State.Cells());
            Assert.Equal(one.Duties.Lines(), other.Duties.Lines());
        });

    [Fact]
    public void A_late_stock_rewrites_two_cells_of_each_municipality_only()
    {
        var pilot = new WrittenPilot([60, 40]);
        pilot.Push(Sent.Stock("a", "2026-01-10", "1000"));
        pilot.Push(Sent.Stock("b", "2026-03-10", "800"));

        pilot.Push(Sent.Stock("c", "2026-02-10", "900"));

        Assert.All(pilot.Changes.Cells.Values, keys =>
            Assert.Equal(["2026-02-10", "2026-03-10"], keys.Select(key => $"{key.Days.Last:yyyy-MM-dd}").Order()));
        Assert.Equal(["01-10 1000", "02-10 -100", "03-10 -100"], Changes(pilot));
    }

    [Fact]
    public void A_withdrawn_value_lets_the_one_before_it_stand_on()
    {
        var pilot = new WrittenPilot([1]);
        var second = Sent.Stock("b", "2026-02-10", "900");
        pilot.Push(Sent.Stock("a", "2026-01-10", "1000"), second, Sent.Stock("c", "2026-03-10", "800"));

        pilot.Correct(second.Withdrawn(2));
        Assert.Equal(["01-10 1000", "03-10 -200"], Changes(pilot));

        pilot.Correct(second.Restored(3));
        Assert.Equal(["01-10 1000", "02-10 -100", "03-10 -100"], Changes(pilot));
    }

    [Fact]
    public void A_flow_is_divided_by_the_shares_of_its_last_day()
    {
        var pilot = new WrittenPilot([60, 40]);
        pilot.Put(pilot.State.Facts! with
        {
            Shares = [.. WrittenPilot.SharesOf([60, 40], 0, 59), .. WrittenPilot.SharesOf([50, 50], 59, null)],
        });
        pilot.Push(Sent.Recycled("a", "2026-02-28", "100"), Sent.Recycled("b", "2026-03-01", "100"));

        Assert.Equal([A("60"), A("50")], pilot.State.Allocated(Horsens)!.All.Select(cell => cell.Value.A));
        Assert.Equal([A("40"), A("50")], pilot.State.Allocated(Silkeborg)!.All.Select(cell => cell.Value.A));
    }

    [Fact]
    public void A_late_reading_splits_a_difference_and_the_sum_stays()
    {
        var pilot = new WrittenPilot([1]);
        pilot.Push(Sent.Reading("a", "2026-01-01", "10"), Sent.Reading("c", "2026-03-01", "31.2"));
        pilot.Push(Sent.Reading("b", "2026-02-01", "20"), Sent.Reading("d", "2026-04-01", "3", reset: true));

        Assert.Equal(["02-01 10", "03-01 11.2", "04-01 3"], Changes(pilot));
    }

    [Fact]
    public void A_stream_whose_only_measurement_is_withdrawn_is_no_longer_reported()
    {
        var pilot = new WrittenPilot([1, 1]);
        var sent = Sent.Recycled("a", "2026-Q1", "5");
        pilot.Push(sent);

        pilot.Correct(sent.Withdrawn(2));

        Assert.Equal(pilot.State.FreshDuties().Lines(), pilot.Duties.Lines());
    }

    [Fact]
    public void A_declared_stream_that_lost_its_measurements_has_the_same_duty_after_a_snapshot()
    {
        var pilot = new WrittenPilot([1]);
        pilot.Put(pilot.State.Facts! with { Kpis = [new() { Kpi = KpiCode.Parse("BANK-STK"), From = Day(0) }] });
        pilot.Push(Sent.Stock("a", "2026-01-10", "5"));
        pilot.Correct(Sent.Stock("a", "2026-01-10", "5").Withdrawn(2));
        var restored = new PilotState(WrittenPilot.Id);

        restored.Restore(pilot.State.Snapshot(1), pilot.Records[^1].RecordedAt);
        restored.Replay([]);

        Assert.Equal(pilot.Duties.Lines(), restored.FreshDuties().Lines());
    }

    [Fact]
    public void A_definition_that_gains_classes_leaves_earlier_cells_and_later_ones_side_by_side()
    {
        var (registry, code) = (Registered.Fresh(), KpiCode.Parse("BANK-STK"));
        var pilot = new WrittenPilot([1, 1], registry);
        var earlier = Sent.Stock("a", "2026-01-10", "5");
        pilot.Push(earlier);
        registry.Learn($"kpi/{code}", registry.Kpi(code)!.Facts with { Classes = [ClassId.Parse("wood")] });
        pilot.Push(Sent.Value("BANK-STK", "b", "2026-02-10", "7", "wood"));

        pilot.Correct(earlier.Withdrawn(2));

        Assert.Equal(["02-10 7"], Changes(pilot));
        Assert.Equal(pilot.Replayed().Cells(), pilot.State.Cells());
    }

    private static Measurement[] Apart() =>
    [
        Sent.Recycled("a", "2026-Q1", "120"), Sent.Recycled("b", "2026-01", "30").Of(Horsens),
        Sent.Stock("c", "2026-01-31", "40"), Sent.Stock("d", "2026-02-28", "55"), Sent.Stock("e", "2026-03-31", "48"),
        Sent.Stock("f", "2026-03-31", "20").Of(Silkeborg), Sent.Reading("g", "2026-01-01", "0"),
        Sent.Reading("h", "2026-02-01", "12"), Sent.Reading("i", "2026-03-01", "31.2"),
        Sent.Bare("ORG-COMP", "j", "2026-Q1") with { Members = ["a", "b", "c"] },
        Sent.Bare("ORG-COMP", "k", "2026-Q1").Of(Aarhus) with { Members = ["c", "d"] },
        Sent.Value("STR-STAGE", "l", "2026-01-15", "1"), Sent.Value("STR-STAGE", "m", "2026-03-10", "3"),
    ];

    private static (Amount, Amount) Amounts(CellValue value) => (value.A, value.B);

    private static IEnumerable<string> Changes(WrittenPilot pilot) => pilot.State.Total.All
        .OrderBy(cell => cell.Key.Days).Select(cell => $"{cell.Key.Days.Last:MM-dd} {cell.Value.A}");
}
