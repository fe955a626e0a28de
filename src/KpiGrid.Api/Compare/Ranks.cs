namespace KpiGrid.Api.Compare;

/// <summary>Places of values in an order, ties shared: 1, 2, 2, 4 (standard competition ranking).</summary>
internal static class Ranks
{
    /// <summary>The rank of each value: one more than the number of better ones. Equal to 1e-9 is equal.</summary>
    public static IReadOnlyList<Rank> Of(IReadOnlyList<Amount> values, Direction direction)
    {
        if (direction == Direction.None) throw new ArgumentException("Neither way is better", nameof(direction));
        var counts = values.GroupBy(value => value).ToDictionary(group => group.Key, group => group.Count());
        var ranks = new Dictionary<Amount, Rank>();
        var better = 0;
        foreach (var value in direction == Direction.Up ? counts.Keys.OrderDescending() : counts.Keys.Order())
        {
            ranks[value] = new(better + 1, counts[value] > 1);
            better += counts[value];
        }
        return [.. values.Select(value => ranks[value])];
    }
}

/// <summary>A place in an order.</summary>
/// <param name="Place">From 1.</param>
/// <param name="IsShared">Whether another has it too.</param>
internal readonly record struct Rank(int Place, bool IsShared);
