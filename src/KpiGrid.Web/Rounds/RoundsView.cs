using KpiGrid.Web.Pages;

namespace KpiGrid.Web.Rounds;

/// <summary>The targets, rounds and editions of a region, as shown.</summary>
public sealed record RoundsView
{
    /// <summary>The region's name.</summary>
    public required string Name { get; init; }

    /// <summary>The region's page.</summary>
    public required string Address { get; init; }

    /// <summary>Its targets.</summary>
    public required IReadOnlyList<TargetRow> Targets { get; init; }

    /// <summary>By which method, in words.</summary>
    public required string Method { get; init; }

    /// <summary>The rounds, the latest first, with their pages.</summary>
    public required IReadOnlyList<(string Text, string Address)> Rounds { get; init; }

    /// <summary>The editions, the latest first, with their pages.</summary>
    public required IReadOnlyList<(string Text, string Address)> Editions { get; init; }

    /// <summary>The form to set one; null where the reader may not.</summary>
    public TargetForm? Form { get; init; }

    /// <summary>What shows that the form was asked for.</summary>
    public FormToken? Token { get; init; }
}

/// <summary>A target and how far it is.</summary>
/// <param name="Name">The KPI's name.</param>
/// <param name="Code">Its code, with the class where there is one.</param>
/// <param name="Address">The region's page with the KPI chosen.</param>
/// <param name="Wanted">What is wanted when.</param>
/// <param name="Actual">What it came to.</param>
/// <param name="Status">How that stands to what was wanted by now.</param>
/// <param name="Percent">How much of it there is.</param>
public sealed record TargetRow(
    string Name, string Code, string Address, string Wanted, string Actual, string Status, int Percent);

/// <summary>The form that sets a target.</summary>
/// <param name="Action">Where it posts.</param>
/// <param name="Kpis">The KPIs, by code and name.</param>
/// <param name="Entry">What stands in it.</param>
public sealed record TargetForm(string Action, IReadOnlyList<(string Code, string Name)> Kpis, TargetEntry Entry);
