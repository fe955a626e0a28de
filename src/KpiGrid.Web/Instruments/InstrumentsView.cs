namespace KpiGrid.Web.Instruments;

/// <summary>What is behind a region's movements, as shown.</summary>
public sealed record InstrumentsView
{
    /// <summary>The region's name.</summary>
    public required string Name { get; init; }

    /// <summary>Its page.</summary>
    public required string Address { get; init; }

    public required bool IsSample { get; init; }
    public required Period Period { get; init; }
    public required DateOnly Today { get; init; }

    /// <summary>What is looked for.</summary>
    public required string Query { get; init; }

    /// <summary>The instruments; by effect where a KPI is chosen.</summary>
    public required IReadOnlyList<InstrumentRow> Rows { get; init; }

    /// <summary>The KPIs to order by.</summary>
    public required IReadOnlyList<(string Code, string Name, bool IsChosen)> Kpis { get; init; }

    public string? Hidden { get; init; }
}

/// <summary>An instrument.</summary>
/// <param name="Title">What it is called.</param>
/// <param name="Link">Where it is; null where no browser should go.</param>
/// <param name="Kind">What kind it is; empty where nobody says.</param>
/// <param name="Effects">What moved, a KPI each.</param>
/// <param name="Pilots">Who points to it.</param>
/// <param name="Steps">Next steps that take it.</param>
public sealed record InstrumentRow(
    string Title, string? Link, string Kind, IReadOnlyList<(string Kpi, string Value)> Effects,
    IReadOnlyList<(string Name, string Address)> Pilots, IReadOnlyList<string> Steps);
