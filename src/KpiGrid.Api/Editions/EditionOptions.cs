using System.ComponentModel.DataAnnotations;

namespace KpiGrid.Api.Editions;

/// <summary>The limits of editions; section <c>Editions</c>.</summary>
public sealed class EditionOptions
{
    /// <summary>The configuration section.</summary>
    public const string Section = "Editions";

    /// <summary>The most numbers in an edition; every process keeps the editions it has read in memory.</summary>
    /// <value>20,000.</value>
    [Range(1, 100_000)]
    public int LinesMax { get; set; } = 20_000;

    /// <summary>The most editions of a region.</summary>
    /// <value>1,000.</value>
    [Range(1, 100_000)]
    public int PerRegionMax { get; set; } = 1_000;

    /// <summary>The most revisions listed as reasons of one changed number.</summary>
    /// <value>20.</value>
    [Range(1, 1_000)]
    public int RevisionsListedMax { get; set; } = 20;
}
