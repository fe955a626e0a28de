namespace KpiGrid.Api.Lineage;

/// <summary>Who repeats whom.</summary>
/// <remarks>A pilot repeats at most one other, so a family is a tree. Two that were changed at the same moment might repeat
/// each other all the same, so nobody is visited twice.</remarks>
/// <param name="originals">What each pilot repeats; those that repeat nothing may be left out.</param>
internal sealed class Family(IReadOnlyDictionary<PilotId, PilotId> originals)
{
    private readonly ILookup<PilotId, PilotId> replicas = originals.ToLookup(pair => pair.Value, pair => pair.Key);

    /// <summary>The pilot that all others of the family repeat, at first or at last hand.</summary>
    /// <param name="pilot">One of the family.</param>
    /// <param name="known">Which originals may be climbed to.</param>
    public PilotId Top(PilotId pilot, Func<PilotId, bool> known)
    {
        var met = new HashSet<PilotId> { pilot };
        while (originals.TryGetValue(pilot, out var original) && known(original) && met.Add(original)) pilot = original;
        return pilot;
    }

    /// <summary>A pilot and everybody who repeats it, at first or at last hand: by generation, then by id.</summary>
    public IReadOnlyList<Relative> Under(PilotId top)
    {
        var met = new HashSet<PilotId> { top };
        var found = new List<Relative> { new(top, 0) };
        for (var at = 0; at < found.Count; at++)
            found.AddRange(replicas[found[at].Pilot].Where(met.Add).Select(replica => new Relative(replica, found[at].Generation + 1)));
        return [.. found.OrderBy(relative => relative.Generation).ThenBy(relative => relative.Pilot)];
    }
}

/// <summary>A pilot in a family.</summary>
/// <param name="Pilot">Its id.</param>
/// <param name="Generation">How many steps it is from the original.</param>
internal readonly record struct Relative(PilotId Pilot, int Generation);
