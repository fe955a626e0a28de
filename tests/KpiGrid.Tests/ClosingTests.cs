using CsCheck;
using Xunit;
using static KpiGrid.Tests.Arithmetic;

namespace KpiGrid.Tests;

public sealed class ClosingTests
{
    private static readonly KpiCode Vacant = KpiCode.Parse("VAC-A");

    /// <summary>60/40 until 1 March, then 50/50.</summary>
    private static readonly ShareTimeline Halves = Timeline(
        (Horsens, 60, 100, 0, 59), (Silkeborg, 40, 100, 0, 59), (Horsens, 1, 2, 59, null), (Silkeborg, 1, 2, 59, null));

    /// <summary>Values of the whole and of two participants, at most one a day each, over a hundred days.</summary>
    private static readonly Gen<StandingValue[]> Values =
        Gen.Select(Gen.Int[-1, 1], Gen.Int[0, 99], Gen.OneOf(Flag.Measured, Flag.Estimated), Gen.Int[0, 90], Gen.Int[0, 9])
            .Select((owner, day, flag, a, b) => new StandingValue(
                owner < 0 ? null : Places[owner], Key(DayRange.Of(Day(day)), flag, Vacant),
                new(Amount.Of((long)a), Amount.Of((long)b), 1)))
            .Array[0, 12].Select(values => values.DistinctBy(value => (value.Owner, value.Key.Days)).ToArray());

    [Fact]
    public void Changes_sum_to_the_closing_on_every_day() => Values.Sample(values =>
    {
        var closings = All(values);
        var changes = Changes(closings).ToList();
        for (var day = 0; day < 110; day++)
            Assert.Equal(
                Standing(closings.LastOrDefault(closing => closing.Day <= Day(day))),
                changes.Where(change => change.Key.Days.Last <= Day(day)).Select(change => change.Value).Sum());
    });

    [Fact]
    public void The_closing_of_a_day_is_settled_from_what_is_in_force_on_it() => Values.Sample(values =>
    {
        var closings = All(values);
        for (var day = 0; day < 110; day++)
        {
            var inForce = values.Where(value => value.Key.Days.Last <= Day(day)).GroupBy(value => value.Owner)
                .Select(group => group.MaxBy(value => value.Key.Days.Last))
                .Select(value => new Figure(value.Owner, value.Key with { Days = DayRange.Of(Day(day)) }, value.Value)).ToList();
            var expected = Settlement.Settle(inForce, KpiKind.Stock, on => Halves.On(Vacant, on));
            var parts = expected.SelectMany(figure => figure.Parts).Select(part => part.Value).Sum();
            Assert.Equal(parts, closings.LastOrDefault(closing => closing.Day <= Day(day))?
                .Figures.SelectMany(figure => figure.Parts).Select(part => part.Value).Sum() ?? CellValue.None);
        }
    });

    [Fact]
    public void A_share_change_sums_to_zero_over_the_municipalities() => Values.Sample(values =>
    {
        if (values.Any(value => value.Key.Days.Last == Day(59))) return;
        var closings = All(values);
        var changes = Places.Take(2).SelectMany(place => ChangesOf(closings, place))
            .Where(change => change.Key.Days.Last == Day(59)).Select(change => change.Value.A).Sum();
        var whole = Changes(closings).Where(change => change.Key.Days.Last == Day(59)).Select(change => change.Value.A).Sum();
        Assert.Equal(whole, changes);
        if (values.All(value => value.Owner is null)) Assert.Equal(Amount.Zero, changes);
    });

    [Fact]
    public void Two_falls_of_two_hundred_follow_a_thousand()
    {
        var late = Changes(All([Vacancy("2026-01-10", 1000), Vacancy("2026-03-10", 800)])).ToList();

        Assert.Equal(["2026-01-10 1000", "2026-03-10 -200"], late.Select(Text));
    }

    [Fact]
    public void A_late_value_rewrites_its_own_day_and_the_next_one_only()
    {
        var changes = Changes(All([Vacancy("2026-01-10", 1000), Vacancy("2026-03-10", 800), Vacancy("2026-02-10", 900)]));

        Assert.Equal(["2026-01-10 1000", "2026-02-10 -100", "2026-03-10 -100"], changes.Select(Text));
    }

    [Fact]
    public void A_stock_of_a_hundred_is_divided_anew_when_shares_change()
    {
        var closings = All([Vacancy("2026-01-10", 100)]);

        Assert.Equal(["2026-01-10 60", "2026-03-01 -10"], ChangesOf(closings, Horsens).Select(Text));
        Assert.Equal(["2026-01-10 40", "2026-03-01 10"], ChangesOf(closings, Silkeborg).Select(Text));
        Assert.Equal(["2026-01-10 100"], Changes(closings).Select(Text));
    }

    [Fact]
    public void A_value_under_another_flag_books_the_old_one_out()
    {
        var changes = Changes(All([Vacancy("2026-01-10", 5), Vacancy("2026-02-10", 7, Flag.Estimated)]))
            .Select(change => $"{change.Key.Days.Last:MM-dd} {change.Key.Flag} {change.Value.A} {change.Value.N}");

        Assert.Equal(["01-10 Measured 5 1", "02-10 Measured -5 -1", "02-10 Estimated 7 1"], changes);
    }

    [Fact]
    public void A_score_leaves_its_old_class_for_its_new_one()
    {
        StandingValue[] values =
        [
            new(null, Key(DayRange.Of(Day(0))) with { Class = ClassId.Parse("2") }, Value("1")),
            new(null, Key(DayRange.Of(Day(9))) with { Class = ClassId.Parse("3") }, Value("1")),
        ];
        var changes = Changes([.. Closing.All(values, KpiKind.Score, [], _ => [ShareOn.All(Horsens)])])
            .Select(change => $"{change.Key.Class} {change.Value.A}");

        Assert.Equal(["2 1", "2 -1", "3 1"], changes);
    }

    [Fact]
    public void Two_levels_come_to_their_weighted_mean()
    {
        var values = new[] { (8L, 1000L), (12L, 3000L) }.Select((pair, i) => new StandingValue(Places[i],
            Key(DayRange.Of(Day(9)), kpi: Vacant), new(Amount.Of(pair.Item1 * pair.Item2), Amount.Of(pair.Item2), 1)));
        var sum = Changes(All([.. values])).Select(change => change.Value).Sum();

        Assert.Equal(A("11"), Amount.Quotient(sum.A, sum.B));
    }

    [Fact]
    public void A_participant_without_a_share_on_the_day_has_nothing_in_force()
    {
        var shares = Timeline((Horsens, 1, 2, 0, 59), (Silkeborg, 1, 2, 0, 59), (Horsens, 1, 1, 59, null));
        var value = Vacancy("2026-01-10", 70) with { Owner = Silkeborg };
        var closings = Closing.All([value], KpiKind.Stock, shares.ChangeDays(Vacant), day => shares.On(Vacant, day)).ToList();

        Assert.Equal(["2026-01-10 70", "2026-03-01 -70"], Changes(closings).Select(Text));
    }

    [Fact]
    public void The_order_in_which_values_arrive_does_not_matter() =>
        Values.SelectMany(values => Gen.Shuffle(values.ToArray()).Select(shuffled => (values, shuffled)))
            .Sample((values, shuffled) => Changes(All(values)).ToHashSet().SetEquals(Changes(All(shuffled))));

    private static StandingValue Vacancy(string day, long a, Flag flag = Flag.Measured) =>
        new(null, Key(DayRange.Of(On(day)), flag, Vacant), new(Amount.Of(a), default, 1));

    private static ShareTimeline Timeline(params (MunicipalityId Place, int Parts, int Whole, int From, int? To)[] shares) =>
        new([.. shares.Select(share => new Share
        {
            Municipality = share.Place, Parts = share.Parts, Whole = share.Whole,
            From = Day(share.From), To = share.To is { } to ? Day(to) : null,
        })]);

    private static List<Closing> All(StandingValue[] values) =>
        [.. Closing.All(values, KpiKind.Stock, Halves.ChangeDays(Vacant), day => Halves.On(Vacant, day))];

    private static IEnumerable<Cell> Changes(IEnumerable<Closing> closings) => Closing.Changes(closings,
        closing => closing.Figures.Select(figure => new Cell(figure.Figure.Key, figure.Counted)));

    private static IEnumerable<Cell> ChangesOf(IEnumerable<Closing> closings, MunicipalityId place) =>
        Closing.Changes(closings, closing => closing.Figures.SelectMany(figure => figure.Parts
            .Where(part => part.Municipality == place).Select(part => new Cell(figure.Figure.Key, part.Value))));

    private static CellValue Standing(Closing? closing) =>
        (closing?.Figures ?? []).Select(figure => figure.Counted).Sum();

    private static string Text(Cell change) => $"{change.Key.Days.Last:yyyy-MM-dd} {change.Value.A}";
}
