using KpiGrid.Web.Charts;

namespace KpiGrid.Web.Compare;

/// <summary>Pilots or places side by side, ready to show.</summary>
public sealed record CompareView
{
    /// <summary>What is asked.</summary>
    public required CompareChoice Choice { get; init; }

    /// <summary>What came of it; null while too little is chosen.</summary>
    public ComparedView? Compared { get; init; }

    /// <summary>Why there is no comparison.</summary>
    public IReadOnlyList<string> Refusals { get; init; } = [];
}

/// <summary>What there is to choose from.</summary>
public sealed record CompareChoice
{
    public required IReadOnlyList<ChoiceOption> Kpis { get; init; }
    public required IReadOnlyList<ChoiceOption> Pilots { get; init; }
    public required IReadOnlyList<ChoiceOption> Places { get; init; }
    public required IReadOnlyList<ChoiceOption> Regions { get; init; }
    public required IReadOnlyList<ChoiceOption> Found { get; init; }
    public required IReadOnlyList<ChoiceOption> Pers { get; init; }
    public required IReadOnlyList<ChoiceOption> Clocks { get; init; }
    public required IReadOnlyList<ChoiceOption> Currencies { get; init; }
    /// <summary>Whether the members are those of an invented region.</summary>
    public required bool IsSample { get; init; }

    public required string Query { get; init; }
    public required Period Period { get; init; }
    public required DateOnly Today { get; init; }
}

/// <summary>One thing to choose.</summary>
/// <param name="Value">As it is sent.</param>
/// <param name="Text">As it is read.</param>
/// <param name="IsChosen">Whether it is.</param>
public sealed record ChoiceOption(string Value, string Text, bool IsChosen);

/// <summary>A comparison.</summary>
public sealed record ComparedView
{
    public required string Title { get; init; }

    /// <summary>Over which days, by which rate.</summary>
    public required IReadOnlyList<string> Notes { get; init; }

    public required bool IsRanked { get; init; }

    /// <summary>Why not.</summary>
    public required IReadOnlyList<string> Reasons { get; init; }

    public required Chart Ranking { get; init; }
    public required IReadOnlyList<RankedRow> Rows { get; init; }
    public required bool IsDivided { get; init; }
    public required Chart Spread { get; init; }
    public required Chart Each { get; init; }
    public required IReadOnlyList<(string Name, string Svg)> Small { get; init; }
    public required bool HasSample { get; init; }

    /// <summary>The chart of a name; null when there is none.</summary>
    public Chart? Of(string? name) => ((Chart[])[Ranking, Spread, Each]).FirstOrDefault(chart => chart.Name == name);
}

/// <summary>One line of the table.</summary>
public sealed record RankedRow(
    string Rank, string Name, string Address, string? Value, string Bar, string? Amount, string? Divisor, string? Coverage,
    string Remarks, bool IsSmall);
