using KpiGrid.Web.Texts;

namespace KpiGrid.Web.Regions;

/// <summary>A region in one year, as shown.</summary>
public sealed record RegionView
{
    /// <summary>The texts.</summary>
    public required Words Words { get; init; }

    /// <summary>The region's name.</summary>
    public required string Name { get; init; }

    /// <summary>What it is and how many members it has today.</summary>
    public required string Facts { get; init; }

    /// <summary>Whether it is invented.</summary>
    public required bool IsSample { get; init; }

    /// <summary>The year shown.</summary>
    public required string Year { get; init; }

    /// <summary>The year before.</summary>
    public required YearLink Before { get; init; }

    /// <summary>The year after.</summary>
    public required YearLink After { get; init; }

    /// <summary>What is said when there are no rows.</summary>
    public required string Nothing { get; init; }

    /// <summary>The periods, the year first.</summary>
    public required IReadOnlyList<string> Periods { get; init; }

    /// <summary>One row a KPI.</summary>
    public required IReadOnlyList<KpiRow> Rows { get; init; }

    /// <summary>Whether the figures may lack what was stored just now.</summary>
    public bool IsStale { get; init; }

    /// <summary>Whether there are more KPIs than were asked.</summary>
    public bool IsCut { get; init; }
}

/// <summary>A year to go to.</summary>
/// <param name="Text">The year.</param>
/// <param name="Address">The address of its page.</param>
public sealed record YearLink(string Text, string Address);

/// <summary>One KPI of a region.</summary>
/// <param name="Code">Its code.</param>
/// <param name="Name">Its name.</param>
/// <param name="TotalsAddress">The totals in JSON.</param>
/// <param name="Figures">One figure a period.</param>
public sealed record KpiRow(string Code, string Name, string TotalsAddress, IReadOnlyList<Figure> Figures);

/// <summary>One figure of a table.</summary>
/// <param name="Period">The period.</param>
/// <param name="Value">The value with its unit; null when there is none.</param>
/// <param name="Coverage">How much of what was expected is inside; null when nothing is expected.</param>
/// <param name="Marks">What to know about it.</param>
/// <param name="ExplainAddress">The measurements behind it in JSON.</param>
public sealed record Figure(
    string Period, string? Value, string? Coverage, IReadOnlyList<string> Marks, string ExplainAddress);
