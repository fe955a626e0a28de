using KpiGrid.Web.Approvals;
using KpiGrid.Web.Confirmations;
using KpiGrid.Web.Regions;

namespace KpiGrid.Web.Places;

/// <summary>A pilot in a period, as shown.</summary>
public sealed record PilotView
{
    /// <summary>Its name.</summary>
    public required string Name { get; init; }

    /// <summary>What it is.</summary>
    public required string Kind { get; init; }

    /// <summary>Whether it is invented.</summary>
    public required bool IsSample { get; init; }

    /// <summary>The period shown.</summary>
    public required Period Period { get; init; }

    /// <summary>The local day.</summary>
    public required DateOnly Today { get; init; }

    /// <summary>What is known of it, by name.</summary>
    public required IReadOnlyList<(string Name, IReadOnlyList<PlaceLink> Values)> Facts { get; init; }

    /// <summary>Who has which part of it.</summary>
    public required IReadOnlyList<ShareRow> Shares { get; init; }

    /// <summary>One tile a KPI.</summary>
    public required IReadOnlyList<TileView> Tiles { get; init; }

    /// <summary>The form in which it is reported; null for who may not.</summary>
    public string? Report { get; init; }

    /// <summary>Which of its periods may still change.</summary>
    public required ApprovalView Approval { get; init; }

    /// <summary>What was reported on behalf of its participants; null for nothing.</summary>
    public BehalfView? Behalf { get; init; }

    /// <summary>What it reports.</summary>
    public required IReadOnlyList<StreamRow> Streams { get; init; }
}

/// <summary>A municipality's part of a pilot for a time.</summary>
/// <param name="Name">The municipality.</param>
/// <param name="Address">Its page.</param>
/// <param name="Share">The part.</param>
/// <param name="Days">From when, until when, for what.</param>
public sealed record ShareRow(string Name, string Address, string Share, string Days);

/// <summary>A KPI stream of a pilot.</summary>
/// <param name="Kpi">The KPI's name.</param>
/// <param name="Address">The stream's page.</param>
/// <param name="Class">Class and participant; empty for neither.</param>
/// <param name="Frequency">How often something is expected.</param>
/// <param name="Periods">The expected periods of the last year, each a drawing and in words.</param>
/// <param name="Until">The last day reported, in words.</param>
public sealed record StreamRow(
    string Kpi, string Address, string Class, string Frequency, IReadOnlyList<ExpectedMark> Periods, string Until);

/// <summary>An expected period.</summary>
/// <param name="State">reported, missing or open.</param>
/// <param name="Text">The period and that, in words.</param>
public sealed record ExpectedMark(string State, string Text);
