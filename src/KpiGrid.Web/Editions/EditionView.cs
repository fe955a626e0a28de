namespace KpiGrid.Web.Editions;

/// <summary>An edition and what changed since, as shown.</summary>
public sealed record EditionView
{
    /// <summary>The region's name.</summary>
    public required string Region { get; init; }

    /// <summary>The region's page.</summary>
    public required string RegionAddress { get; init; }

    /// <summary>The page of its rounds and editions.</summary>
    public required string RoundsAddress { get; init; }

    /// <summary>Which edition it is.</summary>
    public required string Title { get; init; }

    /// <summary>Of what, as known when.</summary>
    public required string Lead { get; init; }

    /// <summary>The hash of its numbers, which was checked.</summary>
    public required string Hash { get; init; }

    /// <summary>How many numbers changed since.</summary>
    public required string ChangedText { get; init; }

    /// <summary>Those numbers.</summary>
    public required IReadOnlyList<ChangedRow> Changed { get; init; }

    /// <summary>The numbers as they were frozen, by KPI.</summary>
    public required IReadOnlyList<FrozenKpi> Kpis { get; init; }

    /// <summary>That something is hidden; empty when nothing is.</summary>
    public required string Hidden { get; init; }
}

/// <summary>A number that changed.</summary>
/// <param name="Place">Where.</param>
/// <param name="Kpi">Of which KPI.</param>
/// <param name="Period">In which period.</param>
/// <param name="Was">As it was frozen.</param>
/// <param name="Now">As it is.</param>
/// <param name="By">How much it changed.</param>
/// <param name="Why">What was said since, a sentence each.</param>
public sealed record ChangedRow(string Place, string Kpi, string Period, string Was, string Now, string By, IReadOnlyList<string> Why);

/// <summary>The frozen numbers of one KPI.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Code">Its code.</param>
/// <param name="Rows">The numbers, the region's first.</param>
public sealed record FrozenKpi(string Name, string Code, IReadOnlyList<FrozenRow> Rows);

/// <summary>A frozen number.</summary>
/// <param name="Place">Where.</param>
/// <param name="Period">In which period.</param>
/// <param name="Value">The value.</param>
/// <param name="Reported">How many of those expected had reported.</param>
public sealed record FrozenRow(string Place, string Period, string Value, string Reported);
