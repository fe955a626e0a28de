namespace KpiGrid.Api.Overlap;

/// <summary>Adds leaves up, and finds those that are seen from several sides.</summary>
internal static class Ledger
{
    /// <summary>Null when there is nothing to add.</summary>
    public static Amount? Sum(IEnumerable<Leaf> leaves)
    {
        Amount? sum = null;
        foreach (var leaf in leaves) sum = (sum ?? Amount.Zero) + leaf.Amount;
        return sum;
    }

    /// <summary>The pilots that allocated something to several municipalities; what is seen again most comes first.</summary>
    public static IReadOnlyList<JointPilot> Joint(IEnumerable<Leaf> leaves) =>
        [.. leaves.GroupBy(leaf => leaf.Pilot)
            .Select(group => new JointPilot(
                group.Key, Sum(group) ?? Amount.Zero, [.. group.Select(leaf => leaf.Municipality).Distinct().Order()]))
            .Where(pilot => pilot.SeenBy.Count > 1)
            .OrderByDescending(pilot => pilot.Twice).ThenBy(pilot => pilot.Pilot)];

    /// <summary>The three views of a place from its own leaves; the whole of a pilot counts once, however many leaves it
    /// has there. The latter two are null where a pilot of it is not known.</summary>
    public static ViewsAnswer Views(
        string place, IReadOnlyCollection<Leaf> leaves, IReadOnlyDictionary<PilotId, WholePilot> known)
    {
        var allocated = Sum(leaves);
        if (leaves.Any(leaf => !known.ContainsKey(leaf.Pilot))) return new(place, allocated, null, null);
        Amount? tookPartIn = allocated is null ? null : Amount.Zero;
        foreach (var pilot in leaves.Select(leaf => leaf.Pilot).Distinct()) tookPartIn += known[pilot].Amount;
        return new(place, allocated, tookPartIn, Sum(leaves.Where(leaf => known[leaf.Pilot].IsJoint)));
    }

    /// <summary>The municipalities in several places; what is seen again most comes first.</summary>
    public static IReadOnlyList<SharedMunicipality> Shared(IReadOnlyList<PlaceLeaves> places, IReadOnlyCollection<Leaf> all)
    {
        var once = all.ToLookup(leaf => leaf.Municipality);
        var again = places.SelectMany(place => place.Leaves).ToLookup(leaf => leaf.Municipality);
        return [.. places.SelectMany(place => place.Members.Select(member => (member, place.Place)))
            .GroupBy(pair => pair.member, pair => pair.Place)
            .Where(group => group.Count() > 1)
            .Select(group => new SharedMunicipality(
                group.Key, Sum(once[group.Key]), Sum(again[group.Key]), [.. group]))
            .OrderByDescending(each => each.Twice).ThenBy(each => each.Municipality)];
    }
}
