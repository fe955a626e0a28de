using KpiGrid.Api.Lineage;
using Xunit;

namespace KpiGrid.Tests.Api.Lineage;

/// <summary>Families of pilots beside plain code that only asks who repeats whom; each seed is its own case.</summary>
public sealed class FamilyTests
{
    public static TheoryData<int> Seeds => [.. Enumerable.Range(1, 200)];

    [Theory, MemberData(nameof(Seeds))]
    public void A_family_is_everybody_whose_originals_lead_to_the_top(int seed)
    {
        var random = new Random(seed);
        var pilots = Enumerable.Range(0, random.Next(1, 30)).Select(n => PilotId.Parse($"p{n:00}")).ToList();
        // Each repeats one made before it, or nothing: a forest.
        var originals = pilots.Index().Where(pair => pair.Index > 0 && random.Next(4) > 0)
            .ToDictionary(pair => pair.Item, pair => pilots[random.Next(pair.Index)]);
        var family = new Family(originals);
        foreach (var pilot in pilots)
        {
            var top = Line(pilot, originals)[^1];
            Assert.Equal(top, family.Top(pilot, _ => true));
            Assert.Equal(
                pilots.Where(other => Line(other, originals)[^1] == top)
                    .Select(other => (Line(other, originals).Count - 1, other)).Order(),
                family.Under(top).Select(relative => (relative.Generation, relative.Pilot)));
        }
    }

    [Fact]
    public void Who_may_not_be_climbed_to_ends_the_climb()
    {
        var (a, b, c) = (PilotId.Parse("a"), PilotId.Parse("b"), PilotId.Parse("c"));
        var family = new Family(new Dictionary<PilotId, PilotId> { [b] = a, [c] = b });
        Assert.Equal((a, b, c), (family.Top(c, _ => true), family.Top(c, pilot => pilot != a), family.Top(c, pilot => pilot != b)));
    }

    [Fact]
    public void Two_that_repeat_each_other_are_visited_once()
    {
        var (a, b, c) = (PilotId.Parse("a"), PilotId.Parse("b"), PilotId.Parse("c"));
        var family = new Family(new Dictionary<PilotId, PilotId> { [a] = b, [b] = a, [c] = b });
        Assert.Equal([a, b, c], family.Under(family.Top(c, _ => true)).Select(relative => relative.Pilot).Order());
    }

    private static List<PilotId> Line(PilotId pilot, Dictionary<PilotId, PilotId> originals)
    {
        var line = new List<PilotId> { pilot };
        while (originals.TryGetValue(line[^1], out var original)) line.Add(original);
        return line;
    }
}
