using CsCheck;
using KpiGrid.Api.Questions;
using Xunit;

namespace KpiGrid.Tests.Api;

public sealed class MunicipalityDaysTests
{
    private static readonly MunicipalityId Horsens = MunicipalityId.Parse("DK-0615");
    private static readonly DateOnly Start = new(2026, 1, 1);

    [Fact]
    public void Each_day_of_a_union_is_there_once() =>
        Gen.Select(Gen.Int[0, 60], Gen.Int[0, 20]).Array[1, 8].Sample(spans =>
        {
            var set = new MunicipalityDays();
            foreach (var (from, length) in spans)
                set.Add(Horsens, new(Start.AddDays(from), Start.AddDays(from + length)));
            var days = set.Days[Horsens];
            var expected = spans.SelectMany(span => Enumerable.Range(span.Item1, span.Item2 + 1)).Distinct().Count();
            Assert.Equal(expected, days.Sum(range => range.Days));
            Assert.All(days.Zip(days.Skip(1)), pair => Assert.True(pair.First.Last.AddDays(1) < pair.Second.First));
        });

    [Fact]
    public void Membership_without_end_takes_in_what_follows()
    {
        var set = new MunicipalityDays();
        set.Add(Horsens, DayRange.Between(Start, null));
        set.Add(Horsens, DayRange.Between(Start.AddDays(40), Start.AddDays(50)));
        Assert.Equal([DayRange.Between(Start, null)], set.Days[Horsens]);
    }

    [Fact]
    public void Members_of_other_times_are_left_out()
    {
        var set = new MunicipalityDays();
        set.Add(Horsens, DayRange.Between(Start, Start.AddDays(10)));
        Assert.Empty(set.In(DayRange.Between(Start.AddDays(10), Start.AddDays(20))));
        Assert.Single(set.In(DayRange.Between(Start.AddDays(9), Start.AddDays(20))));
    }
}
