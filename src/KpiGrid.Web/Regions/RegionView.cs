namespace KpiGrid.Web.Regions;

/// <summary>A region in a period, as shown.</summary>
public sealed record RegionView
{
    /// <summary>The region's name.</summary>
    public required string Name { get; init; }

    /// <summary>What it is and how many members it has today.</summary>
    public required string Facts { get; init; }

    /// <summary>Whether it is invented.</summary>
    public required bool IsSample { get; init; }

    /// <summary>The period shown.</summary>
    public required Period Period { get; init; }

    /// <summary>The local day.</summary>
    public required DateOnly Today { get; init; }

    /// <summary>The version of the figures.</summary>
    public required string Version { get; init; }

    /// <summary>One tile a KPI.</summary>
    public required IReadOnlyList<TileView> Tiles { get; init; }

    /// <summary>Of which members that ended the successors are not decided, in words.</summary>
    public IReadOnlyList<string> Ended { get; init; } = [];

    /// <summary>The page of its targets.</summary>
    public required string RoundsAddress { get; init; }

    /// <summary>The KPI shown in full, which takes longer to read than the rest; null when there is none.</summary>
    public Task<ChosenView>? Chosen { get; init; }

    /// <summary>Whether there are more KPIs than were asked.</summary>
    public bool IsCut { get; init; }
}
