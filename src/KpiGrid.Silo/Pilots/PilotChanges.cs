namespace KpiGrid.Silo.Pilots;

/// <summary>What one record changed.</summary>
internal sealed class PilotChanges
{
    private readonly Dictionary<Family, List<Touched>> touched = [];
    private readonly Dictionary<MunicipalityId, HashSet<CellKey>> cells = [];

    /// <summary>Where what the cells held before is kept; null when nobody asks.</summary>
    public CellMoves? Moves { get; init; }

    /// <summary>Whether every duty may have changed: shares, declared KPI streams, or what is approved.</summary>
    public bool Duties { get; set; }

    /// <summary>The families whose streams gained or lost measurements: their duties may have changed.</summary>
    public IReadOnlyCollection<Family> Families => touched.Keys;

    /// <summary>The cells that changed, by municipality.</summary>
    public IReadOnlyDictionary<MunicipalityId, HashSet<CellKey>> Cells => cells;

    public void Touch(Family family, Touched part)
    {
        if (!touched.TryGetValue(family, out var parts)) touched.Add(family, parts = []);
        parts.Add(part);
    }

    public IEnumerable<(Family Family, IReadOnlyList<Touched> Touched)> Touched() =>
        touched.Select(pair => (pair.Key, (IReadOnlyList<Touched>)Merged(pair.Value)));

    public void Changed(MunicipalityId municipality, CellKey key)
    {
        if (!cells.TryGetValue(municipality, out var keys)) cells.Add(municipality, keys = []);
        keys.Add(key);
    }

    /// <summary>Each cell once, however many measurements of the record went into it.</summary>
    private static List<Touched> Merged(List<Touched> parts)
    {
        if (parts.Exists(part => part.Keys is null)) return [Pilots.Touched.Everything];
        return [.. parts.GroupBy(part => part.Owner)
            .Select(group => new Touched(group.Key, [.. group.SelectMany(part => part.Keys!).Distinct()]))];
    }
}
