namespace KpiGrid.Web.Texts;

/// <summary>A region without some of its members or pilots.</summary>
internal sealed record WhatIfWords
{
    public required string Title { get; init; }

    /// <summary>The way here from the region's page.</summary>
    public required string Link { get; init; }

    public required string Lead { get; init; }
    public required string Members { get; init; }
    public required string Pilots { get; init; }
    public required string Show { get; init; }
    public required string Result { get; init; }
    public required string Nothing { get; init; }
    public required string Now { get; init; }
    public required string Without { get; init; }
    public required string Difference { get; init; }

    /// <summary>What is and what it would become.</summary>
    public required string Becomes { get; init; }

    public required string SharesNote { get; init; }
}
