using System.Globalization;
using CsCheck;
using KpiGrid.Api.Boundaries;
using Xunit;
using static KpiGrid.Tests.Api.Given;

namespace KpiGrid.Tests.Api.Boundaries;

/// <summary>Random mergers, splits and new codes, against a model that plays the changes one after another.</summary>
public sealed class RandomMergersTests
{
    private static readonly DateOnly begin = new(2007, 1, 1);

    [Fact]
    public void Every_amount_stands_once_where_the_changes_led_it() => Gen.Int[0, int.MaxValue].Sample(Check, iter: 2_000);

    private static void Check(int seed)
    {
        var random = new Random(seed);
        var places = Played(random);
        var map = Day(random);
        var days = Enumerable.Range(0, 8).Select(_ => Day(random)).Order().ToList();
        var parts = places.Codes.Order(StringComparer.Ordinal).Select(code => Part(code, [.. days.Select(day =>
            Amounts(day, places.On(day).Contains(code) && random.Next(4) > 0 ? AnyAmount(random) : null))])).ToList();
        var redrawn = RedrawnSplit.Of(Sums([.. days.Select(day => Amounts(day, null))], [.. parts]), places.Map(map)).Sums;
        foreach (var (at, day) in days.Index())
        {
            var expected = parts.Where(part => part.Periods[at].Buckets.Count > 0)
                .GroupBy(part => Model(places, part.Key, day, map), part => Total(part.Periods[at]))
                .ToDictionary(group => group.Key, group => group.Aggregate((total, amount) => total + amount));
            var found = redrawn.Parts.Where(part => part.Periods[at].Buckets.Count > 0).ToList();
            Assert.Equal(parts.Sum(part => part.Periods[at].N), found.Sum(part => part.Periods[at].N));
            Assert.Equal(
                expected.GroupBy(pair => pair.Key.Code).OrderBy(group => group.Key, StringComparer.Ordinal).Select(group => (
                    group.Key, group.Aggregate(Amount.Zero, (total, pair) => total + pair.Value), group.Any(pair => !pair.Key.OnMap))),
                found.Select(part => (
                    part.Key, Total(part.Periods[at]), part.Periods[at].Marks.Contains(RedrawnSplit.Mark))));
        }
    }

    private static (string Code, bool OnMap) Model(Territories places, string code, DateOnly day, DateOnly map)
    {
        if (map < day) return (code, !places.Changes.Any(change => map < change.Day && change.Day <= day && change.To.Contains(code)));
        foreach (var change in places.Changes.Where(change => day < change.Day && change.Day <= map && change.From.Contains(code)))
        {
            if (change.To.Length > 1) return (code, false);
            code = change.To[0];
        }
        return (code, true);
    }

    private static Territories Played(Random random)
    {
        var places = new Territories();
        for (var number = random.Next(2, 9); number > 0; number--) places.Begin($"BE-{number}");
        var (day, next) = (begin, 100);
        for (var changes = random.Next(1, 12); changes > 0; changes--)
        {
            day = day.AddDays(random.Next(1, 900));
            var living = places.On(day).OrderBy(_ => random.Next()).ToArray();
            var from = living[..Math.Min(living.Length, random.Next(1, 4))];
            string[] to = random.Next(3) switch
            {
                0 => [from[0]],
                1 => [$"BE-{next++}"],
                _ => [$"BE-{next++}", $"BE-{next++}"],
            };
            places.Become(day, from, to);
        }
        return places;
    }

    private static string AnyAmount(Random random) => string.Create(
        CultureInfo.InvariantCulture, $"{random.Next(-99, 999)}.{random.Next(1_000_000_000):000000000}");

    private static DateOnly Day(Random random) => begin.AddDays(random.Next(7_000));

    private static PeriodSum Amounts(DateOnly day, string? amount) =>
        (amount is null ? Sum() : Sum(Bucket(amount))) with { Days = DayRange.Of(day) };

    private static Amount Total(PeriodSum sum) =>
        sum.Buckets.Aggregate(Amount.Zero, (total, bucket) => total + bucket.Value.A);
}
