using System.Text.RegularExpressions;
using KpiGrid.Api.Boundaries;
using Xunit;
using static KpiGrid.Tests.Api.Given;

namespace KpiGrid.Tests.Api.Boundaries;

/// <summary>The real mergers of 1 January 2025 with the inhabitants of the real register as amounts.</summary>
public sealed partial class FlandersTests
{
    private static readonly DateOnly merger = new(2025, 1, 1);
    private static readonly DateOnly before = new(2024, 12, 31);

    [Fact]
    public void Of_28_municipalities_13_are_left_and_nobody_is_lost()
    {
        var places = Flanders();
        var inhabitants = Inhabitants();
        var from = places.On(before).ToList();
        Assert.Equal((28, 13), (from.Count, places.On(merger).Count()));

        var sums = Sums([Day("0")], [.. from.Select(code => Part(code, Day(inhabitants[code])))]);
        var redrawn = RedrawnSplit.Of(sums, places.Map(merger));
        Assert.Equal(places.On(merger), redrawn.Sums.Parts.Select(part => part.Key));
        Assert.Equal("24581", Total(redrawn.Sums.Parts.Single(part => part.Key == "BE-23106")).ToString());
        Assert.Equal(["BE-11002", "BE-11007"], redrawn.Codes["BE-11002"]);
        Assert.Equal(Added(sums), Added(redrawn.Sums));
        Assert.DoesNotContain(redrawn.Sums.Parts, part => part.Periods[0].Marks.Count > 0);
        Assert.Equal(from, RedrawnSplit.Of(sums, places.Map(before)).Sums.Parts.Select(part => part.Key));
    }

    /// <summary>The list also has a merger outside Flanders, whose codes begin with 8.</summary>
    internal static Territories Flanders()
    {
        var places = new Territories();
        foreach (var line in File.ReadLines(SharedData.File("registers/be_flanders_mergers_2025.csv")).Skip(1))
        {
            var sides = line.Split(',').Select(side => Code().Matches(side).Select(code => $"BE-{code.Groups[1].Value}").ToArray()).ToList();
            if (sides[0][0].StartsWith("BE-8", StringComparison.Ordinal)) continue;
            foreach (var code in sides[0]) places.Begin(code);
            places.Become(merger, sides[0], sides[1]);
        }
        return places;
    }

    private static Dictionary<string, string> Inhabitants() =>
        File.ReadLines(SharedData.File("registers/be_lau_2019.csv")).Skip(1).Select(line => line.Split(','))
            .ToDictionary(cells => $"BE-{cells[1]}", cells => cells[5]);

    private static PeriodSum Day(string amount) => Sum(Bucket(amount)) with { Days = DayRange.Of(before) };

    private static Amount Added(Sums sums) => sums.Parts.Aggregate(Amount.Zero, (total, part) => total + Total(part));

    private static Amount Total(SumPart part) =>
        part.Periods[0].Buckets.Aggregate(Amount.Zero, (total, bucket) => total + bucket.Value.A);

    [GeneratedRegex(@"\((\d{5})\)")]
    private static partial Regex Code();
}
