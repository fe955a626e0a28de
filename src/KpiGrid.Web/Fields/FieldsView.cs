namespace KpiGrid.Web.Fields;

/// <summary>A region by field, as shown.</summary>
public sealed record FieldsView
{
    /// <summary>The region's name.</summary>
    public required string Name { get; init; }

    /// <summary>Its page.</summary>
    public required string Address { get; init; }

    public required bool IsSample { get; init; }
    public required Period Period { get; init; }
    public required DateOnly Today { get; init; }
    public required IReadOnlyList<FieldSection> Fields { get; init; }

    /// <summary>What touches several fields.</summary>
    public required IReadOnlyList<SharedRow> Shared { get; init; }

    /// <summary>What is in no field, and what is hidden.</summary>
    public required IReadOnlyList<string> Notes { get; init; }
}

/// <summary>One field.</summary>
/// <param name="Tag">Its tag.</param>
/// <param name="Name">What it is called.</param>
/// <param name="Tempo">How many pilots, when last reported, how much is late.</param>
/// <param name="Rows">Its KPIs.</param>
public sealed record FieldSection(string Tag, string Name, string Tempo, IReadOnlyList<FieldRow> Rows);

/// <summary>A KPI in a field.</summary>
public sealed record FieldRow(string Kpi, string Address, string Value, string Every, string LastReported, string Late);

/// <summary>A KPI of a pilot in several fields.</summary>
public sealed record SharedRow(string Pilot, string Address, string Kpi, string Fields);
