using CsCheck;
using Xunit;
using static KpiGrid.Tests.Arithmetic;

namespace KpiGrid.Tests;

public sealed class SettlementTests
{
    private static readonly DayRange Quarter = new(On("2026-01-01"), On("2026-03-31"));
    private static readonly DayRange[] Spans =
        [Quarter, new(Day(0), Day(30)), new(Day(31), Day(58)), new(Day(59), Day(89)), new(Day(20), Day(40))];

    /// <summary>At most one figure an owner and key, as cells are: the first of each is kept.</summary>
    private static readonly Gen<Figure[]> Figures =
        Gen.Select(Gen.Int[-2, 2], Gen.OneOf(Spans), Gen.OneOf(Enum.GetValues<Flag>()), Gen.Bool,
                Gen.Int[0, 60], Gen.Int[0, 90])
            .Select((owner, days, flag, provisional, a, b) => new Figure(
                owner < 0 ? null : Places[owner], Key(days, flag) with { Provisional = provisional },
                new(Amount.Of((long)a), Amount.Of((long)b), 1)))
            .Array[1, 9].Select(figures => figures.DistinctBy(figure => (figure.Owner, figure.Key)).ToArray());

    private static readonly IReadOnlyList<ShareOn> Thirds = [.. Places.Take(3).Select(place => new ShareOn(place, 1, 3))];

    [Fact]
    public void Every_figure_comes_back_once_and_its_parts_add_to_what_counts() => Figures.Sample(figures =>
    {
        var settled = Settle(figures);
        return settled.Select(one => one.Figure).ToHashSet().SetEquals(figures) && settled.Count == figures.Length
            && settled.All(one => one.Parts.Select(part => part.Value.A).Sum() == one.Counted.A
                && one.Parts.Select(part => part.Value.B).Sum() == one.Counted.B);
    });

    [Fact]
    public void The_rule_gives_what_a_plain_reading_of_it_gives() => Figures.Sample(figures =>
        Totals(Settle(figures)) is var found && SettlementModel.Totals(figures, Thirds) is var expected
            && found.Keys.Union(expected.Keys).All(place => found.GetValueOrDefault(place) == expected.GetValueOrDefault(place)));

    [Fact]
    public void The_order_of_figures_does_not_matter() =>
        Figures.SelectMany(figures => Gen.Shuffle(figures.ToArray()).Select(shuffled => (figures, shuffled)))
            .Sample((figures, shuffled) => Lines(Settle(figures)).SequenceEqual(Lines(Settle(shuffled))));

    [Fact]
    public void A_whole_and_a_participants_figure_inside_it_never_both_count() => Figures.Sample(figures =>
    {
        foreach (var one in Settle(figures).Where(one => one.Rule is SettlementRule.Control or SettlementRule.Replaced))
        {
            var own = figures.Where(figure => SettlementModel.WholeOf(figure, figures) == one.Figure)
                .Select(figure => figure.Owner!.Value).ToHashSet();
            Assert.NotEmpty(own);
            Assert.DoesNotContain(one.Parts, part => own.Contains(part.Municipality) && part.Value.A.Sign != 0);
        }
    });

    [Fact]
    public void A_weighed_whole_stays_whatever_participants_say() =>
        Gen.Select(Gen.Int[0, 100], Gen.Int[0, 120].Array[1, 3]).Sample((whole, own) =>
        {
            var settled = Settle([Whole(whole, Flag.Weighed), .. own.Select((a, i) => Own(i, a))]);
            return settled.Select(one => one.Counted.A).Sum() == Amount.Of((long)whole);
        });

    [Fact]
    public void A_weighed_ninety_with_a_participants_forty_is_forty_and_twice_twenty_five() =>
        Assert.Equal(["40", "25", "25"], Split(Settle([Whole(90, Flag.Weighed), Own(0, 40)])));

    [Fact]
    public void An_estimated_ninety_with_a_participants_forty_is_a_hundred() =>
        Assert.Equal(["40", "30", "30"], Split(Settle([Whole(90, Flag.Estimated), Own(0, 40)])));

    [Theory]
    [InlineData(Flag.Weighed, SettlementRule.Control)]
    [InlineData(Flag.Measured, SettlementRule.Control)]
    [InlineData(Flag.Estimated, SettlementRule.Replaced)]
    [InlineData(Flag.Modelled, SettlementRule.Replaced)]
    [InlineData(Flag.Declared, SettlementRule.Replaced)]
    [InlineData(Flag.Allocated, SettlementRule.Replaced)]
    public void The_flag_of_the_whole_decides_the_rule(Flag flag, SettlementRule rule) =>
        Assert.Equal(rule, Settle([Whole(90, flag), Own(0, 40)])[0].Rule);

    [Fact]
    public void Participants_above_a_weighed_whole_are_in_conflict_with_it()
    {
        var settled = Settle([Whole(90, Flag.Weighed), Own(0, 60), Own(1, 31)]);

        Assert.All(settled, one => Assert.Equal(SettlementRule.InConflict, one.Rule));
        Assert.Equal(["30", "30", "30"], Split(settled));
    }

    [Fact]
    public void Participants_who_have_all_reported_must_add_to_a_weighed_whole()
    {
        Assert.All(Settle([Whole(90, Flag.Weighed), Own(0, 30), Own(1, 30), Own(2, 29)]),
            one => Assert.Equal(SettlementRule.InConflict, one.Rule));
        Assert.Equal(["31", "30", "29"], Split(Settle([Whole(90, Flag.Weighed), Own(0, 31), Own(1, 30), Own(2, 29)])));
    }

    [Fact]
    public void Eighteen_bodies_with_a_weighed_180_and_one_that_says_15_keep_180()
    {
        var settled = Bodies(18, 180, Flag.Weighed, 15);

        Assert.Equal("15", settled[Place(1)].ToString());
        Assert.Equal("9.705882368", settled[Place(2)].ToString());
        Assert.All(Enumerable.Range(3, 16), number => Assert.Equal("9.705882352", settled[Place(number)].ToString()));
        Assert.Equal(A("180"), settled.Values.Sum());
    }

    [Fact]
    public void Eleven_bodies_with_an_estimated_110_and_one_that_says_14_come_to_114()
    {
        var settled = Bodies(11, 110, Flag.Estimated, 14);

        Assert.Equal("14", settled[Place(1)].ToString());
        Assert.All(Enumerable.Range(2, 10), number => Assert.Equal("10", settled[Place(number)].ToString()));
        Assert.Equal(A("114"), settled.Values.Sum());
    }

    [Fact]
    public void A_whole_score_gives_way_part_by_part_even_when_it_was_measured()
    {
        var (two, three) = (ClassId.Parse("2"), ClassId.Parse("3"));
        var day = DayRange.Of(Day(9));
        Figure[] figures =
        [
            new(null, Key(day) with { Class = two }, Value("1")), new(Horsens, Key(day) with { Class = three }, Value("1")),
        ];

        var settled = Settlement.Settle(figures, KpiKind.Score, _ => [new(Horsens, 1, 2), new(Silkeborg, 1, 2)]);

        Assert.Equal(SettlementRule.Replaced, settled[0].Rule);
        Assert.Equal([new Part(Silkeborg, Value("0.5"))], settled[0].Parts);
        Assert.Equal([new Part(Horsens, Value("1"))], settled[1].Parts);
    }

    [Fact]
    public void Sets_of_members_are_never_part_of_each_other()
    {
        var member = Key(Quarter) with { Member = 7 };
        var settled = Settlement.Settle(
            [new(null, member, Value("1", "0", 0)), new(Horsens, member, Value("1", "0", 0))], KpiKind.Distinct, _ => Thirds);

        Assert.Equal([SettlementRule.Whole, SettlementRule.Own], settled.Select(one => one.Rule));
        Assert.Equal(3, settled[0].Parts.Count(part => part.Value == Value("1", "0", 0)));
    }

    [Fact]
    public void A_figure_of_another_currency_or_definition_series_or_longer_span_stands_beside_the_whole()
    {
        var month = Key(Spans[1], Flag.Weighed) with { Currency = "DKK" };
        Figure[] own =
        [
            new(Horsens, month with { Currency = "EUR" }, Value("1")), new(Horsens, month with { Series = 2 }, Value("1")),
            new(Horsens, month with { Days = Quarter }, Value("1")),
        ];

        Assert.All(Settle([new(null, month, Value("9")), .. own]),
            one => Assert.True(one.Rule is SettlementRule.Whole or SettlementRule.Own));
    }

    private static IReadOnlyList<SettledFigure> Settle(IReadOnlyList<Figure> figures) =>
        Settlement.Settle(figures, KpiKind.Flow, _ => Thirds);

    private static Dictionary<MunicipalityId, Amount> Bodies(int count, int whole, Flag flag, int own) => Totals(
        Settlement.Settle([Whole(whole, flag), new(Place(1), Key(Quarter), new(Amount.Of((long)own), default, 1))],
            KpiKind.Flow, _ => Equal(count))).ToDictionary(pair => pair.Key, pair => pair.Value.A);

    private static Figure Whole(int a, Flag flag) => new(null, Key(Quarter, flag), new(Amount.Of((long)a), default, 1));

    private static Figure Own(int place, int a) => new(Places[place], Key(Spans[1]), new(Amount.Of((long)a), default, 1));

    private static IEnumerable<string> Split(IReadOnlyList<SettledFigure> settled) =>
        Totals(settled).OrderBy(pair => pair.Key).Select(pair => pair.Value.A.ToString());

    private static Dictionary<MunicipalityId, CellValue> Totals(IReadOnlyList<SettledFigure> settled) => settled
        .SelectMany(one => one.Parts).GroupBy(part => part.Municipality)
        .ToDictionary(group => group.Key, group => group.Select(part => part.Value with { N = 0 }).Sum());

    private static IEnumerable<string> Lines(IReadOnlyList<SettledFigure> settled) => settled
        .Select(one => $"{one.Figure} {one.Rule} {one.Counted} {string.Join('|', one.Parts)}").Order(StringComparer.Ordinal);
}
