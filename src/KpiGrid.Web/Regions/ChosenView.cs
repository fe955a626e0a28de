using KpiGrid.Web.Charts;

namespace KpiGrid.Web.Regions;

/// <summary>The KPI chosen on a region's page, in full.</summary>
public sealed record ChosenView
{
    /// <summary>Its code.</summary>
    public required string Code { get; init; }

    /// <summary>Its name.</summary>
    public required string Name { get; init; }

    /// <summary>What exactly is counted; null where the definition does not say.</summary>
    public string? Definition { get; init; }

    /// <summary>The course of it.</summary>
    public required Chart Series { get; init; }

    /// <summary>Its members.</summary>
    public required LeagueView League { get; init; }

    /// <summary>Its members where they lie.</summary>
    public required Chart Map { get; init; }

    /// <summary>What it comes to in one currency; null of what is no money.</summary>
    public MoneyView? Money { get; init; }

    /// <summary>What is seen twice; null where values do not add up or the reader may not see pilots.</summary>
    public LedgerView? Ledger { get; init; }

    /// <summary>It in each way that its classes can be read; null where they cannot.</summary>
    public IReadOnlyList<ReadingRow>? Readings { get; init; }

    /// <summary>It before and after a changed definition; null where all that was reported adds up.</summary>
    public DefinitionsView? Definitions { get; init; }
    /// <summary>Which types of building it is from; null where its classes are no material, or no building is known.</summary>
    public MatrixView? Matrix { get; init; }

    /// <summary>Who has not reported.</summary>
    public required LateView Late { get; init; }

    /// <summary>Figures in conflict.</summary>
    public required IReadOnlyList<ConflictRow> Conflicts { get; init; }

    /// <summary>What changed.</summary>
    public required ChangesView Changes { get; init; }
}

/// <summary>A whole figure that does not agree with what participants report.</summary>
/// <param name="Pilot">The pilot's name.</param>
/// <param name="Address">The page of the KPI stream.</param>
/// <param name="Text">The figures and how far they are apart.</param>
/// <param name="Resolve">What would resolve it.</param>
public sealed record ConflictRow(string Pilot, string Address, string Text, string Resolve);

/// <summary>The members of a region, by what they have of a KPI.</summary>
/// <param name="Chart">The same as a chart with files.</param>
/// <param name="Rows">The members.</param>
/// <param name="Total">What they come to, in words.</param>
/// <param name="Hidden">How many the reader may not see, in words; null for none.</param>
public sealed record LeagueView(Chart Chart, IReadOnlyList<LeagueRow> Rows, string? Total, string? Hidden);

/// <summary>A member.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Address">Its page.</param>
/// <param name="Value">What it has, in words; null for none.</param>
/// <param name="Explain">The measurements behind it.</param>
/// <param name="Bar">The value as a bar.</param>
/// <param name="Share">Its part of the total; empty where parts do not add up.</param>
/// <param name="Remarks">Coverage and marks.</param>
public sealed record LeagueRow(
    string Name, string Address, string? Value, string Explain, string Bar, string Share, string Remarks);

/// <summary>Joint pilots that several members see.</summary>
/// <param name="Text">What members add to, what the total is, and what is seen twice.</param>
/// <param name="Rows">The joint pilots.</param>
/// <param name="Hidden">How many the reader may not see, in words; null for none.</param>
public sealed record LedgerView(string Text, IReadOnlyList<LedgerRow> Rows, string? Hidden);

/// <summary>A joint pilot.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Address">Its page.</param>
/// <param name="Whole">What it gives the members together.</param>
/// <param name="Members">How many members it is in.</param>
/// <param name="Twice">What would be counted again.</param>
public sealed record LedgerRow(string Name, string Address, string Whole, string Members, string Twice);

/// <summary>Members of whom something is expected that has not come.</summary>
/// <param name="Text">What that means.</param>
/// <param name="Members">Their names and pages.</param>
public sealed record LateView(string Text, IReadOnlyList<(string Name, string Address)> Members)
{
    /// <summary>KPI streams whose due date has passed.</summary>
    public IReadOnlyList<LateRow> Rows { get; init; } = [];
}

/// <summary>A KPI stream whose due date has passed.</summary>
/// <param name="Pilot">The pilot's name.</param>
/// <param name="Address">The page of the KPI stream.</param>
/// <param name="Places">The municipalities it is late for.</param>
/// <param name="Text">What is missing, when it was due, for how long.</param>
public sealed record LateRow(string Pilot, string Address, string Places, string Text);

/// <summary>What changed since a day.</summary>
/// <param name="Since">The day as a form sends it; empty when none is chosen.</param>
/// <param name="Text">Then and now; empty when no day is chosen.</param>
/// <param name="Rows">What was said since about measurements that are in the total.</param>
/// <param name="Fields">The rest of the view, to be sent along.</param>
public sealed record ChangesView(
    string Since, string Text, IReadOnlyList<ChangeRow> Rows, IReadOnlyList<(string Name, string Value)> Fields);

/// <summary>What was said about a measurement.</summary>
/// <param name="Pilot">The pilot.</param>
/// <param name="Address">The page of its KPI stream.</param>
/// <param name="Sent">The value.</param>
/// <param name="Recorded">When, by whom, which revision.</param>
/// <param name="Remarks">Reason, note, evidence.</param>
public sealed record ChangeRow(string Pilot, string Address, string Sent, string Recorded, string Remarks);
