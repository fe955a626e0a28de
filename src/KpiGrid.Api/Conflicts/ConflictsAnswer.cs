using System.Text.Json.Serialization;
using KpiGrid.Api.Totals;

namespace KpiGrid.Api.Conflicts;

/// <summary>The figures of a node that cannot both be right: what a pilot reports as a whole, and what its participants report
/// of the same.</summary>
/// <param name="Node">The node.</param>
/// <param name="Conflicts">One of each pilot, KPI, class and span, the newest first; gone when one of its figures is
/// corrected.</param>
internal sealed record ConflictsAnswer(string Node, IReadOnlyList<ConflictAnswer> Conflicts)
{
    /// <summary>Conflicts of pilots that the caller may not read; null when there are none.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public HiddenParts? Hidden { get; init; }
}

/// <summary>A whole figure and the participants' own that it does not agree with. Until one is corrected the whole counts, split by
/// shares.</summary>
internal sealed record ConflictAnswer
{
    public required string Pilot { get; init; }
    public string? PilotName { get; init; }
    public string? Lead { get; init; }
    public required string Kpi { get; init; }
    public string? Class { get; init; }
    public required string Unit { get; init; }

    /// <summary>The span of the whole figure.</summary>
    public required string Period { get; init; }

    /// <summary>The whole figure; of a quotient its numerator, or value x weight.</summary>
    public required ConflictFigure Whole { get; init; }

    /// <summary>The participants' own, by municipality.</summary>
    public required IReadOnlyList<ConflictFigure> Own { get; init; }

    /// <summary>What the participants' own come to.</summary>
    public required Amount OwnSum { get; init; }

    /// <summary>What they have more than the whole.</summary>
    public required Amount Difference { get; init; }

    /// <summary>When the last of the figures was recorded.</summary>
    public required DateTimeOffset Since { get; init; }

    /// <summary><c>more-than-whole</c>, or <c>nobody-left</c> for the rest where every participant has reported.</summary>
    public required string Why { get; init; }

    /// <summary>What would resolve it.</summary>
    public required string Resolve { get; init; }
}

/// <summary>A figure in conflict.</summary>
/// <param name="Municipality">The participant; null of the whole.</param>
/// <param name="Amount">What it comes to.</param>
/// <param name="Denominator">Of a quotient, its denominator or weight.</param>
/// <param name="OnBehalfOf">On whose behalf it was reported.</param>
/// <param name="Ids">Its measurements.</param>
internal sealed record ConflictFigure(
    string? Municipality, Amount Amount,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] Amount? Denominator,
    string? OnBehalfOf, IReadOnlyList<string> Ids);
