using System.ComponentModel.DataAnnotations;

namespace KpiGrid.Api.Compare;

/// <summary>The limits of comparisons; section <c>Compare</c>.</summary>
public sealed class CompareOptions
{
    /// <summary>The configuration section.</summary>
    public const string Section = "Compare";

    /// <summary>The most pilots or places side by side.</summary>
    /// <value>400.</value>
    [Range(2, 10_000)]
    public int LinesMax { get; set; } = 400;

    /// <summary>The most periods of each.</summary>
    /// <value>120.</value>
    [Range(1, 1_000)]
    public int PeriodsMax { get; set; } = 120;

    /// <summary>Fewer inhabitants are a small denominator.</summary>
    /// <value>5,000.</value>
    [Range(0, int.MaxValue)]
    public int InhabitantsMin { get; set; } = 5_000;

    /// <summary>A budget of fewer euros is a small denominator.</summary>
    /// <value>50,000.</value>
    [Range(0, int.MaxValue)]
    public int BudgetMin { get; set; } = 50_000;

    /// <summary>A budget of less in any other currency is a small denominator.</summary>
    /// <value>400,000.</value>
    [Range(0, int.MaxValue)]
    public int BudgetOtherwiseMin { get; set; } = 400_000;

    /// <summary>Fewer square metres are a small denominator.</summary>
    /// <value>500.</value>
    [Range(0, int.MaxValue)]
    public int M2Min { get; set; } = 500;

    /// <summary>Fewer full-time equivalents are a small denominator.</summary>
    /// <value>5.</value>
    [Range(0, int.MaxValue)]
    public int FteMin { get; set; } = 5;
}
