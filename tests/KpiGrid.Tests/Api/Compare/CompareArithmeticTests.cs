using System.Numerics;
using KpiGrid.Api.Compare;
using KpiGrid.Api.Rates;
using Xunit;

namespace KpiGrid.Tests.Api.Compare;

/// <summary>The arithmetic of comparison beside plain code that knows nothing of it; each seed is its own case.</summary>
public sealed class CompareArithmeticTests
{
    public static TheoryData<int> Seeds => [.. Enumerable.Range(1, 200)];

    [Theory, MemberData(nameof(Seeds))]
    public void Median_and_envelope_are_those_of_counting(int seed)
    {
        var values = Values(seed);
        var spread = Spread.Of(values)!;

        Assert.Equal((values.Count, values.Min(), values.Max()), (spread.Count, spread.Low, spread.High));
        var counts = values.Select(value => (BigInteger)value.Count).ToList();
        var twice = (BigInteger)spread.Median.Count * 2;
        // Half of the values lie on either side; between two middles it lies in their middle, at most a billionth off.
        Assert.True(counts.Count(count => count * 2 < twice - 1) <= values.Count / 2);
        Assert.True(counts.Count(count => count * 2 > twice + 1) <= values.Count / 2);
        Assert.Equal(spread, Spread.Of(values.AsEnumerable().Reverse()));
    }

    [Theory, MemberData(nameof(Seeds))]
    public void A_rank_is_one_more_than_the_number_of_better_ones(int seed)
    {
        var values = Values(seed);
        foreach (var direction in (Direction[])[Direction.Up, Direction.Down])
        {
            var ranks = Ranks.Of(values, direction);
            for (var at = 0; at < values.Count; at++)
            {
                var better = values.Count(other => direction == Direction.Up ? other > values[at] : other < values[at]);
                Assert.Equal((better + 1, values.Count(other => other == values[at]) > 1), (ranks[at].Place, ranks[at].IsShared));
            }
        }
    }

    [Fact]
    public void Ties_share_a_place_and_the_next_is_left_out() => Assert.Equal(
        [1, 2, 2, 4], Ranks.Of([Amount.Of(9), Amount.Of(5), Amount.Of(5), Amount.Of(1)], Direction.Up).Select(rank => rank.Place));

    [Fact]
    public void The_median_of_an_even_number_is_half_the_middle_two_half_to_even()
    {
        Assert.Equal(new(2), Spread.Of([new Amount(1), new Amount(2)])!.Median);
        Assert.Equal(new(2), Spread.Of([new Amount(2), new Amount(3)])!.Median);
        Assert.Null(Spread.Of([]));
    }

    [Fact]
    public void A_pilot_month_is_counted_from_the_start_with_its_day_clamped()
    {
        var start = new DateOnly(2026, 1, 31);
        Assert.Equal("2026-01-31/2026-02-28", PilotClock.Month(start, 0).Days.ToString());
        Assert.Equal("2026-02-28/2026-03-31", PilotClock.Month(start, 1).Days.ToString());
        Assert.Equal("2026-03-31/2026-04-30", PilotClock.Month(start, 2).Days.ToString());
    }

    [Theory, MemberData(nameof(Seeds))]
    public void Pilot_months_adjoin_and_miss_no_day(int seed)
    {
        var start = new DateOnly(2024, 1, 1).AddDays(new Random(seed).Next(1_000));
        var months = Enumerable.Range(0, 30).Select(n => PilotClock.Month(start, n).Days!.Value).ToList();
        Assert.Equal(start, months[0].First);
        Assert.All(months.Zip(months.Skip(1)), pair => Assert.Equal(pair.First.Last.AddDays(1), pair.Second.First));
    }

    [Fact]
    public void Stages_part_the_days_of_a_pilot_at_its_workshops()
    {
        Stage[] stages = [new() { Name = "W2", On = new(2026, 3, 1) }, new() { Name = "W1", On = new(2026, 1, 10) }, new() { Name = "later", On = new(2027, 1, 1) }];
        Assert.Equal(
            ["W0 2025-12-01/2026-01-10", "W1 2026-01-10/2026-03-01", "W2 2026-03-01/2026-11-20"],
            PilotClock.Stages(new(2025, 12, 1), stages, new(2026, 11, 20)).Select(span => $"{span.Name} {span.Days}"));
    }

    [Fact]
    public void G13_Kroner_at_a_pinned_rate_are_half_a_million_euros()
    {
        var day = new DateOnly(2026, 3, 31);
        var euros = new Conversion(Series(("2026-03-01", 7.46m)), "EUR");
        Assert.Equal(Amount.Of(500_000), euros.Sum([new(Amount.Of(3_730_000), "DKK", day)]).Value);
        var both = euros.Sum([new(Amount.Of(3_730_000), "DKK", day), new(Amount.Of(50_000), "EUR", day)]);
        Assert.Equal((Amount.Of(550_000), "EUR"), (both.Value, both.Currency));
        Assert.Equal(new(2026, 3, 1), Assert.Single(both.Rates).From);
        Assert.Null(new Conversion(null, null).Sum([new(Amount.Of(1), "DKK", day), new(Amount.Of(1), "EUR", day)]).Value);
        Assert.Null(euros.Sum([new(Amount.Of(1), "DKK", new(2026, 2, 28))]).Value);
    }

    [Theory, MemberData(nameof(Seeds))]
    public void Money_is_converted_at_the_rate_of_its_own_day_summed_and_rounded_once_to_cents(int seed)
    {
        var random = new Random(seed);
        var rates = Enumerable.Range(0, 12).Select(month => ($"2026-{month + 1:00}-01", 7m + random.Next(1, 10_000) / 10_000m)).ToArray();
        var money = Enumerable.Range(0, random.Next(1, 9)).Select(_ => new Money(
            new(random.NextInt64(0, 1_000_000_000_000_000)), random.Next(2) == 0 ? "DKK" : "EUR",
            new DateOnly(2026, 1, 1).AddDays(random.Next(365)))).ToList();

        var sum = new Conversion(Series(rates), "DKK").Sum(money);

        // Kroner of euros are exact products: plain decimals are enough to compute them again.
        var expected = money.Sum(each => each.Amount.ToDecimal() * (each.Currency == "DKK" ? 1m : rates[each.Day.Month - 1].Item2));
        var exact = money.All(each => each.Currency == "DKK") ? expected : Math.Round(expected, 2, MidpointRounding.ToEven);
        Assert.Equal(exact, sum.Value!.Value.ToDecimal());
    }

    [Fact]
    public void If_all_members_did_this_is_a_range_rounded_once()
    {
        var scale = Scale.Of("ncc", Amount.Of(300_000), [(Amount.Of(10), Amount.Of(30_000)), (Amount.Of(1), Amount.Of(90_000))])!;
        Assert.Equal(("100", "3.333333333", 2), (scale.High.ToString(), scale.Low.ToString(), scale.Lines));
        Assert.Null(Scale.Of("ncc", null, [(Amount.Of(1), Amount.Of(1))]));
    }

    private static RateSeriesFacts Series(params (string From, decimal Value)[] rates) => new()
    {
        Name = "sample", Base = "EUR", Quote = "DKK", Source = "test",
        Rates = [.. rates.Select(rate => new Rate
        {
            From = DateOnly.Parse(rate.From, System.Globalization.CultureInfo.InvariantCulture),
            Value = Amount.Parse(rate.Value.ToString(System.Globalization.CultureInfo.InvariantCulture)),
        })],
    };

    private static List<Amount> Values(int seed)
    {
        var random = new Random(seed);
        return [.. Enumerable.Range(0, random.Next(1, 12)).Select(_ => new Amount(random.Next(-20, 20)))];
    }
}
