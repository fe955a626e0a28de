using KpiGrid.Web.Compare;

namespace KpiGrid.Web.Lineage;

/// <summary>A pilot's family, as shown.</summary>
public sealed record LineageView
{
    /// <summary>The pilot asked for.</summary>
    public required string Name { get; init; }

    /// <summary>Its page.</summary>
    public required string Address { get; init; }

    public required bool IsSample { get; init; }

    /// <summary>The KPI that results are of; null without one.</summary>
    public string? Kpi { get; init; }

    /// <summary>The original and its replicas.</summary>
    public required IReadOnlyList<RelativeRow> Rows { get; init; }

    /// <summary>The adoption curve: by when, how many, how many reported.</summary>
    public required IReadOnlyList<CurveRow> Curve { get; init; }

    /// <summary>The curve as a drawing; empty for none.</summary>
    public required string Svg { get; init; }

    /// <summary>Why a result is not like the original's, and the range of "if all members did this".</summary>
    public required IReadOnlyList<string> Notes { get; init; }

    public string? Hidden { get; init; }
    public required IReadOnlyList<ChoiceOption> Kpis { get; init; }
    public required IReadOnlyList<ChoiceOption> Regions { get; init; }
}

/// <summary>A pilot of the family.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Address">Its page.</param>
/// <param name="Depth">How many steps it is from the original; 0 to 5 are told apart on screen.</param>
/// <param name="Start">Its first day.</param>
/// <param name="Days">Over how many days both are compared, in words; empty for none.</param>
/// <param name="Own">What it came to then.</param>
/// <param name="Original">What the original came to in its own first days.</param>
/// <param name="Difference">Its own less the original's.</param>
public sealed record RelativeRow(
    string Name, string Address, int Depth, string Start, string Days, string Own, string Original, string Difference);

/// <summary>A point of the adoption curve.</summary>
public sealed record CurveRow(string By, string Replicas, string Reported);
