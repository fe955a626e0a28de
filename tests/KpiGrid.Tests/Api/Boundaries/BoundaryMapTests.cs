using KpiGrid.Api.Boundaries;
using Xunit;
using static KpiGrid.Tests.Api.Given;

namespace KpiGrid.Tests.Api.Boundaries;

/// <summary>The same amounts on the map of another day.</summary>
public sealed class BoundaryMapTests
{
    private static readonly DateOnly merger = new(2025, 1, 1);
    private static readonly DateOnly before = merger.AddDays(-1);

    [Fact]
    public void Three_that_merged_are_one_line_and_the_total_stays()
    {
        var redrawn = Redrawn(Pajottegem(), merger, ("BE-23023", "12"), ("BE-23024", "9"), ("BE-23032", "6"));
        var line = Assert.Single(redrawn.Sums.Parts);
        Assert.Equal(("BE-23106", "27"), (line.Key, Total(line)));
        Assert.Equal(["BE-23023", "BE-23024", "BE-23032"], redrawn.Codes[line.Key]);
        Assert.Empty(line.Periods[0].Marks);
        Assert.Equal("27", Bare(redrawn.Sums.Periods[0]));
    }

    [Fact]
    public void What_is_younger_than_the_map_is_not_divided_and_says_so()
    {
        var after = Redrawn(Pajottegem(), before, merger, ("BE-23106", "30"));
        var line = Assert.Single(after.Sums.Parts);
        Assert.Equal(("BE-23106", "30"), (line.Key, Total(line)));
        Assert.Equal([RedrawnSplit.Mark], line.Periods[0].Marks);
    }

    [Fact]
    public void What_was_divided_over_several_stays_under_its_own_code_and_says_so()
    {
        var places = new Territories();
        places.Begin("BE-A");
        places.Become(merger, ["BE-A"], "BE-B", "BE-C");
        var line = Assert.Single(Redrawn(places, merger, ("BE-A", "7")).Sums.Parts);
        Assert.Equal(("BE-A", "7"), (line.Key, Total(line)));
        Assert.Equal([RedrawnSplit.Mark], line.Periods[0].Marks);
    }

    [Fact]
    public void A_code_that_goes_on_with_more_territory_is_another_place_before()
    {
        var places = new Territories();
        places.Begin("BE-11002");
        places.Begin("BE-11007");
        places.Become(merger, ["BE-11002", "BE-11007"], "BE-11002");
        var map = places.Map(merger);
        var antwerp = MunicipalityId.Parse("BE-11002");
        Assert.Equal(new Drawn(antwerp, true), map.Of(antwerp, DayRange.Of(before)));
        Assert.Equal(new Drawn(antwerp, true), map.Of(MunicipalityId.Parse("BE-11007"), DayRange.Of(before)));
        Assert.Equal(new Drawn(antwerp, false), places.Map(before).Of(antwerp, DayRange.Of(merger)));
        Assert.Equal(new Drawn(antwerp, false), places.Map(before).Of(antwerp, new(before, merger)));
    }

    [Fact]
    public void A_chain_is_followed_to_the_day_of_the_map()
    {
        var places = new Territories();
        places.Begin("BE-A");
        places.Become(new(2010, 1, 1), ["BE-A"], "BE-B");
        places.Become(new(2020, 1, 1), ["BE-B"], "BE-C");
        var a = MunicipalityId.Parse("BE-A");
        Assert.Equal(["BE-A", "BE-B", "BE-C"], ((int[])[2009, 2015, 2025]).Select(year =>
            places.Map(new(year, 6, 1)).Of(a, DayRange.Of(new(2008, 1, 1))).Code.Value));
    }

    [Fact]
    public void A_municipality_that_nobody_registered_keeps_its_code_and_says_so()
    {
        var unknown = MunicipalityId.Parse("BE-X");
        Assert.Equal(new Drawn(unknown, false), new Territories().Map(merger).Of(unknown, DayRange.Of(before)));
    }

    private static Territories Pajottegem()
    {
        var places = new Territories();
        string[] from = ["BE-23023", "BE-23024", "BE-23032"];
        foreach (var code in from) places.Begin(code);
        places.Become(merger, from, "BE-23106");
        return places;
    }

    private static RedrawnSplit Redrawn(Territories places, DateOnly map, params (string Code, string Amount)[] parts) =>
        Redrawn(places, map, before, parts);

    private static RedrawnSplit Redrawn(
        Territories places, DateOnly map, DateOnly on, params (string Code, string Amount)[] parts)
    {
        PeriodSum Day(params string[] amounts) => Sum([.. amounts.Select(amount => Bucket(amount))]) with { Days = DayRange.Of(on) };
        return RedrawnSplit.Of(
            Sums([Day([.. parts.Select(part => part.Amount)])], [.. parts.Select(part => Part(part.Code, Day(part.Amount)))]),
            places.Map(map));
    }

    private static string Total(SumPart part) => Bare(part.Periods[0]);

    private static string Bare(PeriodSum sum) =>
        sum.Buckets.Aggregate(Amount.Zero, (total, bucket) => total + bucket.Value.A).ToString();
}
