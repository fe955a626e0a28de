namespace KpiGrid.Silo.Pilots;

/// <summary>The locked figures of one family, held against what a record in the making would leave of them.</summary>
internal sealed class LockedFamily(Family family, ShareTimeline shares, DateOnly openFrom)
{
    /// <summary>Past so many the rest of a push's figures of the family are movers too: to settle it for each would take long.</summary>
    private const int MoversMax = 100;

    private readonly List<ContentChange> taken = [];
    private readonly Lazy<FamilyCells> standing = new(() => FamilyCells.Of(family, shares, confidential: false));
    private bool straddles = family.Straddles(openFrom);

    /// <summary>Which of the changes move a locked figure, in order: each is kept that moves none beside those kept before.</summary>
    public IReadOnlyList<int> Movers(IReadOnlyList<ContentChange> changes)
    {
        if (!straddles && !changes.Any(Straddles)) return [];
        var movers = new List<int>();
        var left = Enumerable.Range(0, changes.Count).Where(at => IsOfFamily(changes[at])).ToList();
        var kept = 0;
        while (Moves(changes, left, left.Count))
        {
            if (movers.Count == MoversMax) return [.. movers, .. left.Skip(kept)];
            kept = Most(changes, left, kept);
            movers.Add(left[kept]);
            left.RemoveAt(kept);
        }
        return movers;
    }

    public void Take(ContentChange change)
    {
        straddles |= Straddles(change);
        taken.Add(change);
    }

    /// <summary>How many of them, from the first on, move nothing while one more does; so many are known to move nothing.</summary>
    private int Most(IReadOnlyList<ContentChange> changes, List<int> left, int good)
    {
        var bad = left.Count;
        while (bad - good > 1)
        {
            var half = (good + bad) / 2;
            if (Moves(changes, left, half)) bad = half; else good = half;
        }
        return good;
    }

    private bool Moves(IReadOnlyList<ContentChange> changes, List<int> left, int count) => !standing.Value.IsSameBefore(
        openFrom,
        FamilyCells.Of(family.With(taken.Concat(left.Take(count).Select(at => changes[at]))), shares, confidential: false));

    private bool IsOfFamily(ContentChange change) => change.Contents.Any(content => content.Family == family.Id);

    /// <summary>A reading's days begin after the one before it, which may be long ago.</summary>
    private bool Straddles(ContentChange change) => change.Contents.Any(content =>
        content.Family == family.Id && content.Owner is null && (content.IsReading || content.Days.First < openFrom));
}
