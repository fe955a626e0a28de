namespace KpiGrid.Silo.Pilots;

/// <summary>A record never moves what is booked on days that are submitted, approved or closed.</summary>
/// <remarks>
/// A measurement of those days is refused by <see cref="LockedPeriods"/>. What is left is a whole pilot's figure that begins in
/// them and ends later, a weighed year over approved quarters: it may put participants' figures of those days in conflict, or
/// take them out of it. So the families in which one is, and no others, are settled as the record would leave them.
/// </remarks>
internal sealed class LockedFigures(PilotState state)
{
    private readonly DateOnly? openFrom = state.Approval.OpenFrom;
    private readonly Dictionary<FamilyId, LockedFamily?> families = [];

    /// <summary>Which of some changes move locked figures, beside those taken before; the others together move none.</summary>
    public IReadOnlyCollection<int> Movers(IReadOnlyList<ContentChange> changes)
    {
        if (openFrom is null) return [];
        var movers = new SortedSet<int>();
        foreach (var family in changes.SelectMany(change => change.Contents).Select(content => content.Family).Distinct())
            if (Of(family) is { } locked) movers.UnionWith(locked.Movers(changes));
        return movers;
    }

    /// <summary>What comes later in the record is held against these changes too.</summary>
    public void Take(IReadOnlyList<ContentChange> changes)
    {
        if (openFrom is null) return;
        foreach (var change in changes)
            foreach (var family in change.Contents.Select(content => content.Family).Distinct()) Of(family)?.Take(change);
    }

    public Refusal Refusal(MeasurementId id, DayRange days) => new(0, 409, new("period", days.ToString(), "days-locked",
        $"{id} would change figures booked before {openFrom:yyyy-MM-dd}, which are submitted, approved or closed: a whole that "
        + "begins there must agree with the participants' own. Send what agrees with them, or let a whole begin on "
        + $"{openFrom:yyyy-MM-dd}, or ask a coordinator to re-open those days (POST …/approval, act reopen, or closedBefore)."));

    /// <summary>What other shares would move of locked figures: a whole is split by the shares of its last day.</summary>
    public static IEnumerable<Problem> Moved(PilotState state, ShareTimeline shares, DateOnly openFrom) =>
        from family in state.Families.Values
        where family.HasParts && family.Straddles(openFrom)
        let now = FamilyCells.Of(family, state.Shares, confidential: false)
        where !now.IsSameBefore(openFrom, FamilyCells.Of(family, shares, confidential: false))
        select new Problem("shares", $"{family.Id.Kpi} {family.Id.Class}".TrimEnd(), "days-locked",
            $"They would change figures booked before {openFrom:yyyy-MM-dd}, which are submitted, approved or closed: participants' "
            + "own would no longer agree with a whole that begins there, or would again. Correct that whole first, or ask a "
            + "coordinator to re-open those days (POST …/approval, act reopen, or closedBefore).");

    private LockedFamily? Of(FamilyId id)
    {
        if (families.TryGetValue(id, out var known)) return known;
        var locked = state.Families.GetValueOrDefault(id) is { HasParts: true } family
            ? new LockedFamily(family, state.Shares, openFrom!.Value)
            : null;
        families.Add(id, locked);
        return locked;
    }
}
