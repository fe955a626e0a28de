using KpiGrid.Silo.Pilots;
using Xunit;
using static KpiGrid.Tests.Arithmetic;

namespace KpiGrid.Tests.Pilots;

/// <summary>What facts say of locked days does not change; held against a model that looks at each day.</summary>
public sealed class LockedFactsTests
{
    private const int DayCount = 12;
    private static readonly KpiCode Waste = KpiCode.Parse("CDW-DIV");

    [Theory]
    [InlineData(1), InlineData(2), InlineData(3), InlineData(4), InlineData(5)]
    public void A_change_is_refused_exactly_when_a_locked_day_would_say_something_else(int seed)
    {
        var random = new Random(seed);
        var (refused, taken) = (0, 0);
        for (var round = 0; round < 2_000; round++)
        {
            var (before, proposed) = (Facts(random), Facts(random));
            if (random.Next(2) == 0) proposed = before with { ClosedBefore = proposed.ClosedBefore, Name = "renamed" };
            var approval = new Approval { SubmittedBefore = Some(random), ApprovedBefore = Some(random), ClosedBefore = before.ClosedBefore };

            var moved = LockedFacts.Moved(before, proposed, approval).Any();

            var expected = Enumerable.Range(0, DayCount + 3).Select(Day).Any(day =>
                IsLocked(day, before, proposed, approval) && !Said(before, day).SetEquals(Said(proposed, day)));
            Assert.True(expected == moved, $"seed {seed}, round {round}: expected {expected}");
            if (moved) refused++; else taken++;
        }
        Assert.True(refused > 100 && taken > 100, $"seed {seed}: {refused} refused, {taken} taken");
    }

    [Fact]
    public void Rows_that_say_the_same_of_each_day_are_the_same()
    {
        var before = new PilotFacts { Shares = [Share(0, 1, 4, 0, null), Share(1, 3, 4, 0, null)] };
        var proposed = new PilotFacts
        {
            Shares = [Share(1, 75, 100, 5, null), Share(1, 6, 8, 0, 5), Share(0, 25, 100, 0, null)],
        };
        Assert.Empty(LockedFacts.Moved(before, proposed, new() { ApprovedBefore = Day(9) }));
    }

    [Fact]
    public void The_refusal_names_what_would_change_and_who_opens()
    {
        var before = new PilotFacts { Shares = [Share(0, 1, 1, 0, null)] };
        var proposed = before with { Shares = [Share(0, 1, 1, 1, null)] };
        var problem = Assert.Single(LockedFacts.Moved(before, proposed, new() { ApprovedBefore = Day(9) }));
        Assert.Equal(("shares", "days-locked"), (problem.Field, problem.Code));
        Assert.Contains("coordinator", problem.Remedy, StringComparison.Ordinal);
        Assert.Empty(LockedFacts.Moved(before, before with { Shares = [Share(0, 1, 1, 0, 9)] }, new() { ApprovedBefore = Day(9) }));
    }

    private static bool IsLocked(DateOnly day, PilotFacts before, PilotFacts proposed, Approval approval) =>
        day < approval.SubmittedBefore || day < approval.ApprovedBefore
        || (day < before.ClosedBefore && day < proposed.ClosedBefore);

    private static HashSet<string> Said(PilotFacts facts, DateOnly day) =>
    [
        .. facts.Shares.Where(share => share.From <= day && !(share.To <= day))
            .Select(share => $"{share.Municipality} {(decimal)share.Parts / share.Whole} {share.Kpi}"),
        .. facts.Kpis.Where(declared => declared.From <= day && !(declared.To <= day))
            .Select(declared => $"{declared.Kpi} {declared.Municipality}"),
    ];

    private static PilotFacts Facts(Random random) => new()
    {
        ClosedBefore = Some(random),
        Shares = [.. Enumerable.Range(0, random.Next(1, 4)).Select(place =>
        {
            var from = random.Next(DayCount);
            return Share(place, random.Next(1, 3), random.Next(2, 5), from, random.Next(3) == 0 ? null : random.Next(from + 1, DayCount + 2));
        })],
        Kpis = random.Next(3) > 0 ? [] : [new() { Kpi = Waste, From = Day(random.Next(DayCount)) }],
    };

    private static DateOnly? Some(Random random) => random.Next(3) == 0 ? Day(random.Next(DayCount)) : null;

    private static Share Share(int place, int parts, int whole, int from, int? to) => new()
    {
        Municipality = Places[place], Parts = parts, Whole = whole, From = Day(from), To = to is { } end ? Day(end) : null,
    };
}
